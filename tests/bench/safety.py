"""How well the assistant prompts: recall and specificity on labelled sentences, and its speed.

The sentences (ADE corpus V2, development half) lie outside the project and are read only here;
nothing of them is in the word lists. Beside them stand sentences of our own in Swedish and the
neighbouring languages (`sentences.tsv`), as people and wards write them.
Run: `python -m tests.bench.safety [FILE]`.
"""

import sys
import time
from pathlib import Path

from mi_desktop.safety.assistant import mark_text

CORPUS = Path(__file__).parents[3] / "shared/corpora/safety-ade-corpus-v2/dev.tsv"
OWN = Path(__file__).parent / "sentences.tsv"
RECALL, SPECIFICITY = 0.92, 0.60


def measure(path: Path) -> tuple[float, float, float]:
    """Recall, specificity, and milliseconds a sentence."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    labelled = [(label == "ADE", text) for label, _, text in (r.split("\t", 2) for r in lines)]
    began = time.perf_counter()
    judged = [(event, mark_text(text).suspected) for event, text in labelled]
    spent = time.perf_counter() - began
    found = [suspected for event, suspected in judged if event]
    passed = [not suspected for event, suspected in judged if not event]
    return sum(found) / len(found), sum(passed) / len(passed), 1000 * spent / len(lines)


def measure_own(languages: tuple[str, ...]) -> tuple[float, float]:
    """Recall and specificity on our own sentences in some languages."""
    judged: dict[bool, list[bool]] = {True: [], False: []}
    for line in OWN.read_text(encoding="utf-8").splitlines():
        language, event, text = line.split("\t")
        if language in languages:
            found = mark_text(text, language, ("Zelvimar",)).suspected
            judged[event == "1"].append(found)
    missed = judged[True].count(False) / len(judged[True])
    return 1 - missed, judged[False].count(False) / len(judged[False])


def main(path: Path = CORPUS) -> int:
    """Prints the figures; 1 where one is below its mark."""
    for languages in (("sv",), ("da", "no", "fi", "de")):
        own = measure_own(languages)
        said = f"recall {own[0]:.3f}, specificity {own[1]:.3f}"
        sys.stdout.write(f"our own in {', '.join(languages)}: {said}\n")
    if not path.exists():
        sys.stdout.write(f"SKIPPED: no corpus at {path.name}; nothing was measured\n")
        return 0
    recall, specificity, milliseconds = measure(path)
    sys.stdout.write(
        f"recall {recall:.3f} (at least {RECALL}), specificity {specificity:.3f} "
        f"(at least {SPECIFICITY}), {milliseconds:.2f} ms a sentence\n"
    )
    return int(recall < RECALL or specificity < SPECIFICITY)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
