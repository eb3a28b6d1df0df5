"""The AE/PQC checklist as data (domain 1.1 to 1.3, 2.1)."""

import json

from mi_desktop.basics.paths import RESOURCES

CHECKLIST = json.loads((RESOURCES / "checklists/ae-pqc-1.json").read_text("utf-8"))
QUESTIONS = {q["id"]: q for q in CHECKLIST["questions"]}
SPECIAL = [
    "SS-PREG",
    "SS-LACT",
    "SS-OD",
    "SS-MISUSE",
    "SS-ABUSE",
    "SS-MEDERR",
    "SS-OFFLABEL",
    "SS-OCC",
    "SS-LOE",
    "SS-FALS",
    "SS-EXP",
    "SS-INFECT",
    "SS-DDI",
    "SS-BENEFIT",
    "SS-CU",
    "SS-DEVICE",
]


def test_codes_are_unique() -> None:
    ids = [q["id"] for q in CHECKLIST["questions"]]
    assert len(set(ids)) == len(ids)


def test_a_clean_piece_needs_three_answers() -> None:
    first = [q["id"] for q in CHECKLIST["questions"] if q["group"] == "first"]
    assert first == ["AE", "SS", "PQC"]
    assert [a["id"] for a in CHECKLIST["answers"]] == ["yes", "no", "not assessable"]


def test_the_group_opens_every_special_situation() -> None:
    assert [q["id"] for q in CHECKLIST["questions"] if q["group"] == "special"] == SPECIAL
    assert QUESTIONS["SS"]["opens"]["yes"] == SPECIAL


def test_every_row_has_words_help_and_an_example() -> None:
    for question in CHECKLIST["questions"]:
        for part in ("text", "label", "help", "example"):
            assert question[part].keys() == {"sv", "en"}
            assert all(question[part].values()), question["id"]
        assert question["hand_off"] in ("", "safety", "quality", "both")


def test_what_opens_exists_and_everything_can_be_reached() -> None:
    reached = {"AE", "SS", "PQC"}
    for question in CHECKLIST["questions"]:
        allowed = question.get("answers", [a["id"] for a in CHECKLIST["answers"]])
        for answer, opened in question["opens"].items():
            assert answer in allowed
            assert set(opened) <= QUESTIONS.keys()
            reached |= set(opened)
    assert reached == QUESTIONS.keys()


def test_reaction_asks_for_the_four_criteria_and_seriousness() -> None:
    """AE-MIN-6, AE-SER-1; AE-MIN-5: the criteria hand off nothing and stop nothing."""
    opened = QUESTIONS["AE"]["opens"]["yes"]
    assert opened == ["AE-MIN-1", "AE-MIN-2", "AE-MIN-3", "AE-MIN-4", "AE-SER"]
    for code in opened[:4]:
        assert QUESTIONS[code]["answers"] == ["met", "not met", "unknown"]
        assert QUESTIONS[code]["hand_off"] == ""


def test_seriousness_list() -> None:
    """The six of domain 1.3, and AE-SER-3: unknown is an answer."""
    codes = [s["e2b"] for s in CHECKLIST["seriousness"] if s["e2b"]]
    assert codes == [f"E.i.3.2{letter}" for letter in "abcdef"]
    assert "SER-UNKNOWN" in {s["id"] for s in CHECKLIST["seriousness"]}


def test_complaint_asks_for_batch_and_expiry_or_the_reason() -> None:
    """PQC-1."""
    for code in ("PQC-BATCH", "PQC-EXPIRY"):
        assert code in QUESTIONS["PQC"]["opens"]["yes"]
        assert QUESTIONS[code]["reasons"] == [
            "not available",
            "label lost",
            "refuses",
            "will call back",
        ]


def test_harm_opens_the_reaction_question() -> None:
    """PQC-2: yes and unknown."""
    assert QUESTIONS["PQC-HARM"]["opens"] == {"yes": ["AE"], "unknown": ["AE"]}


def test_falsified_and_device_go_both_ways() -> None:
    """FAL-1 and SS-DEVICE: safety and quality, with the complaint's questions."""
    for code in ("SS-FALS", "SS-DEVICE"):
        assert QUESTIONS[code]["hand_off"] == "both"
        assert QUESTIONS[code]["opens"] == {"yes": ["PQC"]}


def test_the_null_code_list_is_kept_to() -> None:
    """Domain 1.2: pregnancy, lactation, lack of efficacy, interaction are not in G.k.10.r."""
    assert "G.k.10.r" not in " ".join(QUESTIONS[c]["e2b"] for c in ("SS-LACT", "SS-LOE", "SS-DDI"))
    assert "G.k.10.r=3" in QUESTIONS["SS-PREG"]["e2b"]  # the father's exposure only


def test_every_answer_word_is_translated() -> None:
    words = {w["id"] for w in CHECKLIST["answers"]} | {w["id"] for w in CHECKLIST["words"]}
    for question in CHECKLIST["questions"]:
        assert set(question.get("answers", [])) | set(question.get("reasons", [])) <= words
