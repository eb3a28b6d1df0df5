"""The validation pack: made parts fail where proof is missing, written parts are true (P11-22)."""

import importlib.util
import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mi_desktop.demo.installed import installed, locked, program_hash

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pack() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pack", ROOT / "installer/validation.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules["pack"] = made  # dataclasses look themselves up
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def rows(pack: ModuleType) -> list[Any]:
    return pack.traced()


def test_every_built_rule_is_traced_to_modules_and_tests_p11_22(
    pack: ModuleType, rows: list[Any]
) -> None:
    """P11-22: rule, what is built, where, and the tests that name it."""
    assert len(rows) > 100
    assert list(pack.missing(rows)) == []
    copied = next(row for row in rows if row.rule == "P11-06")
    assert "tests/unit/oversight/test_copies.py" in copied.tests


def test_a_rule_without_proof_is_said_p11_22(pack: ModuleType, rows: list[Any]) -> None:
    """P11-22: a matrix that cannot fail would prove nothing."""
    row = rows[0]
    bad = [replace(row, tests=()), replace(row, modules=("nowhere/at_all.py",))]
    assert list(pack.missing(bad)) == [
        f"{row.rule}: no test names it",
        f"{row.rule}: there is no nowhere/at_all.py",
    ]


def test_the_components_are_those_of_the_lock_p11_22(
    pack: ModuleType, rows: list[Any], tmp_path: Path
) -> None:
    """P11-22: CycloneDX with a version and a package URL for each."""
    pack.write(tmp_path, rows[:1])
    bill = json.loads((tmp_path / "components.cdx.json").read_text())
    wanted = locked(ROOT / "installer/requirements.lock")
    assert {c["name"].lower().replace("_", "-") for c in bill["components"]} == wanted.keys()
    assert all(c["purl"] == f"pkg:pypi/{c['name'].lower()}@{c['version']}"
               for c in bill["components"])  # fmt: skip
    assert bill["metadata"]["component"]["name"] == "mi-desktop"
    assert (tmp_path / "trace.csv").read_text().startswith("rule,state,what,modules,tests")


@pytest.mark.parametrize("name", ["requirements.md", "risks.md"])
def test_what_the_pack_names_is_built_p11_22(rows: list[Any], name: str) -> None:
    """P11-22: rules and rooms of the written parts are those of the tree."""
    text = (ROOT / "docs/validation" / name).read_text()
    known = {row.rule for row in rows}
    named = set()
    for line in text.splitlines():
        cells = line.split("|")
        if line.startswith(("| U-", "| R-")):
            ids = set(cells[-2 if name == "requirements.md" else -3].split())
            assert ids, line
            named |= ids
    assert named <= known, named - known
    for room in re.findall(r"`([a-z]+)`", text):
        assert room == "qualify" or (ROOT / "mi_desktop" / room).is_dir(), room
    if name == "requirements.md":
        assert {rule for rule in known if rule.startswith("P11-")} <= named


def test_the_sums_of_the_risks_are_right_p11_22() -> None:
    """P11-22: severity times occurrence times detectability."""
    rows = [
        [cell.strip() for cell in line.split("|")]
        for line in (ROOT / "docs/validation/risks.md").read_text().splitlines()
        if line.startswith("| R-")
    ]
    assert len(rows) > 10
    for row in rows:
        s, o, d, risk = map(int, row[4:8])
        assert s * o * d == risk, row


def test_another_version_than_the_locked_one_is_told_p11_22(tmp_path: Path) -> None:
    """P11-22: IQ compares what is installed with the lock; the hash is the same twice."""
    lock = tmp_path / "requirements.lock"
    lock.write_text("pydantic==0.0.1 \\\n    --hash=sha256:00\n# pytest==0.0.2\n")
    found = {check.id: check for check in installed(lock)}
    assert not found["IQ-05"].passed
    assert "pydantic" in found["IQ-05"].found
    assert found["IQ-03"].found == program_hash()
    whole = {check.id: check for check in installed(ROOT / "installer/requirements.lock")}
    assert all(check.passed for check in whole.values() if check.id != "IQ-05")
