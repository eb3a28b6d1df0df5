"""Keys and users on the command line: forms, exit codes, what stands on paper."""

import json
import shutil
from pathlib import Path

import pdfplumber
import pytest

from mi_desktop.cli import run
from mi_desktop.entrance import doors
from mi_desktop.settings import OfficeSettings, save_settings
from mi_desktop.storage import Office
from tests.conftest import PASSPHRASE, Staff

NEW, NEWER = "an entirely new passphrase", "and another one after it"


class Program:
    """Runs verbs on one office, as the console script does; passphrases come from files."""

    def __init__(self, folder: Path, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.files, self.capsys = folder, files, capsys
        self.said = ""

    def file(self, text: str) -> str:
        path = self.files / f"{len(list(self.files.iterdir()))}.txt"
        path.write_text(text + "\n")
        return str(path)

    def __call__(self, *words: str, user: str = "", passphrase: str = PASSPHRASE) -> tuple:
        common = ["--office", str(self.folder), "--json"]
        if passphrase:
            common += ["--passphrase-file", self.file(passphrase)]
        if user:
            common += ["--user", user]
        code = run([*common, *words], doors(), lambda e: pytest.fail(repr(e)))
        heard = self.capsys.readouterr()
        self.said = heard.err
        return code, [json.loads(line) for line in heard.out.splitlines()]


@pytest.fixture
def program(
    office: Office, staff: Staff, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Program:
    save_settings(office.folder, OfficeSettings(name="Exempelia Pharma AB"))
    office.close()
    files = tmp_path / "files"
    files.mkdir()
    return Program(office.folder, files, capsys)


def test_a_recovery_key_is_printed_and_opens_a_copy(program: Program, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    code, [made] = program("recovery-key", "new", "-o", str(sheet), user="maria")
    assert code == 0
    assert "words" not in made
    with pdfplumber.open(sheet) as paper:
        text = paper.pages[0].extract_text()
    assert made["recovery_key"] in text
    numbered = {int(n[:-1]): w for n, w in zip(*[iter(words_of(text))] * 2, strict=True)}
    words = " ".join(numbered[n] for n in range(1, 25))
    code, [known] = program("recovery-key", "show", user="anna")
    assert (code, known["recovery_key"]) == (0, made["recovery_key"])

    program.folder = Path(shutil.copytree(program.folder, tmp_path / "copy"))
    recover = ("recovery-key", "open", "--words-file", program.file(words))
    done = program(*recover, "--new-passphrase-file", program.file(NEW), user="erik", passphrase="")
    assert done == (0, [{"user": "erik", "recovered": True}])
    code, users = program("user", "list", user="erik", passphrase=NEW)
    assert (code, len(users)) == (0, 4)
    code, _ = program("user", "list", user="erik")
    assert (code, "STO-003" in program.said) == (4, True)
    wrong = program.file(" ".join(reversed(words.split())))
    code, _ = program(
        "recovery-key", "open", "--words-file", wrong,
        "--new-passphrase-file", program.file(NEW), user="erik", passphrase="",
    )  # fmt: skip
    assert code == 4
    assert "STO-042" in program.said or "STO-043" in program.said


def words_of(text: str) -> list[str]:
    """Numbers and words of the sheet, in the order of its lines: `1.`, `word`, `9.`, `word` …"""
    lines = [line.split() for line in text.splitlines()]
    return [w for line in lines if line and line[0].rstrip(".").isdigit() for w in line]


def test_only_an_administrator_makes_one(program: Program) -> None:
    code, out = program("recovery-key", "new", user="anna")
    assert (code, out, "PEO-001" in program.said) == (1, [], True)


def test_a_passphrase_is_changed_by_its_owner_and_reset_by_an_administrator(
    program: Program,
) -> None:
    new, newer = program.file(NEW), program.file(NEWER)
    old = program.file(PASSPHRASE)
    change = ("user", "passphrase", "--old-passphrase-file", old, "--new-passphrase-file", new)
    assert program(*change, user="anna")[0] == 0
    assert program("user", "list", user="anna")[0] == 4
    reset = ("user", "passphrase", "anna", "--new-passphrase-file", newer)
    assert program(*reset, user="erik")[0] == 1
    assert program(*reset, user="maria")[0] == 0
    assert program("user", "list", user="anna", passphrase=NEWER)[0] == 0


def test_somebody_leaves_and_comes_back(program: Program) -> None:
    assert program("user", "deactivate", "anna", user="maria")[0] == 0
    assert program("user", "list", user="anna")[0] == 4
    back = ("user", "reactivate", "anna", "--new-passphrase-file", program.file(NEW))
    assert program(*back, user="maria")[0] == 0
    code, [roles] = program("user", "roles", "anna", "intake,safety", user="maria")
    assert (code, sorted(roles["roles"])) == (0, ["intake", "safety"])
    assert program("user", "list", user="anna", passphrase=NEW)[0] == 0
