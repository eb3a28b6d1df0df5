"""The door of a real office: opened once, by whoever's passphrase fits."""

from types import SimpleNamespace

import pytest

from mi_desktop.people import PeopleService
from mi_desktop.storage import open_office, open_with_recovery_words
from mi_desktop.storage.errors import Locked, WrongPassphrase
from mi_desktop.ui.work import Entrance
from tests.conftest import PASSPHRASE


@pytest.fixture
def opened():
    return []


@pytest.fixture
def entrance(office, staff, opened):
    def open_services(folder, passphrase, name):
        again = open_office(folder, passphrase, name=name)
        opened.append(again)
        people = PeopleService(again, "Europe/Stockholm")
        return SimpleNamespace(people=people, close=again.close)

    made = Entrance(office.folder, None, open_services)
    yield made
    made.close()


def test_the_passphrase_opens_the_office_for_its_user(entrance):
    _, user = entrance.enter("anna", PASSPHRASE)
    assert user.full_name == "Anna Lindqvist"


def test_after_a_lock_the_open_office_only_asks_who_is_there(entrance, opened):
    entrance.enter("anna", PASSPHRASE)
    _, user = entrance.enter("erik", PASSPHRASE)
    assert user.name == "erik"
    assert len(opened) == 1


def test_a_wrong_passphrase_opens_nothing_before_and_after(entrance):
    with pytest.raises(WrongPassphrase):
        entrance.enter("anna", "wrong horse battery")
    entrance.enter("anna", PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        entrance.enter("anna", "wrong horse battery")


def test_without_key_ring_and_passphrase_nobody_gets_in_at_once(entrance):
    with pytest.raises(Locked):
        entrance.at_once()


def test_the_recovery_words_open_a_closed_office_and_an_open_one(office, staff, people, entrance):
    key = people.keys.new_recovery_key(staff.maria)
    people.keys.keep_recovery_key(staff.maria, key)
    phrase = " ".join(key.words)

    def recover(folder, words, who):
        again = open_with_recovery_words(folder, words)
        made = PeopleService(again, "Europe/Stockholm")
        made.keys.recover(words, *who)
        return SimpleNamespace(services=SimpleNamespace(people=made, close=again.close))

    fresh = Entrance(office.folder, None, None, recover)
    _, user = fresh.recover(phrase, "anna", "an entirely new passphrase")
    assert user.name == "anna"
    fresh.close()
    entrance.enter("anna", "an entirely new passphrase")
    _, user = entrance.recover(phrase, "erik", "another new passphrase")
    assert user.name == "erik"
