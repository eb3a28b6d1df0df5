"""Sentences about cause or liability, which no letter says before quality concluded (PQC-5)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Fault taken or given, or a defect explained: nobody writes this of anything but a complaint.
_LIABILITY = {
    "sv": r"vårt (fel|ansvar)|vårt misstag|vi (tar på oss|bär|har) (\w+ )?ansvar\w*|"
    r"vi ansvarar för (skad|fel)\w*|\w*ersättningsskyldig\w*|tillverkningsfel\w*|produktionsfel\w*|"
    r"(fel|brist\w*) (i|vid) (tillverkning|produktion|förpackning)\w*|apotekets fel|ditt eget fel",
    "en": r"our (fault|mistake|responsibility|liability)|we (are|were) (\w+ )?(liable|at fault)|"
    r"we (accept|admit|take) (\w+ )?(liability|responsibility|blame)|"
    r"(manufacturing|production|packaging) (defect|error|fault)s?|the pharmacy's fault|"
    r"your own fault",
}
# A cause; an answer about the medicine says such things, too.
_CAUSE = {
    "sv": r"orsak(as|ades|at|ats|en|ad)\b|ber(or|odde) på|till följd av|har att göra med",
    "en": r"caused by|the cause (is|was)|(is|was|are|were) due to|(is|was) the result of",
}


@dataclass(frozen=True)
class Blame:
    """A place in a text; `liability` where it takes or gives fault, else it names a cause."""

    text: str
    liability: bool


def blamed(text: str, language: str) -> Iterator[Blame]:
    """What a text says of liability and of cause, as it stands there; English rules elsewhere.

    Args:
        text: of a letter.
        language: ISO 639-1.
    """
    for patterns, liability in ((_LIABILITY, True), (_CAUSE, False)):
        pattern = patterns.get(language, patterns["en"])
        for found in re.finditer(rf"\b(?:{pattern})", text, re.IGNORECASE):
            yield Blame(found.group(), liability)
