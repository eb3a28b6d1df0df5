"""Each special situation goes where it belongs, with or without a reaction (domain 1.2)."""

import pytest

from mi_desktop.safety import HandOffKind, forwards
from tests.fakes.inquiry_desk import INQUIRY

SAFETY, BOTH = {HandOffKind.SAFETY}, {HandOffKind.SAFETY, HandOffKind.QUALITY}


@pytest.mark.parametrize(
    ("code", "departments", "note"),
    [
        ("SS-PREG", SAFETY, None),
        ("SS-LACT", SAFETY, None),
        ("SS-OD", SAFETY, "2"),
        ("SS-MISUSE", SAFETY, "8"),
        ("SS-ABUSE", SAFETY, "9"),
        ("SS-MEDERR", SAFETY, "7"),
        ("SS-OFFLABEL", SAFETY, "11"),
        ("SS-OCC", SAFETY, "10"),
        ("SS-LOE", SAFETY, None),
        ("SS-FALS", BOTH, "1"),
        ("SS-EXP", SAFETY, "4"),
        ("SS-INFECT", SAFETY, None),
        ("SS-DDI", SAFETY, None),
        ("SS-BENEFIT", SAFETY, None),
        ("SS-CU", SAFETY, None),
        ("SS-DEVICE", BOTH, None),
    ],
)
def test_a_situation_is_handed_off_without_a_reaction_and_noted_at_its_drug(
    safety, hand, code: str, departments: set[HandOffKind], note: str | None
) -> None:
    """Pregnancy, lactation, lack of effect and interaction have no code of G.k.10.r."""
    hand.look()
    hand.say(AE="no", SS="yes", **{code.replace("-", "_"): "yes"})
    if HandOffKind.QUALITY in departments:
        hand.say(PQC="yes")
    assert set(forwards(safety.assessment(INQUIRY))) == departments
    while missing := [place for place in hand.missing() if place != "sign"]:
        for place in missing:
            asked = safety.assessment(INQUIRY).checklist.question(place)
            hand.say(**{place.replace("-", "_"): (*asked.reasons, "no")[0]})
    hand.sign()
    handoffs = {h.kind: h for h in safety.handoffs()}
    assert set(handoffs) == departments
    assert code in handoffs[HandOffKind.SAFETY].codes
    assert "AE" not in handoffs[HandOffKind.SAFETY].codes
    case = safety.cases.case(handoffs[HandOffKind.SAFETY].id)
    offered = {s.path: s.given.value for s in safety.cases.suggestions(case)}
    assert offered.get("drugs.0.notes") == ((note,) if note else None)
