"""To whom it happened: D, with history, death and, for a child, the parent."""

from dataclasses import dataclass, field
from decimal import Decimal

from mi_desktop.basics.words import words
from mi_desktop.safety.cases import codes
from mi_desktop.safety.cases.element import Kind, element
from mi_desktop.safety.cases.values import Coding, Given, PartialDate, Quantity

_PERSON = "MSK ASKU NASK"
_ALL = "MSK ASKU NASK UNK"


@dataclass(frozen=True)
class History:
    """An earlier or concurrent condition (D.7.1.r)."""

    term: Given[str] = element("", words("condition"), box="23", limit=250)
    coding: Given[Coding] = element(
        "D.7.1.r.1b", words("MedDRA code and version"), Kind.CODING, mate="D.7.1.r.1a"
    )
    start: Given[PartialDate] = element(
        "D.7.1.r.2", words("began"), Kind.DATE, box="23", nulls=_PERSON
    )
    continuing: Given[bool] = element(
        "D.7.1.r.3", words("still there"), Kind.TICK, box="23", nulls=_ALL
    )
    end: Given[PartialDate] = element(
        "D.7.1.r.4", words("ended"), Kind.DATE, box="23", nulls=_PERSON
    )
    comments: Given[str] = element("D.7.1.r.5", words("comments"), Kind.LONG, limit=2000)
    family: Given[bool] = element("D.7.1.r.6", words("in the family"), Kind.TICK)


@dataclass(frozen=True)
class PastDrug:
    """A medicine taken before (D.8.r)."""

    name: Given[str] = element(
        "D.8.r.1", words("earlier medicine"), box="23", limit=250, nulls="UNK"
    )
    start: Given[PartialDate] = element("D.8.r.4", words("from"), Kind.DATE, nulls=_PERSON)
    end: Given[PartialDate] = element("D.8.r.5", words("until"), Kind.DATE, nulls=_PERSON)
    indication: Given[Coding] = element(
        "D.8.r.6b", words("for: MedDRA code and version"), Kind.CODING, mate="D.8.r.6a"
    )
    reaction: Given[Coding] = element(
        "D.8.r.7b", words("reaction: MedDRA code and version"), Kind.CODING, mate="D.8.r.7a"
    )


@dataclass(frozen=True)
class Cause:
    """A cause of death as reported (D.9.2.r)."""

    text: Given[str] = element("D.9.2.r.2", words("cause of death"), limit=250)
    coding: Given[Coding] = element(
        "D.9.2.r.1b", words("MedDRA code and version"), Kind.CODING, mate="D.9.2.r.1a"
    )


@dataclass(frozen=True)
class AutopsyCause:
    """A cause of death found by autopsy (D.9.4.r)."""

    text: Given[str] = element("D.9.4.r.2", words("cause found by autopsy"), limit=250)
    coding: Given[Coding] = element(
        "D.9.4.r.1b", words("MedDRA code and version"), Kind.CODING, mate="D.9.4.r.1a"
    )


@dataclass(frozen=True)
class Death:
    """D.9: asked where the patient died (AE-SER-4)."""

    date: Given[PartialDate] = element(
        "D.9.1", words("date of death"), Kind.DATE, box="8-12", nulls=_PERSON
    )
    autopsy: Given[bool] = element("D.9.3", words("autopsy done"), Kind.TICK, nulls=_ALL)
    causes: tuple[Cause, ...] = ()
    autopsy_causes: tuple[AutopsyCause, ...] = ()


@dataclass(frozen=True)
class Parent:
    """D.10: the parent of a child or foetus whose case this is (AE-MIN-8)."""

    identification: Given[str] = element("D.10.1", words("parent's initials"), limit=60, nulls=_ALL)
    birth: Given[PartialDate] = element(
        "D.10.2.1", words("parent's date of birth"), Kind.DATE, nulls=_PERSON
    )
    age: Given[Quantity] = element(
        "D.10.2.2a",
        words("parent's age"),
        Kind.QUANTITY,
        limit=3,
        units={u: codes.AGE_UNITS[u] for u in ("a", "10.a")},
        mate="D.10.2.2b",
    )
    last_period: Given[PartialDate] = element(
        "D.10.3", words("mother's last menstrual period"), Kind.DATE, box="23", nulls=_PERSON
    )
    weight: Given[Decimal] = element("D.10.4", words("parent's weight, kg"), Kind.NUMBER, limit=6)
    height: Given[Decimal] = element("D.10.5", words("parent's height, cm"), Kind.NUMBER, limit=3)
    sex: Given[str] = element(
        "D.10.6", words("parent's sex"), Kind.CHOICE, choices=codes.SEX, nulls=_ALL
    )
    history: Given[str] = element(
        "D.10.7.2", words("parent's history"), Kind.LONG, limit=10_000, nulls=_ALL
    )


@dataclass(frozen=True)
class Patient:
    """D: initials before names, age before date of birth (FU-2); one fact is enough (AE-MIN-2)."""

    initials: Given[str] = element("D.1", words("initials"), box="1", limit=60, nulls=_ALL)
    record_gp: Given[str] = element(
        "D.1.1.1",
        words("record number, general practitioner"),
        limit=20,
        nulls="MSK",
        apart="masked",
    )
    record_specialist: Given[str] = element(
        "D.1.1.2", words("record number, specialist"), limit=20, nulls="MSK", apart="masked"
    )
    record_hospital: Given[str] = element(
        "D.1.1.3", words("record number, hospital"), limit=20, nulls="MSK", apart="masked"
    )
    record_investigation: Given[str] = element(
        "D.1.1.4", words("record number, investigation"), limit=20, nulls="MSK", apart="masked"
    )
    birth: Given[PartialDate] = element(
        "D.2.1", words("date of birth"), Kind.DATE, box="2", nulls="MSK"
    )
    age: Given[Quantity] = element(
        "D.2.2a",
        words("age when it began"),
        Kind.QUANTITY,
        box="2a",
        limit=5,
        units=codes.AGE_UNITS,
        mate="D.2.2b",
    )
    gestation: Given[Quantity] = element(
        "D.2.2.1a",
        words("gestation when seen in the foetus"),
        Kind.QUANTITY,
        limit=3,
        units=codes.GESTATION_UNITS,
        mate="D.2.2.1b",
    )
    age_group: Given[str] = element(
        "D.2.3", words("age group"), Kind.CHOICE, choices=codes.AGE_GROUP
    )
    weight: Given[Decimal] = element("D.3", words("weight, kg"), Kind.NUMBER, limit=6)
    height: Given[Decimal] = element("D.4", words("height, cm"), Kind.NUMBER, limit=3)
    sex: Given[str] = element(
        "D.5", words("sex"), Kind.CHOICE, box="3", choices=codes.SEX, nulls=_ALL
    )
    last_period: Given[PartialDate] = element(
        "D.6", words("last menstrual period"), Kind.DATE, box="23", nulls="MSK"
    )
    expected_birth: Given[PartialDate] = element(
        "", words("expected date of delivery"), Kind.DATE, box="23", future=True
    )
    history_text: Given[str] = element(
        "D.7.2", words("relevant history"), Kind.LONG, box="23", limit=10_000, nulls=_ALL
    )
    concomitant: Given[bool] = element(
        "D.7.3", words("other medicines at the time"), Kind.TICK, box="22"
    )
    history: tuple[History, ...] = ()
    past_drugs: tuple[PastDrug, ...] = ()
    death: Death = field(default_factory=Death)
    parent: Parent = field(default_factory=Parent)
