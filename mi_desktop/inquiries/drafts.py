"""What a piece of mail says about who asks what, and which inquiry it may belong to: guesses."""

import re
from collections import Counter
from datetime import timedelta

from mi_desktop.basics.words import Words, words
from mi_desktop.catalogue import CatalogueService
from mi_desktop.inquiries import store
from mi_desktop.inquiries.correspondent import guess_requester
from mi_desktop.inquiries.model import Inquiry, InquiryDraft, NewQuestion, Reason, Suggestion
from mi_desktop.inquiries.sentences import Sentence, lines, region, sentences
from mi_desktop.intake import IntakeService, MailPiece
from mi_desktop.ocr import OcrService, PageText
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office

LANGUAGES = {"swe": "sv", "eng": "en", "dan": "da", "nor": "no", "fin": "fi", "deu": "de"}
_REFERENCE = re.compile(r"\bM[I1l]\W{0,2}([A-Z]{2})\W{0,2}(\d{4})\W{0,2}(\d{5})\b")
_SENDER_MEMORY = timedelta(days=180)


class Drafts:
    """Reads mail for its sender, questions and references; a person confirms."""

    def __init__(
        self,
        office: Office,
        intake: IntakeService,
        ocr: OcrService,
        catalogue: CatalogueService,
        settings: OfficeSettings,
    ) -> None:
        self._office = office
        self._intake = intake
        self._ocr = ocr
        self._catalogue = catalogue
        self._settings = settings

    def draft_from(self, piece_id: str) -> InquiryDraft:
        """What a piece's text says about who asks what; a guess that a person confirms."""
        piece, pages = self._intake.piece(piece_id), self._ocr.texts(piece_id)
        head = self._settings.letterhead
        own = (head.company, head.street, f"{head.postcode} {head.city}", head.email)
        spoken = Counter(p.language for p in pages if p.words).most_common(1)
        language = LANGUAGES.get(spoken[0][0], spoken[0][0]) if spoken else ""
        requester = guess_requester(
            [line for page in pages for line in lines(page)],
            own,
            self._sender(piece),
            self._settings.country,
        )
        return InquiryDraft(requester, self._questions(piece, pages, language), language)

    def _sender(self, piece: MailPiece) -> tuple[str, str]:
        """Who sent a mail; a colleague who passes a question on is not the requester (UNS-2)."""
        _, _, ours = self._settings.letterhead.email.rpartition("@")
        name, address = piece.sender.name, piece.sender.address
        return ("", "") if ours and address.casefold().endswith(f"@{ours}") else (name, address)

    def _questions(
        self, piece: MailPiece, pages: list[PageText], language: str
    ) -> tuple[NewQuestion, ...]:
        every = sentences(pages)
        whole = "\n".join(p.text for p in pages)
        groups: list[list[Sentence]] = []
        for sentence in (s for s in every if s.asks):
            if groups and groups[-1][-1].paragraph == sentence.paragraph:
                groups[-1].append(sentence)
            else:
                groups.append([sentence])
        if not groups:
            naming = [s for s in every if self._catalogue.find_products(s.text)]
            groups = [[s] for s in (naming or every)[:1]]
        found = []
        for group in groups:
            place = region(group)
            products = [
                p for text in (place.quote, whole) for p, _ in self._catalogue.find_products(text)
            ]
            packed = self._catalogue.product_in(piece.codes)
            named = products[0] if products else packed
            topic = self._catalogue.guess_topic(place.quote)
            found.append(
                NewQuestion(place.quote, language, named.id if named else None, topic, place)
            )
        return tuple(found)

    def suggest(self, piece_id: str) -> list[Suggestion]:
        """Inquiries that the piece may belong to, the best first: our reference, then sender."""
        piece, pages = self._intake.piece(piece_id), self._ocr.texts(piece_id)
        text = "\n".join([*piece.codes, piece.subject, *(p.text for p in pages)])
        draft = self.draft_from(piece_id)
        since = piece.received_at - _SENDER_MEMORY
        found: dict[str, Suggestion] = {}
        with self._office.database.read() as session:
            for match in _REFERENCE.finditer(text):
                inquiry = store.by_number(session, "MI-{}-{}-{}".format(*match.groups()))
                if inquiry:
                    why = words("carries our reference {number}", number=inquiry.number)
                    found[inquiry.id] = _suggestion(inquiry, Reason.REFERENCE, 1.0, why)
            for inquiry in store.from_sender(session, draft.requester, since):
                products = {q.product_id for q in draft.questions} - {None}
                same = inquiry.product_id in products
                reason, score = (Reason.SENDER_AND_PRODUCT, 0.8) if same else (Reason.SENDER, 0.4)
                why = words("{sender} asked before", sender=inquiry.requester.name)
                found.setdefault(inquiry.id, _suggestion(inquiry, reason, score, why))
        return sorted(found.values(), key=lambda s: -s.score)


def _suggestion(inquiry: Inquiry, reason: Reason, score: float, why: Words) -> Suggestion:
    return Suggestion(inquiry.id, inquiry.number, reason, score, why)
