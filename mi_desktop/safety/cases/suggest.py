"""What a case may begin with: from the inquiry, the evidence, the mail. A person confirms each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from mi_desktop.basics.words import Words, words
from mi_desktop.catalogue import Product
from mi_desktop.inquiries import Inquiry, Requester, RequesterType
from mi_desktop.ocr import Region
from mi_desktop.safety.cases.errors import CodeUnreadable
from mi_desktop.safety.cases.events import SERIOUSNESS
from mi_desktop.safety.cases.minimal import without_numbers
from mi_desktop.safety.cases.model import AeCase, Case
from mi_desktop.safety.cases.packs import pack_fields
from mi_desktop.safety.cases.paths import at
from mi_desktop.safety.cases.values import NOT_ASKED, Given, PartialDate, Quantity
from mi_desktop.safety.model import Assessment

_LANGUAGES = {"sv": "swe", "en": "eng", "da": "dan", "no": "nor", "fi": "fin", "de": "deu"}
_SERIOUS = dict(
    zip(
        ("SER-DEATH", "SER-LIFE", "SER-HOSP", "SER-DISAB", "SER-CONG", "SER-OTHER"),
        SERIOUSNESS,
        strict=True,
    )
)
# Special situations that have a code of their own (G.k.10.r); pregnancy and others have none.
_NOTES = {
    "SS-FALS": "1",
    "SS-OD": "2",
    "SS-EXP": "4",
    "SS-MEDERR": "7",
    "SS-MISUSE": "8",
    "SS-ABUSE": "9",
    "SS-OCC": "10",
    "SS-OFFLABEL": "11",
}
_AGE = re.compile(r"\b(\d{1,3})(?:[ -]?(?:year|yr|år|års|years)(?:[ -]old|ig|ige|iga)?)\b", re.I)
_WOMAN = re.compile(r"\b(?:she|her|woman|wife|mother|hon|henne|kvinna|fru|hustru|mamma)\b", re.I)
_MAN = re.compile(r"\b(?:he|him|man|husband|father|han|honom|make|pappa)\b", re.I)
_ON_PACK = re.compile(r"(\d{1,2})[/.](\d{4})")
_OLDEST = 120


@dataclass(frozen=True)
class Sources:
    """What suggestions are made from.

    Attributes:
        zero: Day 0 in the site's zone.
        latest: the day of the newest mail.
        product: of the inquiry's question, None where it is about none of ours.
        codes: barcode texts on the pages.
        packs: texts that the assistant marked as batch numbers or expiry dates.
        patients: texts that the assistant marked as hints at a patient.
        holder: the company's name.
        today: in the site's zone.
    """

    inquiry: Inquiry
    assessment: Assessment
    zero: date
    latest: date
    product: Product | None
    codes: tuple[str, ...]
    packs: tuple[str, ...]
    patients: tuple[str, ...]
    holder: str


@dataclass(frozen=True)
class Suggestion:
    """A value that a field may take, and why; nothing is filled in by itself.

    Attributes:
        evidence: where on the page it stands, None where it is no text of a page.
    """

    path: str
    given: Given[Any]
    why: Words
    evidence: Region | None = None


def suggestions(case: Case, sources: Sources) -> tuple[Suggestion, ...]:
    """For the fields that are still "not asked", the first suggestion for each."""
    made = _event_case(sources) if isinstance(case, AeCase) else _complaint(sources)
    first: dict[str, Suggestion] = {}
    for one in made:
        if one.given.known and _empty(case, one.path):
            first.setdefault(one.path, one)
    return tuple(first.values())


def _empty(case: Case, path: str) -> bool:
    try:
        return bool(at(case, path) == NOT_ASKED)
    except KeyError:
        return True


def _event_case(s: Sources) -> Iterator[Suggestion]:
    came = words("the day it came")
    yield Suggestion("report.type", Given("1"), words("the letter was not asked for"))
    yield Suggestion("report.first_received", Given(PartialDate.of(s.zero)), came)
    yield Suggestion("report.latest", Given(PartialDate.of(s.latest)), words("the newest mail"))
    yield from _person("reporters.0", s.inquiry.requester)
    yield Suggestion("reporters.0.primary", Given("1"), words("the first to tell us"))
    yield from _patient(s)
    yield from _events(s)
    yield from _drug(s)
    asked = without_numbers("\n".join(q.verbatim for q in s.inquiry.questions))
    own = words("the letter's own words")
    yield Suggestion("narrative.native", Given(asked or None, None if asked else _NONE), own)
    yield from _language("narrative.native_language", s)


_NONE = NOT_ASKED.null


def _text(path: str, value: str, why: Words, region: Region | None = None) -> Iterator[Suggestion]:
    if value.strip():
        # What is offered can be kept: no identity number (FU-2).
        yield Suggestion(path, Given(without_numbers(value.strip())), why, region)


def _person(path: str, who: Requester) -> Iterator[Suggestion]:
    why = words("who asked")
    given, _, family = who.name.strip().rpartition(" ")
    yield from _text(f"{path}.given_name", given, why)
    yield from _text(f"{path}.family_name", family, why)
    qualification = who.type.e2b_qualification
    if qualification.isdigit():
        # The list of reports counts nurses among the other health professionals.
        yield Suggestion(f"{path}.qualification", Given(qualification), why)
    for name in ("organisation", "street", "city", "postcode", "phone", "email", "country"):
        yield from _text(f"{path}.{name}", str(getattr(who, name)), why)


def _quotes(s: Sources, *codes: str) -> Iterator[Region]:
    for code in codes:
        given = s.assessment.given.get(code)
        yield from given.evidence if given else ()


def _patient(s: Sources) -> Iterator[Suggestion]:
    who = s.inquiry.requester
    if who.type is RequesterType.PATIENT and who.name.strip():
        letters = "".join(part[0].upper() for part in who.name.split())
        yield Suggestion("patient.initials", Given(letters), words("the patient wrote the letter"))
    for region in _quotes(s, "AE-MIN-2", "AE", "AE-MIN-4", "SS"):
        why = words("“{quote}”", quote=region.quote)
        age = _AGE.search(region.quote)
        if age and int(age[1]) <= _OLDEST:
            years = Quantity(Decimal(age[1]), "a")
            yield Suggestion("patient.age", Given(years), why, region)
        sex = [c for c, hint in (("2", _WOMAN), ("1", _MAN)) if hint.search(region.quote)]
        if len(sex) == 1:
            yield Suggestion("patient.sex", Given(sex[0]), why, region)

    ages = {int(age[1]) for text in s.patients if (age := _AGE.search(text))}
    # Two ages may be two patients: a person says which.
    if len(ages) == 1 and max(ages) <= _OLDEST:
        years = Quantity(Decimal(max(ages)), "a")
        yield Suggestion("patient.age", Given(years), words("marked on the page"))


def _events(s: Sources) -> Iterator[Suggestion]:
    regions = tuple(dict.fromkeys(_quotes(s, "AE", "AE-MIN-4")))
    for n, region in enumerate(regions):
        why = words("evidence of the answer")
        yield from _text(f"events.{n}.verbatim", region.quote, why, region)
        yield from _language(f"events.{n}.language", s)
        country = s.inquiry.requester.country
        yield from _text(f"events.{n}.country", country, words("where the letter came from"))
    serious = s.assessment.given.get("AE-SER")
    # Of several events nobody said which one was serious.
    if serious and len(regions) <= 1:
        for code in serious.value.split():
            if code in _SERIOUS:
                told = words("the answer about seriousness")
                yield Suggestion(f"events.0.{_SERIOUS[code]}", Given(True), told)


def _language(path: str, s: Sources) -> Iterator[Suggestion]:
    code = _LANGUAGES.get(s.inquiry.language, s.inquiry.language)
    if len(code) == 3:
        yield Suggestion(path, Given(code), words("the letter's language"))


def _drug(s: Sources) -> Iterator[Suggestion]:
    quote = next(_quotes(s, "AE-MIN-3"), None)
    if quote is not None:
        told = words("evidence of the answer")
        yield from _text("drugs.0.name", quote.quote, told, quote)
    if s.product:
        why = words("the product of the question")
        yield from _text("drugs.0.name", s.product.brand, why)
        yield from _text("drugs.0.substances.0.name", s.product.substance, why)
        yield from _text("drugs.0.authorisation", s.product.ma_number, why)
        yield from _text("drugs.0.holder", s.holder, why)
    yield Suggestion("drugs.0.role", Given("1"), words("the medicine that is told of"))
    yield from _pack("drugs.0.dosages.0", s)
    said = s.assessment.given
    notes = tuple(n for c, n in _NOTES.items() if c in said and said[c].value == "yes")
    if notes:
        told = words("the special situations that were answered yes")
        yield Suggestion("drugs.0.notes", Given(notes), told)


def _pack(path: str, s: Sources) -> Iterator[Suggestion]:
    """From the pack's code on a page, else from the answers and the marks."""
    for code in s.codes:
        try:
            found = pack_fields(code)
        except CodeUnreadable:
            continue
        for name, given in found.fields.items():
            yield Suggestion(f"{path}.{name}", given, words("the pack's code on the page"))
    answer = s.assessment.given.get("PQC-BATCH")
    reasons = s.assessment.checklist.question("PQC-BATCH").reasons
    if answer and answer.value not in reasons:
        yield from _text(f"{path}.batch", answer.value, words("the answer about the batch"))
    for text in s.packs:
        day = _printed_date(text)
        if day is not None:
            told = words("marked on the page as an expiry date")
            yield Suggestion(f"{path}.expiry", Given(day), told)
        else:
            yield from _text(f"{path}.batch", text, words("marked on the page as a batch"))


def _printed_date(text: str) -> PartialDate | None:
    """`2028-03` or, as on packs, `03/2028`; None for anything else."""
    found = _ON_PACK.fullmatch(text.strip())
    return PartialDate.read(f"{found[2]}-{found[1]}" if found else text)


def _complaint(s: Sources) -> Iterator[Suggestion]:
    if s.product:
        why = words("the product of the question")
        yield from _text("pack.name", s.product.brand, why)
        yield from _text("pack.strength", s.product.strength, why)
        yield from _text("pack.authorisation", s.product.ma_number, why)
        yield from _text("pack.vnr", s.product.vnr, why)
        yield from _text("pack.holder", s.holder, why)
    yield from _pack("pack", s)
    yield from _reasons(s)
    for region in _quotes(s, "PQC", "SS-FALS", "SS-DEVICE"):
        told = words("evidence of the answer")
        yield from _text("defect.verbatim", region.quote, told, region)
    for code, path in (("PQC-HARM", "defect.harm"), ("PQC-SAMPLE", "sample.available")):
        answer = s.assessment.given.get(code)
        if answer and answer.value in {"yes", "no", "unknown"}:
            yield Suggestion(path, Given(answer.value), words("the answer on the checklist"))
    falsified = s.assessment.given.get("SS-FALS")
    if falsified and falsified.value == "yes":
        told = words("the special situations that were answered yes")
        yield Suggestion("defect.category", Given("FAL"), told)
        yield Suggestion("defect.falsified", Given("yes"), told)
        yield Suggestion("defect.criticality", Given("critical"), told)
    yield from _person("complainants.0", s.inquiry.requester)


def _reasons(s: Sources) -> Iterator[Suggestion]:
    for code, path in (("PQC-BATCH", "pack.no_batch"), ("PQC-EXPIRY", "pack.no_expiry")):
        answer = s.assessment.given.get(code)
        reasons = s.assessment.checklist.question(code).reasons
        if answer and answer.value in reasons:
            told = words("the answer on the checklist")
            yield Suggestion(path, Given(answer.value.replace(" ", "_")), told)
