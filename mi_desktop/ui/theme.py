"""How it looks: Fusion, our own colours, an 8-pixel grid; light, dark and high contrast.

Every pair of text and ground below has a contrast of at least 4.5:1 (WCAG 2.1, 1.4.3), and lines
that carry meaning 3:1 (1.4.11); the tests compute it.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from mi_desktop.basics.paths import RESOURCES

GRID = 8
TEXT_POINTS = 10  # 13.3 px at 96 dpi, larger where the user's system says so
Name = Literal["light", "dark", "contrast"]


@dataclass(frozen=True)
class Colours:
    """One theme. Each `*_soft` is the ground for text in the colour of the same name.

    Attributes:
        ground: of the window.
        sheet: of lists, fields and panels.
        text: on ground and sheet.
        dim: less important text on ground and sheet.
        line: hairlines that only decorate.
        edge: borders of fields, which carry meaning.
        accent: deep teal: focus, main buttons, the current thing.
        on_accent: text on accent.
        look: amber, "look at this".
        harm: red, late or harmful, nothing else.
    """

    ground: str
    sheet: str
    text: str
    dim: str
    line: str
    edge: str
    accent: str
    on_accent: str
    accent_soft: str
    look: str
    look_soft: str
    harm: str
    harm_soft: str


THEMES: dict[Name, Colours] = {
    "light": Colours(
        ground="#F4F6F6",
        sheet="#FFFFFF",
        text="#1A2326",
        dim="#566368",
        line="#DCE2E3",
        edge="#7C888D",
        accent="#0B6467",
        on_accent="#FFFFFF",
        accent_soft="#DCEDEC",
        look="#7A4E00",
        look_soft="#FFEFC9",
        harm="#A81E1E",
        harm_soft="#FCE4E2",
    ),
    "dark": Colours(
        ground="#161B1D",
        sheet="#1F2628",
        text="#E7EDEE",
        dim="#A4B1B5",
        line="#323C3F",
        edge="#77868B",
        accent="#56C2BD",
        on_accent="#06201F",
        accent_soft="#1D3F40",
        look="#F3C567",
        look_soft="#3D3013",
        harm="#FF9D94",
        harm_soft="#47201E",
    ),
    "contrast": Colours(
        ground="#000000",
        sheet="#000000",
        text="#FFFFFF",
        dim="#E6E6E6",
        line="#FFFFFF",
        edge="#FFFFFF",
        accent="#4DF0E6",
        on_accent="#000000",
        accent_soft="#003A37",
        look="#FFD54A",
        look_soft="#332600",
        harm="#FF8A80",
        harm_soft="#3A0000",
    ),
}


class Theme(QObject):
    """The theme in force; follows the system unless the user chose one.

    Attributes:
        changed: other colours are in force; what paints itself paints again.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "") -> None:
        super().__init__()
        self._app = app
        self._choice = choice
        self.name: Name = "light"
        app.setStyle("Fusion")
        app.setFont(_font(app.font()))
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    def choose(self, choice: str) -> None:
        """`light`, `dark`, `contrast`, or "" to follow the system."""
        self._choice = choice
        self._apply()

    def _apply(self, *_: object) -> None:
        self.name = _wanted(self._choice)
        now = THEMES[self.name]
        self._app.setPalette(palette(now))
        self._app.setStyleSheet(sheet(now))
        self.changed.emit()


def colours() -> Colours:
    """The colours in force, for what paints itself; read from the program's palette."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window).name().upper()
    return next((c for c in THEMES.values() if c.ground == ground), THEMES["light"])


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#RRGGBB` colours, 1..21 (WCAG 2.1)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palette(c: Colours) -> QPalette:
    """A theme as Qt's palette."""
    role = QPalette.ColorRole
    roles = {
        role.Window: c.ground,
        role.WindowText: c.text,
        role.Base: c.sheet,
        role.AlternateBase: c.ground,
        role.Text: c.text,
        role.Button: c.sheet,
        role.ButtonText: c.text,
        role.BrightText: c.harm,
        role.ToolTipBase: c.sheet,
        role.ToolTipText: c.text,
        role.PlaceholderText: c.dim,
        role.Highlight: c.accent,
        role.HighlightedText: c.on_accent,
        role.Link: c.accent,
        role.Accent: c.accent,
        role.Mid: c.edge,
    }
    made = QPalette()
    for key, colour in roles.items():
        made.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(c.edge))
    return made


def sheet(c: Colours) -> str:
    """What the palette cannot say: borders, spacing, focus that is always visible."""
    arrow = (RESOURCES / "icons" / f"down-{_name(c)}.svg").as_posix()
    return f"""
    QToolTip {{ border: 1px solid {c.edge}; padding: 4px; }}
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox {{
        background: {c.sheet}; border: 1px solid {c.edge}; border-radius: 4px; padding: 4px 6px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit, QComboBox, QDateEdit, QSpinBox {{ min-height: 20px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus,
    QSpinBox:focus {{ border: 2px solid {c.accent}; padding: 3px 5px; }}
    QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {c.ground}; }}
    QComboBox::drop-down {{ border: 0; width: 24px; }}
    QComboBox::down-arrow {{ image: url({arrow}); width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ border: 1px solid {c.edge}; padding: 4px; }}
    QPushButton {{ background: {c.sheet}; border: 1px solid {c.edge}; border-radius: 4px;
        padding: 5px 12px; min-height: 18px; }}
    QPushButton:hover {{ background: {c.accent_soft}; }}
    QToolButton:hover {{ background: {c.ground}; }}
    QPushButton:pressed {{ background: {c.accent_soft}; }}
    QPushButton:disabled {{ color: {c.edge}; border-color: {c.line}; }}
    QPushButton[main="true"] {{ background: {c.accent}; color: {c.on_accent};
        border-color: {c.accent}; }}
    QPushButton[main="true"]:disabled {{ background: {c.ground}; color: {c.dim};
        border-color: {c.line}; }}
    QPushButton:checked {{ background: {c.accent}; color: {c.on_accent};
        border-color: {c.accent}; }}
    QPushButton:checked:focus {{ border: 2px solid {c.text}; }}
    QPushButton[chip="calm"] {{ background: {c.accent_soft}; color: {c.accent};
        border-color: {c.accent}; padding: 1px 8px; }}
    QPushButton[chip="look"] {{ background: {c.look_soft}; color: {c.look};
        border-color: {c.look}; padding: 1px 8px; }}
    QCheckBox::indicator {{ width: 12px; height: 12px; border: 1px solid {c.edge};
        border-radius: 2px; background: {c.sheet}; }}
    QCheckBox::indicator:checked {{ border-color: {c.accent}; background: {c.accent}; }}
    QPushButton[flat="true"] {{ background: transparent; border-color: transparent; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 4px 11px; }}
    QPushButton[main="true"]:focus {{ border: 2px solid {c.text}; }}
    QToolButton {{ border: 2px solid transparent; border-radius: 4px; padding: 4px; }}
    QToolButton:focus {{ border: 2px solid {c.accent}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton:checked {{ background: {c.accent_soft}; }}
    QFrame[bar="side"] QToolButton:checked {{ border-left: 4px solid {c.accent};
        font-weight: 600; }}
    QAbstractItemView {{ background: {c.sheet}; border: 1px solid {c.line}; border-radius: 4px;
        outline: 0; }}
    QAbstractItemView:focus {{ border: 1px solid {c.accent}; }}
    QGraphicsView {{ background: {c.line if c.line != c.text else c.ground};
        border: 2px solid transparent; }}
    QGraphicsView:focus {{ border: 2px solid {c.accent}; }}
    QTabWidget::pane {{ border: 0; border-top: 1px solid {c.line}; }}
    QTabWidget::tab-bar {{ left: 8px; }}
    QTabBar::tab {{ background: transparent; color: {c.dim}; border: 0; padding: 8px;
        margin: 0 4px; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom: 2px solid {c.accent}; }}
    QTabBar::tab:focus {{ background: {c.accent_soft}; }}
    QTableView {{ gridline-color: {c.line}; }}
    QHeaderView {{ border: 0; }}
    QHeaderView::section {{ background: {c.ground}; color: {c.dim}; border: 0;
        border-bottom: 1px solid {c.line}; padding: 4px 8px; }}
    QTableView::item, QTreeView::item, QListView::item {{ padding: 4px; }}
    QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {{
        background: {c.accent_soft}; color: {c.text}; }}
    QCheckBox:focus, QRadioButton:focus {{ outline: 2px solid {c.accent}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ border: 0; background: transparent; }}
    QScrollBar {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ width: 12px; }}
    QScrollBar:horizontal {{ height: 12px; }}
    QScrollBar::handle {{ background: {c.edge}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: none; border: 0; width: 0; height: 0; }}
    QSplitter::handle {{ background: {c.line}; }}
    QSplitter::handle:horizontal {{ width: 1px; }}
    QSplitter::handle:vertical {{ height: 1px; }}
    QMenu {{ background: {c.sheet}; border: 1px solid {c.edge}; padding: 4px; }}
    QMenu::item {{ padding: 6px 20px 6px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
    QProgressBar {{ background: {c.line}; border: 0; border-radius: 3px; max-height: 6px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    QLabel[rank="large"] {{ font-size: 12pt; font-weight: 600; }}
    QLabel[rank="title"] {{ font-size: 16pt; font-weight: 600; }}
    QLabel[tone="dim"] {{ color: {c.dim}; }}
    QLabel[tone="accent"] {{ color: {c.accent}; font-weight: 600; }}
    QLabel[tone="look"] {{ color: {c.look}; }}
    QLabel[tone="harm"] {{ color: {c.harm}; }}
    QLabel[quote="true"] {{ background: {c.sheet}; border: 0; border-left: 3px solid {c.accent};
        padding: 8px 12px; }}
    QLabel[chip="look"] {{ color: {c.look}; background: {c.look_soft}; border-radius: 4px;
        padding: 2px 8px; }}
    QLabel[chip="harm"] {{ color: {c.harm}; background: {c.harm_soft}; border-radius: 4px;
        padding: 2px 8px; }}
    QLabel[chip="calm"] {{ color: {c.accent}; background: {c.accent_soft}; border-radius: 4px;
        padding: 2px 8px; }}
    QFrame[panel="true"] {{ background: {c.sheet}; border: 0; border-left: 1px solid {c.line}; }}
    QFrame[popup="true"] {{ background: {c.sheet}; border: 1px solid {c.edge};
        border-radius: 8px; }}
    QFrame[popup="true"] QAbstractItemView {{ border: 0; }}
    QFrame[bar="top"] {{ background: {c.sheet}; border: 0; border-bottom: 1px solid {c.line}; }}
    QFrame[bar="bottom"] {{ background: {c.sheet}; border: 0; border-top: 1px solid {c.line}; }}
    QFrame[bar="side"] {{ background: {c.sheet}; border: 0; border-right: 1px solid {c.line}; }}
    QFrame[bar="grave"] {{ background: {c.look_soft}; border: 0;
        border-bottom: 1px solid {c.look}; }}
    QFrame[bar="grave"] QLabel {{ color: {c.look}; }}
    """


def _name(c: Colours) -> Name:
    return next(name for name, colours_ in THEMES.items() if colours_ is c)


def _wanted(choice: str) -> Name:
    for name in THEMES:
        if choice == name:
            return name
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def _font(font: QFont) -> QFont:
    """The system's own font; the bundled Liberation Sans where there is no desktop to ask."""
    if QGuiApplication.platformName() in {"offscreen", "minimal"}:
        for style in ("Regular", "Bold", "Italic", "BoldItalic"):
            QFontDatabase.addApplicationFont(str(RESOURCES / f"fonts/LiberationSans-{style}.ttf"))
        return QFont("Liberation Sans", TEXT_POINTS)
    font.setPointSizeF(max(TEXT_POINTS, font.pointSizeF()))
    return font


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
