"""Search: forms of words, beginnings, exact words, snippets; the same in a file and on a server."""

import pytest

from mi_desktop.storage import Found, Office

TEXTS = {
    "p1": ("sv", "Patienten fick klåda och utslag efter två veckor med Zelvimar."),
    "p2": ("sv", "Frågan gäller klådan på armarna."),
    "p3": ("sv", "Klådframkallande ämnen ska undvikas."),
    "p4": ("en", "Two studies found no reaction in patients."),
    "p5": ("en", "The student asked about a study of tablets."),
    "p6": ("", "Doseringen av tabletter: se tabell 4. Ref MI-SE-2026-00012, anna@klinik.example"),
}


@pytest.fixture(autouse=True)
def texts(office: Office) -> None:
    with office.database.write("system", "test.index") as session:
        for ref, (language, body) in TEXTS.items():
            office.index.put(session, "mail", ref, (f"Brev {ref}", body), language)


def look(office: Office, words: str, *kinds: str, limit: int = 50) -> list[Found]:
    with office.database.read() as session:
        return office.index.find(session, words, kinds, limit)


def test_words_are_found_in_every_form_and_as_beginnings(office: Office) -> None:
    expected: dict[str, set[str]] = {
        "klådan": {"p1", "p2"},
        "klåda": {"p1", "p2"},
        "klåd": {"p1", "p2", "p3"},
        "klådf": {"p3"},
        "study": {"p4", "p5"},
        "studies": {"p4", "p5"},
        "tabletten": {"p5", "p6"},
        "dosering tablett": {"p6"},
        "00012": {"p6"},
        "MI-SE-2026-00012": {"p6"},
        "anna@klinik": {"p6"},
        "zelvimar klådan": {"p1"},
        "zelvimar student": set(),
        "brev p3": {"p3"},
        "'); DROP TABLE": set(),
        "&|!:*": set(),
    }
    assert {w: {hit.ref for hit in look(office, w)} for w in expected} == expected


def test_the_word_itself_comes_before_its_forms_and_a_title_before_all(office: Office) -> None:
    assert [h.ref for h in look(office, "klådan")] == ["p2", "p1"]
    with office.database.write("system", "test.index") as session:
        office.index.put(session, "letter", "l1", ("Klådan hos äldre", "Svar på er fråga"), "sv")
    hits = look(office, "klådan")
    assert [h.ref for h in hits] == ["l1", "p2", "p1"]
    assert [h.rank for h in hits] == sorted(h.rank for h in hits)


def test_a_snippet_marks_the_words_as_they_stand_in_the_text(office: Office) -> None:
    hits = {h.ref: h.snippet for h in look(office, "klådan")}
    assert hits["p1"] == "Patienten fick «klåda» och utslag efter två veckor med Zelvimar."
    assert hits["p2"] == "Frågan gäller «klådan» på armarna."
    (long,) = look(office, "doseringen 00012")
    assert "«Doseringen»" in long.snippet
    assert "«00012»" in long.snippet


def test_a_long_text_is_cut_around_its_first_hit(office: Office) -> None:
    body = "ord " * 500 + "njursvikt " + "mera " * 500
    with office.database.write("system", "test.index") as session:
        office.index.put(session, "mail", "long", ("Fax", body), "sv")
    (hit,) = look(office, "njursvikten")
    assert hit.snippet.startswith("…ord ord")
    assert "«njursvikt» mera" in hit.snippet
    assert hit.snippet.endswith("mera…")
    assert len(hit.snippet) < 160


def test_kinds_narrow_and_what_is_taken_out_is_found_no_more(office: Office) -> None:
    with office.database.write("system", "test.index") as session:
        office.index.put(session, "inquiry", "i1", ("MI-SE-2026-00013", "klåda"), "sv")
        office.index.remove(session, "mail", "p1")
        office.index.put(session, "mail", "p2", ("Fax", "något annat"))
    assert [h.ref for h in look(office, "klåda", "inquiry")] == ["i1"]
    assert {h.ref for h in look(office, "klåda", "mail", "letter")} == set()
    assert [h.ref for h in look(office, "klåda")] == ["i1"]


def test_a_rare_long_word_is_found_behind_hundreds_of_its_like(office: Office) -> None:
    """Beginnings are indexed to seven letters: the rest must not be lost behind newer texts."""
    with office.database.write("system", "test.index") as session:
        for n in range(320):
            office.index.put(session, "mail", f"n{n}", ("Fax", "njurfunktionen"), "sv")
        office.index.put(session, "mail", "p1", ("Fax", "njurfunktionsnedsättning"), "sv")
        for n in range(320):
            office.index.put(session, "mail", f"m{n}", ("Fax", "njurfunktionen"), "sv")
    assert [h.ref for h in look(office, "njurfunktionsned")] == ["p1"]
    assert len(look(office, "njurfunktion", limit=50)) == 50
