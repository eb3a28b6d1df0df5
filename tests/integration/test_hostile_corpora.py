"""Other people's broken mail, faxes and PDFs: every file is opened or refused with a code."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_desktop.basics.errors import WorldError
from mi_desktop.intake import open_document
from mi_desktop.intake.formats import Limits
from mi_desktop.sandbox import Sandbox

CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
FOLDERS = ("email-cpython", "email-msg-extractor", "email-tika", "fax-pillow-images",
           "img-naps2", "mix-unstructured", "pdf-paperless-ngx", "pdf-ocrmypdf")  # fmt: skip
LARGEST = 200_000

pytestmark = pytest.mark.skipif(
    not CORPORA.is_dir(), reason="no corpora beside the project: HOSTILE INPUT NOT TESTED"
)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    made = Sandbox(workers=2)
    yield made
    made.close()


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_is_opened_or_refused_with_a_code(sandbox: Sandbox, folder: str) -> None:
    files = [p for p in sorted((CORPORA / folder).glob("*")) if p.stat().st_size <= LARGEST]
    assert files
    opening = {
        path.name: sandbox.submit(open_document, path.name, path.read_bytes(), Limits(), seconds=60)
        for path in files
    }
    errors = {name: future.exception() for name, future in opening.items()}
    foreign = {n: e for n, e in errors.items() if e and not isinstance(e, WorldError)}
    crashed = {n: e for n, e in errors.items() if e and str(e).startswith("SBX")}
    assert foreign == {}
    assert crashed == {}
    assert any(error is None for error in errors.values())
