"""What a careful person does with one inquiry: safety first, then the letter.

The decisions a person makes come from the mail's hidden truth; everything else is the program.
"""

from rapidfuzz import fuzz

from mi_desktop.demo.maker import Piece
from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import Inquiry, Question
from mi_desktop.letters import SignedLetter
from mi_desktop.ocr import Box, PageText, Region
from mi_desktop.safety import Answer, ChecklistQuestion, unready

_ALIKE = 75
_HOLDING = {
    "sv": "Vi har tagit emot din fråga och arbetar med svaret. Frågan har lämnats till den "
    "medicinskt ansvariga för läkemedlet, och du får ett utförligt svar från oss så snart "
    "underlaget är granskat. Har du fler uppgifter som rör frågan är du välkommen att höra av dig.",
    "en": "We have received your question and are working on the answer. It has been passed to "
    "the medical adviser responsible for the product, and you will hear from us in full as soon "
    "as the material has been reviewed. If you have more information, please contact us.",
}


def answer_safely(demonstration: Demonstration, inquiry: Inquiry, truth: Piece | None) -> None:
    """Looks at every page, answers every question with evidence, and signs.

    Args:
        demonstration: the office.
        inquiry: whose checklist.
        truth: what is hidden in the mail; None where nothing is (a conversation).
    """
    services, anna = demonstration.services, demonstration.staff.anna
    safety = services.safety
    pages = [t for i in inquiry.piece_ids for t in services.ocr.texts(i)]
    standing = safety.assessment(inquiry.id)
    for ref in standing.pages:
        standing = safety.look_at(anna, inquiry.id, ref)
    while wanted := [m.place for m in unready(standing)]:
        for code in wanted:
            value, quote = _decide(standing.checklist.question(code), truth)
            standing = safety.answer(anna, inquiry.id, code, value, _places(pages, quote))
    safety.sign(anna, inquiry.id, demonstration.passphrase)


def _decide(question: ChecklistQuestion, truth: Piece | None) -> tuple[str, str | None]:
    ae = bool(truth and truth.ae)
    special = truth.special if truth else None
    pqc = bool(truth and truth.pqc)
    decided: dict[str, tuple[bool, str | None]] = {
        "AE": (ae, truth.ae_quote if truth else None),
        "SS": (special is not None, truth.special_quote if truth else None),
        "PQC": (pqc or special in ("SS-FALS", "SS-DEVICE"), None),
    }
    if question.code in decided:
        yes, quote = decided[question.code]
        return (Answer.YES if yes else Answer.NO), (quote if yes else None)
    if question.code == special:
        return Answer.YES, truth.special_quote if truth else None
    if question.code == "PQC-BATCH":
        batch = truth.batch if truth else None
        return batch or "will call back", batch
    if question.reasons:
        return "will call back", None
    if question.choices:
        return next(c for c in question.choices if c.endswith("UNKNOWN")), None
    if question.code == "PQC-HARM":
        return (Answer.YES if ae else Answer.NO), None
    if "met" in question.answers:
        return "met", None
    return ("unknown" if "unknown" in question.answers else Answer.NO), None


def _places(pages: list[PageText], quote: str | None) -> tuple[Region, ...]:
    """Where the quote stands, reading mistakes allowed; nothing where it cannot be found."""
    if not quote:
        return ()
    length = len(quote.split())
    best, where = 0.0, None
    for page in pages:
        for at in range(max(1, len(page.words) - length + 1)):
            run = page.words[at : at + length]
            likeness = fuzz.ratio(quote, " ".join(w.text for w in run))
            if likeness > best:
                best, where = likeness, (page, run)
    if where is None or best < _ALIKE:
        return ()
    page, run = where
    box = Box(
        min(w.box.left for w in run),
        min(w.box.top for w in run),
        max(w.box.right for w in run),
        max(w.box.bottom for w in run),
    )
    return (Region(page.part_id, page.number, " ".join(w.text for w in run), box),)


def write_letter(
    demonstration: Demonstration, inquiry: Inquiry, questions: tuple[Question, ...]
) -> SignedLetter:
    """Composes, inserts what the library has or says that the answer follows, has it signed."""
    services, staff = demonstration.services, demonstration.staff
    letters, library = services.letters, services.library
    draft = letters.compose(staff.anna, inquiry.id)
    audience = "hcp" if inquiry.requester.type.health_professional else "patient"
    answered = False
    for question in questions:
        fitting = library.suggest(
            question.product_id or "", question.topic, draft.language, audience
        )
        same = [s for s in fitting if s.topic.split("-")[0] == question.topic.split("-")[0]]
        if same:
            letters.insert_standard(staff.anna, draft.id, same[0].id, question.id)
            answered = True
    if not answered:
        text = _HOLDING.get(draft.language, _HOLDING["en"])
        letters.add_text(staff.anna, draft.id, (text,), questions[0].id)
    handed_off = bool(services.safety.assessment(inquiry.id).handoffs)
    if draft.delivery == "e-mail" and (handed_off or audience == "patient"):
        letters.set_delivery(staff.anna, draft.id, "post")  # health data never goes in plain mail
    letters.submit(staff.anna, draft.id, demonstration.passphrase)
    return letters.approve(staff.erik, draft.id, demonstration.passphrase)
