"""Who is let go, or loses a role, stops at the next verb: also in a window that is open."""

import pytest

from mi_desktop.catalogue import CatalogueService
from mi_desktop.people import Action, PeopleService, Role, User
from mi_desktop.people.errors import NotPermitted, WorkEnded
from mi_desktop.people.store import add_user
from mi_desktop.storage import Office, open_office
from tests.conftest import PASSPHRASE, Staff


def test_p11_08_a_window_of_who_was_let_go_does_nothing_more(
    office: Office, people: PeopleService, staff: Staff
) -> None:
    """P11-08: a second program lets her go; the first one refuses her next verb, and its write."""
    anna = people.sign_in("anna", PASSPHRASE)
    other = open_office(office.folder, PASSPHRASE, office.database.clock, "maria")
    try:
        elsewhere = PeopleService(other, "Europe/Stockholm")
        elsewhere.staff.deactivate(elsewhere.by_name("maria"), anna.id)
    finally:
        other.close()
    with pytest.raises(WorkEnded):
        anna.must(Action.REGISTER)
    # A verb that asked just before meets the guard of the transaction itself.
    before = len(office.audit_lines())
    with pytest.raises(WorkEnded), office.database.write(anna.id, "test.change") as session:
        add_user(session, User("x", "xenia", "Xenia X", frozenset({Role.INTAKE})))
    assert len(office.audit_lines()) == before


def test_p11_08_a_role_that_was_taken_is_gone_at_once_and_a_new_one_waits(
    office: Office, people: PeopleService, staff: Staff
) -> None:
    """P11-08: what is left of the roles still works; what was added comes with signing in."""
    anna, maria = people.sign_in("anna", PASSPHRASE), people.by_name("maria")
    people.staff.change_roles(maria, anna.id, frozenset({Role.INTAKE, Role.REVIEWER}))
    anna.must(Action.TAKE_MAIL)
    with pytest.raises(NotPermitted):
        anna.must(Action.WRITE_LETTER)
    with pytest.raises(NotPermitted):
        anna.must(Action.REVIEW_LETTER)
    people.sign_in("anna", PASSPHRASE).must(Action.REVIEW_LETTER)
    with pytest.raises(NotPermitted):
        CatalogueService(office).calendars.enter(anna, "SE", [], "none")
