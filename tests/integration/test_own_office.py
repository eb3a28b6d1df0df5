"""An office of one's own, from nothing to a signed letter: set up by verbs, worked by services."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.bootstrap import open_services
from mi_desktop.inquiries import InquiryDraft, NewQuestion, Requester, RequesterType
from mi_desktop.safety import Answer, unready
from mi_desktop.settings import load_settings, save_settings
from tests.conftest import PASSPHRASE

DEMO = RESOURCES / "demo"


def verb(office: Path, secret: Path, *words: str | Path) -> str:
    command = [sys.executable, "-m", "mi_desktop", "--office", office, "--passphrase-file", secret]
    done = subprocess.run([*command, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def stay_in_november(office: Path) -> None:
    """The demonstration's standard responses are in force then, whenever this test runs."""
    settings, _ = load_settings(office)
    shift = datetime(2026, 11, 20, 12, tzinfo=UTC) - datetime.now(UTC)
    save_settings(office, settings.model_copy(update={"clock_shift_s": shift.total_seconds()}))


@pytest.mark.timeout(120)
def test_an_office_of_ones_own_can_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    office, secret = tmp_path / "office", tmp_path / "secret"
    secret.write_text(PASSPHRASE)
    verb(office, secret, "init", "--name", "Kontoret", "--full-name", "Ada Ek")
    stay_in_november(office)
    assert "8 products" in verb(office, secret, "load-products", DEMO / "products.json")
    verb(office, secret, "load-standards", DEMO / "standard_responses")
    verb(office, secret, "user", "add", "erik", "--full-name", "Erik Berg", "--roles",
         "reviewer,approver", "--new-passphrase-file", secret)  # fmt: skip
    verb(office, secret, "user", "signing-key", "erik")

    services = open_services(office, PASSPHRASE, "admin")
    try:
        ada, erik = services.people.by_name("admin"), services.people.by_name("erik")
        requester = Requester(
            "Eva Ek", RequesterType.PHYSICIAN, "Kliniken", "Bygatan 3", "247 50", "Dalby"
        )
        question = NewQuestion("Kan Zelvimar ges vid njursvikt?", "sv", "zelvimar", "DOS-RENAL")
        draft = InquiryDraft(requester, (question,), "sv")
        inquiry = services.inquiries.register(ada, None, draft)
        standing = services.safety.assessment(inquiry.id)
        for missing in unready(standing):
            services.safety.answer(ada, inquiry.id, missing.place, Answer.NO)
        services.safety.sign(ada, inquiry.id, PASSPHRASE)
        letter = services.letters.compose(ada, inquiry.id)
        fitting = services.library.suggest("zelvimar", "DOS-RENAL", "sv", "hcp")[0]
        services.letters.insert_standard(ada, letter.id, fitting.id, inquiry.questions[0].id)
        services.letters.submit(ada, letter.id, PASSPHRASE)
        signed = services.letters.approve(erik, letter.id, PASSPHRASE)
        verdict = services.letters.signer.verify(services.letters.pdf(letter.id))
        assert (signed.level, verdict.verdict) == ("B-B", "valid")
    finally:
        services.close()
