"""Why what is kept, by which law, for whom and how long: said once for exports and registers.

GD-01 and GD-03: answering rests on a legitimate interest, reports on legal obligations; consent
is the base of neither.
"""

from dataclasses import dataclass

from mi_desktop.settings import Keeping


@dataclass(frozen=True)
class Purpose:
    """One processing.

    Attributes:
        name: what is done.
        tables: whose records it keeps.
        basis: the law behind it.
        subjects: whose data.
        data: which data.
        recipients: who gets them outside the office.
        retention: how long.
    """

    name: str
    tables: frozenset[str]
    basis: str
    subjects: str
    data: str
    recipients: str
    retention: str


_ASKING = frozenset(
    {"inquiry", "question", "filed_piece", "piece", "part", "custody", "page_text", "letter",
     "signed_letter", "email_queue", "inquiry_closing", "restriction", "former_requester"}
)  # fmt: skip
_REPORTS = frozenset(
    {"assessment", "safety_answer", "handoff", "handoff_package", "handoff_file", "safety_case",
     "transmission", "handoff_query", "follow_up", "follow_up_attempt", "consent"}
)  # fmt: skip
_ANSWERING = "Answering questions about medicines"
_REPORTING = "Collecting and reporting adverse events"
_COMPLAINTS = "Collecting and reporting product quality complaints"


def purposes(settings: Keeping) -> tuple[Purpose, ...]:
    """Every processing of the office, with the years and months that its settings say."""
    return (
        Purpose(
            _ANSWERING,
            _ASKING,
            "Art. 6(1)(f) GDPR: the legitimate interest of who asked and of the company; health "
            "data in a question: Art. 9(2)(i)",
            "Health professionals, patients and relatives who ask",
            "Name, address, e-mail, telephone, profession, question, correspondence",
            "Who asked",
            f"{settings.inquiry_months} months after the answer, then under a random name",
        ),
        Purpose(
            _REPORTING,
            _REPORTS,
            "Art. 6(1)(c) and 9(2)(i) GDPR: legal obligation, public interest in the safety of "
            "medicines (Directive 2001/83/EC Title IX, Regulation (EC) No 726/2004)",
            "Patients, reporters, treating professionals",
            "Initials, age group, sex, health data, medicines taken; the reporter's contact",
            "The company's safety department and, through it, authorities",
            f"The life of the product and {settings.report_years} years after its marketing "
            "authorisation ended (Implementing Regulation (EU) No 520/2012, Art. 12(2))",
        ),
        Purpose(
            _COMPLAINTS,
            _REPORTS,
            "Art. 6(1)(c) GDPR: legal obligation (EU GMP, Chapter 8)",
            "Complainants, patients",
            "Contact, product, batch, defect, health data where harm was told",
            "The company's quality department",
            f"{settings.complaint_years} years after it was closed, and a year beyond the batch's "
            "expiry",
        ),
        Purpose(
            "Proof of who did what (audit trail, signatures)",
            frozenset({"signature", "audit"}),
            "Art. 6(1)(c) GDPR: legal obligation (21 CFR Part 11, EU GMP Annex 11)",
            "The office's own people",
            "User name, full name, time and kind of each deed",
            "Inspectors",
            "As long as the records it tells of; personal values go with them",
        ),
    )


def purpose_of(table: str, settings: Keeping) -> Purpose:
    """The purpose of a kind of record; answering, where the kind is named nowhere."""
    every = purposes(settings)
    return next((p for p in every if table in p.tables), every[0])
