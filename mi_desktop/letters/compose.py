"""Putting a letter together (domain 4.1): the fixed blocks around the author's answer.

The fixed blocks are made anew from the facts at every change, so a letter cannot keep a label
version, a ▼ or a complaint text that is no longer true; what was approved stays as it was.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import date

from mi_desktop.basics.ids import new_id
from mi_desktop.catalogue import Authority, Country, Product
from mi_desktop.inquiries import Inquiry
from mi_desktop.letters.citations import merge, renumber, shifted
from mi_desktop.letters.errors import StandardNotUsable
from mi_desktop.letters.model import Block, BlockKind, Draft
from mi_desktop.letters.texts import Texts
from mi_desktop.library import SrdState, StandardResponse
from mi_desktop.settings import Letterhead

TRIANGLE = "▼"
_ORDER = {kind: place for place, kind in enumerate(BlockKind)}


@dataclass(frozen=True)
class Facts:
    """What a letter is made from, as it stands today.

    Attributes:
        received: day on which the inquiry came, in the office's zone.
        today: in the office's zone.
        products: that the questions name, the first question's first.
        topic: label of the first coded topic in the letter's language, "" where none is.
        there: the requester's country.
        home: the office's country, whose product information is used.
        complaint: the safety checklist says that there is a quality complaint.
    """

    inquiry: Inquiry
    received: date
    today: date
    products: tuple[Product, ...]
    topic: str
    authority: Authority | None
    there: Country
    home: Country
    letterhead: Letterhead
    complaint: bool
    texts: Texts

    @property
    def product(self) -> Product:
        """The first question's."""
        return self.products[0]

    @property
    def brands(self) -> str:
        """The products' names."""
        return ", ".join(p.brand for p in self.products)


def settle(draft: Draft, facts: Facts) -> Draft:
    """The letter with every fixed block as the facts want it, and its references in order."""
    answers = [b for b in draft.blocks if b.kind is BlockKind.ANSWER]
    numbered, references = renumber(answers, draft.references)
    fixed = [*_always(facts), *_conditional(facts, numbered)]
    if references:
        heading = facts.texts("HEADING-REFERENCES")
        fixed.append(_fixed(BlockKind.REFERENCES, heading, *references))
    return replace(
        draft,
        dated=facts.today,
        product_id=facts.product.id,
        for_health_professional=facts.inquiry.requester.type.health_professional,
        label_version=facts.product.label.version,
        blocks=tuple(sorted([*fixed, *numbered], key=lambda b: _ORDER[b.kind])),
        references=references,
    )


def answer_from(
    srd: StandardResponse, question_id: str, draft: Draft, texts: Texts
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of a standard response, its citations in the letter's numbering (LET, SRD-5).

    Returns:
        A block a section, the last one with the day of the literature search, and the
        letter's references with the new ones added.
    """
    incoming = {r.number: _citation(r.citation, r.doi) for r in srd.references}
    references, places = merge(draft.references, incoming)
    blocks = [
        Block(
            id=new_id(),
            kind=BlockKind.ANSWER,
            heading=section.heading,
            paragraphs=shifted(section.paragraphs, places),
            srd_id=srd.id,
            srd_version=srd.version,
            question_id=question_id,
            off_label=srd.off_label,
        )
        for section in srd.sections
    ]
    searched = texts("SEARCH-DATE", date=texts.day(srd.search_date))
    blocks[-1] = replace(blocks[-1], paragraphs=(*blocks[-1].paragraphs, searched))
    return tuple(blocks), references


def must_be_usable(
    srd: StandardResponse, draft: Draft, products: Container[str], today: date
) -> None:
    """Raises `StandardNotUsable` unless it may go into this letter (SRD-1, SRD-6, UNS-5)."""
    audience = "hcp" if draft.for_health_professional else "patient"
    reasons = {
        "it is about another product": srd.product_id not in products,
        f"it is {srd.state.value}": srd.state is not SrdState.EFFECTIVE,
        "it is a translation whose source has changed": srd.stale,
        "its time has not come or is over": not srd.usable(today),
        f"it is not written for the audience {audience}": audience not in srd.audience,
        "patients get nothing off-label": srd.off_label and audience == "patient",
    }
    why = next((reason for reason, applies in reasons.items() if applies), None)
    if why:
        raise StandardNotUsable(id=srd.id, why=why)


def _always(facts: Facts) -> Iterable[Block]:
    t, name = facts.texts, facts.inquiry.requester.name
    marked = [(f"{TRIANGLE} " * p.monitored(facts.today)) + p.brand for p in facts.products]
    shown = ", ".join(marked)
    subject = t("SUBJECT", product=shown, topic=facts.topic) if facts.topic else shown
    yield _fixed(BlockKind.SUBJECT, subject)
    salutation = t("SALUTATION-NAMED", name=name) if name else t("SALUTATION-OPEN")
    yield _fixed(BlockKind.SALUTATION, "", salutation)
    words = (" ".join(q.verbatim.split()) for q in facts.inquiry.questions)
    asked = "; ".join(words).removesuffix(".")
    received = t.day(facts.received)
    yield _fixed(
        BlockKind.UNSOLICITED, "", t("T-UNSOL", date=received, product=shown, question=asked)
    )
    yield _fixed(BlockKind.LABEL, t("HEADING-LABEL"), *_label(facts))
    yield _fixed(BlockKind.REPORTING, t("HEADING-AE"), *_reporting(facts))
    contact = {"phone": facts.letterhead.phone, "email": facts.letterhead.email}
    # Art. 13 and 14 GDPR (GD-09): where the notice is to be had.
    where = facts.letterhead.privacy_url
    privacy = t("T-PRIV", url=where) if where else t("T-PRIV-ASK", **contact)
    yield _fixed(BlockKind.PRIVACY, t("HEADING-PRIV"), privacy)
    yield _fixed(BlockKind.CLOSING, "", t(_for(facts, "CLOSING"), **contact), t("REGARDS"))
    yield _fixed(BlockKind.ENCLOSURES, t("HEADING-ENCLOSURES"), *_enclosures(facts))


def _conditional(facts: Facts, answers: Iterable[Block]) -> Iterable[Block]:
    t, requester = facts.texts, facts.inquiry.requester
    if any(b.off_label for b in answers):
        disclaimer = t(
            "T-OFF",
            use=t("OFF-USE"),
            product=facts.brands,
            country=facts.there.names[t.language],
            company=facts.letterhead.company,
        )
        yield _fixed(BlockKind.OFF_LABEL, t("HEADING-OFF"), disclaimer)
    if any(p.monitored(facts.today) for p in facts.products):
        yield _fixed(BlockKind.MONITORING, t("HEADING-BT"), t(_for(facts, "T-BT")))
    if not requester.type.health_professional:
        yield _fixed(BlockKind.NOT_ADVICE, t("HEADING-PAT"), t("T-PAT"))
    if facts.complaint:
        yield _fixed(BlockKind.KEEP_SAMPLE, t("HEADING-PQC"), t("T-PQC"))


def _label(facts: Facts) -> Iterable[str]:
    for product in facts.products:
        yield from _label_of(product, facts)


def _label_of(product: Product, facts: Facts) -> Iterable[str]:
    t, language = facts.texts, facts.texts.language
    if facts.there.code not in product.marketed_in:
        yield t(
            "T-NOTAUTH",
            product=product.brand,
            country=facts.there.names[language],
            label_country=facts.home.names[language],
        )
    dated = t.day(product.label.dated)
    if facts.inquiry.requester.type.health_professional:
        named = f"{product.brand}: " * (len(facts.products) > 1)
        yield f"{named}{t('HEADING-INDICATIONS')}: {product.indications[language]}"
        yield t("T-LABEL", date=dated)
    else:
        yield t("T-LABEL-PAT", product=product.brand, date=dated)


def _reporting(facts: Facts) -> Iterable[str]:
    t, authority, head = facts.texts, facts.authority, facts.letterhead
    if authority:
        parts = (authority.name, *authority.address, authority.url)
        yield t(_for(facts, "T-AE"), authority=", ".join(p for p in parts if p))
    yield t("T-AE-CO", company=head.company, phone=head.phone, email=head.email)


def _enclosures(facts: Facts) -> Iterable[str]:
    professional = facts.inquiry.requester.type.health_professional
    kind = "ENCLOSURE-SMPC" if professional else "ENCLOSURE-LEAFLET"
    for product in facts.products:
        dated = facts.texts.day(product.label.dated)
        named = {"product": product.brand, "version": product.label.version}
        yield facts.texts(kind, **named, date=dated)


def _for(facts: Facts, text_id: str) -> str:
    professional = facts.inquiry.requester.type.health_professional
    return f"{text_id}-{'HCP' if professional else 'PAT'}"


def _fixed(kind: BlockKind, heading: str, *paragraphs: str) -> Block:
    return Block(id=kind.value, kind=kind, heading=heading, paragraphs=paragraphs)


def _citation(citation: str, doi: str | None) -> str:
    return f"{citation} doi:{doi}" if doi and doi not in citation else citation
