"""Where a report comes from: its kind and dates (C.1), reporters (C.2.r), sender, study."""

from dataclasses import dataclass
from typing import Any

from mi_desktop.basics.words import words
from mi_desktop.safety.cases import codes
from mi_desktop.safety.cases.element import Kind, element
from mi_desktop.safety.cases.values import Given, PartialDate

_PERSON = "MSK ASKU NASK"


@dataclass(frozen=True)
class OtherId:
    """The case's number elsewhere (C.1.9.1.r)."""

    source: Given[str] = element("C.1.9.1.r.1", words("whose number"), limit=100)
    number: Given[str] = element("C.1.9.1.r.2", words("its number there"), limit=100)


@dataclass(frozen=True)
class Linked:
    """A report that belongs to this one (C.1.10.r): mother and child, another patient."""

    number: Given[str] = element("C.1.10.r", words("linked case"), limit=100)
    how: Given[str] = element("", words("which is"), Kind.CHOICE, choices=codes.LINK)


@dataclass(frozen=True)
class Held:
    """A document that belongs to the report (C.1.6.1.r)."""

    title: Given[str] = element("C.1.6.1.r.1", words("document"), limit=2000)


@dataclass(frozen=True)
class Report:
    """C.1: what kind of report, and when it came."""

    type: Given[str] = element(
        "C.1.3", words("kind of report"), Kind.CHOICE, box="24d", choices=codes.REPORT_TYPE
    )
    first_received: Given[PartialDate] = element(
        "C.1.4", words("first received"), Kind.DATE, box="24c"
    )
    latest: Given[PartialDate] = element(
        "C.1.5", words("most recent information"), Kind.DATE, box="24c"
    )
    expedited: Given[bool] = element(
        "C.1.7", words("meets the local criteria for an expedited report"), Kind.TICK, nulls="NI"
    )
    control_number: Given[str] = element("C.1.1", words("control number"), box="24b", limit=100)
    worldwide: Given[str] = element("C.1.8.1", words("worldwide number"), limit=100)
    first_sender: Given[str] = element(
        "C.1.8.2", words("first sender"), Kind.CHOICE, choices=codes.FIRST_SENDER
    )
    nullification: Given[str] = element(
        "C.1.11.1", words("nullified or amended"), Kind.CHOICE, choices=codes.NULLIFICATION
    )
    nullification_reason: Given[str] = element(
        "C.1.11.2", words("why nullified or amended"), Kind.LONG, limit=2000
    )
    documents: tuple[Held, ...] = ()
    other_ids: tuple[OtherId, ...] = ()
    linked: tuple[Linked, ...] = ()


@dataclass(frozen=True)
class Reporter:
    """C.2.r: who told us; at least one of these identifies a reporter (AE-MIN-1).

    How the person is named and reached lies in the zone of contacts, apart from the case (FU-2).
    """

    title: Given[str] = element(
        "C.2.r.1.1", words("title"), box="26", limit=50, nulls=_PERSON + " UNK"
    )
    given_name: Given[str] = element(
        "C.2.r.1.2", words("given name"), box="26", limit=60, nulls=_PERSON, apart="initials"
    )
    middle_name: Given[str] = element(
        "C.2.r.1.3", words("middle name"), box="26", limit=60, nulls=_PERSON, apart="initials"
    )
    family_name: Given[str] = element(
        "C.2.r.1.4", words("family name"), box="26", limit=60, nulls=_PERSON, apart="initials"
    )
    qualification: Given[str] = element(
        "C.2.r.4",
        words("profession"),
        Kind.CHOICE,
        box="24d",
        choices=codes.QUALIFICATION,
        nulls="UNK",
    )
    organisation: Given[str] = element(
        "C.2.r.2.1", words("organisation"), box="26", limit=60, nulls=_PERSON, apart="masked"
    )
    department: Given[str] = element(
        "C.2.r.2.2", words("department"), box="26", limit=60, nulls=_PERSON, apart="masked"
    )
    street: Given[str] = element(
        "C.2.r.2.3", words("street"), box="26", limit=100, nulls=_PERSON, apart="masked"
    )
    city: Given[str] = element(
        "C.2.r.2.4", words("town"), box="26", limit=35, nulls=_PERSON, apart="masked"
    )
    region: Given[str] = element(
        "C.2.r.2.5", words("region"), box="26", limit=40, nulls=_PERSON, apart="masked"
    )
    postcode: Given[str] = element(
        "C.2.r.2.6", words("postcode"), box="26", limit=15, nulls=_PERSON, apart="masked"
    )
    phone: Given[str] = element(
        "C.2.r.2.7", words("telephone"), box="26", limit=33, nulls=_PERSON, apart="masked"
    )
    email: Given[str] = element("", words("e-mail"), limit=254, apart="masked")
    country: Given[str] = element(
        "C.2.r.3", words("country"), Kind.COUNTRY, box="26", nulls=_PERSON + " UNK"
    )
    primary: Given[str] = element(
        "C.2.r.5", words("primary source"), Kind.CHOICE, choices=codes.PRIMARY
    )


@dataclass(frozen=True)
class Study:
    """C.5 and C.4.r: the study or the paper it comes from."""

    name: Given[str] = element(
        "C.5.2", words("study"), Kind.LONG, box="24d", limit=2000, nulls="ASKU NASK"
    )
    sponsor_number: Given[str] = element(
        "C.5.3", words("sponsor's study number"), limit=50, nulls="ASKU NASK"
    )
    type: Given[str] = element(
        "C.5.4", words("kind of study"), Kind.CHOICE, choices=codes.STUDY_TYPE
    )
    literature: Given[str] = element(
        "C.4.r.1", words("paper"), Kind.LONG, box="24d", limit=500, nulls="ASKU NASK"
    )


@dataclass(frozen=True)
class Narrative:
    """H: what happened, in words."""

    text: Given[str] = element("H.1", words("what happened"), Kind.LONG, box="7+13", limit=100_000)
    reporter_comments: Given[str] = element(
        "H.2", words("reporter's comments"), Kind.LONG, limit=20_000
    )
    sender_comments: Given[str] = element(
        "H.4", words("sender's comments"), Kind.LONG, limit=20_000
    )
    native: Given[str] = element(
        "H.5.r.1a", words("summary in the original language"), Kind.LONG, limit=100_000
    )
    native_language: Given[str] = element(
        "H.5.r.1b", words("language of the summary"), Kind.LANGUAGE
    )


def absent(section: Any) -> bool:
    """True where a section says nothing: no value, and no flavour but "not asked"."""
    return bool(section == type(section)())
