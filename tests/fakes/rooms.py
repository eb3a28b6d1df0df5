"""Rooms held in memory, for tests of screens: same verbs as the real ones, rules you can read."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

from mi_desktop.basics.errors import NotAllowedHere
from mi_desktop.inquiries import (
    Clock,
    Closing,
    ClosingReason,
    Inquiry,
    InquiryLine,
    Pace,
    Question,
    Requester,
    RequesterType,
    Status,
)
from mi_desktop.intake import Channel, MailPiece, PageRef
from mi_desktop.ocr import PageText
from mi_desktop.people import Action, ChangedBySomebody
from tests.fakes.desk import NOW, FakeCatalogue, FakeIntake, FakeOcr, page_text, piece

PAGES = (
    "Hej, kan Zelvimar delas om\njag har fått utslag sedan tisdag\nDoktor Vera Provsson",
    "Batch EX4711 stod på kartan",
)
ASKED = (
    ("Vera Provsson", "Kan Zelvimar delas?", Status.REGISTERED),
    ("Nils Exempelsson", "Hur förvaras Brontiqa?", Status.IN_PROGRESS),
    ("Karin Testberg", "Får Zelvimar tas med alkohol?", Status.DISPATCHED),
)


class Refused(NotAllowedHere):
    """A rule of a fake room said no."""

    code = "FAKE-001"
    says = "{why}"
    hint = "Ask somebody else."


class FakePost(FakeIntake):
    """One letter of two pages, filed."""

    def __init__(self) -> None:
        super().__init__()
        self.letter = self.add(piece(1, "Vera Provsson", pages=2), *PAGES)
        self.refs = tuple(page.ref for page in self.letter.pages)

    def pieces(self, ids: Iterable[str]) -> list[MailPiece]:
        return [self.piece(piece_id) for piece_id in ids]


class FakeReading(FakeOcr):
    """Every page is read."""

    def text(self, ref: PageRef) -> PageText:
        return page_text(ref, self.intake.texts[ref])


class FakeShelves(FakeCatalogue):
    """What the catalogue of the tray's tests leaves out: substances, envelopes."""

    def products(self) -> list[SimpleNamespace]:
        more = {"aliases": (), "ma_number": "12345", "vnr": "123456", "marketed_in": ("SE",)}
        return [SimpleNamespace(**vars(p), substance=p.id, **more) for p in super().products()]

    def envelopes(self) -> list[SimpleNamespace]:
        return [self.envelope("DIN-B")]

    def envelope(self, envelope_id: str) -> SimpleNamespace:
        label = {"en": "DIN 5008 form B", "sv": "DIN 5008 form B"}
        place = {"x": 20, "y": 45, "width": 85, "height": 45, "folds": (105, 210)}
        return SimpleNamespace(id=envelope_id, label=label, **place)


class FakeInquiries:
    """Three inquiries; the first holds the letter of `FakePost`."""

    def __init__(self) -> None:
        self.kept: dict[str, Inquiry] = {}
        self.history: dict[str, list[Closing]] = {}
        for n, (name, asked, status) in enumerate(ASKED, start=1):
            question = Question(f"q-{n}", 1, asked, "sv", "zelvimar", "DOS")
            requester = Requester(
                name,
                RequesterType.PHYSICIAN,
                "Vårdcentralen Provby",
                "Storgatan 1",
                "111 22",
                "Provby",
                "SE",
                f"{n}@provby.example",
            )
            at = NOW - timedelta(days=3)
            self._keep(
                Inquiry(
                    f"inq-{n}",
                    f"MI-SE-2026-{n:05}",
                    status,
                    Channel.POST,
                    at,
                    at,
                    at + timedelta(days=1),
                    "anna",
                    "sv",
                    requester,
                    (question,),
                    ("piece-1",) if n == 1 else (),
                    1,
                )
            )

    def inquiry(self, inquiry_id: str) -> Inquiry:
        return self.kept[inquiry_id]

    def at_work(self, limit: int) -> list[Inquiry]:
        early = (Status.REGISTERED, Status.IN_PROGRESS, Status.IN_REVIEW)
        return [i for i in self.kept.values() if i.status in early][:limit]

    def inquiries(
        self, text: str = "", status: Status | None = None, limit: int = 200
    ) -> list[InquiryLine]:
        return [
            InquiryLine(
                i.id,
                i.number,
                i.status,
                i.requester.name,
                i.product_id,
                i.questions[0].verbatim,
                i.received_at,
                i.received_at + timedelta(days=2 + n),
                i.owner,
            )
            for n, i in enumerate(self.kept.values())
            if status in (None, i.status)
            and text.lower() in f"{i.number} {i.requester.name} {i.questions[0].verbatim}".lower()
        ][:limit]

    def clocks(self, inquiry_id: str) -> tuple[Clock, ...]:
        received = self.kept[inquiry_id].received_at
        return (
            Clock("acknowledge", received + timedelta(days=1), Pace.DONE, received),
            Clock("answer", received + timedelta(days=2), Pace.LATE),
        )

    def closings(self, inquiry_id: str) -> list[Closing]:
        return self.history.get(inquiry_id, [])

    def close(self, session, inquiry_id: str, reason: ClosingReason, text: str) -> Closing:
        return self._turn(session, inquiry_id, reason, text)

    def reopen(self, session, inquiry_id: str, text: str) -> Closing:
        return self._turn(session, inquiry_id, None, text)

    def _turn(self, session, inquiry_id, reason, text) -> Closing:
        now, deed = self.kept[inquiry_id], session.info["deed"]
        turned = Closing(reason is None, reason, text, deed.at, deed.by, now.status)
        self.history.setdefault(inquiry_id, []).append(turned)
        self._keep(replace(now, status=Status.CLOSED if reason else Status.IN_PROGRESS))
        return turned

    def change_requester(self, user, inquiry_id, version, requester) -> Inquiry:
        user.must(Action.REGISTER)
        now = self.kept[inquiry_id]
        if now.version != version:
            raise ChangedBySomebody(who="Erik Berg", at=NOW)
        return self._keep(replace(now, requester=requester, version=version + 1))

    def code_question(self, user, inquiry_id, question_id, coding) -> Inquiry:
        user.must(Action.REGISTER)
        now, (product_id, topic) = self.kept[inquiry_id], coding
        coded = tuple(
            replace(q, product_id=product_id, topic=topic) if q.id == question_id else q
            for q in now.questions
        )
        return self._keep(replace(now, questions=coded, version=now.version + 1))

    def add_question(self, user, inquiry_id, new) -> Inquiry:
        user.must(Action.REGISTER)
        now = self.kept[inquiry_id]
        n = len(now.questions) + 1
        added = Question(
            f"q-{inquiry_id}-{n}",
            n,
            new.verbatim,
            new.language,
            new.product_id,
            new.topic,
            new.evidence,
        )
        return self._keep(replace(now, questions=(*now.questions, added)))

    def _keep(self, inquiry: Inquiry) -> Inquiry:
        self.kept[inquiry.id] = inquiry
        return inquiry
