"""Plain text and HTML, and the text of both."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from html.parser import HTMLParser

from mi_desktop.intake.formats.form import Limits, Opened
from mi_desktop.intake.formats.view import view_of

_LOOK_AT = 65536
_BOMS = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
# Text that a person cannot read as it stands: RTF, PostScript, and our other kinds' marks.
_NOT_FOR_PEOPLE = (b"{\\rtf", b"%!PS", b"%PDF")
_HTML_MARK = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_SILENT = {"script", "style", "head", "title", "template", "noscript"}
_BREAKS = {
    *("p", "div", "br", "li", "tr", "table", "ul", "ol", "blockquote", "pre", "hr", "section"),
    *("article", "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "address"),
}
_PARAGRAPHS = {"p", "table", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}


class PlainText:
    """Text in UTF-8, UTF-16 with its mark, or else Windows-1252."""

    def recognises(self, data: bytes, name: str) -> bool:
        """No control characters but those of lines and pages."""
        start = data[:_LOOK_AT]
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return decoded(start[: len(start) & ~1]) is not None
        return not _NOT_TEXT.search(start) and not start.lstrip().startswith(_NOT_FOR_PEOPLE)

    def open(self, data: bytes, limits: Limits) -> Opened:
        """Its lines, wrapped, on pages."""
        view, leaves = view_of(decoded(data) or "", limits.pages)
        return Opened("text/plain", leaves, view)


class Html:
    """A page of HTML, as text."""

    def recognises(self, data: bytes, name: str) -> bool:
        """Begins as HTML begins."""
        return bool(_HTML_MARK.match(_without_bom(data[:_LOOK_AT])))

    def open(self, data: bytes, limits: Limits) -> Opened:
        """Its words, block by block; pictures and scripts are not fetched or run."""
        meta = _META_CHARSET.search(data[:4096])
        markup = decoded(data, meta.group(1).decode("ascii") if meta else None) or ""
        view, leaves = view_of(text_of_html(markup), limits.pages)
        return Opened("text/html", leaves, view)


def _without_bom(data: bytes) -> bytes:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return (decoded(data) or "").encode()
    return data.removeprefix(BOM_UTF8)


def decoded(data: bytes, charset: str | None = None) -> str | None:
    """The text of the bytes.

    Args:
        data: the bytes.
        charset: what they are said to be in; believed where it works.

    Returns:
        None where a UTF-16 mark stands before something else; otherwise always a text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace" if encoding == "utf-8-sig" else "ignore")
    for encoding in filter(None, (charset, "utf-8")):
        try:
            return data.decode(encoding)
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def text_of_html(markup: str) -> str:
    """The words a reader would see, blocks on lines of their own, cells apart by tabs."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    lines = (
        re.sub(r"[ \u00a0]+", " ", line).strip(" ") for line in "".join(reader.out).split("\n")
    )
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._silent: list[str] = []
        self._kept_lines = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag == "body":
            self._silent.clear()
        elif tag == "img" and not self._silent:
            alternative = dict(attrs).get("alt")
            self.out.append(f"[{alternative}]" if alternative else "")
        elif tag in ("td", "th"):
            self.out.append("\t")
        elif tag in _BREAKS:
            self.out.append("\n")
        self._kept_lines += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            while self._silent.pop() != tag:
                pass
        elif tag in _PARAGRAPHS:
            self.out.append("\n\n")
        elif tag in _BREAKS:
            self.out.append("\n")
        self._kept_lines -= tag == "pre" and self._kept_lines > 0

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.out.append(data if self._kept_lines else re.sub(r"\s+", " ", data))
