"""Which random name stands for whom: one for each person, the same in all of theirs (GD-04)."""

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from mi_desktop.keeping import subject_store
from mi_desktop.keeping.finding import digits, name_key
from mi_desktop.keeping.model import Person, Subject
from mi_desktop.keeping.purge import Reach, kinds
from mi_desktop.keeping.sealing import new_key
from mi_desktop.storage import Office

_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
# Years below which an age belongs to a group of E2B(R3) D.2.3.
_GROUPS = ((2, "2"), (12, "3"), (18, "4"), (65, "5"))
_OLD = "6"


def random_name() -> str:
    """`S-` and eight signs that are not mistaken for each other."""
    return "S-" + "".join(secrets.choice(_SIGNS) for _ in range(8))


def marks(office: Office, person: Person) -> frozenset[str]:
    """Keyed digests of what is known of a person: nobody tells from them who it was."""
    facts = {
        "name": name_key(person.name),
        "email": person.email.strip().casefold(),
        "phone": digits(person.phone),
    }
    key = office.keys.subjects
    return frozenset(
        hmac.digest(key, f"{kind}:{fact}".encode(), "sha256").hex()[:32]
        for kind, fact in facts.items()
        if fact
    )


def people_of(
    office: Office, session: Session, ids: Iterable[tuple[str, str]]
) -> list[tuple[list[str], frozenset[str]]]:
    """Inquiries and pieces (kind, id) by person: the ids of each, and the person's marks.

    Two that share a name, an e-mail address or a telephone number are of one person.
    """
    people: list[tuple[list[str], frozenset[str]]] = []
    for kind, record in ids:
        row = session.get(kinds()[kind], record)
        known = marks(office, _person(kind, row)) if row is not None else frozenset()
        same = [p for p in people if p[1] & known]
        others = [p for p in people if not p[1] & known]
        merged = [i for p in same for i in p[0]]
        people = [*others, ([*merged, record], known.union(*(p[1] for p in same)))]
    return people


def _person(kind: str, row: Any) -> Person:
    if kind == "piece":
        return Person(name=row.sender_name, email=row.sender_address)
    return Person(name=row.name, email=row.email, phone=row.phone)


def subject_for(office: Office, session: Session, known: frozenset[str], name: str = "") -> Subject:
    """The subject that stands for a person already, or a new one; entered.

    Args:
        office: the office.
        session: of a `Database.write`.
        known: the person's marks.
        name: the random name that is to be used, "" for that of before or a new one.
    """
    every = subject_store.marked(session, known)
    found = next((s for s in every if name in ("", s.id)), None)
    if found is None:
        at = session.info["deed"].at
        found = Subject(name or random_name(), new_key(office), (), at)
    found = replace(found, marks=tuple(sorted({*found.marks, *known})))
    subject_store.put(session, found)
    return found


def with_patient(subject: Subject, found: Reach) -> Subject:
    """The subject with what a report says of age group and sex, which stay (GD-04)."""
    cases = sorted(found.rows.get("safety_case", {}).values(), key=lambda row: row.saved_at)
    for case in cases:
        patient = case.facts.get("patient", {})
        group = _told(patient, "age_group") or _group(_told(patient, "age"))
        subject = replace(
            subject,
            age_group=group or subject.age_group,
            sex=_told(patient, "sex") or subject.sex,
        )
    return subject


def _told(patient: dict[str, Any], name: str) -> Any:
    return patient.get(name, {}).get("value", "")


def _group(age: Any) -> str:
    if not age or age.get("unit") != "a":
        return ""
    years = float(age["value"])
    return next((code for below, code in _GROUPS if years < below), _OLD)
