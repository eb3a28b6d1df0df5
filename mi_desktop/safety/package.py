"""What is handed over: the record (JSON) of a report, from which the sheet is printed."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from mi_desktop.catalogue import masked_facts
from mi_desktop.inquiries import Inquiry
from mi_desktop.intake import MailPiece
from mi_desktop.safety.cases.minimal import initials
from mi_desktop.safety.clocks import day, day_zero
from mi_desktop.safety.gate import answer_facts, open_questions
from mi_desktop.safety.model import Assessment, Checklist, HandOff
from mi_desktop.safety.regulatory import information
from mi_desktop.safety.tracking import Way
from mi_desktop.safety.versions import changes

INFORMATION_DAYS = (7, 15, 90)
_WAYS = {
    Way.SHEET: "printed sheet",
    Way.FOLDER: "folder of the department",
    Way.EMAIL: "protected e-mail",
}


@dataclass(frozen=True)
class Dossier:
    """Everything a hand-off's package is made from.

    Attributes:
        sender: name of the office.
        zone: IANA zone of the site, in which Day 0 is reckoned (CLK-3).
        names: user id to full name, and product id to brand.
        made_at: UTC.
        way: how it goes.
        before: the record of the version before, None for the first.
    """

    handoff: HandOff
    assessment: Assessment
    inquiry: Inquiry
    pieces: tuple[MailPiece, ...]
    sender: str
    zone: str
    names: dict[str, str]
    made_at: datetime
    way: Way = Way.SHEET
    before: dict[str, Any] | None = None


def record(dossier: Dossier) -> dict[str, Any]:
    """The package's facts (HO-1), and what differs from the version before (HO-3)."""
    facts: dict[str, Any] = masked_facts(_facts(dossier))
    differs = changes(dossier.before, facts) if dossier.before else ()
    return {**facts, "changes": [vars(change) for change in differs]}


def _facts(dossier: Dossier) -> dict[str, Any]:
    handoff, assessment = dossier.handoff, dossier.assessment
    return {
        "form": "mi-desktop hand-off",
        "form_version": 1,
        "number": handoff.number,
        "version": handoff.version,
        "kind": handoff.kind.value,
        "patient": handoff.patient,
        "urgent": handoff.urgent,
        "codes": list(handoff.codes),
        "inquiry": dossier.inquiry.number,
        "related": [h.number for h in assessment.handoffs if h.id != handoff.id],
        "sender": dossier.sender,
        "transmission": _WAYS[dossier.way],
        "made_at": _local(dossier.made_at, dossier.zone),
        "dates": _dates(dossier),
        "regulatory": information(handoff.kind, day_zero(handoff.awareness_at, dossier.zone)),
        "reporter": _reporter(dossier),
        "questions": _questions(dossier),
        "checklist": [assessment.checklist.id, assessment.checklist.version],
        "answers": _answers(dossier),
        "criteria": [
            {"code": c, "text": assessment.checklist.question(c).text, "value": met.value}
            for c, met in assessment.criteria.items()
        ],
        "to_ask": list(assessment.to_ask),
        "pages": _pages(dossier),
        "signature": _signature(dossier),
        "late": {"reason": handoff.late.reason.value, "text": handoff.late.text}
        if handoff.late
        else None,
    }


def as_bytes(facts: dict[str, Any]) -> bytes:
    """The record as a file, UTF-8."""
    return json.dumps(facts, ensure_ascii=False, indent=1).encode()


def _dates(dossier: Dossier) -> dict[str, Any]:
    zero = day_zero(dossier.handoff.awareness_at, dossier.zone)
    sent_at = dossier.handoff.sent_at
    times = {
        "received_at_company": dossier.inquiry.received_at,
        "first_aware_at": dossier.inquiry.first_aware_at,
        "registered_at": dossier.inquiry.registered_at,
        "awareness_at": dossier.handoff.awareness_at,
        "handoff_due": dossier.handoff.due,
        "frozen_at": dossier.made_at,
        **({"handed_over_at": sent_at} if sent_at else {}),
    }
    return {
        **{name: _local(at, dossier.zone) for name, at in times.items()},
        "zone": dossier.zone,
        "day_0": zero.isoformat(),
        # The regulatory clock belongs to the safety department; told for information (CLK-12).
        **{f"day_{n}": day(zero, n).isoformat() for n in INFORMATION_DAYS},
    }


def _reporter(dossier: Dossier) -> dict[str, Any]:
    who = dossier.inquiry.requester
    return {
        "initials": initials(who.name),
        "type": who.type.value,
        "e2b_qualification": who.type.e2b_qualification,
        "country": who.country,
    }


def contact(dossier: Dossier) -> dict[str, str]:
    """Who the reporter is and how to reach them: a file apart, for those who ask on (FU-2)."""
    who = dossier.inquiry.requester
    return {
        "number": dossier.handoff.number,
        "name": who.name,
        "organisation": who.organisation,
        "street": who.street,
        "postcode": who.postcode,
        "city": who.city,
        "email": who.email,
        "phone": who.phone,
    }


def _questions(dossier: Dossier) -> list[dict[str, Any]]:
    return [
        {
            "verbatim": q.verbatim,
            "language": q.language,
            "product": dossier.names.get(q.product_id or "", q.product_id),
        }
        for q in dossier.inquiry.questions
    ]


def _answers(dossier: Dossier) -> list[dict[str, Any]]:
    assessment = dossier.assessment
    return [
        {
            **answer_facts(given),
            "question": question.text,
            "said": _said(assessment.checklist, given.value),
            "by": dossier.names.get(given.by, given.by),
            "at": _local(given.at, dossier.zone),
        }
        for question in open_questions(assessment.checklist, assessment.given)
        if (given := assessment.given.get(question.code))
    ]


def _pages(dossier: Dossier) -> list[dict[str, Any]]:
    return [
        {
            "piece": piece.number,
            "channel": piece.channel.value,
            "received_at": _local(piece.received_at, dossier.zone),
            "part": part.id,
            "name": part.name,
            "sha256": part.sha256,
            "pages": len(part.pages),
            "looked_at": all(page.ref in dossier.assessment.seen for page in part.pages),
        }
        for piece in dossier.pieces
        for part in piece.parts
    ]


def _signature(dossier: Dossier) -> dict[str, Any] | None:
    signed = dossier.assessment.signature
    if signed is None:
        return None
    return {
        "name": signed.full_name,
        "meaning": signed.meaning.value,
        "at": _local(signed.at, signed.zone),
        "zone": signed.zone,
        "sha256": signed.sha256,
    }


def _local(at: datetime, zone: str) -> str:
    """The time at the site, to the minute, with its distance from UTC."""
    return at.astimezone(ZoneInfo(zone)).isoformat(sep=" ", timespec="minutes")


def _said(checklist: Checklist, value: str) -> str:
    """The answer in English words; a text that was typed in as it is."""
    labels = checklist.labels
    if value in labels:
        return labels[value]["en"]
    return ", ".join(labels[v]["en"] for v in value.split() if v in labels) or value
