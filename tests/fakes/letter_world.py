"""A letter's world: one product, one inquiry, one standard response; and its neighbours."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

from mi_desktop.basics.words import words
from mi_desktop.catalogue import Authority, Country, Envelope, Label, Monitoring, Product
from mi_desktop.inquiries import Inquiry, Question, Requester, RequesterType, Status
from mi_desktop.intake import Channel
from mi_desktop.letters.compose import Facts
from mi_desktop.library import Reference, Section, SrdState, StandardResponse
from mi_desktop.safety import Gate
from mi_desktop.settings import Letterhead

TODAY = date(2026, 11, 16)
HEAD = Letterhead(
    company="Provbolaget Pharma AB",
    department="Medicinsk information",
    street="Box 1234",
    postcode="111 22",
    city="Stockholm",
    phone="08-555 010 00",
    email="medinfo@provbolaget.example",
    privacy_url="https://provbolaget.example/privacy",
)
SWEDEN = Country(
    code="SE",
    names={"sv": "Sverige", "en": "Sweden"},
    language="sv",
    postcode=r"\d{3} ?\d{2}",
    address=("{name}", "{organisation}", "{street}", "{postcode} {city}"),
    capitals=True,
)
GERMANY = Country(
    code="DE",
    names={"sv": "Tyskland", "en": "Germany"},
    language="de",
    postcode=r"\d{5}",
    address=SWEDEN.address,
    capitals=False,
)
AUTHORITY = Authority(
    country="SE",
    name="Läkemedelsverket",
    address=("Box 26", "751 03 Uppsala"),
    url="www.lakemedelsverket.se",
    owner="regulatory affairs",
    last_verified=TODAY,
)


def envelope(envelope_id: str, *window: float, folds: tuple[float, ...], hole: float) -> Envelope:
    x, y, width, height, return_line = window
    return Envelope(
        id=envelope_id,
        label={},
        x=x,
        y=y,
        width=width,
        height=height,
        return_line=return_line,
        folds=folds,
        hole=hole,
        calibratable=False,
    )


ENVELOPES = {
    "DIN-A": envelope("DIN-A", 20, 27, 85, 45, 17.7, folds=(87, 192), hole=148.5),
    "DIN-B": envelope("DIN-B", 20, 45, 85, 45, 17.7, folds=(105, 210), hole=148.5),
    "RIGHT": envelope("RIGHT", 110, 45, 85, 35, 0, folds=(148.5,), hole=0),
    "NO-C5": envelope("NO-C5", 15, 44, 105, 35, 0, folds=(148.5,), hole=0),
}
PRODUCT = Product(
    id="provin",
    brand="Provin",
    substance="provstatin",
    strength="5 mg",
    form={"sv": "tablett", "en": "tablet"},
    atc="B01",
    ma_number="1",
    vnr="000001",
    gtin="07046260000018",
    biological=False,
    monitoring=(Monitoring(since=date(2025, 1, 1)),),
    marketed_in=("SE",),
    aliases=(),
    indications={"sv": "Behandling av provsjuka hos vuxna.", "en": "Treatment of test disease."},
    label=Label(version="7", date=date(2026, 3, 16), smpc={}, leaflet={}),
)
PHYSICIAN = Requester(
    name="Karin Åström",
    type=RequesterType.PHYSICIAN,
    organisation="Björkens vårdcentral",
    street="Provgatan 12",
    postcode="75320",
    city="Uppsala",
    country="SE",
    email="karin@bjorken.example",
)
ASKED = Question(
    "q1",
    1,
    "Hur doseras Provin vid nedsatt njurfunktion, och kan det ges med ibuprofen?",
    "sv",
    "provin",
    "DOS-RENAL",
)
INQUIRY = Inquiry(
    id="i1",
    number="MI-SE-2026-00012",
    status=Status.IN_PROGRESS,
    channel=Channel.POST,
    received_at=datetime(2026, 11, 13, 9, 0, tzinfo=UTC),
    first_aware_at=datetime(2026, 11, 13, 9, 0, tzinfo=UTC),
    registered_at=datetime(2026, 11, 13, 10, 0, tzinfo=UTC),
    owner="anna",
    language="sv",
    requester=PHYSICIAN,
    questions=(ASKED,),
    piece_ids=(),
    version=1,
)
STANDARD = StandardResponse(
    id="SRD-0901",
    version=1,
    language="sv",
    title="Provin: dosering vid nedsatt njurfunktion",
    product_id="provin",
    topic="DOS-RENAL",
    state=SrdState.EFFECTIVE,
    effective_from=date(2026, 3, 1),
    expires_on=date(2027, 2, 28),
    audience=("hcp",),
    off_label=False,
    label_version="7",
    search_date=date(2026, 2, 9),
    sections=(
        Section(
            "Sammanfattning",
            (
                "Ingen dosjustering behövs för vuxna med eGFR 30 ml/min/1,73 m² eller högre. Vid "
                "eGFR 15–29 ml/min är den rekommenderade startdosen 5 mg en gång dagligen [1].",
            ),
        ),
        Section(
            "Data",
            (
                "I en öppen studie med 32 vuxna var exponeringen 1,2 gånger högre vid måttligt "
                "och 1,9 gånger högre vid svårt nedsatt njurfunktion [2].",
                "Begränsningar: enstaka doser, och bara åtta patienter i den svåra gruppen [2].",
            ),
        ),
    ),
    references=(
        Reference(1, "Provbolaget. Provin. Produktresumé, version 7, 2026-03-16.", None, None),
        Reference(
            2,
            "Exempelsson K. Provstatin in renal impairment. J Ex. 2024;12:101–9.",
            "10.5555/x.1",
            None,
        ),
    ),
    approved_by="erik",
)


def asked_by(facts: Facts, kind: RequesterType) -> Facts:
    requester = replace(facts.inquiry.requester, type=kind)
    return replace(facts, inquiry=replace(facts.inquiry, requester=requester))


@dataclass
class InquiryShelf:
    """An inquiries room with one inquiry."""

    kept: Inquiry

    def inquiry(self, inquiry_id: str) -> Inquiry:
        assert inquiry_id == self.kept.id
        return self.kept

    def advance(self, session: object, inquiry_id: str, status: Status) -> None:
        self.kept = replace(self.inquiry(inquiry_id), status=status)


@dataclass
class SafetyAnswers:
    """A safety room: is the gate open, and what was answered."""

    open: bool = True
    complaint: str = "no"
    undecided: bool = False

    def gate(self, inquiry_id: str) -> Gate:
        return Gate(self.open, (), words("The safety checklist is open."))

    def assessment(self, inquiry_id: str) -> SimpleNamespace:
        return SimpleNamespace(given={"PQC": SimpleNamespace(value=self.complaint)})

    def complaint_open(self, inquiry_id: str) -> bool:
        return self.undecided


def product_file(folder: Path, label_version: str = "7", monitored: bool = True) -> Path:
    """The product as a file for `CatalogueService.load`."""
    raw = {
        "id": "provin",
        "names": {"brand": "Provin"},
        "substance": "provstatin",
        "strength": "5 mg",
        "form": PRODUCT.form,
        "atc": "B01",
        "ma_number": "1",
        "vnr": "000001",
        "gtin": "07046260000018",
        "additional_monitoring": [{"from": "2025-01-01", "to": None}] if monitored else [],
        "biological": False,
        "marketed_in": ["SE"],
        "aliases": [],
        "label": {"version": label_version, "date": "2026-03-16", "smpc": {}, "leaflet": {}},
        "indications": PRODUCT.indications,
    }
    file = folder / "products.json"
    file.write_text(json.dumps([raw]), encoding="utf-8")
    return file
