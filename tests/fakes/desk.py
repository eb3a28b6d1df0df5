"""An office in memory, for tests of the window and the tray: rules you can read."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

from PIL import Image, ImageDraw

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.inquiries import (
    Inquiry,
    InquiryDraft,
    InquiryLine,
    NewQuestion,
    Question,
    Reason,
    Requester,
    RequesterType,
    Status,
    Suggestion,
)
from mi_desktop.intake import (
    Channel,
    MailPiece,
    Page,
    PageImage,
    PageRef,
    Part,
    PieceStatus,
    Refusal,
    Scanner,
    Sender,
    Taken,
)
from mi_desktop.ocr import Box, PageText, Source, Word
from mi_desktop.safety import Mark, Marked, MarkKind
from mi_desktop.settings import OfficeSettings

NOW = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
WIDTH, HEIGHT = 800, 1100
OUR_NUMBER = "MI-SE-2026-00012"


class PaperBroken(WorldError):
    """A file of the tests that cannot be taken."""

    code = "FAKE-101"
    says = "The file cannot be opened."
    hint = "Ask the sender for another copy."


def piece(n: int, name: str = "", subject: str = "", **facts) -> MailPiece:
    """Piece number `n`, one page unless `pages` says more, received `n` hours after NOW."""
    pages = facts.pop("pages", 1)
    part_id = f"part-{n}"
    refs = tuple(Page(PageRef(part_id, i + 1), WIDTH, HEIGHT, 96, 96) for i in range(pages))
    part = Part(
        part_id, f"piece-{n}", f"doc-{n}", f"{n}.pdf", "application/pdf", "ab", 0, 0, 1, refs
    )
    at = NOW + timedelta(hours=n)
    made = MailPiece(
        id=f"piece-{n}",
        number=f"P-2026-{n:05}",
        channel=Channel.POST,
        status=PieceStatus.WAITING,
        received_at=at,
        taken_at=at,
        source=f"{n}.pdf",
        sha256="ab",
        original_id=f"doc-{n}",
        subject=subject,
        sender=Sender(name),
        duplicate_of=None,
        codes=(),
        warnings=(),
        parts=(part,),
    )
    return replace(made, **facts)


def page_text(ref: PageRef, text: str, confidence: float = 91.0) -> PageText:
    """Words with boxes: 40 px a line, 14 px a letter; an empty line begins a block."""
    found, block = [], 0
    for line, row in enumerate(text.splitlines()):
        block += not row
        left = 60
        for token in row.split():
            right = left + 14 * len(token)
            box = Box(left, 80 + 40 * line, right, 110 + 40 * line)
            found.append(Word(token, box, confidence, line, block))
            left = right + 14
    read = tuple(found)
    return PageText(
        ref.part_id, ref.number, "swe", 0, 0.0, confidence, Source.OCR, read, WIDTH, HEIGHT
    )


@dataclass
class FakeIntake:
    """Pieces by id; a file named `broken…` is refused, any other becomes a piece."""

    kept: dict[str, MailPiece] = field(default_factory=dict)
    texts: dict[PageRef, str] = field(default_factory=dict)
    scanner: list[Scanner] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)
    broken_pages: set[PageRef] = field(default_factory=set)
    warm: bool = False

    def warm_up(self) -> None:
        self.warm = True

    def add(self, made: MailPiece, *texts: str) -> MailPiece:
        self.kept[made.id] = made
        for page, text in zip(made.pages, texts, strict=False):
            self.texts[page.ref] = text
        return made

    def tray(self) -> list[MailPiece]:
        return [p for p in self.kept.values() if p.status is PieceStatus.WAITING]

    def piece(self, piece_id: str) -> MailPiece:
        return self.kept[piece_id]

    def take(self, user, paths: Sequence[Path], arrival, progress) -> Iterator[Taken]:
        for n, path in enumerate(paths):
            progress.step(n, len(paths))
            if path.name.startswith("broken"):
                e = PaperBroken()
                yield Taken(path, "refused", "ab", refusal=Refusal(e.code, e.words, e.advice))
                continue
            new = self.add(piece(len(self.kept) + 1, subject=path.stem), "Får jag dela Zelvimar?")
            yield Taken(path, "taken", "ab", piece=new)

    def scan(self, user, scanner, arrival, progress) -> Iterator[Taken]:
        new = replace(piece(len(self.kept) + 1, subject=scanner[1]), channel=arrival.channel)
        yield Taken(Path("scan"), "taken", "ab", piece=self.add(new, "Skannad fråga?"))

    def scanners(self) -> list[Scanner]:
        return self.scanner

    def page_image(self, ref: PageRef, width: int) -> PageImage:
        if ref in self.broken_pages:
            raise PaperBroken
        scale = width / WIDTH
        picture = Image.new("L", (WIDTH, HEIGHT), "white")
        draw = ImageDraw.Draw(picture)
        for word in page_text(ref, self.texts.get(ref, "")).words:
            draw.text((word.box.left, word.box.top), word.text, fill="black", font_size=24)
        picture = picture.resize((width, round(HEIGHT * scale)))
        out = io.BytesIO()
        picture.save(out, "PNG")
        return PageImage(out.getvalue(), picture.width, picture.height, scale, scale)

    def split(self, user, piece_id: str, before: PageRef) -> tuple[MailPiece, MailPiece]:
        old = self.kept[piece_id]
        [part] = old.parts
        at = [p.ref for p in part.pages].index(before)
        first = self._with_pages(old, part.pages[:at])
        second = replace(self._with_pages(old, part.pages[at:]), id="piece-99", number="P-99")
        self.kept[first.id], self.kept[second.id] = first, second
        return first, second

    def rotate(self, user, ref: PageRef, degrees: int) -> None:
        for old in self.tray():
            pages = tuple(
                replace(p, rotation=degrees) if p.ref == ref else p for p in old.parts[0].pages
            )
            self.kept[old.id] = self._with_pages(old, pages)

    def decline(self, user, piece_id: str, reason: str) -> None:
        self.reasons[piece_id] = reason
        self._become(piece_id, PieceStatus.DECLINED)

    def restore(self, user, piece_id: str) -> None:
        self._become(piece_id, PieceStatus.WAITING)

    def filed(self, piece_id: str) -> None:
        self._become(piece_id, PieceStatus.FILED)

    def _become(self, piece_id: str, status: PieceStatus) -> None:
        self.kept[piece_id] = replace(self.kept[piece_id], status=status)

    def _with_pages(self, old: MailPiece, pages) -> MailPiece:
        return replace(old, parts=(replace(old.parts[0], pages=tuple(pages)),))


class FakeOcr:
    """Reads what the tests wrote on the pages, when told to."""

    def __init__(self, intake: FakeIntake) -> None:
        self.intake = intake
        self.done: dict[PageRef, PageText] = {}
        self.looked_at: PageRef | None = None
        self.unmasked: list[tuple[PageRef, str]] = []

    def unmask(self, user, ref: PageRef, why: str) -> None:
        self.unmasked.append((ref, why))

    def looking_at(self, ref: PageRef) -> None:
        self.looked_at = ref

    def unread_pieces(self) -> list[str]:
        return [p.id for p in self.intake.tray() if any(q.ref not in self.done for q in p.pages)]

    def unread(self) -> list[PageRef]:
        every = [page.ref for p in self.intake.tray() for page in p.pages]
        return [ref for ref in every if ref not in self.done]

    def read(self, user, piece_ids: Sequence[str], progress) -> Iterator[PageText]:
        refs = [page.ref for i in piece_ids for page in self.intake.kept[i].pages]
        waiting = [ref for ref in refs if ref not in self.done]
        for n, ref in enumerate(waiting):
            progress.step(n, len(waiting))
            self.done[ref] = page_text(ref, self.intake.texts.get(ref, ""))
            yield self.done[ref]

    def text(self, ref: PageRef) -> PageText | None:
        return self.done.get(ref)

    def redacted(self, piece_id: str) -> bytes | None:
        return None

    def texts(self, piece_id: str) -> list[PageText]:
        refs = [page.ref for page in self.intake.kept[piece_id].pages]
        return [self.done[ref] for ref in refs if ref in self.done]

    def problems(self, piece_id: str) -> list:
        return []


class FakeInquiries:
    """Suggests by our reference; registers what has a question."""

    def __init__(self, intake: FakeIntake, ocr: FakeOcr) -> None:
        self.intake, self.ocr = intake, ocr
        self.kept: dict[str, Inquiry] = {}
        self.filed: dict[str, str] = {}
        self.old = self._new(InquiryDraft(Requester("Vera Provsson"), (NewQuestion("Förr?"),)), 12)

    def _new(self, draft: InquiryDraft, n: int) -> Inquiry:
        questions = tuple(
            Question(f"q-{i}", i, q.verbatim, q.language, q.product_id, q.topic, q.evidence)
            for i, q in enumerate(draft.questions, start=1)
        )
        made = Inquiry(
            f"inq-{n}",
            f"MI-SE-2026-{n:05}",
            Status.REGISTERED,
            Channel.POST,
            NOW,
            NOW,
            NOW,
            "anna",
            draft.language,
            draft.requester,
            questions,
            (),
            1,
        )
        self.kept[made.id] = made
        return made

    def draft_from(self, piece_id: str) -> InquiryDraft:
        text = " ".join(t.text for t in self.ocr.texts(piece_id))
        sender = self.intake.kept[piece_id].sender.name
        asked = NewQuestion(text, "sv", "zelvimar" if "Zelvimar" in text else None, "DOS")
        return InquiryDraft(Requester(sender, RequesterType.PHYSICIAN), (asked,), "sv")

    def suggest(self, piece_id: str) -> list[Suggestion]:
        if not any(OUR_NUMBER in t.text for t in self.ocr.texts(piece_id)):
            return []
        why = words("carries our reference {number}", number=OUR_NUMBER)
        return [Suggestion(self.old.id, OUR_NUMBER, Reason.REFERENCE, 1.0, why)]

    def register(self, user, piece_id: str, draft: InquiryDraft, channel=None) -> Inquiry:
        return self.link(user, piece_id, self._new(draft, 13 + len(self.filed)).id)

    def link(self, user, piece_id: str, inquiry_id: str) -> Inquiry:
        self.filed[piece_id] = inquiry_id
        self.intake.filed(piece_id)
        return self.kept[inquiry_id]

    def unlink(self, user, piece_id: str, reason: str) -> None:
        self.filed.pop(piece_id)
        self.intake.restore(user, piece_id)

    def of_piece(self, piece_id: str) -> Inquiry | None:
        return self.kept.get(self.filed.get(piece_id, ""))

    def inquiries(self, text: str = "", status=None, limit: int = 200) -> list[InquiryLine]:
        return [
            InquiryLine(
                i.id,
                i.number,
                i.status,
                i.requester.name,
                None,
                i.questions[0].verbatim,
                NOW,
                NOW + timedelta(days=3650),
                "anna",
            )
            for i in self.kept.values()
            if text.casefold() in f"{i.number} {i.requester.name}".casefold()
        ]

    def search(self, text: str, kinds=(), limit: int = 50) -> list[SimpleNamespace]:
        return [
            SimpleNamespace(
                kind="inquiry",
                ref=i.id,
                title=f"{i.number} {i.requester.name}",
                snippet=f"«{i.questions[0].verbatim}»",
                rank=0.0,
            )
            for i in self.kept.values()
            if text.casefold() in f"{i.number} {i.requester.name}".casefold()
        ]


class FakeSafety:
    """Every `utslag` is a mark."""

    def __init__(self, ocr: FakeOcr) -> None:
        self.ocr = ocr
        self.transmission = SimpleNamespace(
            alarms=list, transmissions=lambda *_: [], send_waiting=lambda _: []
        )

    def marks(self, ref: PageRef) -> Marked:
        read = self.ocr.text(ref)
        at = read.text.find("utslag") if read else -1
        if at < 0:
            return Marked((), suspected=False)
        why = words("“{term}” may be a reaction", term="utslag")
        return Marked((Mark(at, at + 6, MarkKind.REACTION, "utslag", False, why),), True)

    def handoffs(self, state=None) -> list:
        return []

    def open_work(self, limit: int = 1000) -> list:
        return []

    def board(self) -> list:
        return []


class FakeCatalogue:
    """Two products, one topic with one below it, two countries."""

    def products(self) -> list[SimpleNamespace]:
        return [
            SimpleNamespace(id="zelvimar", brand="Zelvimar", strength="10 mg"),
            SimpleNamespace(id="brontiqa", brand="Brontiqa", strength="100 µg"),
        ]

    def topics(self) -> list[SimpleNamespace]:
        renal = SimpleNamespace(code="DOS-REN", labels={"en": "Renal", "sv": "Njurar"}, subs=())
        return [
            SimpleNamespace(code="DOS", labels={"en": "Dosage", "sv": "Dosering"}, subs=(renal,))
        ]

    def countries(self) -> list[SimpleNamespace]:
        return [
            SimpleNamespace(code="SE", names={"en": "Sweden", "sv": "Sverige"}),
            SimpleNamespace(code="DK", names={"en": "Denmark", "sv": "Danmark"}),
        ]


class FakeOffice:
    """A clock, and a vault that counts how often it was swept."""

    def __init__(self) -> None:
        watch = SimpleNamespace(end=lambda *_: None)
        self.database = SimpleNamespace(clock=lambda: NOW, watch=lambda *_: watch)
        self.trail = SimpleNamespace(doubted=None)
        self.swept = 0

    def tidy(self) -> int:
        self.swept += 1
        return 0


NO_BACKUPS = SimpleNamespace(last_good=None, unseen=[], folder="", due=False)


class FakePeople:
    """Nobody was ever refused, unless a test says so."""

    def __init__(self) -> None:
        self.refused: dict[str, int] = {}
        self.keys = SimpleNamespace(overdue=lambda _: False)

    def refused_before(self, user) -> int:
        return self.refused.get(user.id, 0)


def fake_services() -> SimpleNamespace:
    """The counter, with nothing in the tray."""
    intake = FakeIntake()
    ocr = FakeOcr(intake)
    return SimpleNamespace(
        office=FakeOffice(),
        settings=OfficeSettings(),
        intake=intake,
        ocr=ocr,
        inquiries=FakeInquiries(intake, ocr),
        safety=FakeSafety(ocr),
        catalogue=FakeCatalogue(),
        letters=SimpleNamespace(letters=lambda **_: []),
        library=SimpleNamespace(standards=lambda **_: []),
        people=FakePeople(),
        keeping=SimpleNamespace(
            backups=SimpleNamespace(state=lambda: NO_BACKUPS),
            restrictions=SimpleNamespace(look=lambda *_: None, see=lambda *_: None),
        ),
        dispatch=SimpleNamespace(ready=list, emails=lambda _=None: []),
        oversight=SimpleNamespace(
            reviews=SimpleNamespace(standing=lambda: SimpleNamespace(late=False))
        ),
    )
