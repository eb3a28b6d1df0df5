"""Who works here: names and ids are used once, roles change, people leave and come back."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from mi_desktop.people import Meaning, PeopleService, Role, User
from mi_desktop.people.errors import (
    LastAdministrator,
    NameTaken,
    NameUnfit,
    NoRoles,
    NotPermitted,
    SignatureRefused,
    UserGone,
)
from mi_desktop.people.model import SAYS
from mi_desktop.storage import Office, open_office
from mi_desktop.storage.errors import RecordMissing, WrongPassphrase
from tests.conftest import PASSPHRASE, Staff

NEW = "an entirely new passphrase"
SIGNED = ("letter/1", "ab" * 32)


def sign(office: Office, people: PeopleService, user: User, meaning: Meaning) -> None:
    with office.database.write(user.id, "test.sign") as session:
        people.sign(session, user, meaning, SIGNED)


def test_p11_09_a_name_is_never_used_again(
    office: Office, people: PeopleService, staff: Staff
) -> None:
    """P11-09: neither by another, nor after its user left, nor in other capitals."""
    people.staff.deactivate(staff.maria, staff.anna.id)
    for name in ("anna", "Anna", "ANNA"):
        with pytest.raises(NameTaken):
            people.add(staff.maria, (name, "Another Anna", frozenset({Role.INTAKE})), PASSPHRASE)
    back = people.staff.reactivate(staff.maria, staff.anna.id, NEW)
    assert (back.id, back.full_name) == (staff.anna.id, "Anna Lindqvist")


def test_p11_09_the_database_itself_keeps_users_and_names(office: Office, staff: Staff) -> None:
    """P11-09: below the program, too."""
    for statement in (
        'DELETE FROM "user"',
        "UPDATE \"user\" SET name = 'anna2' WHERE name = 'anna'",
        "UPDATE \"user\" SET id = 'other' WHERE name = 'anna'",
    ):
        with (
            pytest.raises(IntegrityError, match="never"),
            office.database.write("system", "test.cheat") as session,
        ):
            session.execute(text(statement))


@pytest.mark.parametrize("name", ["", "a", "two words", "x" * 41, "-anna", "an\u0301na"])
def test_a_name_that_could_be_mistaken_is_refused(
    people: PeopleService, staff: Staff, name: str
) -> None:
    with pytest.raises(NameUnfit):
        people.add(staff.maria, (name, "A. Name", frozenset({Role.INTAKE})), PASSPHRASE)


def test_who_left_comes_in_neither_by_passphrase_nor_by_signature(
    office: Office, people: PeopleService, staff: Staff
) -> None:
    people.staff.deactivate(staff.maria, staff.anna.id)
    with pytest.raises(WrongPassphrase):
        people.sign_in("anna", PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        open_office(office.folder, PASSPHRASE, office.database.clock, "anna")
    with pytest.raises(SignatureRefused):
        people.check(staff.anna, PASSPHRASE)
    with pytest.raises(UserGone):
        people.keys.reset_passphrase(staff.maria, staff.anna.id, NEW)
    people.staff.reactivate(staff.maria, staff.anna.id, NEW)
    assert people.sign_in("anna", NEW).active


def test_somebody_always_can_let_others_in(people: PeopleService, staff: Staff) -> None:
    with pytest.raises(LastAdministrator):
        people.staff.deactivate(staff.maria, staff.maria.id)
    with pytest.raises(LastAdministrator):
        people.staff.change_roles(staff.maria, staff.maria.id, frozenset({Role.INTAKE}))
    with pytest.raises(NoRoles):
        people.staff.change_roles(staff.maria, staff.anna.id, frozenset())
    both = staff.erik.roles | {Role.ADMINISTRATOR}
    erik = people.staff.change_roles(staff.maria, staff.erik.id, both)
    assert people.staff.deactivate(erik, staff.maria.id).active is False


def test_changed_roles_stand_in_the_trail_with_old_and_new(
    office: Office, people: PeopleService, staff: Staff
) -> None:
    people.staff.change_roles(staff.maria, staff.anna.id, frozenset({Role.AUDITOR}))
    line = next(a for a in office.audit_lines() if a.action == "people.change_roles")
    assert line.by == staff.maria.id
    assert "specialist" in str(line.changes["roles"][0])
    assert "auditor" in str(line.changes["roles"][1])
    assert people.sign_in("anna", PASSPHRASE).roles == {Role.AUDITOR}


def test_p11_17_nobody_says_by_signing_what_the_role_does_not_allow(
    office: Office, people: PeopleService, staff: Staff
) -> None:
    """P11-17: every meaning asks for a permission, of the roles as they are now."""
    assert set(SAYS) == set(Meaning)
    for meaning, action in SAYS.items():
        for user in (staff.maria, staff.anna, staff.erik, staff.sara):
            if user.may(action):
                sign(office, people, user, meaning)
            else:
                with pytest.raises(NotPermitted):
                    sign(office, people, user, meaning)
    people.staff.change_roles(staff.maria, staff.erik.id, frozenset({Role.AUDITOR}))
    with pytest.raises(NotPermitted):
        sign(office, people, staff.erik, Meaning.APPROVED)


def test_p11_17_nobody_signs_as_somebody_who_is_not_there(
    office: Office, people: PeopleService, staff: Staff
) -> None:
    ghost = User("ghost", "ghost", "A. Ghost", frozenset(Role))
    with pytest.raises(RecordMissing):
        sign(office, people, ghost, Meaning.APPROVED)


def test_p11_15_a_signature_cannot_be_moved_to_another_record(
    office: Office, people: PeopleService, staff: Staff
) -> None:
    """P11-15: the database refuses to touch a signature, and the trail knows what it said."""
    sign(office, people, staff.erik, Meaning.APPROVED)
    for statement in (
        "UPDATE signature SET record = 'letter/2'",
        "UPDATE signature SET sha256 = 'cd'",
        "DELETE FROM signature",
    ):
        with (
            pytest.raises(IntegrityError, match="signature cannot"),
            office.database.write("system", "test.cheat") as session,
        ):
            session.execute(text(statement))
    [line] = [a for a in office.audit_lines() if a.entity == "signature"]
    assert line.changes["record"] == [None, SIGNED[0]]
    assert line.changes["sha256"] == [None, SIGNED[1]]
