"""The receipt of an erasure or a pseudonymisation: what went, what stays and why (GD-03)."""

from collections.abc import Sequence
from datetime import datetime

from mi_desktop.keeping.model import Request, Standing, Way
from mi_desktop.keeping.receipt import Part, sheet
from mi_desktop.settings import Keeping

_TITLES = {
    Way.ERASED: "Erased in all records",
    Way.PSEUDONYMISED: "Pseudonymised for good in all records",
    Way.SEALED: "Pseudonymised in all records; the names lie sealed apart",
}
_WENT = (
    "Name and addresses, the words of the questions, the mail and what was read of it, letters, "
    "e-mails, entries of the search, values in the audit trail; "
)
_HOW = {
    Way.ERASED: "sealed documents by destroying their keys.",
    Way.PSEUDONYMISED: "sealed documents by destroying their keys.",
    Way.SEALED: "all of it sealed under a key of that person, the documents too. Whoever may bring "
    "a name back does so with a reason, which the audit trail keeps; destroying the key ends that.",
}
_STAYS = (
    "What stays of these: numbers, dates, product, topic, country, and age group and sex where a "
    "report said them; they name nobody."
)


def receipt(
    request: Request,
    way: Way,
    chosen: tuple[Sequence[Standing], Sequence[Standing]],
    facts: tuple[Keeping, datetime],
) -> bytes:
    """The receipt as a PDF, without personal data.

    Args:
        request: what was asked for.
        way: how the data went.
        chosen: what goes, and what stays.
        facts: the office's settings, and the time now (UTC).
    """
    goes, stays = chosen
    settings, at = facts
    parts: list[Part] = [
        (_TITLES[way], [s.number for s in goes] or ["nothing"]),
        ("What went", [_WENT + _HOW[way], _STAYS]),
        (
            "What stays, and why",
            [f"{s.number}: {s.kept.value if s.kept else ''}" for s in stays] or ["nothing"],
        ),
        ("The law behind it", [law(settings)]),
        ("Backups", [_backups(settings)]),
    ]
    foot = f"Request {request.id} · {at:%Y-%m-%d %H:%M} UTC"
    return sheet(f"Receipt: {request.kind.value}", parts, foot)


def law(settings: Keeping) -> str:
    """Why reports stay (GD-03)."""
    return (
        "Reports to safety and quality stay by Art. 17(3)(b) and (c) GDPR: their data are kept for "
        f"the life of the product and at least {settings.report_years} years after the marketing "
        "authorisation ends (Implementing Regulation (EU) No 520/2012, Art. 12(2))."
    )


def _backups(settings: Keeping) -> str:
    cycle = settings.backup_hours * settings.backup_keep
    return (
        f"Backups made before hold the data until they are overwritten: {cycle} hours in the "
        "folder of scheduled backups, unless nothing is made. After a restore the list of "
        "erasures is worked through again."
    )
