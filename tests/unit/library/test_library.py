"""The life of standard responses: versions, dates, translations, withdrawal."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from mi_desktop.catalogue import CatalogueService
from mi_desktop.library import LibraryService, SrdState, StandardMissing
from mi_desktop.library.errors import (
    DatesWrong,
    LibraryFileUnreadable,
    NotYetEffective,
    ReasonMissing,
    SourceMissing,
    VersionTaken,
)
from mi_desktop.people import NotPermitted, Wanted
from tests.fakes.letter_world import STANDARD, TODAY


@pytest.fixture
def library(office):
    return LibraryService(office, CatalogueService(office))


def english(version=1):
    return replace(STANDARD, language="en", title="Provin: renal impairment", version=version)


def translated(version=1, source=1):
    return replace(STANDARD, version=version, source_language="en", source_version=source)


def test_srd_1_only_effective_versions_inside_their_dates_are_offered(library, staff, clock):
    library.add_version(staff.erik, STANDARD)
    assert [s.id for s in library.standards("provin")] == ["SRD-0901"]
    clock.now = clock.now.replace(year=2027, month=2, day=27)
    assert library.standards("provin") != []
    clock.forward(days=1)
    assert library.standards("provin") == []
    assert len(library.standards("provin", usable_only=False)) == 1


def test_srd_1_no_version_lives_longer_than_two_years(library, staff):
    for end in (STANDARD.effective_from, STANDARD.effective_from + timedelta(days=732)):
        with pytest.raises(DatesWrong, match="LIB-003"):
            library.add_version(staff.erik, replace(STANDARD, expires_on=end))


def test_srd_2_new_version_supersedes_the_old_one_in_the_same_step(library, staff, office):
    library.add_version(staff.erik, STANDARD)
    library.add_version(staff.erik, replace(STANDARD, version=2, title="Ny"))
    states = {s.version: s.state for s in library.standards(usable_only=False)}
    assert states == {1: SrdState.SUPERSEDED, 2: SrdState.EFFECTIVE}
    assert library.standard("SRD-0901", "sv").version == 2
    steps = [line for line in office.audit_lines() if line.entity == "standard"]
    last = [line for line in steps if line.at == steps[-1].at][-2:]
    assert {line.key for line in last} == {"SRD-0901/sv/1", "SRD-0901/sv/2"}


def test_srd_2_what_was_entered_is_frozen(library, staff):
    library.add_version(staff.erik, STANDARD)
    with pytest.raises(VersionTaken, match="LIB-002"):
        library.add_version(staff.erik, replace(STANDARD, title="Other words"))
    with pytest.raises(VersionTaken):
        library.add_version(staff.erik, replace(STANDARD, version=3))
    assert library.standard("SRD-0901", "sv").title == STANDARD.title


def test_srd_2_approved_version_waits_for_its_day(library, staff, clock):
    library.add_version(staff.erik, STANDARD)
    tomorrow = TODAY + timedelta(days=1)
    new = replace(STANDARD, version=2, effective_from=tomorrow, expires_on=date(2027, 11, 1))
    with pytest.raises(NotYetEffective, match="LIB-004"):
        library.add_version(staff.erik, new)
    library.add_version(staff.erik, replace(new, state=SrdState.APPROVED))
    with pytest.raises(NotYetEffective):
        library.make_effective(staff.erik, "SRD-0901", "sv", 2)
    assert library.standard("SRD-0901", "sv").version == 1
    clock.forward(days=1)
    library.make_effective(staff.erik, "SRD-0901", "sv", 2)
    assert library.standard("SRD-0901", "sv").version == 2
    assert library.standard("SRD-0901", "sv", 1).state is SrdState.SUPERSEDED


def test_srd_3_withdrawn_at_once_and_with_a_reason(library, staff, office):
    library.add_version(staff.erik, STANDARD)
    with pytest.raises(ReasonMissing):
        library.withdraw(staff.erik, "SRD-0901", "sv", " ")
    library.withdraw(staff.erik, "SRD-0901", "sv", "new safety data")
    assert library.standards("provin") == []
    assert library.standard("SRD-0901", "sv").state is SrdState.WITHDRAWN
    [*_, line] = office.trail.lines(Wanted(key="SRD-0901/sv/1"))
    assert line.reason == "new safety data"


def test_srd_6_translation_pins_its_source_and_goes_stale_with_it(library, staff):
    with pytest.raises(SourceMissing, match="LIB-007"):
        library.add_version(staff.erik, translated())
    library.add_version(staff.erik, english())
    library.add_version(staff.erik, translated())
    assert not library.standard("SRD-0901", "sv").stale
    library.add_version(staff.erik, english(version=2))
    assert library.standard("SRD-0901", "sv").stale
    assert [s.language for s in library.standards("provin")] == ["en"]
    library.add_version(staff.erik, translated(version=2, source=2))
    assert {s.language for s in library.standards("provin")} == {"en", "sv"}


def test_suggestions_have_the_same_topic_first_then_its_kin(library, staff):
    for number, topic in ((1, "PHC-EXC"), (2, "DOS-MISSED"), (3, "DOS-RENAL")):
        library.add_version(staff.erik, replace(STANDARD, id=f"SRD-{number}", topic=topic))
    found = library.suggest("provin", "DOS-RENAL", "sv", "hcp")
    assert [s.topic for s in found] == ["DOS-RENAL", "DOS-MISSED", "PHC-EXC"]
    assert library.suggest("other", "DOS-RENAL", "sv", "hcp") == []
    assert library.suggest("provin", "DOS-RENAL", "en", "hcp") == []


def test_uns_5_patients_are_offered_nothing_off_label(library, staff):
    both = replace(STANDARD, audience=("hcp", "patient"))
    library.add_version(staff.erik, replace(both, id="SRD-1", off_label=True))
    library.add_version(staff.erik, replace(both, id="SRD-2"))
    library.add_version(staff.erik, replace(STANDARD, id="SRD-3"))
    assert [s.id for s in library.suggest("provin", "", "sv", "patient")] == ["SRD-2"]
    assert len(library.suggest("provin", "", "sv", "hcp")) == 3


def test_only_keepers_change_the_library(library, staff):
    with pytest.raises(NotPermitted):
        library.add_version(staff.anna, STANDARD)
    with pytest.raises(NotPermitted):
        library.withdraw(staff.anna, "SRD-0901", "sv", "why not")


def test_standard_response_is_found_by_its_words(library, staff, office):
    library.add_version(staff.erik, STANDARD)
    with office.database.read() as session:
        (found,) = office.index.find(session, "dosjustering", ("standard",))
    assert found.ref == "SRD-0901/sv"


def version_file(folder, **change):
    version = {
        "version": 2, "state": "effective", "effective_from": "2026-03-02",
        "expires_on": "2027-02-28", "approved_by": "erik", "audience": ["hcp"],
        "off_label": False, "label_version": "7", "search_date": "2026-02-09", "source": None,
        "sections": [{"heading": "Data", "paragraphs": ["Text [1]."]}],
        "references": [{"number": 1, "citation": "A", "doi": None, "retrieved": None}],
    }  # fmt: skip
    translation = {**version, "source": {"language": "en", "version": 2}}
    raw = {
        "id": "SRD-0903", "product": "provin", "topic": {"code": "DOS", "sub": "DOS-RENAL"},
        "title": {"en": "A", "sv": "B"}, "languages": {"sv": translation, "en": version},
        **change,
    }  # fmt: skip
    (folder / "SRD-0903.json").write_text(json.dumps(raw), encoding="utf-8")
    return folder


def test_folder_is_loaded_once(library, staff, tmp_path):
    folder = version_file(tmp_path)
    assert len(library.load(staff.erik, folder)) == 2
    assert library.load(staff.erik, folder) == []
    found = library.standard("SRD-0903", "sv")
    assert (found.topic, found.source_language, found.source_version) == ("DOS-RENAL", "en", 2)


def test_file_that_is_no_standard_response_is_named_and_nothing_is_loaded(library, staff, tmp_path):
    version_file(tmp_path)
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    with pytest.raises(LibraryFileUnreadable, match=r"LIB-006: The file broken\.json"):
        library.load(staff.erik, tmp_path)
    with pytest.raises(StandardMissing):
        library.standard("SRD-0903", "sv")
