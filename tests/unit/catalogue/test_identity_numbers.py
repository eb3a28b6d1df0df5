"""Personal identity numbers in texts: found as they are written and read, hidden, few mistaken."""

import random

import pytest

from mi_desktop.catalogue import identity_numbers, masked, masked_facts

# The tax agency's own example numbers, and coordination numbers made of them.
WRITTEN = (
    "640823-3234",
    "6408233234",
    "19640823-3234",
    "196408233234",
    "640823+3234",
    "640823 3234",
    "640823 - 3234",
    "640823–3234",
    "64O823-3234",
    "6408Z3-3234",
    "l9640823-3234",
    "1964O823-3234",
    "640883-3231",  # the day plus 60: a coordination number
    "19640883-3231",
)


@pytest.mark.parametrize("number", WRITTEN)
def test_a_number_is_found_however_it_is_written_or_read_gd_07(number: str) -> None:
    """GD-07: with and without century and dash, `+`, a blank, `O` for 0."""
    text = f"Patienten ({number}) fick klåda."
    [(start, end)] = identity_numbers(text)
    assert text[start:end] == number
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert not any(sign.isdigit() for sign in hidden)
    assert hidden.startswith("Patienten (•")


@pytest.mark.parametrize(
    "text",
    (
        "640823-3235",  # the check digit does not fit
        "641323-3234",  # no month 13
        "640231-3234",  # no 31 February
        "batch AB640823",
        "1640823-32345",
        "order 12640823-3234-7x",
        "2026-11-16 08:00",
        "+46 18 555 01 77",
        "018-555 01 77",
        "08-123 456 78",
        "070-174 06 05",
        "GTIN 07312345678901",
    ),
)
def test_what_only_looks_like_one_is_left_gd_07(text: str) -> None:
    """GD-07: check digit, calendar, and what stands around it."""
    assert masked(text) == text


def test_false_positives_are_counted_gd_07() -> None:
    """GD-07: of numbers made at random; a number that is none is hidden in under one of a hundred.

    Telephone numbers as they are written, batch numbers and article numbers: none at all.
    """
    draw = random.Random(7)
    digits = "".join(draw.choices("0123456789", k=200_000))
    tens = [digits[n : n + 10] for n in range(0, 100_000, 10)]
    wrong = sum(masked(ten) != ten for ten in tens)
    assert wrong / len(tens) < 0.01, f"{wrong} of {len(tens)} ten-digit numbers"
    others = [
        f"0{ten[0]}{ten[1]}-{ten[2:5]} {ten[5:7]} {ten[7:9]}" for ten in tens
    ] + [
        f"{draw.choice('ABCDEFGH')}{draw.choice('KLMNPRST')}{ten[:6]}" for ten in tens
    ] + [f"0731{ten}" for ten in tens]  # fmt: skip
    wrong = sum(masked(other) != other for other in others)
    assert wrong == 0, f"{wrong} of {len(others)}"


def test_every_number_drawn_at_random_is_found_gd_07() -> None:
    """GD-07: every valid number is found in the middle of a sentence, coordination ones too."""
    draw = random.Random(11)
    for _ in range(2000):
        coordination = draw.random() < 0.2
        day = draw.randint(1, 28) + (60 if coordination else 0)
        nine = f"{draw.randint(0, 99):02}{draw.randint(1, 12):02}{day:02}{draw.randint(0, 999):03}"
        doubled = (int(d) * (2 - n % 2) for n, d in enumerate(nine))
        check = -sum(sum(divmod(d, 10)) for d in doubled) % 10
        number = f"{nine[:6]}{draw.choice(['-', '+', '', ' '])}{nine[6:]}{check}"
        text = f"Hej, {number}, tack"
        assert [text[a:b] for a, b in identity_numbers(text)] == [number]


def test_facts_are_hidden_however_deep_gd_07() -> None:
    facts = {"a": ["640823-3234", {"b": "ring 640823-3234!", "n": 3}], "640823-3234": None}
    hidden = masked_facts(facts)
    assert hidden == {"a": ["••••••-••••", {"b": "ring ••••••-••••!", "n": 3}], "640823-3234": None}
