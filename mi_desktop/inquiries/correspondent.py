"""Who wrote a letter, guessed from its letterhead, closing and signature; a person confirms.

The words that give a writer away lie in resources/inquiries/correspondent.json.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.inquiries.model import Requester, RequesterType

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w-])(?:\+\d{2}[ -]?)?\(?0?\d{1,5}\)?[ -]\d[\d ]{4,12}\d(?![\w-])")
_TOWN = re.compile(
    r"^(?:[A-Z]{1,2}-)?(?P<code>\d{3} \d{2}|\d{4,5}) (?P<town>[^\W\d][^\d]{1,40})$"
    r"|^(?P<town_uk>[A-Z][^\d]+) (?P<code_uk>[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})$"
)
_FROM = re.compile(r"^(?:Från|From|Fra|Von|Lähettäjä)\s*:\s*(?P<name>.+)$")
_PARTICLES = frozenset({"von", "van", "af", "de", "la", "der", "den", "av"})
_HONORIFIC = re.compile(r"^(?:Dr\.? ?(?:med\.)?|Prof\.?|Doktor|Herr|Frau|Mr\.?|Mrs\.?|Ms\.?)\s+")


@dataclass(frozen=True)
class Hints:
    """Words that give a writer away, by kind."""

    closings: tuple[str, ...]
    titles: dict[str, tuple[str, ...]]
    countries: dict[str, str]


@cache
def hints(file: Path = RESOURCES / "inquiries" / "correspondent.json") -> Hints:
    """The shipped word lists."""
    raw = json.loads(file.read_bytes())
    return Hints(
        tuple(c.casefold() for c in raw["closings"]),
        {k: tuple(v) for k, v in raw["titles"].items()},
        raw["countries"],
    )


def guess_requester(
    lines: list[str], own: tuple[str, ...], sender: tuple[str, str], home: str
) -> Requester:
    """The writer as far as the lines tell.

    Args:
        lines: the letter, line by line.
        own: our own company, street line, postcode with city and address: never the writer's.
        sender: name and address of a mail's header, empty for paper.
        home: country code where the letter names none.
    """
    theirs = [line for line in lines if line and not any(o and o in line for o in own)]
    name, near = _signature(theirs)
    place = _place(theirs)
    text = "\n".join(theirs)
    emails = [e for e in _EMAIL.findall(text) if e not in own]
    phone = _PHONE.search(_without_places(theirs))
    return Requester(
        name=name or sender[0],
        type=_type(near, text),
        organisation=_organisation(theirs, near, name),
        street=place["street"],
        postcode=place["postcode"],
        city=place["city"],
        country=place["country"] or _country(text) or home,
        email=sender[1] or (emails[0] if emails else ""),
        phone=phone.group().strip() if phone else "",
    )


def _signature(lines: list[str]) -> tuple[str, list[str]]:
    """The typed name below the closing, and the lines there; a scribble above it is passed over."""
    for index in range(len(lines) - 1, -1, -1):
        folded = lines[index].casefold().strip(" ,.!")
        if any(folded == c or folded.startswith(c + " ") for c in hints().closings):
            near = [line for line in lines[index + 1 : index + 7] if not line.startswith(">")]
            for at, line in enumerate(near):
                if _is_name(_clean_name(line)):
                    return _clean_name(line), near[at:]
    for line in lines:
        if (match := _FROM.match(line)) and _is_name(_clean_name(match["name"])):
            return _clean_name(match["name"]), [line]
    return "", []


def _is_name(line: str) -> bool:
    """Two to five words, each a capital and then small letters, or an initial."""
    tokens = line.split()
    if not 2 <= len(tokens) <= 5:
        return False
    return all(t in _PARTICLES or _is_name_part(t) for t in tokens) and tokens[-1][0].isupper()


def _is_name_part(token: str) -> bool:
    if len(token) == 2 and token.endswith("."):
        return token[0].isupper()
    pieces = re.split(r"[-'’]", token)
    return all(p.isalpha() and p[0].isupper() and (len(p) == 1 or p[1:].islower()) for p in pieces)


def _clean_name(line: str) -> str:
    return _HONORIFIC.sub("", line.split(",", maxsplit=1)[0].strip()).strip()


def _place(lines: list[str]) -> dict[str, str]:
    above = ""
    for line in lines:
        chunks = [c.strip(" .") for c in line.split(",")]
        for index, chunk in enumerate(chunks):
            if match := _TOWN.match(chunk):
                found = match.groupdict(default="")
                before = chunks[index - 1] if index else above if re.search(r"\d", above) else ""
                return {
                    "street": before.split(",")[-1].strip(" ."),
                    "postcode": found["code"] or found["code_uk"],
                    "city": found["town"] or found["town_uk"],
                    "country": hints().countries.get(chunks[-1].casefold(), ""),
                }
        above = line
    return {"street": "", "postcode": "", "city": "", "country": ""}


def _without_places(lines: list[str]) -> str:
    return "\n".join(
        line
        for line in lines
        if not line.casefold().startswith("fax")
        and not any(_TOWN.match(c.strip(" .")) for c in line.split(","))
    )


def _country(text: str) -> str:
    folded = text.casefold()
    hits = (
        code
        for word, code in hints().countries.items()
        if re.search(rf"(?:,|^)\s*{re.escape(word)}\s*$", folded, re.MULTILINE)
    )
    return next(hits, "")


def _type(near: list[str], text: str) -> RequesterType:
    titles = hints().titles
    signed, body = "\n".join(near).casefold(), text.casefold()
    order = ["relative", *(k for k in titles if k != "relative")]
    for place, kinds in ((signed, list(titles)), (body, order)):
        for kind in kinds:
            if any(re.search(rf"\b{word}", place) for word in titles[kind]):
                return RequesterType(kind)
    return RequesterType.OTHER


def _organisation(lines: list[str], near: list[str], name: str) -> str:
    head = lines[0] if lines else ""
    last = name.rsplit(maxsplit=1)[-1] if name else ""
    if last and last in head:
        return ""
    if head and not re.search(r"\d|@|[.!?:]$", head) and not head.casefold().startswith("hej"):
        return head if len(head.split()) <= 6 and "," not in head else ""
    tail = [line for line in near[1:] if not re.search(r"\d|@", line)]
    return tail[0].split(",")[-1].strip() if tail else ""
