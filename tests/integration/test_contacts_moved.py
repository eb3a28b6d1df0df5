"""An older office's reporters move into the zone of contacts, and back (FU-2)."""

import json

import pytest
from sqlalchemy import text

from mi_desktop.storage import Office
from mi_desktop.storage.migrate import run
from tests.fakes.inquiry_desk import ARRIVED
from tests.integration.test_migrations import fill

OLD = {
    "head": {"handoff_id": "h", "number": "AE-1", "inquiry_id": "q", "patient": 1, "revision": 1},
    "reporters": [
        {
            "given_name": {"value": "Karin"},
            "family_name": {"value": "af Exempelsson"},
            "phone": {"value": "090-12 34 56"},
            "city": {"null": "NASK"},
            "qualification": {"value": "1"},
        }
    ],
    "patient": {"record_hospital": {"value": "H-4711"}, "sex": {"value": "2"}},
}


@pytest.fixture
def office(either_office: Office) -> Office:
    return either_office


def test_fu_2_contacts_of_an_older_office_move_apart_and_back(office: Office) -> None:
    office.trail.end()
    with office.database.engine.execution_options(writes=True).begin() as connection:
        rows = fill(connection)
        run(connection, "0010")
        cases = rows["safety_case"]
        handoff = connection.scalar(text("SELECT id FROM handoff"))
        old = {"handoff_id": handoff, "revision": 1, "kind": "event", "saved_at": ARRIVED,
               "saved_by": "anna", "changed": [], "facts": OLD, "serials": ""}  # fmt: skip
        connection.execute(cases.insert().values(old))
        _tell(connection, json.dumps(OLD))
        run(connection, "head")
        one = cases.c.revision == 1
        facts = connection.scalar(cases.select().where(one).with_only_columns(cases.c.facts))
        zone = rows["case_contact"]
        moved = connection.execute(zone.select()).mappings().all()
        told = connection.scalars(text("SELECT words FROM audit_words")).all()
        run(connection, "0010")
        back = connection.scalar(cases.select().where(one).with_only_columns(cases.c.facts))
        run(connection, "head")
    assert facts["reporters"][0] == {
        "given_name": {"value": "K."},
        "family_name": {"value": "A. E."},
        "phone": {"null": "MSK"},
        "city": {"null": "NASK"},
        "qualification": {"value": "1"},
    }
    [contact] = [row for row in moved if row["saved_by"] == "anna"]
    assert contact["facts"] == {
        "reporters.0.given_name": "Karin",
        "reporters.0.family_name": "af Exempelsson",
        "reporters.0.phone": "090-12 34 56",
        "patient.record_hospital": "H-4711",
    }
    assert "Exempelsson" not in "".join(told)
    assert back == OLD


def _tell(connection, words: str) -> None:
    """A line of the trail as a save left it, and the words beside it."""
    line = {"seq": 1, "at": ARRIVED, "by": "anna", "action": "safety.save_case",
            "entity": "safety_case", "key": "h/1", "reason": "", "hash": "0",
            "changes": json.dumps({"facts": ["", "salted:77"]})}  # fmt: skip
    columns = ", ".join(line)
    values = ", ".join(f":{name}" for name in line)
    connection.execute(text(f"INSERT INTO audit ({_quoted(columns)}) VALUES ({values})"), line)
    connection.execute(
        text("INSERT INTO audit_words (digest, seq, salt, words) VALUES ('salted:77', 1, :s, :w)"),
        {"s": b"x", "w": words},
    )


def _quoted(columns: str) -> str:
    return ", ".join(f'"{name}"' for name in columns.split(", "))
