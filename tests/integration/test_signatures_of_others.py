"""Verdicts on signed PDFs that nobody here made; and what other judges say of our letters."""

import os
from pathlib import Path

import pytest

from mi_desktop.letters import verify

CORPUS = Path(
    os.environ.get("MI_DESKTOP_CORPORA", Path(__file__).parents[3] / "shared" / "corpora")
)
FILES = CORPUS / "sig-pyhanko"
VERDICTS = {"valid", "valid-untrusted", "invalid", "unsigned", "unreadable"}
WRONG = [
    "one-byterange.pdf",
    "signature-gap-too-big.pdf",
    "tail-uncovered.pdf",
    "weird-byterange.pdf",
    "pdf-sig-with-econtent.pdf",
    "form-update-ap-indirect-sneaky-trailer.pdf",
    "form-update-override-appearance-stream-sneaky.pdf",
    "form-update-no-override-appearance-stream-ap-indirect-sneaky.pdf",
]
GOOD = {
    "pades-lta-dss-indirect-arrs-test.pdf": "B-LTA",
    "minimal-signed-twice-no-sig-type.pdf": "B-B",
    "minimal-two-fields-signed-twice.pdf": "CMS",
    "sig-no-signed-attrs.pdf": "CMS",
}
needs_corpus = pytest.mark.skipif(
    not FILES.is_dir(), reason=f"SKIPPED: no signed PDFs of others in {FILES}"
)


@needs_corpus
def test_every_file_gets_one_of_five_verdicts():
    verdicts = {path.name: verify(path.read_bytes()).verdict for path in FILES.glob("*.pdf")}
    assert len(verdicts) > 100
    assert set(verdicts.values()) <= VERDICTS
    assert "valid" not in verdicts.values()


@needs_corpus
@pytest.mark.parametrize("name", WRONG)
def test_tampered_or_malformed_signature_is_invalid(name):
    assert verify((FILES / name).read_bytes()).verdict == "invalid"


@needs_corpus
@pytest.mark.parametrize("name", GOOD)
def test_intact_signature_of_a_stranger_is_valid_untrusted(name):
    verdict = verify((FILES / name).read_bytes())
    assert verdict.verdict == "valid-untrusted"
    assert verdict.signatures[0].level == GOOD[name]
