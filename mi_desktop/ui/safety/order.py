"""Which questions are asked now, each opened one below the one that opened it."""

from mi_desktop.safety import Checklist, ChecklistQuestion, Given

Row = tuple[ChecklistQuestion, int]
KEYS = ("Y", "N", "U")


def rows(checklist: Checklist, given: dict[str, Given]) -> list[Row]:
    """The open questions and how deep each is opened, 0 for those always asked."""
    always = [q.code for q in checklist.questions if not q.opened_by]
    found: list[Row] = []
    seen = set(always)

    def walk(code: str, depth: int) -> None:
        question = checklist.question(code)
        found.append((question, depth))
        answer = given.get(code)
        for below in question.opens.get(answer.value, ()) if answer else ():
            if below not in seen:
                seen.add(below)
                walk(below, depth + 1)

    for code in always:
        walk(code, 0)
    return found


def next_unanswered(order: list[Row], given: dict[str, Given], after: str) -> str:
    """The code of the next question without an answer, from `after` on and round; else itself."""
    codes = [question.code for question, _ in order]
    start = codes.index(after) + 1 if after in codes else 0
    turned = codes[start:] + codes[:start]
    return next((code for code in turned if code not in given), after)


def words_of(checklist: Checklist, value: str, language: str) -> str:
    """An answer in words: the checklist's own labels, else as it was given."""
    if value in checklist.labels:
        return _label(checklist, value, language)
    parts = value.split()
    if parts and all(part in checklist.labels for part in parts):
        return ", ".join(_label(checklist, part, language) for part in parts)
    return value


def _label(checklist: Checklist, value: str, language: str) -> str:
    return checklist.labels[value].get(language, value)
