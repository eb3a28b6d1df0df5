"""Reconciliation: nasty lists read without a guess, the match, the signature (REC-1, REC-2)."""

import csv
import hashlib
import io
from datetime import date, timedelta

import openpyxl
import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mi_desktop.people import Meaning
from mi_desktop.people.errors import SignatureRefused
from mi_desktop.safety import HandOffKind, Result
from mi_desktop.safety.errors import (
    ColumnsNotKnown,
    ColumnTwice,
    LinesOpen,
    ListEmpty,
    ListUnreadable,
    PeriodTurned,
    RunSigned,
    WordsNeeded,
)
from mi_desktop.safety.lists import read_list, recognised
from mi_desktop.safety.matching import match
from mi_desktop.safety.reconciling import Cause, Field, Order, Ours, Row
from tests.conftest import PASSPHRASE

TODAY = date(2026, 11, 23)
HEAD = "MI number;Awareness date;Product;Serious;Case ID"
GOOD = "AE-SE-2026-00001;2026-11-16;zelvimar;no;PV-1"


def text(*rows: str, head: str = HEAD) -> bytes:
    return "\r\n".join((head, *rows)).encode()


def read(data: bytes, **order):
    return read_list("list.csv", data, Order(**order), TODAY)


def troubles(data: bytes, **order) -> list[tuple[int, str | None, str]]:
    return [
        (row.number, t.field, str(t.words))
        for row in read(data, **order).rows
        for t in row.troubles
    ]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252")],
)
@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_rec_2_any_encoding_and_delimiter(encoding, said, mark):
    """REC-2: Swedish letters in a quoted field that holds the delimiter itself."""
    rows = [["Vårt nummer", "Kännedomsdatum", "Läkemedel"],
            ["AE-SE-2026-00001", "2026-11-16", f"Zelvimar{mark} åäö"]]  # fmt: skip
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows(rows)
    reading = read(out.getvalue().encode(encoding))
    assert reading.rows[0].facts[Field.PRODUCT] == f"Zelvimar{mark} åäö"
    assert not reading.rows[0].troubles
    assert said in str(reading.how)


def workbook(*rows: list[object], more: bool = False) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if more:
        book.create_sheet("other").append(["something"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_rec_2_a_workbook_with_true_days_and_numbers():
    heads = ["MI number", "Awareness date", "Version", "Serious"]
    reading = read(workbook(heads, ["AE-SE-2026-00001", date(2026, 11, 16), 1.0, True]))
    assert reading.rows[0].facts == {
        Field.NUMBER: "AE-SE-2026-00001",
        Field.AWARENESS: "2026-11-16",
        Field.VERSION: "1",
        Field.SERIOUS: "yes",
    }


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 no workbook",
        b"\x00\x01\x02 no text",
        b"\xff\xfe\x00",
        text('"AE-SE-2026-00001;2026-11-16'),
        workbook(["a"], ["b"], more=True),
    ],
)
def test_a_list_that_cannot_be_read_is_said_to_be_so(data):
    with pytest.raises(ListUnreadable):
        read(data)


@pytest.mark.parametrize("data", [b"", b"\n\n", text(), text(";;;;", "  ;;;;"), workbook()])
def test_an_empty_list_is_never_taken_for_agreement(data):
    with pytest.raises(ListEmpty):
        read(data)


def test_shifted_columns_are_told_at_their_row_and_the_row_stays():
    rows = (
        GOOD,
        "AE-SE-2026-00002;extra;2026-11-16;zelvimar;no;PV-2",
        "AE-SE-2026-00003;2026-11-16",
    )
    reading = read(text(*rows))
    assert [r.number for r in reading.rows if r.troubles] == [3, 4]
    assert all("shifted" in str(r.troubles[0].words) for r in reading.rows[1:])
    assert [r.facts[Field.NUMBER][-1] for r in reading.rows] == ["1", "2", "3"]


def test_columns_that_changed_places_under_their_headings_are_told_at_the_field():
    found = troubles(text("2026-11-16;AE-SE-2026-00001;zelvimar;no;PV-1"))
    assert [(row, field) for row, field, _ in found] == [(2, Field.NUMBER), (2, Field.AWARENESS)]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("16/11/2026", "not a day written 2026-11-16"),
        ("16 Nov 2026", "not a day"),
        ("2026-11-31", "not a day"),
        ("20261116", "not a day"),
        ("2026-11-24", "lies in the future"),
        ("", "empty"),
    ],
)
def test_days_in_other_forms_are_not_guessed(day, said):
    [(row, field, words)] = troubles(text(f"AE-SE-2026-00001;{day};zelvimar;no;PV-1"))
    assert (row, field) == (2, Field.AWARENESS)
    assert said in words


def test_a_form_of_days_that_a_person_names_is_read():
    data = text("AE-SE-2026-00001;03/04/2026;zelvimar;no;PV-1")
    assert read(data, days="%d/%m/%Y").rows[0].facts[Field.AWARENESS] == "2026-04-03"
    assert read(data, days="%m/%d/%Y").rows[0].facts[Field.AWARENESS] == "2026-03-04"


@pytest.mark.parametrize("said", ["perhaps", "2"])
def test_serious_is_yes_or_no(said):
    [(_, field, words)] = troubles(text(f"AE-SE-2026-00001;2026-11-16;zelvimar;{said};PV-1"))
    assert (field, said in words) == (Field.SERIOUS, True)


def test_received_before_awareness_is_told():
    head = "MI number;Awareness date;Date received"
    [(_, field, _)] = troubles(text("AE-SE-2026-00001;2026-11-16;2026-11-15", head=head))
    assert field == Field.RECEIVED


def test_columns_not_recognised_are_asked_for_and_a_persons_word_counts():
    data = text("AE-SE-2026-00001;2026-11-16", head="Sak;Dag")
    with pytest.raises(ColumnsNotKnown) as caught:
        read(data)
    assert "Sak | Dag" in str(caught.value.words)
    assert not read(data, columns={Field.NUMBER: "Sak", Field.AWARENESS: "Dag"}).rows[0].troubles
    with pytest.raises(ColumnTwice):
        read(data, columns={Field.NUMBER: "Sak", Field.AWARENESS: "Sak"})
    with pytest.raises(ColumnTwice):
        read(text("a;b;c", head="MI number;MI number;Awareness date"))


def test_headings_are_known_in_both_languages():
    assert recognised(["Vårt nummer", "Kännedomsdatum", "Allvarlig", "Ärendenummer"]) == {
        Field.NUMBER: "Vårt nummer",
        Field.AWARENESS: "Kännedomsdatum",
        Field.SERIOUS: "Allvarlig",
        Field.REFERENCE: "Ärendenummer",
    }


def ours(n: int, **facts: str) -> Ours:
    base = {Field.NUMBER: f"AE-SE-2026-{n:05}", Field.AWARENESS: "2026-11-16",
            Field.SERIOUS: "no", Field.VERSION: "1"}  # fmt: skip
    return Ours(base | {Field(k): v for k, v in facts.items()}, ("Zelvimar",), f"MI-SE-2026-{n:05}")


def theirs(at: int, number: str, **facts: str) -> Row:
    base = {Field.NUMBER: number, Field.AWARENESS: "2026-11-16"}
    return Row(at, base | {Field(k): v for k, v in facts.items()})


def test_rec_2_each_class():
    rows = [
        theirs(2, "AE-SE-2026-00001", product="ZELVIMAR"),
        theirs(3, "AE-SE-2026-00002", **{"awareness date": "2026-11-17"}),
        theirs(4, "AE-SE-2026-00003", serious="yes"),
        theirs(5, "AE-SE-2026-00004"),
        theirs(6, "AE-SE-2026-00004"),
        theirs(7, "AE-SE-2026-00099"),
        theirs(8, "MI-SE-2026-00005", product="Brontiqa"),
        theirs(9, ""),
    ]
    found = match(rows, [ours(n) for n in range(1, 7)], Order())
    assert [(x.row, x.result) for x in found] == [
        (2, Result.MATCH),
        (3, Result.DATE_MISMATCH),
        (4, Result.CONTENT_MISMATCH),
        (5, Result.DUPLICATE),
        (6, Result.DUPLICATE),
        (7, Result.MISSING_IN_MI),
        (8, Result.CONTENT_MISMATCH),
        (9, Result.MISSING_IN_MI),
        (0, Result.MISSING_IN_PV),
    ]
    assert found[-1].number == "AE-SE-2026-00006"
    assert (found[1].differs[0].ours, found[1].differs[0].theirs) == ("2026-11-16", "2026-11-17")


@given(
    st.lists(st.integers(1, 9), max_size=9),
    st.lists(st.integers(1, 9), unique=True, max_size=9),
)
def test_rec_2_nothing_is_dropped_on_either_side(listed, known):
    rows = [theirs(n, f"AE-SE-2026-{k:05}") for n, k in enumerate(listed, 2)]
    found = match(rows, [ours(k) for k in known], Order())
    assert sorted(x.row for x in found if x.row) == [r.number for r in rows]
    assert {x.number for x in found} == {f"AE-SE-2026-{k:05}" for k in {*listed, *known}}
    assert [x.position for x in found] == list(range(1, len(found) + 1))


def test_the_period_counts_our_side_alone():
    order = Order(since=date(2026, 12, 1))
    found = match([theirs(2, "AE-SE-2026-00001")], [ours(1), ours(2)], order)
    assert [x.result for x in found] == [Result.MATCH]


@pytest.fixture
def sent(hand):
    """Two hand-offs at the safety department: two patients of one inquiry."""
    hand.clean()
    hand.say(AE="yes", AE_SER="SER-NONE", **{f"AE_MIN_{n}": "met" for n in (1, 2, 3, 4)})
    first = hand.sign().handoffs[0]
    second = hand.safety.add_patient(hand.anna, first.id)
    for one in (first, second):
        hand.safety.send_handoff(hand.anna, one.id)
    return first, second


def test_rec_2_settled_signed_and_frozen(hand, sent, office):
    """REC-2: owner and cause on each line, then the signature over the CSV; PDF and CSV stay."""
    desk = hand.safety.reconciliation
    run = desk.compare(hand.anna, "pv.csv", text(GOOD), Order())
    assert run.number == "REC-SE-2026-00001"
    assert [x.result for x in run.lines] == [Result.MATCH, Result.MISSING_IN_PV]
    with pytest.raises(LinesOpen):
        desk.sign(hand.anna, run.id, PASSPHRASE)
    with pytest.raises(WordsNeeded):
        desk.settle(hand.anna, (run.id, 2), " ", Cause.NOT_ENTERED)
    desk.settle(hand.anna, (run.id, 2), "Sara Holm", Cause.NOT_ENTERED, "=1+1")
    with pytest.raises(SignatureRefused):
        desk.sign(hand.anna, run.id, "not the passphrase")
    signed = desk.sign(hand.anna, run.id, PASSPHRASE)
    table = desk.csv(run.id)
    assert signed.signature.meaning is Meaning.RECONCILED
    assert signed.signature.sha256 == hashlib.sha256(table).hexdigest()
    assert "'=1+1" in table.decode("utf-8-sig"), "no formula for a sheet program"
    with pdfplumber.open(io.BytesIO(desk.pdf(run.id))) as pdf:
        printed = "\n".join(page.extract_text() for page in pdf.pages)
    for told in ("REC-SE-2026-00001", "AE-SE-2026-00002", "missing in pv", "Anna Lindqvist",
                 "Sara Holm", signed.signature.sha256[:20]):  # fmt: skip
        assert told in printed.replace("\n", "") or told in printed
    for change in (
        lambda: desk.settle(hand.anna, (run.id, 2), "Anna", Cause.OTHER),
        lambda: desk.close_line(hand.anna, (run.id, 2)),
        lambda: desk.sign(hand.anna, run.id, PASSPHRASE),
    ):
        with pytest.raises(RunSigned):
            change()


def test_what_was_open_comes_back_and_is_closed_when_it_matches(hand, sent, clock):
    desk = hand.safety.reconciliation
    run = desk.compare(hand.anna, "november.csv", text(GOOD), Order())
    desk.settle(hand.anna, (run.id, 2), "Sara Holm", Cause.NOT_ENTERED)
    clock.forward(days=30)
    unknown = "AE-SE-2026-00077;2026-11-17;zelvimar;no;PV-77"
    second = desk.compare(hand.anna, "december.csv", text(GOOD, unknown), Order())
    back = second.lines[-1]
    assert (back.owner, back.carried_from, back.open) == ("Sara Holm", run.number, True)
    clock.forward(days=30)
    both = text(GOOD, GOOD.replace("00001", "00002").replace("PV-1", "PV-2"))
    third = desk.compare(hand.anna, "january.csv", both, Order())
    by_number = {x.number: x for x in third.lines}
    assert not by_number["AE-SE-2026-00002"].open
    assert by_number["AE-SE-2026-00002"].carried_from == run.number
    gone = by_number["AE-SE-2026-00077"]
    assert (gone.open, gone.carried_from) == (True, second.number), "not listed, still open"


def test_a_preview_keeps_nothing(hand, sent):
    desk = hand.safety.reconciliation
    reading, lines = desk.preview("pv.csv", text(GOOD), Order())
    assert reading.columns[Field.NUMBER] == "MI number"
    assert len(lines) == 2
    assert desk.runs() == []


def test_quality_has_its_own_list(hand, sent):
    run = hand.safety.reconciliation.compare(
        hand.anna, "qa.csv", text(GOOD), Order(kind=HandOffKind.QUALITY)
    )
    assert [x.result for x in run.lines] == [Result.MISSING_IN_MI]


def test_a_period_that_ends_before_it_begins_is_refused(hand):
    order = Order(since=TODAY, until=TODAY - timedelta(days=1))
    with pytest.raises(PeriodTurned):
        hand.safety.reconciliation.preview("pv.csv", text(GOOD), order)
