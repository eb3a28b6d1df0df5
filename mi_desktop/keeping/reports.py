"""How long reports stay: by the product's authorisation, or by the batch (GD-03)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mi_desktop.keeping.model import RetentionClass
from mi_desktop.keeping.purge import kinds
from mi_desktop.safety import HandOffKind
from mi_desktop.safety.cases.values import PartialDate
from mi_desktop.settings import Keeping

_AFTER_EXPIRY = 1  # years; EU GMP Chapter 4.11 keeps batch records so long
# Where nobody knows the batch's expiry: the longest shelf life beside the ordinary years.
_WITHOUT_EXPIRY = 5


@dataclass(frozen=True)
class Report:
    """A report to safety or quality, as far as its keeping goes.

    Attributes:
        products: of the inquiry's questions.
        expiry: the last day of the batch that was complained about; None where nobody knows.
    """

    kind: HandOffKind
    state: str
    products: frozenset[str]
    expiry: date | None


def reports_of(session: Session, inquiries: Sequence[str]) -> dict[str, list[Report]]:
    """The reports of each inquiry that has any."""
    kind = kinds()["handoff"]
    products, found = _products(session, inquiries), dict[str, list[Report]]()
    for start in range(0, len(inquiries), 500):
        some = kind.inquiry_id.in_(inquiries[start : start + 500])
        for row in session.scalars(select(kind).where(some)):
            report = Report(
                HandOffKind(row.kind),
                row.state,
                products.get(row.inquiry_id, frozenset()),
                _expiry(session, row.id),
            )
            found.setdefault(row.inquiry_id, []).append(report)
    return found


def report_due(
    report: Report, ended: datetime, ends: Mapping[str, date], settings: Keeping
) -> date | None:
    """The day from which a report may go.

    Args:
        report: to safety (authorisation) or quality (batch).
        ended: when its inquiry was answered or closed, UTC.
        ends: by product, the day on which its authorisation ended.
        settings: the office's years.

    Returns:
        None while a product is authorised, or nobody knows which product it was.
    """
    if report.kind is HandOffKind.QUALITY:
        if report.expiry is None:
            return years_after(ended.date(), settings.complaint_years + _WITHOUT_EXPIRY)
        closed = years_after(ended.date(), settings.complaint_years)
        return max(closed, years_after(report.expiry, _AFTER_EXPIRY))
    days = [ends.get(product) for product in report.products]
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days):
        return None
    return max(years_after(max(known), settings.report_years), ended.date())


def retention_class(reports: Sequence[Report]) -> RetentionClass:
    """The class of an inquiry with these reports: safety's comes first."""
    kinds_ = {report.kind for report in reports}
    if HandOffKind.SAFETY in kinds_:
        return RetentionClass.REPORT
    return RetentionClass.COMPLAINT if kinds_ else RetentionClass.INQUIRY


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _products(session: Session, inquiries: Sequence[str]) -> dict[str, frozenset[str]]:
    kind = kinds()["question"]
    found: dict[str, frozenset[str]] = {}
    for start in range(0, len(inquiries), 500):
        some = kind.inquiry_id.in_(inquiries[start : start + 500])
        query = select(kind.inquiry_id, kind.product_id).where(some, kind.product_id.is_not(None))
        for inquiry, product in session.execute(query):
            found[inquiry] = found.get(inquiry, frozenset()) | {product}
    return found


def _expiry(session: Session, handoff_id: str) -> date | None:
    """As the newest save of the case has it."""
    kind = kinds()["safety_case"]
    query = select(kind.facts).where(kind.handoff_id == handoff_id)
    facts = session.scalar(query.order_by(kind.revision.desc()).limit(1)) or {}
    told = facts.get("pack", {}).get("expiry", {}).get("value")
    read = PartialDate.read(told) if told else None
    return read.latest if read else None
