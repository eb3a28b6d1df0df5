"""The trail proves itself: what was done to it is found, and where; words can be destroyed."""

import hashlib
import hmac
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from mi_desktop.storage import AuditLine, Fault, Office, Wanted, create_office, open_office
from mi_desktop.storage.audit import DIGEST, START, digest, line_hash
from mi_desktop.storage.audit_reading import in_order
from mi_desktop.storage.checkpoint import KEPT_FILE
from mi_desktop.storage.errors import AcceptanceUnexplained, CheckpointUnusable, TrailDoubted
from tests.conftest import HeldClock, Staff


def do(office: Office, count: int, reason: str = "") -> None:
    """Some deeds, a line each."""
    for number in range(count):
        with office.database.write("anna", "test.note", reason) as session:
            office.database.note(session, "thing", f"t{number}")


def read(office: Office, key: str = "") -> list[AuditLine]:
    """The trail as people read it."""
    return office.trail.lines(Wanted(key=key))


def raw(office: Office, *statements: str) -> None:
    """What somebody does who has the key and takes the guards away."""
    guards = ["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete",
              "DROP TRIGGER audit_words_no_update"]  # fmt: skip
    if office.database.on_server:
        guards = ["ALTER TABLE audit DISABLE TRIGGER USER",
                  "ALTER TABLE audit_words DISABLE TRIGGER USER"]  # fmt: skip
    with office.database.engine.connect() as connection:
        for guard in guards:
            connection.exec_driver_sql(guard)
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.commit()


CHEATS = {
    "edited time": (4, Fault.CHANGED, ["UPDATE audit SET at = '2020-01-01' WHERE seq = 4"]),
    "edited user": (4, Fault.CHANGED, ["UPDATE audit SET by = 'erik' WHERE seq = 4"]),
    "edited change": (4, Fault.CHANGED, ["UPDATE audit SET changes = '{\"a\": 1}' WHERE seq = 4"]),
    "edited hash": (4, Fault.CHANGED, ["UPDATE audit SET hash = reason WHERE seq = 4"]),
    "removed": (4, Fault.MISSING, ["DELETE FROM audit WHERE seq = 4"]),
    "removed and closed up": (
        4,
        Fault.CHANGED,
        ["DELETE FROM audit WHERE seq = 4", "UPDATE audit SET seq = -seq WHERE seq > 4",
         "UPDATE audit SET seq = -seq - 1 WHERE seq < 0"],
    ),
    "reordered": (
        4,
        Fault.CHANGED,
        ["UPDATE audit SET seq = -1 WHERE seq = 4", "UPDATE audit SET seq = 4 WHERE seq = 7",
         "UPDATE audit SET seq = 7 WHERE seq = -1"],
    ),
    "put in": (
        4,
        Fault.CHANGED,
        ["UPDATE audit SET seq = -seq WHERE seq > 3", "UPDATE audit SET seq = -seq + 1"
         " WHERE seq < 0", "INSERT INTO audit SELECT 4, at, by, action, entity, key, changes,"
         " reason, hash FROM audit WHERE seq = 3"],
    ),
    "put in before the first": (
        0,
        Fault.EXTRA,
        ["INSERT INTO audit SELECT 0, at, by, action, entity, key, changes, reason, hash"
         " FROM audit WHERE seq = 1"],
    ),
    "put in at the end": (
        9,
        Fault.CHANGED,
        ["INSERT INTO audit SELECT 9, at, by, action, entity, key, changes, reason, hash"
         " FROM audit WHERE seq = 8"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("cheat", CHEATS)
def test_p11_03_verify_names_the_first_broken_line(office: Office, cheat: str) -> None:
    """P11-03: edits, removals, another order, insertions."""
    line, fault, statements = CHEATS[cheat]
    do(office, 8)
    assert office.verify_audit().broken_at is None
    raw(office, *statements)
    report = office.verify_audit()
    assert (report.broken_at, report.fault) == (line, fault)
    assert str(line) in str(report.words)


def test_p11_03_a_tail_that_was_cut_off_is_missed(office: Office) -> None:
    """P11-03: nothing in the chain shows it; the checkpoint beside the records does."""
    do(office, 8)
    office.trail.end()
    raw(office, "DELETE FROM audit WHERE seq > 5")
    report = office.verify_audit()
    assert (report.broken_at, report.fault) == (6, Fault.CUT_OFF)
    (office.folder / KEPT_FILE).unlink()
    blind = office.verify_audit()
    assert blind.broken_at is None
    assert [str(w) for w in blind.warnings] == ["No checkpoint is kept beside the records."]


def test_p11_03_checkpoints_kept_outside_find_a_replaced_database(
    office: Office, clock: HeldClock, tmp_path: Path
) -> None:
    """P11-03: as a file, and as a code typed from paper."""
    if office.database.on_server:
        pytest.skip("a server's database is no file to be exchanged")
    do(office, 5)
    office.database.engine.dispose()
    older = (office.folder / "office.db").read_bytes()
    do(office, 5)
    made = office.trail.checkpoint("anna")
    assert office.trail.verify([made.line()], [made.code]).broken_at is None
    office.database.close()
    for file in office.folder.glob("office.db*"):
        file.unlink()
    (office.folder / "office.db").write_bytes(older)
    (office.folder / KEPT_FILE).unlink()
    assert office.trail.verify().broken_at is None
    cut = office.trail.verify([made.line()])
    assert (cut.broken_at, cut.fault) == (6, Fault.CUT_OFF)
    do(office, 20)
    for known in ({"files": [made.line()]}, {"codes": [made.code.lower().replace("0", "o")]}):
        replaced = office.trail.verify(**known)
        assert (replaced.broken_at, replaced.fault) == (made.seq, Fault.REPLACED)


def test_p11_03_a_trail_that_was_written_anew_is_whole_but_not_the_one(office: Office) -> None:
    """P11-03: whoever has the key can reckon every hash again."""
    do(office, 6)
    made = office.trail.checkpoint("anna")
    with office.database.engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT seq, at, 'nobody', action, entity, key, changes, reason FROM audit ORDER BY 1"
        ).all()
    head, forged = START, []
    for seq, at, *facts in rows:
        stamp = f"{str(at)[:10]}T{str(at)[11:19]}+00:00"
        parts = [head, str(seq), stamp, *facts]
        head = hashlib.sha256(json.dumps(parts).encode()).hexdigest()
        forged.append(f"UPDATE audit SET by = 'nobody', hash = '{head}' WHERE seq = {seq}")
    raw(office, *forged)
    (office.folder / KEPT_FILE).unlink()
    assert office.verify_audit().broken_at is None
    report = office.trail.verify([made.line()])
    assert (report.broken_at, report.fault) == (made.seq, Fault.REPLACED)


def test_a_checkpoint_of_another_office_or_a_forged_one_is_refused(
    office: Office, clock: HeldClock, tmp_path: Path
) -> None:
    do(office, 2)
    made = office.trail.checkpoint("anna")
    facts = json.loads(made.line())
    for wrong in (
        b"",
        b"not one",
        b"[]",
        json.dumps({**facts, "seq": 1}).encode(),
        json.dumps({**facts, "at": "2020-01-01T00:00:00+00:00"}).encode(),
        json.dumps({**facts, "signature": "zz"}).encode(),
        json.dumps({**facts, "head": "00" * 32}).encode(),
    ):
        with pytest.raises(CheckpointUnusable):
            office.trail.verify([wrong])
    other = create_office(tmp_path / "other", clock)
    do(other, 5)
    with pytest.raises(CheckpointUnusable, match="another office"):
        other.trail.verify([made.line()])
    mistyped = made.code[:-1] + ("A" if made.code[-1] != "A" else "B")
    for code in (mistyped, made.code[:-1], "", "ÅÄÖ!"):
        with pytest.raises(CheckpointUnusable):
            office.trail.verify(codes=[code])
    other.close()


def test_a_checkpoint_on_paper_is_read_back_by_a_camera(office: Office) -> None:
    do(office, 3)
    made = office.trail.checkpoint("anna")
    page = pypdfium2.PdfDocument(office.trail.sheet(made, "Kontoret i Uppsala"))[0]
    assert made.code in page.get_textpage().get_text_range()
    [code] = zxingcpp.read_barcodes(page.render(scale=2).to_pil())
    assert office.trail.verify([code.bytes]).broken_at is None


def test_p11_03_the_kept_checkpoint_lags_and_never_leads(office: Office) -> None:
    """P11-03: what a crash takes back was never vouched for."""
    do(office, 3)
    with pytest.raises(ZeroDivisionError), office.database.write("a", "test.fail") as session:
        office.database.note(session, "thing", "never")
        1 / 0  # noqa: B018
    office.trail.end()
    assert office.verify_audit().broken_at is None
    kept = [json.loads(line) for line in (office.folder / KEPT_FILE).read_bytes().splitlines()]
    assert [line["seq"] for line in kept] == sorted({line["seq"] for line in kept})
    assert kept[-1]["seq"] == 3
    # A machine that stops in the middle of writing leaves a line without an end.
    with (office.folder / KEPT_FILE).open("ab") as file:
        file.write(b'{"format": "mi-desk')
    assert office.verify_audit().warnings == ()


def test_p11_03_a_doubted_trail_is_said_until_it_is_accepted_with_a_reason(
    office: Office,
) -> None:
    """P11-03: an older database in the place of this one, and going on with it."""
    do(office, 8)
    office.trail.end()
    raw(office, "DELETE FROM audit WHERE seq > 5")
    do(office, 200)
    assert office.trail.doubt() is not None
    with pytest.raises(TrailDoubted):
        office.trail.checkpoint("maria")
    assert office.verify_audit().broken_at == 8
    with pytest.raises(AcceptanceUnexplained):
        office.trail.accept("maria", "")
    office.trail.accept("maria", "Backup of Monday restored by Maria")
    assert office.verify_audit().broken_at is None
    [line] = [a for a in read(office) if a.action == "audit.accept"]
    assert line.changes["seq"] == [8, None]
    assert line.reason.startswith("Backup of Monday")


@pytest.mark.parametrize(
    ("moved", "action"),
    [(timedelta(hours=-1), "clock.back"), (timedelta(days=60), "clock.ahead")],
)
def test_p11_04_a_clock_that_jumps_has_a_line_of_its_own(
    office: Office, clock: HeldClock, moved: timedelta, action: str
) -> None:
    """P11-04: set back an hour, or two months ahead; an evening is neither."""
    do(office, 2)
    clock.forward(hours=16)
    do(office, 1)
    before = clock.now
    clock.now += moved
    do(office, 2)
    [line] = [a for a in read(office) if a.entity == "clock"]
    assert (line.by, line.action, line.seq) == ("system", action, 4)
    assert line.changes["at"] == [before.isoformat(), clock.now.isoformat()]
    report = office.verify_audit()
    assert report.broken_at is None
    assert [(jump.seq, jump.ahead) for jump in report.jumps] == [(4, moved > timedelta())]


def written(office: Office) -> str:
    """The chain as it lies in the database."""
    with office.database.engine.connect() as connection:
        return repr(connection.exec_driver_sql("SELECT * FROM audit").all())


def test_gd_05_reasons_and_values_are_words_until_they_are_destroyed(
    office: Office, staff: Staff
) -> None:
    """GD-05: the chain never holds them, forgetting them does not break it."""
    key = staff.anna.id
    with office.database.write(staff.maria.id, "test.change", "Anna gifte sig") as session:
        session.execute(text("SELECT 1"))
        office.database.note(session, "user", key)
    assert "Lindqvist" not in written(office)
    assert "gifte" not in written(office)
    lines = read(office, key)
    assert [a.changes["full_name"][1] for a in lines if "full_name" in a.changes] == [
        "Anna Lindqvist"
    ]
    assert lines[-1].reason == "Anna gifte sig"
    with office.database.write(staff.maria.id, "test.erase") as session:
        assert office.database.chain.forget(session, [("user", key)]) >= 2
    after = read(office, key)
    assert "Lindqvist" not in repr(after)
    assert "gifte" not in repr(after)
    assert after[len(lines) - 1].reason.startswith("digest:")
    assert [a.action for a in after][-1] == "test.erase"
    assert "Erik Berg" in repr(read(office)), "others keep theirs"
    assert office.verify_audit().broken_at is None


def test_gd_05_a_digest_says_nothing_once_its_salt_is_gone(office: Office) -> None:
    """GD-05: the same words in two deeds have two digests, so nobody can try them out."""
    do(office, 2, "because of Karin")
    digests = re.findall(r"digest:\w+", written(office))
    assert len(set(digests)) == 2


def test_words_that_were_exchanged_are_not_shown_and_their_line_is_named(office: Office) -> None:
    do(office, 3, "a true reason")
    with (
        pytest.raises(IntegrityError, match="cannot be changed"),
        office.database.write("system", "test.cheat") as session,
    ):
        session.execute(text("UPDATE audit_words SET words = 'x'"))
    raw(office, "UPDATE audit_words SET words = 'a false reason' WHERE seq = 2")
    report = office.verify_audit()
    assert (report.broken_at, report.fault) == (2, Fault.WORDS)
    assert "false" not in repr(read(office))


def test_p11_05_lines_are_found_and_paged(office: Office, staff: Staff, clock: HeldClock) -> None:
    """P11-05: by user, action, record, time and words, a page at a time."""
    clock.forward(hours=1)
    since = clock.now
    do(office, 5, "Karin rang")
    find: Callable[..., list[int]] = lambda **w: [  # noqa: E731
        line.seq for line in office.trail.newest(Wanted(**w))
    ]
    last = read(office)[-1].seq
    assert find(action="test.note") == find(since=since) == list(range(last, last - 5, -1))
    assert find(until=since, action="test.note") == []
    assert find(words="karin RANG") == find(by="anna")
    assert find(words="lindqvist") == find(key=staff.anna.id)
    assert find(words="50%") == []
    assert office.trail.how_many(Wanted(entity="thing")) == 5
    with office.database.read() as session:
        assert [a.seq for a in in_order(session, Wanted())] == list(range(1, last + 1))
    second = office.trail.newest(Wanted(), before=3)
    assert [line.seq for line in second] == [2, 1]


def test_the_trail_is_taken_away_with_or_without_words(office: Office) -> None:
    do(office, 2, "Karin rang")
    with_words = office.trail.export("maria", Wanted(entity="thing"))
    assert "Karin rang" in with_words.csv.decode()
    without = office.trail.export("maria", Wanted(), with_words=False)
    assert "Karin" not in without.csv.decode()
    assert [a.action for a in without.lines][-2:] == ["audit.export"] * 2


def test_an_office_opens_again_over_its_checkpoints(office: Office, staff: Staff) -> None:
    office.close()
    again = open_office(office.folder, "correct horse battery", HeldClock())
    assert again.trail.doubt() is None
    assert again.verify_audit().warnings == ()
    again.close()


def test_line_hash_is_the_documented_one() -> None:
    at = HeldClock().now
    parts = [START, "1", at.isoformat(), "a", "b", "c", "d", "{}", ""]
    expected = hashlib.sha256(json.dumps(parts).encode()).hexdigest()
    assert line_hash(START, 1, at, ("a", "b", "c", "d", "{}", "")) == expected


def test_gd_05_digests_and_hashes_are_what_any_other_program_makes_of_them() -> None:
    """GD-05: HMAC-SHA-256 under the salt; P11-03: SHA-256 of a JSON list of texts."""
    for said in ("", 'Åsa "Ek"\n\\\u2028\x00', "x" * 3000):
        for salt in (bytes(16), bytes(range(16))):
            mac = hmac.new(salt, said.encode(), "sha256").hexdigest()[:32]
            assert digest(salt, said) == DIGEST + mac
        at = datetime(2026, 11, 16, 8, 0, 0, 7, tzinfo=UTC)
        listed = json.dumps(["0" * 64, "7", at.isoformat(), said, ""], ensure_ascii=False)
        kept = hashlib.sha256(listed.encode()).hexdigest()
        assert line_hash("0" * 64, 7, at, (said, "")) == kept
