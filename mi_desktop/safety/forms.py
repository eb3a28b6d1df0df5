"""The documents of a hand-off's case: the CIOMS I form, the case as JSON, the E2B(R3) message."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from mi_desktop.people import Signature
from mi_desktop.safety.cases import AeCase, Case
from mi_desktop.safety.cases.facts import to_facts
from mi_desktop.safety.cioms import Header, draw_cioms
from mi_desktop.safety.e2b.export import coded, findings_of, make_batch, report_number
from mi_desktop.safety.e2b.writing import write_batch
from mi_desktop.settings import OfficeSettings

FORM, CASE, MESSAGE = "cioms.pdf", "case.json", "icsr.xml"


@dataclass(frozen=True)
class Going:
    """How a case goes.

    Attributes:
        version: of the hand-off.
        at: when the package is made, aware, in the site's zone.
        signature: of the answers; None where none holds.
        draft: not handed over yet.
    """

    version: int
    at: datetime
    signature: Signature | None = None
    draft: bool = False


def package_parts(case: Case, settings: OfficeSettings, going: Going) -> dict[str, bytes]:
    """File name to bytes, for a hand-off's package (HO-1).

    The message is there only where every event has a MedDRA code and no rule is broken (E2B-2);
    a complaint has its record alone. Nothing for a case that nobody filled in.
    """
    if not case.head.revision:
        return {}
    record = case_record(case)
    if not isinstance(case, AeCase):
        return {CASE: record}
    files = {FORM: draw_form(case, settings, going), CASE: record}
    message = _message(case, settings, going)
    return {**files, MESSAGE: message} if message else files


def case_record(case: Case) -> bytes:
    """The case as JSON, every field that was asked about, always the same for the same case."""
    return json.dumps(to_facts(case), ensure_ascii=False, indent=1, sort_keys=True).encode()


def draw_form(case: AeCase, settings: OfficeSettings, going: Going) -> bytes:
    """The CIOMS I form (PDF/A-1b), bound to the record it shows by the record's hash."""
    head = settings.letterhead
    lines = (head.company or settings.name, head.department, head.street,
             f"{head.postcode} {head.city}".strip(), head.phone)  # fmt: skip
    return draw_cioms(
        case,
        Header(
            number=case.head.number,
            version=going.version,
            control_number=report_number(case, settings),
            sender=tuple(line for line in lines if line),
            made_at=going.at,
            signed=_signed(going.signature),
            sha256=hashlib.sha256(case_record(case)).hexdigest(),
            draft=going.draft,
        ),
    )


def _message(case: AeCase, settings: OfficeSettings, going: Going) -> bytes | None:
    if not coded(case):
        return None
    made = make_batch(case, settings, going.at, going.version)
    if any(finding.stops for finding in findings_of(made, going.at)):
        return None
    return write_batch(made.batch)


def _signed(signature: Signature | None) -> tuple[str, ...]:
    if signature is None:
        return ("not signed as the answers stand",)
    at = f"{signature.at.isoformat(sep=' ', timespec='minutes')} ({signature.zone})"
    return (f"{signature.full_name}, {signature.meaning.value}, {at}",)
