"""Ten thousand wrong passphrases: constant words, a growing pause, no hint (P11-11)."""

import multiprocessing
import os
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from nacl.pwhash import argon2id

from mi_desktop.people import PeopleService
from mi_desktop.people.errors import SignatureRefused
from mi_desktop.storage import Office, open_office
from mi_desktop.storage.errors import CannotWrite, TryLater, WrongPassphrase
from mi_desktop.storage.key_file import KeyFile
from mi_desktop.storage.tries import FREE, LONGEST_PAUSE, Tries, pause_after
from tests.conftest import CHEAP, PASSPHRASE, HeldClock, Staff

TRIES = 10_000
WORDS = "The name and passphrase do not open this office."


def test_p11_11_ten_thousand_wrong_passphrases(
    office: Office, staff: Staff, clock: HeldClock
) -> None:
    """P11-11: half for a name that is there, half for one that is not; one is like the other."""
    heard: dict[str, list[str]] = {"anna": [], "nobody": []}
    began, paused = clock.now, 0
    for n in range(TRIES // 2):
        for name, words in heard.items():
            # A window that is opened anew each time: the count survives it.
            key_file = KeyFile(office.folder, CHEAP, clock)
            try:
                key_file.unlock(f"wrong passphrase {n}", name)
            except WrongPassphrase as e:
                words.append(f"{e.words} {e.advice}")
            except TryLater as e:
                words.append(str(e.words))
                paused += 1
                if name == "nobody" and n % 5 == 0:
                    clock.forward(minutes=31)
    assert heard["anna"] == heard["nobody"]
    kinds = set(heard["anna"])
    assert len({w for w in kinds if w.startswith(WORDS)}) == 1
    looked_at = sum(w.startswith(WORDS) for w in heard["anna"])
    print(
        f"{TRIES} wrong passphrases: {2 * looked_at} looked at, {paused} sent away, "
        f"{len(kinds)} different answers, {(clock.now - began).days} days on the clock"
    )
    assert 2 * looked_at + paused == TRIES
    assert paused > TRIES / 3
    with pytest.raises(TryLater):
        KeyFile(office.folder, CHEAP, clock).unlock(PASSPHRASE, "anna")
    clock.forward(hours=1)
    opened = KeyFile(office.folder, CHEAP, clock).unlock(PASSPHRASE, "anna")
    assert (opened.owner, opened.refused_before) == (staff.anna.id, looked_at)


def test_p11_11_the_pause_grows_and_has_an_end() -> None:
    pauses = [pause_after(n) for n in range(100)]
    assert set(pauses[:FREE]) == {timedelta()}
    assert pauses[FREE] == timedelta(seconds=30)
    assert all(a <= b for a, b in pairwise(pauses))
    assert pauses[-1] == LONGEST_PAUSE


def test_an_unknown_name_costs_what_a_wrong_passphrase_costs(
    office: Office, staff: Staff, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One Argon2id of the same size each, whether the name is there, gone or unknown."""
    people = PeopleService(office, "Europe/Stockholm")
    people.staff.deactivate(staff.maria, staff.sara.id)
    costs: list[tuple[int, int]] = []
    kdf = argon2id.kdf

    def counted(size: int, passphrase: bytes, salt: bytes, passes: int, memory: int) -> bytes:
        costs.append((passes, memory))
        return kdf(size, passphrase, salt, passes, memory)

    monkeypatch.setattr(argon2id, "kdf", counted)
    spent = []
    for name in ("anna", "sara", "nobody"):
        for enter in (people.sign_in, lambda n, p: open_office(office.folder, p, clock, n)):
            costs.clear()
            with pytest.raises(WrongPassphrase) as caught:
                enter(name, "not this one at all")
            spent.append((str(caught.value.words), tuple(costs)))
    assert set(spent) == {(WORDS, ((CHEAP.passes, CHEAP.memory),))}


def test_p11_11_signatures_and_sign_ins_share_one_count(
    office: Office, people: PeopleService, staff: Staff, clock: HeldClock
) -> None:
    for n in range(FREE):
        with pytest.raises((SignatureRefused, WrongPassphrase)):
            (people.check if n % 2 else lambda u, p: people.sign_in(u.name, p))(staff.erik, "wrong")
    with pytest.raises(TryLater):
        people.check(staff.erik, PASSPHRASE)
    with pytest.raises(TryLater):
        people.sign_in("ERIK", PASSPHRASE)
    clock.forward(seconds=31)
    assert people.sign_in("erik", PASSPHRASE) == staff.erik
    assert people.refused_before(staff.erik) == FREE
    people.check(staff.erik, PASSPHRASE)
    actions = [line.action for line in office.audit_lines()]
    assert actions.count("people.sign_in_refused") == 3
    assert actions.count("people.signature_refused") == 2
    entered = [a for a in office.audit_lines() if a.action == "people.sign_in"][-1]
    assert entered.changes["refused_before"] == [None, FREE]


def _die_while_guessing(folder: Path, clock: HeldClock) -> None:
    with Tries(folder / "refused.json", clock).counted("anna"):
        os._exit(9)


def test_p11_11_ending_the_program_in_the_middle_saves_no_try(
    office: Office, staff: Staff, clock: HeldClock
) -> None:
    """P11-11: the try is written down before the passphrase is looked at."""
    for _ in range(FREE):
        child = multiprocessing.get_context("fork").Process(
            target=_die_while_guessing, args=(office.folder, clock)
        )
        child.start()
        child.join()
        assert child.exitcode == 9
    with pytest.raises(TryLater):
        open_office(office.folder, PASSPHRASE, clock, "anna")


def test_setting_the_clock_back_shortens_no_pause(
    office: Office, staff: Staff, clock: HeldClock
) -> None:
    key_file = KeyFile(office.folder, CHEAP, clock)
    for _ in range(FREE):
        with pytest.raises(WrongPassphrase):
            key_file.unlock("wrong", "anna")
    clock.forward(days=-365)
    with pytest.raises(TryLater):
        key_file.unlock(PASSPHRASE, "anna")
    clock.forward(seconds=31)
    assert key_file.unlock(PASSPHRASE, "anna").owner == staff.anna.id


def test_no_name_lies_readable_and_many_names_push_none_out(
    office: Office, staff: Staff, clock: HeldClock
) -> None:
    tries = Tries(office.folder / "refused.json", clock)
    for name in ["anna"] * 3 + [f"name{n}" for n in range(220)]:
        with pytest.raises(WrongPassphrase), tries.counted(name):
            raise WrongPassphrase
    content = (office.folder / "refused.json").read_bytes()
    assert b"anna" not in content
    assert len(content) < 50_000
    with tries.counted("anna") as before:
        assert before == 3


def test_what_cannot_be_counted_is_not_looked_at(
    office: Office, staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is no way around the count."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mi_desktop.storage.tries.write_whole", full)
    with pytest.raises(CannotWrite):
        office.key_file.unlock(PASSPHRASE, "anna")
