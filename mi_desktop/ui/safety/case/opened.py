"""A case as it stands, what may be taken over, and what its user left unsaved."""

import logging
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from mi_desktop.intake import PageRef
from mi_desktop.people import Action, User
from mi_desktop.safety.cases import AeCase, Case, PqcCase
from mi_desktop.safety.cases.element import walk
from mi_desktop.safety.cases.entry import entry_text
from mi_desktop.safety.cases.facts import from_facts, to_facts
from mi_desktop.safety.cases.suggest import Suggestion
from mi_desktop.safety.cases.values import NOT_ASKED
from mi_desktop.safety.clocks import day_zero
from mi_desktop.safety.drafts import Draft
from mi_desktop.ui.both import Field
from mi_desktop.ui.words import say

if TYPE_CHECKING:
    from mi_desktop.services import Services

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Left:
    """What was typed and not saved: the case, texts that are no values yet, and when (UTC)."""

    case: Case
    texts: dict[str, str]
    at: datetime


@dataclass(frozen=True)
class OpenCase:
    """A case, what may be taken over, and the pages of its mail.

    Attributes:
        today: in the site's zone.
        signs: what speaks for a falsified product, in words.
        left: what this user typed and did not save.
    """

    case: Case
    offers: tuple[Suggestion, ...]
    pages: tuple[PageRef, ...]
    today: date
    signs: tuple[str, ...]
    left: Left | None


def draft_name(handoff_id: str) -> str:
    """The name that a case's draft is kept under."""
    return f"case.{handoff_id}"


def stands(services: "Services", user: User, handoff_id: str) -> Case:
    """The case in the record; with contacts for those who need them (FU-2)."""
    cases = services.safety.cases
    may = user.may(Action.KNOW_CONTACT)
    return cases.whole(user, handoff_id) if may else cases.case(handoff_id)


def look_up(services: "Services", user: User, handoff_id: str) -> OpenCase:
    """Asks the room for everything the case's page shows."""
    cases = services.safety.cases
    case = stands(services, user, handoff_id)
    left = _left(services.safety.drafts.find(user, draft_name(handoff_id)), case)
    signs = cases.falsified_signs(case) if isinstance(case, PqcCase) else ()
    return OpenCase(
        case,
        cases.suggestions(left.case if left else case),
        services.safety.assessment(case.head.inquiry_id).pages,
        day_zero(services.office.database.clock(), services.settings.zone),
        tuple(say(sign) for sign in signs),
        left,
    )


def as_draft(case: Case, texts: dict[str, str]) -> dict[str, Any]:
    """A case as it is typed, fit to be kept as a draft."""
    return {"case": to_facts(case), "texts": texts}


def on_top(mine: Case, theirs: Case) -> Case:
    """What was typed, as a change of what stands in the record by now."""
    return replace(mine, head=theirs.head)


def differences(theirs: Case, mine: Case) -> list[Field]:
    """The fields that differ, in the order of the form."""
    there = {place.path: place for place in walk(theirs)}
    here = {place.path: place for place in walk(mine)}
    found = []
    for path in dict.fromkeys((*here, *there)):
        place = here.get(path) or there[path]
        given = [side[path].given if path in side else NOT_ASKED for side in (there, here)]
        if given[0] != given[1]:
            texts = (entry_text(place.element, one, say) for one in given)
            found.append(Field(say(place.element.label), *texts))
    return found


def _left(draft: Draft | None, case: Case) -> Left | None:
    if draft is None:
        return None
    kind: type[AeCase] | type[PqcCase] = AeCase if isinstance(case, AeCase) else PqcCase
    try:
        typed: Case = from_facts(kind, draft.facts["case"])
    except (KeyError, TypeError, ValueError):
        log.warning("a draft of a case is of another form")
        return None
    return Left(typed, dict(draft.facts["texts"]), draft.at)
