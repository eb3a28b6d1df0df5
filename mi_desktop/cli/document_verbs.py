"""Verbs that need no office: ocr, verify, check."""

import re
from collections import deque
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mi_desktop.basics.errors import WorldError
from mi_desktop.cli.call import Call, bytes_of, call_of, write_out
from mi_desktop.cli.errors import FileUnreadable
from mi_desktop.cli.terminal import as_line

if TYPE_CHECKING:
    from mi_desktop.ocr import Box, PageText

verbs = typer.Typer()
_JUDGED_WELL = ("valid", "valid-untrusted")
_NUMBER = re.compile(r"P-\d{4}-\d{5}")
# What is wrong with the reading program or this machine, not with the document.
_ENGINE = ("OCR-001", "OCR-002")


class Form(StrEnum):
    """Forms of a reading."""

    TEXT = "text"
    JSON = "json"
    PDF = "pdf"


@verbs.command()
def ocr(
    context: typer.Context,
    path: Path,
    lang: Annotated[str, typer.Option(help="auto, or e.g. swe+eng.")] = "auto",
    form: Annotated[Form, typer.Option("--format", help="What to give.")] = Form.TEXT,
    output: Annotated[Path | None, typer.Option("-o", help="A file instead of output.")] = None,
) -> None:
    """Reads one document."""
    call = call_of(context)
    if form is Form.PDF and output is None and (call.terminal.as_json or call.terminal.on_screen):
        raise typer.BadParameter("a PDF needs a file: -o FILE")
    try:
        pages, data = _read(call, path, lang, form)
    except WorldError as e:
        if e.code in _ENGINE:
            raise
        call.terminal.refuse({"path": path, "pages": []}, e)
        call.finish()
        return
    facts = {"path": path, "pages": [_facts(page) for page in pages]}
    if form is Form.JSON:
        data = f"{as_line(facts)}\n".encode(errors="backslashreplace")
    if output is None:
        _give_reading(call, data, facts)
        return
    write_out(output, data)
    if call.terminal.as_json:
        call.terminal.give({**facts, "file": output}, "")
    else:
        call.terminal.say(f"{len(pages)} pages: {output}")


def _read(call: Call, path: Path, lang: str, form: Form) -> "tuple[list[PageText], bytes]":
    """The pages, and the document's text or a PDF of it that can be searched."""
    document = bytes_of(path)
    sandbox = call.doors.sandbox()
    try:
        pages = call.doors.read(document, path.name, None if lang == "auto" else lang, sandbox)
        if form is Form.PDF:
            return pages, call.doors.searchable(document, path.name, pages, sandbox).pdf
    finally:
        sandbox.close()
    text = "\f".join(page.text + "\n" for page in pages)
    return pages, text.encode("utf-8", errors="replace")


def _give_reading(call: Call, data: bytes, facts: dict[str, Any]) -> None:
    if call.terminal.as_json:
        call.terminal.give(facts, "")
    else:
        call.terminal.give_bytes(data)


def _facts(page: "PageText") -> dict[str, Any]:
    return {
        "number": page.number,
        "language": page.language,
        "rotation": page.rotation,
        "skew_degrees": page.skew_degrees,
        "confidence": page.confidence,
        "width": page.width,
        "height": page.height,
        "source": page.source,
        "warnings": [str(warning) for warning in page.warnings],
        "steps": page.steps,
        "blank": page.blank,
        "codes": page.codes,
        "seconds": page.seconds,
        "words": [
            {
                "text": w.text,
                "box": _corners(w.box),
                "confidence": w.confidence,
                "line": w.line,
                "block": w.block,
                **({"doubtful": True, "other": w.other} if w.doubtful else {}),
                **({"cell": w.cell} if w.cell >= 0 else {}),
            }
            for w in page.words
        ],
        "guesses": [
            {"text": g.text, "box": _corners(g.box), "confidence": g.confidence}
            for g in page.guesses
        ],
        "blocks": [
            {"block": number, "language": language, "box": _corners(box)}
            for number, (language, box) in page.blocks.items()
        ],
        "tables": [{"block": t.block, "box": _corners(t.box), "rows": t.rows} for t in page.tables],
        "places": [{"kind": p.kind, "box": _corners(p.box), "text": p.text} for p in page.places],
    }


def _corners(box: "Box") -> list[int]:
    return [box.left, box.top, box.right, box.bottom]


@verbs.command()
def verify(context: typer.Context, path: Path) -> None:
    """Judges any signed PDF; exit code 0 only for valid and valid-untrusted."""
    call = call_of(context)
    try:
        document = bytes_of(path)
    except FileUnreadable as e:
        call.terminal.refuse({"path": path, "verdict": "unreadable", "signatures": []}, e)
        call.finish()
        return
    verdict = call.doors.verify(document, call.doors.trusted(call.folder()))
    facts = {
        "path": path,
        "verdict": verdict.verdict,
        "signatures": [vars(s) for s in verdict.signatures],
    }
    lines = [f"{path}: {verdict.verdict}"]
    for signature in verdict.signatures:
        lines.append(
            f"  {signature.signer}, {signature.level}, {signature.time}: "
            + ("intact" if signature.intact else "NOT intact")
            + (", covers the whole file" if signature.covers_whole_file else "")
            + (", MODIFIED AFTER SIGNING" if signature.modified_after else "")
            + (", trusted" if signature.trusted else ", signer not known here")
        )
    call.terminal.give(facts, "\n".join(lines))
    raise typer.Exit(0 if verdict.verdict in _JUDGED_WELL else 1)


@verbs.command()
def check(
    context: typer.Context,
    text: Annotated[str | None, typer.Argument(help="A text, or a piece's number.")] = None,
    lines: Annotated[Path | None, typer.Option(help="A file with one text a line.")] = None,
) -> None:
    """Marks what may be an adverse event or complaint; prompts, never decides.

    With --lines one JSON object is given for each line of the file.
    """
    call = call_of(context)
    if (text is None) is (lines is None):
        raise typer.BadParameter("give a text, a piece's number, or --lines FILE")
    if lines is not None:
        call.terminal.as_json = True
        for line in _lines(bytes_of(lines)):
            _give_marks(call, line)
    elif text is not None and _NUMBER.fullmatch(text):
        _check_piece(call, text)
    else:
        _give_marks(call, text or "")


def _lines(data: bytes) -> list[str]:
    """The lines as an editor counts them: signs that only look like a line's end are none."""
    text = data.decode("utf-8", errors="replace").removesuffix("\n")
    return [line.removesuffix("\r") for line in text.split("\n")] if data else []


def _check_piece(call: Call, number: str) -> None:
    services = call.opened().services
    piece = services.intake.piece_by_number(number)
    # Pages that nobody read yet are read first.
    deque(services.ocr.read(call.opened().user, [piece.id], call.terminal), maxlen=0)
    for page in services.ocr.texts(piece.id):
        _give_marks(call, page.text, {"piece": number, "part": page.part_id, "page": page.number})


def _give_marks(call: Call, text: str, where: dict[str, Any] | None = None) -> None:
    marked = call.doors.mark(text)
    spans = [
        {"start": m.start, "end": m.end, "kind": m.kind, "term": m.term, "negated": m.negated}
        for m in marked.spans
    ]
    shown = ", ".join(f"{text[m.start : m.end]} ({m.kind.value})" for m in marked.spans)
    call.terminal.give(
        {**(where or {}), "spans": spans, "suspected": marked.suspected},
        f"{'suspected' if marked.suspected else 'nothing'}: {shown}",
    )
