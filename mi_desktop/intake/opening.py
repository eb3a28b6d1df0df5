"""Opens a document and everything in it; runs in the sandbox."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import Words
from mi_desktop.intake.errors import (
    AttachmentUnread,
    CutShort,
    FileEmpty,
    KindUnknown,
    NestedTooDeep,
    PageDamaged,
    TooManyParts,
)
from mi_desktop.intake.formats import FORMATS, Child, Leaf, Limits, MailHeader, Opened
from mi_desktop.intake.model import Channel, Refusal

UNKNOWN_TYPE = "application/octet-stream"
_LONGEST_NAME = 150


@dataclass(frozen=True)
class OpenedPart:
    """One document, opened, or kept with the reason why it could not be.

    Attributes:
        data: its bytes; None for the outermost, whose bytes the caller has.
    """

    name: str
    depth: int
    media_type: str
    data: bytes | None
    view: bytes | None
    leaves: tuple[Leaf, ...]
    problem: Refusal | None = None


@dataclass(frozen=True)
class OpenedDocument:
    """A document with all its parts, the outermost first."""

    parts: tuple[OpenedPart, ...]
    header: MailHeader
    channel: Channel | None
    warnings: tuple[Words, ...]


def open_document(name: str, data: bytes, limits: Limits) -> OpenedDocument:
    """Opens a document: tells its kind by content, measures its pages, opens what lies in it.

    Args:
        name: the file's name; helps where content cannot tell.
        data: the whole content.
        limits: how much is looked at.

    Raises:
        WorldError: INT-001 to INT-011 where the outermost document cannot be read. What lies
            inside and cannot be read is kept as a part with its problem.
    """
    walk = _Walk(limits)
    outermost = _opened(name, data, limits)
    walk.enter(OpenedPart(name, 0, outermost.media_type, None, outermost.view, outermost.leaves))
    walk.note(name, outermost)
    walk.into(outermost, 1)
    return OpenedDocument(
        tuple(walk.parts),
        outermost.header or MailHeader(),
        outermost.channel,
        tuple(walk.warnings),
    )


class _Walk:
    """Goes through what lies inside, within the limits."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.parts: list[OpenedPart] = []
        self.warnings: list[Words] = []

    def enter(self, part: OpenedPart) -> None:
        self.parts.append(part)

    def note(self, name: str, opened: Opened) -> None:
        self.warnings += [*opened.warnings, *_damage(name, opened)]

    def into(self, opened: Opened, depth: int) -> None:
        for child in opened.children:
            self._child(replace(child, name=plain_name(child.name)), depth)

    def _child(self, child: Child, depth: int) -> None:
        kept = OpenedPart(child.name, depth, UNKNOWN_TYPE, child.data, None, ())
        try:
            opened = self._within(child, depth)
        except WorldError as e:
            self.enter(replace(kept, problem=Refusal(e.code, e.words, e.advice)))
            self.warnings.append(AttachmentUnread(name=child.name, reason=e.code).words)
            return
        self.enter(
            replace(kept, media_type=opened.media_type, view=opened.view, leaves=opened.leaves)
        )
        self.note(child.name, opened)
        self.into(opened, depth + 1)

    def _within(self, child: Child, depth: int) -> Opened:
        if depth > self.limits.depth:
            raise NestedTooDeep(most=self.limits.depth)
        if len(self.parts) > self.limits.parts:
            raise TooManyParts(most=self.limits.parts)
        return _opened(child.name, child.data, self.limits)


def _opened(name: str, data: bytes, limits: Limits) -> Opened:
    if not data:
        raise FileEmpty(name=name)
    for form in FORMATS:
        if form.recognises(data, name):
            return form.open(data, limits)
    raise KindUnknown


def _damage(name: str, opened: Opened) -> Iterator[Words]:
    for number, leaf in enumerate(opened.leaves, 1):
        if leaf.damaged:
            yield PageDamaged(number=number, name=name).words
    if opened.cut_short:
        yield CutShort(name=name).words


def plain_name(name: str) -> str:
    """A file name for people: no folders, nothing invisible, at most 150 characters."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    shown = "".join(c for c in last if c.isprintable()).strip(" .")
    return shown[:_LONGEST_NAME] or "attachment"
