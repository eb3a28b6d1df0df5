"""`doctor`: what this machine has and lacks, each with what to do."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import typer

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.paths import RESOURCES
from mi_desktop.cli.call import Call, call_of

verbs = typer.Typer()
WANTED_LANGUAGES = ("swe", "eng", "dan", "nor", "fin", "deu", "osd")
LEAST_FREE_GB = 2


@dataclass(frozen=True)
class Finding:
    """One part of the machine: `ok` or `missing`, and what to do."""

    part: str
    state: str
    hint: str


@verbs.command()
def doctor(context: typer.Context) -> None:
    """Says what this machine has and lacks; nothing is changed."""
    call = call_of(context)
    for found in (*_reading(call), *_devices(call), *_machine(call)):
        hint = f"\n          {found.hint}" if found.hint else ""
        call.terminal.give(vars(found), f"{found.state:8}  {found.part}{hint}")


def _reading(call: Call) -> Iterator[Finding]:
    try:
        installed = call.doors.languages()
    except WorldError as e:
        yield Finding("OCR", "missing", str(e.advice))
        return
    for language in WANTED_LANGUAGES:
        there = language in installed
        hint = "" if there else f"install the package tesseract-ocr-{language}"
        yield Finding(f"OCR language {language}", "ok" if there else "missing", hint)


def _devices(call: Call) -> Iterator[Finding]:
    try:
        scanners = call.doors.scanners()
        for scanner in scanners:
            yield Finding(f"scanner {scanner.label}", "ok", "")
        if not scanners:
            yield Finding("scanner", "missing", "connect one; files can be taken in all the same")
    except WorldError as e:
        yield Finding("scanner", "missing", str(e.advice))
    printers = call.doors.printers()
    for printer in printers:
        yield Finding(f"printer {printer.name}", "ok" if printer.ready else "busy", printer.words)
    if not printers:
        hint = "set one up in CUPS; batches become PDF files until then"
        yield Finding("printer", "missing", hint)


def _machine(call: Call) -> Iterator[Finding]:
    ring = call.doors.key_ring()
    hint = "" if ring else "secrets lie sealed in the office folder; the passphrase is asked for"
    yield Finding("key ring", "ok" if ring else "missing", hint)
    fonts = sorted(p.stem for p in (RESOURCES / "fonts").glob("*.ttf"))
    yield Finding(f"fonts ({len(fonts)})", "ok" if fonts else "missing", "")
    folder = next(p for p in (call.folder(), *call.folder().parents) if p.exists())
    free = shutil.disk_usage(folder).free / 1e9
    enough = free > LEAST_FREE_GB
    hint = "" if enough else "free some space: scans and letters need it"
    yield Finding(f"disk ({free:.1f} GB free)", "ok" if enough else "low", hint)
