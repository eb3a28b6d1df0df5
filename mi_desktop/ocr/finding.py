"""Makes what was read findable: the text of a piece as it counts, in the search index."""

from sqlalchemy.orm import Session

from mi_desktop.intake import MailPiece, title_of
from mi_desktop.ocr import store
from mi_desktop.ocr.model import PageText
from mi_desktop.storage import Office


def texts_of(session: Session, piece: MailPiece) -> list[PageText]:
    """The pages of a piece that were read, as they count, in their order."""
    read = store.texts(session, [part.id for part in piece.parts])
    return [store.checked(session, read[page.ref]) for page in piece.pages if page.ref in read]


def enter(session: Session, office: Office, piece: MailPiece) -> None:
    """Puts the piece's text into the search index, or puts it in anew."""
    read = texts_of(session, piece)
    # What may stand where nobody can read for sure is found, though it is no text.
    guessed = " ".join(guess.text for page in read for guess in page.guesses)
    body = [piece.source, *(page.text for page in read), guessed]
    office.index.put(session, "mail", piece.id, (title_of(piece), "\n\n".join(body)))
