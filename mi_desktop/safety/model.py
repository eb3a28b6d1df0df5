"""The nouns of safety: checklist, answers, evidence, the gate, hand-offs, marks."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mi_desktop.basics.words import InLanguages, Words
from mi_desktop.inquiries import Inquiry
from mi_desktop.intake import PageRef
from mi_desktop.ocr import Region
from mi_desktop.people import Signature
from mi_desktop.safety.errors import UnknownQuestion


class Answer(StrEnum):
    """Three answers; a question without one is not answered yet."""

    YES = "yes"
    NO = "no"
    NOT_ASSESSABLE = "not assessable"


THREE = tuple(answer.value for answer in Answer)
# What is not a clear no goes to the department that can judge it (AE-MIN-5, PQC-2).
FORWARDING = frozenset({Answer.YES.value, Answer.NOT_ASSESSABLE.value, "unknown"})


@dataclass(frozen=True)
class ChecklistQuestion:
    """One question of a checklist version.

    Attributes:
        code: `AE`, `SS-PREG`, …, `PQC` (domain 1.2).
        text: language to question.
        label: what it asks about, in a few words that fit into a sentence.
        help: language to help.
        opened_by: codes of the questions that can open this one; () where always asked.
        hand_off: `safety`, `quality`, `both` or "" where a yes forwards nothing by itself.
        choices: several of these may be given, joined by a blank (`SER-HOSP SER-LIFE`).
        required: False for what is recorded but never waited for (AE-MIN-5).
        example: language to an example from a letter.
        group: where it stands on the screen: `first`, `special`, `detail`.
        opens: value to the codes of the questions that this value opens.
        answers: the values to choose one from; () where `choices` or `reasons` say more.
        reasons: a text is asked for; one of these where there is none (PQC-1).
        always_serious: a yes is serious whatever the seriousness says.
    """

    code: str
    text: dict[str, str]
    label: InLanguages
    help: dict[str, str]
    opened_by: tuple[str, ...] = ()
    hand_off: str = ""
    choices: tuple[str, ...] = ()
    required: bool = True
    example: dict[str, str] = field(default_factory=dict)
    group: str = "first"
    opens: dict[str, tuple[str, ...]] = field(default_factory=dict)
    answers: tuple[str, ...] = THREE
    reasons: tuple[str, ...] = ()
    always_serious: bool = False

    def allows(self, value: str) -> bool:
        """True where the value answers the question; an empty one never does (PQC-1)."""
        if self.reasons:
            return bool(value.strip())
        if self.choices:
            picked = value.split()
            alone = {"SER-NONE", "SER-UNKNOWN"} & set(picked)
            fits = set(picked) <= set(self.choices) and len(set(picked)) == len(picked)
            return bool(picked) and fits and (not alone or len(picked) == 1)
        return value in self.answers


@dataclass(frozen=True)
class Checklist:
    """A version of the questions; answers keep the version they were given to.

    Attributes:
        labels: id of an answer, reason, group or seriousness to language to words.
        statement: language to what a signer says.
        valid_from: ISO day from which inquiries begin with it.
    """

    id: str
    version: str
    questions: tuple[ChecklistQuestion, ...]
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    statement: dict[str, str] = field(default_factory=dict)
    valid_from: str = ""

    def question(self, code: str) -> ChecklistQuestion:
        """The question with this code.

        Raises:
            UnknownQuestion: this version has none.
        """
        found = next((q for q in self.questions if q.code == code), None)
        if found is None:
            raise UnknownQuestion(question=code)
        return found


@dataclass(frozen=True)
class Given:
    """An answer as given: value (an `Answer` or one of the choices/free text), evidence, who.

    Attributes:
        at: UTC.
        order: counts the answers of an inquiry, withdrawn and replaced ones too.
    """

    code: str
    value: str
    evidence: tuple[Region, ...]
    by: str
    at: datetime
    order: int = 0


@dataclass(frozen=True)
class Missing:
    """What keeps the gate shut, in words, and where to go.

    Attributes:
        place: code of a question, `page:<part_id>:<number>` or `sign`.
    """

    words: Words
    place: str


@dataclass(frozen=True)
class Gate:
    """May a letter be approved? One sentence.

    Attributes:
        open: True where everything is answered, looked at and signed.
        missing: what is not, in the order of the screen.
    """

    open: bool
    missing: tuple[Missing, ...]
    sentence: Words


class HandOffKind(StrEnum):
    """Which department gets it."""

    SAFETY = "safety"
    QUALITY = "quality"


class HandOffState(StrEnum):
    """Sent is not received (HO-2)."""

    DRAFT = "draft"
    QUEUED = "queued"
    SENT = "sent"
    SEND_FAILED = "send failed"
    ACKNOWLEDGED = "acknowledged"
    QUERIED = "queried"
    CLOSED = "closed"


class LateReason(StrEnum):
    """Why a hand-off is late (HO-4); words go with it."""

    FOUND_LATE = "found late"
    UNOPENED = "mail lay unopened"
    WAITED = "waited for information"
    TECHNICAL = "technical failure"
    STAFFING = "nobody at work"
    OTHER = "other"


@dataclass(frozen=True)
class Lateness:
    """The reason given for a late hand-off."""

    reason: LateReason
    text: str


@dataclass(frozen=True)
class HandOff:
    """A report that goes to safety or quality.

    Attributes:
        number: `AE-SE-2026-00003` or `PQC-SE-2026-00003`, gap-free for a site and year.
        awareness_at: UTC; the clock runs from here and never pauses.
        due: UTC.
        codes: the checklist codes whose answers forward it.
        sent_at: UTC; handed over as a printed sheet or into a folder.
        patient: 1 for the first patient of the inquiry; two patients, two cases (AE-MIN-8).
        urgent: serious, or seriousness not known (AE-SER-3).
        version: a later version keeps the number (HO-3).
        late: the reason, where it was sent after `due` (HO-4).
        acknowledged_by: who confirmed it, in the other department.
        sheet_sha256: of the frozen sheet, "" before it is sent.
        reference: the receiver's own number for it, "" before they gave one.
        problem: why it could not be sent so far.
        question: what the receiver asks; "" where nothing is open.
    """

    id: str
    number: str
    inquiry_id: str
    kind: HandOffKind
    state: HandOffState
    awareness_at: datetime
    due: datetime
    codes: tuple[str, ...]
    sent_at: datetime | None = None
    acknowledged_at: datetime | None = None
    patient: int = 1
    urgent: bool = False
    version: int = 1
    late: Lateness | None = None
    acknowledged_by: str = ""
    sheet_sha256: str = ""
    reference: str = ""
    problem: Words | None = None
    question: str = ""


class Criterion(StrEnum):
    """A minimum criterion of a valid report; recorded, never a gate (AE-MIN-5, AE-MIN-6)."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"


CRITERIA = ("AE-MIN-1", "AE-MIN-2", "AE-MIN-3", "AE-MIN-4")


@dataclass(frozen=True)
class Assessment:
    """An inquiry's checklist: what was answered, what was looked at, who signed.

    Attributes:
        seen: the pages that somebody looked at.
        pages: every page of every part of every piece of the inquiry, blank ones too.
        signature: None while open; a later answer or a new page voids it (P11-16).
        sha256: of the canonical answers and pages as they stand now.
        voided: the last signature, where it no longer holds.
    """

    inquiry_id: str
    checklist: Checklist
    given: dict[str, Given]
    seen: frozenset[PageRef]
    pages: tuple[PageRef, ...]
    signature: Signature | None
    handoffs: tuple[HandOff, ...]
    sha256: str = ""
    voided: Signature | None = None

    @property
    def criteria(self) -> dict[str, Criterion]:
        """The four minimum criteria; unknown where nobody said (AE-MIN-6)."""
        given = {code: self.given.get(code) for code in CRITERIA}
        return {c: Criterion(g.value) if g else Criterion.UNKNOWN for c, g in given.items()}

    @property
    def valid_case(self) -> bool:
        """True where all four criteria are met; derived, never typed (AE-MIN-6)."""
        return all(c is Criterion.MET for c in self.criteria.values())

    @property
    def to_ask(self) -> tuple[str, ...]:
        """Criteria to follow up with the reporter (AE-MIN-7)."""
        return tuple(c for c, met in self.criteria.items() if met is not Criterion.MET)


@dataclass(frozen=True)
class OpenChecklist:
    """An inquiry at work whose gate is shut.

    Attributes:
        due: UTC, when a hand-off is due; None where no answer so far asks for one.
    """

    inquiry: Inquiry
    gate: Gate
    due: datetime | None


class MarkKind(StrEnum):
    """What a mark in the text may point at."""

    REACTION = "reaction"
    SPECIAL = "special situation"
    SERIOUS = "seriousness"
    PRODUCT = "product"
    BATCH = "batch"
    DEFECT = "defect"
    PATIENT = "patient"


@dataclass(frozen=True)
class Mark:
    """A place in a text that a person should look at; it prompts, it never decides.

    Attributes:
        start: offset in the text, characters.
        end: offset after the last character.
        term: the word list's entry or the code (`SS-PREG`) it belongs to.
        negated: a negation or history word governs it.
        why: for the user.
    """

    start: int
    end: int
    kind: MarkKind
    term: str
    negated: bool
    why: Words


@dataclass(frozen=True)
class Marked:
    """All marks of a text, and whether they add up to a suspicion."""

    spans: tuple[Mark, ...]
    suspected: bool
