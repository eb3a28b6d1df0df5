"""Who asks what, guessed from letters: measured on the demonstration mail's own texts."""

from collections import Counter

import pytest

from mi_desktop.demo.maker import read_truth
from mi_desktop.inquiries.correspondent import guess_requester
from mi_desktop.inquiries.sentences import lines, region, sentences
from mi_desktop.ocr import Box, PageText, Source, Word

OWN = ("Exempelia Pharma AB", "Box 1234", "111 22 Stockholm", "medinfo@exempelia.example")
LETTERS = [p for p in read_truth() if p.expect.result == "taken" and p.sender]


def typed(text: str, number: int = 1) -> PageText:
    """A page whose words stand on a grid, as a perfect reader would give them."""
    words: list[Word] = []
    block = 0
    for row, line in enumerate(text.split("\n")):
        block += not line.strip()
        x = 0
        for token in line.split():
            box = Box(x, 30 * row, x + 10 * len(token), 30 * row + 20)
            words.append(Word(token, box, 95, row, block))
            x = box.right + 10
    return PageText("part", number, "swe", 0, 0, 95, Source.OCR, tuple(words), 1000, 1400)


def test_writers_of_the_demonstration_letters_are_mostly_recognised() -> None:
    right: Counter[str] = Counter()
    for piece in LETTERS:
        pages = [typed(p.printed, n) for n, p in enumerate(piece.pages, 1)]
        guess = guess_requester([x for p in pages for x in lines(p)], OWN, ("", ""), "SE")
        for field in ("name", "type", "street", "postcode", "city", "country", "phone"):
            right[field] += getattr(guess, field) == (getattr(piece.sender, field) or "")
    assert all(right[field] >= 0.9 * len(LETTERS) for field in right), right


@pytest.mark.parametrize("piece", [p for p in LETTERS if p.question], ids=lambda p: p.id)
def test_the_question_is_found_word_for_word(piece: object) -> None:
    pages = [typed(p.printed, n) for n, p in enumerate(piece.pages, 1)]  # type: ignore[attr-defined]
    asked = [region([s]) for s in sentences(pages) if s.asks]
    wanted = " ".join(piece.question.split())  # type: ignore[attr-defined]
    assert wanted in " ".join(r.quote for r in asked)
    assert all(r.box and r.box.bottom > r.box.top for r in asked)


def test_our_own_address_is_never_the_writers() -> None:
    guess = guess_requester(
        ["Exempelia Pharma AB", "Box 1234", "111 22 Stockholm", "Hej"], OWN, ("", ""), "SE"
    )
    assert (guess.postcode, guess.city, guess.name) == ("", "", "")


def test_quoted_threads_are_not_asked_again() -> None:
    text = "Hej, kan den delas?\n\nDen 10 november skrev Eva:\n> Hur fort får den ges?"
    assert [s.text for s in sentences([typed(text)]) if s.asks] == ["Hej, kan den delas?"]


@pytest.mark.parametrize("scribble", ["ZE", "VVIRRT", "er", "Myjada an", "MVIR RT", "~ ww"])
def test_a_scribbled_signature_is_not_taken_for_the_name(scribble: str) -> None:
    letter = ["Hej!", "Med vänlig hälsning", scribble, "Seán O'Brien", "Distriktsläkare"]
    guess = guess_requester(letter, OWN, ("", ""), "SE")
    assert (guess.name, guess.type) == ("Seán O'Brien", "physician")


def test_what_nobody_can_read_is_no_name() -> None:
    assert guess_requester(["Hälsningar", "VVIRRT"], OWN, ("", ""), "SE").name == ""
