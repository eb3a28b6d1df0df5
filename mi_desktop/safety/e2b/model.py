"""The nouns of an E2B message: blocks of elements under their ids, and what was left as it was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

BATCH = "N.1"
MESSAGE = "N.2.r"


@dataclass(frozen=True)
class Content:
    """What an element holds: a text as it stands in the file, or a null flavour."""

    text: str = ""
    null: str = ""

    def __str__(self) -> str:
        """As a person compares it."""
        return f"({self.null})" if self.null else self.text


@dataclass(frozen=True)
class Block:
    """A group of elements that may repeat: the batch, a message, a reaction, a drug.

    Attributes:
        id: of the block, `E.i`.
        values: element id to what it holds; an element that is not there has none.
        blocks: block id to those in it, in their order.
        key: what others refer to it by, a UUID; "" where nothing does.
        place: child numbers from the root of the file it came from; () for a new one.
    """

    id: str
    values: Mapping[str, Content] = field(default_factory=dict)
    blocks: Mapping[str, tuple["Block", ...]] = field(default_factory=dict)
    key: str = ""
    place: tuple[int, ...] = ()

    def text(self, id: str) -> str:
        """An element's value, "" where it has none."""
        return self.values.get(id, Content()).text

    def all(self, id: str) -> tuple["Block", ...]:
        """The blocks of an id right in this one."""
        return self.blocks.get(id, ())

    def put(self, id: str, content: Content | None) -> "Block":
        """With an element changed, or without it."""
        values = {k: v for k, v in self.values.items() if k != id}
        return replace(self, values={**values, id: content} if content else values)

    def with_blocks(self, id: str, blocks: tuple["Block", ...]) -> "Block":
        """With the blocks of an id changed."""
        return replace(self, blocks={**self.blocks, id: blocks})

    def walk(self, at: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], "Block"]]:
        """This block and all in it, each with its numbers from 1."""
        yield at, self
        for blocks in self.blocks.values():
            for n, block in enumerate(blocks, start=1):
                yield from block.walk((*at, n))


@dataclass(frozen=True)
class Batch:
    """A file: its blocks, and everything in it that the table does not know.

    Attributes:
        top: the block of the batch; its messages are `top.all(MESSAGE)`.
        rest: the file without the values that `top` holds; b"" for a new one.
    """

    top: Block
    rest: bytes = b""

    @property
    def messages(self) -> tuple[Block, ...]:
        """The reports in it."""
        return self.top.all(MESSAGE)
