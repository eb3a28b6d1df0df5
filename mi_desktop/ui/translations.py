"""Keeps the table of translations: `python -m mi_desktop.ui.translations`.

Walks the program's own source for every sentence that a window can show: templates given to
`tr`, `words` or `Words`, `says` and `hint` of errors, and values of `StrEnum`s. New ones enter
`resources/translations/mi_desktop_sv.ts` as unfinished, vanished ones leave it, and the table is
compiled with `pyside6-lrelease`. Translators fill the table with Qt Linguist.
"""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from mi_desktop.ui.words import CONTEXT, TRANSLATIONS

PACKAGE = Path(__file__).resolve().parents[1]
TABLE = TRANSLATIONS / "mi_desktop_sv.ts"
_MAKERS = {"tr", "words", "Words"}
_NO_WINDOW = {"cli"}


def sources(package: Path = PACKAGE) -> list[str]:
    """Every sentence of the program that a window can show, in order, once each."""
    found: dict[str, None] = {}
    for file in sorted(package.rglob("*.py")):
        if file.relative_to(package).parts[0] not in _NO_WINDOW:
            tree = ast.parse(file.read_text(encoding="utf-8"))
            found |= dict.fromkeys(text for text in _in(tree) if text.strip())
    return list(found)


def translated(table: Path = TABLE) -> dict[str, str]:
    """Source to finished translation."""
    if not table.exists():
        return {}
    messages = ET.parse(table).getroot().iter("message")  # noqa: S314 - our own file
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in messages
        if message.findtext("translation")
    }


def write(finished: dict[str, str], wanted: list[str], table: Path = TABLE) -> list[str]:
    """Writes the table and compiles it; returns the sources that lack a translation."""
    root = ET.Element("TS", version="2.1", language="sv_SE", sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for source in wanted:
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        translation.text = finished.get(source)
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    table.parent.mkdir(parents=True, exist_ok=True)
    table.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([lrelease, "-silent", table, "-qm", table.with_suffix(".qm")], check=True)
    return [source for source in wanted if not finished.get(source)]


def _in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in _MAKERS and node.args:
            yield from _constants(node.args[0])
        elif isinstance(node, ast.ClassDef):
            every = any(_name(base) == "StrEnum" for base in node.bases)
            for name, value in _assigned(node):
                if every or name in {"says", "hint"}:
                    yield from _constants(value)


def _assigned(node: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    for line in node.body:
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            yield line.targets[0].id, line.value


def _constants(node: ast.expr) -> Iterator[str]:
    """The text of a literal, or of both ends of `a if x else b`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def main() -> int:
    """Writes the table; 1 where translations are missing, which it prints."""
    missing = write(translated(), sources())
    sys.stdout.writelines(f"not translated: {source}\n" for source in missing)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
