"""Changes to the author's part of a letter: a draft in, a draft out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from mi_desktop.basics.ids import new_id
from mi_desktop.letters.errors import BlockFixed
from mi_desktop.letters.model import Block, BlockKind, Draft

Edit = Callable[[Draft], Draft]


def own_text(draft: Draft, heading: str, paragraphs: tuple[str, ...], question_id: str) -> Draft:
    """Adds the author's own words after the other answers."""
    block = Block(
        id=new_id(),
        kind=BlockKind.ANSWER,
        heading=heading,
        paragraphs=paragraphs,
        question_id=question_id,
        locked=False,
    )
    return replace(draft, blocks=(*draft.blocks, block))


def changed(block_id: str, **values: Any) -> Edit:
    """Changes fields of a block of own words; raises `BlockFixed` for any other."""

    def edit(draft: Draft) -> Draft:
        block = _block(draft, block_id)
        if block.locked:
            raise BlockFixed(heading=block.heading)
        new = replace(block, **values)
        return replace(draft, blocks=tuple(new if b is block else b for b in draft.blocks))

    return edit


def removed(block_id: str) -> Edit:
    """Takes an answer out; of a standard response all sections, as it was approved whole."""

    def edit(draft: Draft) -> Draft:
        gone = _belonging(draft, _answer(draft, block_id))
        return replace(draft, blocks=tuple(b for b in draft.blocks if b not in gone))

    return edit


def moved(block_id: str, by: int) -> Edit:
    """Moves an answer past `by` other answers; the sections of a standard response together."""

    def edit(draft: Draft) -> Draft:
        group = _belonging(draft, _answer(draft, block_id))
        groups: list[list[Block]] = []
        for block in (b for b in draft.blocks if b.kind is BlockKind.ANSWER):
            if not groups or block not in groups[-1]:
                groups.append(_belonging(draft, block))
        place = groups.index(group)
        groups.insert(max(0, min(place + by, len(groups) - 1)), groups.pop(place))
        others = [b for b in draft.blocks if b.kind is not BlockKind.ANSWER]
        return replace(draft, blocks=(*others, *(b for g in groups for b in g)))

    return edit


def _answer(draft: Draft, block_id: str) -> Block:
    block = _block(draft, block_id)
    if block.kind is not BlockKind.ANSWER:
        raise BlockFixed(heading=block.heading or block.kind.value)
    return block


def _block(draft: Draft, block_id: str) -> Block:
    block = next((b for b in draft.blocks if b.id == block_id), None)
    if block is None:
        raise BlockFixed(heading=block_id)
    return block


def _belonging(draft: Draft, block: Block) -> list[Block]:
    """The sections of the block's standard response that were inserted with it."""
    if not block.srd_id:
        return [block]
    source = (block.srd_id, block.question_id)
    return [b for b in draft.blocks if (b.srd_id, b.question_id) == source]
