"""What is tried first is refused as a passphrase; passphrases may age (P11-10)."""

from datetime import timedelta

import pytest

from mi_desktop.people import Meaning, PeopleService, Policy, SignatureRefused
from mi_desktop.people.errors import PassphraseGuessable, PassphraseOld, PassphraseShort
from mi_desktop.storage import Office
from tests.conftest import PASSPHRASE, HeldClock, Staff

OFFICE = Policy(lambda: ["Exempelia Pharma AB", "Zelvimar"])


@pytest.mark.parametrize(
    "typed",
    [
        "passwordpassword",
        "Password12345!",
        "P@ssw0rd2026!!",
        "qwertyuiop123",
        "asdfghjklöä1",
        "123456789012",
        "aaaaaaaaaaaaaa",
        "Sommar2026!!",
        "välkommen2027",
        "Hemligt lösenord 1",
        "Exempelia2026!",
        "zelvimar-zelvimar",
        "AnnaLindqvist1",
        "lindqvist.anna.99",
        "admin admin admin",
        "läkemedel 2026",
    ],
)
def test_what_is_tried_first_is_refused_p11_10(typed: str) -> None:
    """P11-10: words of the list, runs of keys, years, the names of user, office and product."""
    with pytest.raises(PassphraseGuessable):
        OFFICE.check(typed, "anna", "Anna Lindqvist")


@pytest.mark.parametrize(
    "typed",
    [
        PASSPHRASE,
        "häst batteri gaffel moln",
        "an entirely new passphrase",
        "demonstration only",
        "7Jd!kq0-Wz9pLx",
        "gurkan seglar hem 2026",
    ],
)
def test_unrelated_words_are_taken_p11_10(typed: str) -> None:
    """P11-10: length and words that nobody expects; no forced signs."""
    OFFICE.check(typed, "anna", "Anna Lindqvist")


def test_every_way_to_a_passphrase_asks_p11_10(people: PeopleService, staff: Staff) -> None:
    """P11-10: a new user, one's own change, another's reset, coming back."""
    bad = "Sommar2026!!"
    who = ("new", "New One", staff.anna.roles)
    for ask in (
        lambda: people.add(staff.maria, who, bad),
        lambda: people.keys.change_passphrase(staff.anna, PASSPHRASE, bad),
        lambda: people.keys.reset_passphrase(staff.maria, staff.anna.id, bad),
        lambda: people.staff.reactivate(staff.maria, staff.anna.id, bad),
    ):
        with pytest.raises(PassphraseGuessable):
            ask()
    with pytest.raises(PassphraseShort):
        OFFICE.check("häst moln 7")
    assert people.sign_in("anna", PASSPHRASE).name == "anna"


def test_ageing_is_off_and_can_be_set_p11_10(
    office: Office, staff: Staff, clock: HeldClock
) -> None:
    """P11-10: nothing is forced unless the office wants it; an old one lets in, signs nothing."""
    ageing = PeopleService(office, "Europe/Stockholm", Policy(days=90))
    clock.forward(days=91)
    plain = PeopleService(office, "Europe/Stockholm")
    erik = plain.by_name("erik")
    assert not plain.keys.overdue(erik)
    plain.check(erik, PASSPHRASE)
    assert ageing.keys.overdue(erik)
    assert ageing.sign_in("erik", PASSPHRASE).id == erik.id
    with pytest.raises(PassphraseOld):
        ageing.check(erik, PASSPHRASE)
    with pytest.raises(SignatureRefused):
        ageing.check(erik, "not his at all, this one")
    ageing.keys.change_passphrase(erik, PASSPHRASE, "gaffel moln batteri")
    ageing.check(ageing.by_name("erik"), "gaffel moln batteri")
    with office.database.write(erik.id, "test.sign") as session:
        assert ageing.sign(session, erik, Meaning.APPROVED, ("letter/none", "0" * 64)).id


def test_sign_ins_say_how_the_clock_is_set_p11_04(
    office: Office, people: PeopleService, staff: Staff
) -> None:
    """P11-04: source and zone stand in the line of each sign-in and of each checkpoint."""
    people.sign_in("anna", PASSPHRASE)
    people.trail.checkpoint(staff.maria)
    said = {a.action: a.changes for a in office.audit_lines()}
    states = {"synchronised", "not synchronised", "not known"}
    assert said["people.sign_in"]["clock"][1] in states
    assert said["people.sign_in"]["zone"] == [None, "Europe/Stockholm"]
    assert said["audit.checkpoint"]["clock"][1] in states
    assert people.last_sign_ins() == {staff.anna.id: office.database.clock() + timedelta()}
