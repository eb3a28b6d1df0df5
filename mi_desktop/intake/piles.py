"""A pile of letters in one scan: told apart by the separator sheets between them."""

from collections.abc import Sequence

from mi_desktop.intake.formats import Leaf

SEPARATOR_CODE = "MI-DESKTOP:SEPARATOR"


def letters(leaves: Sequence[Leaf]) -> list[range]:
    """The pages of each letter, as ranges of indexes from 0.

    A separator sheet belongs to no letter, nor does its blank back. A scan without separators,
    or of nothing but separators, is one letter: nothing is ever lost from sight.
    """
    starts = [index for index, leaf in enumerate(leaves) if SEPARATOR_CODE in leaf.codes]
    found = []
    for begin, end in zip([-1, *starts], [*starts, len(leaves)], strict=True):
        first = begin + 1
        if begin >= 0 and first < end and leaves[first].blank:
            first += 1
        if any(not leaf.blank for leaf in leaves[first:end]):
            found.append(range(first, end))
    return found if starts and found else [range(len(leaves))]
