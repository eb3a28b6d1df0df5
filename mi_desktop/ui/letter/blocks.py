"""The letter's blocks in order: move, add, change, remove; all of it by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from mi_desktop.letters import Block, BlockKind
from mi_desktop.ui.inquiry.use_as import short
from mi_desktop.ui.words import tr

FIRST_WORDS = 44
ROLE_ID = Qt.ItemDataRole.UserRole


class BlockList(QListWidget):
    """Blocks by name and first words; the context menu holds what the keys do.

    Attributes:
        picked: the `Block` in front, None where there is none.
    """

    picked = Signal(object)

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._blocks: dict[str, Block] = {}
        self.setAccessibleName(tr("Blocks of the letter"))
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.addActions(list(actions))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.currentItemChanged.connect(lambda *_: self.picked.emit(self.current()))

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Shows the blocks, with the same one in hand as before."""
        kept, row = self.current(), self.currentRow()
        self._blocks = {block.id: block for block in blocks}
        self.blockSignals(True)
        self.clear()
        for block in blocks:
            self.addItem(_item(block))
        self.blockSignals(False)
        if not (kept and self.choose(kept.id)):
            self.setCurrentRow(max(0, min(row, len(blocks) - 1)))
        self.picked.emit(self.current())

    def choose(self, block_id: str) -> bool:
        """Takes this block in hand; False where it is not in the letter."""
        for row in range(self.count()):
            if self.item(row).data(ROLE_ID) == block_id:
                self.setCurrentRow(row)
                return True
        return False

    def choose_kind(self, kind: BlockKind) -> bool:
        """Takes the first block of this kind in hand."""
        found = next((b.id for b in self._blocks.values() if b.kind is kind), "")
        return self.choose(found)

    def current(self) -> Block | None:
        """The block in hand."""
        item = self.currentItem()
        return self._blocks.get(item.data(ROLE_ID)) if item is not None else None


def _names() -> dict[BlockKind, str]:
    return {
        BlockKind.SUBJECT: tr("Subject"),
        BlockKind.SALUTATION: tr("Salutation"),
        BlockKind.UNSOLICITED: tr("What was asked"),
        BlockKind.OFF_LABEL: tr("Not an approved use"),
        BlockKind.LABEL: tr("Approved product information"),
        BlockKind.ANSWER: tr("Answer"),
        BlockKind.REPORTING: tr("Reporting side effects"),
        BlockKind.MONITORING: tr("▼ Additional monitoring"),
        BlockKind.NOT_ADVICE: tr("Not medical advice"),
        BlockKind.KEEP_SAMPLE: tr("Keep the product"),
        BlockKind.PRIVACY: tr("Personal data"),
        BlockKind.CLOSING: tr("Closing"),
        BlockKind.REFERENCES: tr("References"),
        BlockKind.ENCLOSURES: tr("Enclosures"),
    }


def _item(block: Block) -> QListWidgetItem:
    name = _names()[block.kind]
    if block.srd_id:
        name = f"{name} · {block.srd_id} v{block.srd_version}"
    elif not block.locked:
        own = tr("own text, not an approved use") if block.off_label else tr("own text")
        name = f"{name} · {own}"
    told = [" ".join(block.paragraphs), block.heading]
    if block.kind is BlockKind.ANSWER:  # the name says what the others' headings say
        told.reverse()
    first = short(next(filter(None, told), ""), FIRST_WORDS)
    item = QListWidgetItem(f"{name}\n{first}")
    item.setData(ROLE_ID, block.id)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {first}")
    item.setToolTip("\n\n".join((block.heading, *block.paragraphs)).strip())
    return item
