"""One field of a case: typed, or one of the kinds of nothing, or a suggestion to confirm."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.basics.words import Words, words
from mi_desktop.safety.cases import NOT_ASKED, Element, Given, Kind, Null
from mi_desktop.safety.cases.entry import entry_text, read_entry
from mi_desktop.safety.cases.packs import visible
from mi_desktop.safety.cases.suggest import Suggestion
from mi_desktop.ui.labels import label, set_tone
from mi_desktop.ui.words import say, tr

LABEL_WIDTH = 190
LONG_HEIGHT = 88
NOTHING = {
    Null.NOT_ASKED: words("not asked"),
    Null.ASKED_UNKNOWN: words("asked, but not known"),
    Null.UNKNOWN: words("not known"),
    Null.MASKED: words("known, but masked"),
    Null.NO_INFORMATION: words("no information"),
}
_TURN = (Null.NOT_ASKED, Null.ASKED_UNKNOWN, Null.UNKNOWN, Null.MASKED, Null.NO_INFORMATION)
_TICKS = {Qt.Key.Key_Y: "yes", Qt.Key.Key_J: "yes", Qt.Key.Key_N: "no"}
_LISTED = (Kind.CHOICE, Kind.CHOICES, Kind.TICK)


class FieldRow(QFrame):
    """A label and an editor; Return goes on, F8 turns the kinds of nothing, F9 takes a suggestion.

    Attributes:
        changed: path and the `Given`.
        entered: path; the focus came here.
        moved: path and 1 or -1: to the field after or before.
        typed: something was typed that is not read yet.
    """

    changed = Signal(str, object)
    entered = Signal(str)
    moved = Signal(str, int)
    typed = Signal()

    def __init__(self, path: str, element: Element) -> None:
        super().__init__()
        self.path, self.element = path, element
        self.given: Given[Any] = NOT_ASKED
        self.wrong: Words | None = None
        self._offer: Suggestion | None = None
        self._typed = False
        self.editor: QLineEdit | QPlainTextEdit = self._make_editor()
        self._hint = label("", "dim")
        self._hint.hide()
        self._name = label(_named(element))
        self._lay_out()

    def _make_editor(self) -> QLineEdit | QPlainTextEdit:
        made: QLineEdit | QPlainTextEdit
        if self.element.kind is Kind.LONG:
            made = QPlainTextEdit()
            made.setTabChangesFocus(True)
            made.setFixedHeight(LONG_HEIGHT)
        else:
            made = QLineEdit()
        made.textChanged.connect(self._typing)
        made.installEventFilter(self)
        return made

    def _lay_out(self) -> None:
        self._name.setFixedWidth(LABEL_WIDTH)
        self._name.setContentsMargins(0, 6, 0, 0)
        if self.element.box:
            self._name.setToolTip(tr("Box {box} of the CIOMS form", box=self.element.box))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._name, alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.editor, 1)
        if self.element.kind in _LISTED:
            line.addWidget(_list_button(self.element, self._open_list))
        under = QHBoxLayout()
        under.setContentsMargins(LABEL_WIDTH + 8, 0, 0, 0)
        under.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 3, 16, 3)
        column.setSpacing(2)
        column.addLayout(line)
        column.addLayout(under)

    def lock(self) -> None:
        """To be read only: quality gives it (PQC-C7)."""
        self.editor.setReadOnly(True)

    def _open_list(self) -> None:
        if self.editor.isReadOnly():
            return
        menu = QMenu(self)
        for text in self._choices():
            menu.addAction(text).triggered.connect(lambda *_, t=text: self._choose(t))
        menu.popup(self.editor.mapToGlobal(self.editor.rect().bottomLeft()))

    def _choices(self) -> list[str]:
        if self.element.kind is Kind.TICK:
            return [tr("yes"), tr("no")]
        return [say(text) for text in self.element.choices.values()]

    def _choose(self, text: str) -> None:
        before = self.text().strip()
        many = self.element.kind is Kind.CHOICES and before
        self.set_text(f"{before}, {text}" if many else text)
        self.commit()

    def show_given(
        self, given: Given[Any], offer: Suggestion | None, problem: Words | None
    ) -> None:
        """Shows what stands in the case; a text that could not be read stays as typed."""
        self._offer = offer if given == NOT_ASKED else None
        if self.wrong is None:
            self.given = given
            text = entry_text(self.element, given, say)
            if text != self.text():
                self.set_text(text)
            self._typed = False
        null = given.null or Null.NOT_ASKED
        self.editor.setPlaceholderText(say(NOTHING[null]))
        self._say(self.wrong or problem)
        said = self.text() or say(NOTHING[null])
        self.editor.setAccessibleName(f"{say(self.element.label)}: {said} {self._hint.text()}")

    def _say(self, problem: Words | None) -> None:
        if problem is not None:
            text, tone = say(problem), "harm"
        elif self._offer is not None:
            value = entry_text(self.element, self._offer.given, say)
            short = value if len(value) <= 60 else f"{value[:57]}…"
            text = tr("F9 takes “{value}”: {why}", value=short, why=say(self._offer.why))
            tone = "accent"
        elif self.editor.isReadOnly():
            text, tone = tr("quality alone gives this"), "dim"
        elif self.editor.hasFocus() and self.element.kind in _LISTED:
            text, tone = " · ".join(self._choices()), "dim"
        else:
            text, tone = "", "dim"
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        set_tone(self._hint, tone)

    def text(self) -> str:
        """As typed."""
        if isinstance(self.editor, QPlainTextEdit):
            return self.editor.toPlainText()
        return self.editor.text()

    def forget(self) -> None:
        """Takes out what was typed and is no value."""
        if self.half is not None:
            self.wrong, self._typed = None, False
            self.set_text(entry_text(self.element, self.given, say))
            self._typed = False

    def set_text(self, text: str) -> None:
        """Puts a text in, as if it were typed."""
        if isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(text)
        else:
            self.editor.setText(text)

    def commit(self) -> bool:
        """Reads what was typed; says in words where it cannot be read. True where it can."""
        if not self._typed:
            return self.wrong is None
        read = read_entry(self.element, self.text(), say)
        if isinstance(read, Words):
            self.wrong = read
            self._say(read)
            return False
        self.wrong, self._typed = None, False
        # An emptied field is "not asked"; another kind of nothing stays until something is typed.
        if read == NOT_ASKED and self.given.null is not None:
            read = self.given
        if read != self.given:
            self.given = read
            self.changed.emit(self.path, read)
        else:
            self._say(None)
        return True

    def take_offer(self) -> bool:
        """Takes the suggestion; False where there is none."""
        if self._offer is None or not self.offered:
            return False
        self.given, self._typed, self.wrong = self._offer.given, False, None
        self.changed.emit(self.path, self.given)
        return True

    def turn_nothing(self) -> None:
        """The next kind of nothing; a text that is there is not touched."""
        if self.editor.isReadOnly():
            return
        if self.text().strip():
            self._say(words("empty the field first"))
            return
        now = self.given.null or Null.NOT_ASKED
        following = _TURN[(_TURN.index(now) + 1) % len(_TURN)]
        self.given, self.wrong = Given(null=following), None
        self.changed.emit(self.path, self.given)

    def _typing(self) -> None:
        self._typed = True
        self.typed.emit()

    @property
    def half(self) -> str | None:
        """What was typed and is no value yet; None where there is nothing of the kind."""
        return self.text() if self._typed or self.wrong is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field, and what happens when the focus comes and goes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.path)
            self._say(self.wrong)
        elif event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        done = self._keys().get(Qt.Key(event.key()))
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        separator = event.text() == "\x1d" or (control and event.key() == Qt.Key.Key_BracketRight)
        if separator and isinstance(self.editor, QLineEdit):
            # A scanner's separator is no printable character; it is shown, and kept (GS1-2).
            self.editor.insert(visible("\x1d"))
            return True
        if event.key() == Qt.Key.Key_Down and alt and self.element.kind in _LISTED:
            self._open_list()
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or done is None:
            return False
        done()
        return True

    def _keys(self) -> dict[Qt.Key, Callable[[], object]]:
        keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_F8: self.turn_nothing,
            Qt.Key.Key_F9: self._take_and_move,
        }
        if isinstance(self.editor, QPlainTextEdit):
            return keys
        keys |= {
            Qt.Key.Key_Return: self._finish,
            Qt.Key.Key_Enter: self._finish,
            Qt.Key.Key_Down: self._finish,
            Qt.Key.Key_Up: lambda: self.moved.emit(self.path, -1),
        }
        if self.element.kind is Kind.TICK:
            keys |= {key: partial(self._tick, word) for key, word in _TICKS.items()}
        return keys

    def _tick(self, word: str) -> None:
        self.set_text(tr("yes") if word == "yes" else tr("no"))
        self._finish()

    def _finish(self) -> None:
        if self.commit():
            self.moved.emit(self.path, 1)

    def _take_and_move(self) -> None:
        """On to the next suggestion, with this one taken where there is one."""
        if self.take_offer() or self.commit():
            self.moved.emit(self.path, 0)

    @property
    def offered(self) -> bool:
        """Whether F9 would take something here."""
        return self._offer is not None and not self.text().strip()


def _named(element: Element) -> str:
    """What the field is called, with its box on the printed form."""
    name = say(element.label)
    name = name[:1].upper() + name[1:]
    return f"{name} · {element.box}" if element.box else name


def _list_button(element: Element, opens: Callable[[], object]) -> QWidget:
    button = QToolButton()
    button.setArrowType(Qt.ArrowType.DownArrow)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setAccessibleName(tr("What can be chosen: {field}", field=say(element.label)))
    button.setToolTip(tr("What can be chosen (Alt+Down)"))
    button.clicked.connect(opens)
    return button
