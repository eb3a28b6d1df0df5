"""Made parts of the validation pack: trace matrix, components; fails where proof is missing.

    .venv/bin/python installer/validation.py [OUT]      (by itself: out/validation)

Trace: every rule of docs/rules.md -> what is built -> module -> tests that name it. A built rule
without a test, or with a module that is not there, ends it with exit code 1.
Components: CycloneDX 1.5 (JSON) from installer/requirements.lock, licences as the installed
packages state them.
"""

import csv
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_ROW = re.compile(r"^\| ([A-Z0-9]+(?:-[A-Z0-9]+)+) \| (.+?) \| (.+?) \|$", re.M)
_PARTLY = re.compile(r"^- ([A-Z0-9]+(?:-[A-Z0-9]+)+)[:,] (.+?)(?=^- |^$)", re.M | re.S)
_ID = r"(?<![A-Z0-9])(?:{})(?![A-Z0-9])"


@dataclass(frozen=True)
class Traced:
    """One rule: its id, what is built, `built` or `partly built`, where, the tests that name it."""

    rule: str
    what: str
    state: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]


def traced(root: Path = ROOT) -> list[Traced]:
    """Every rule that is built, wholly or partly, in the order of docs/rules.md."""
    text = (root / "docs" / "rules.md").read_text("utf-8")
    built, partly = _ROW.findall(text), _PARTLY.findall(text)
    named = _named(root, [row[0] for row in (*built, *partly)])
    found = [
        Traced(rule, what, "built", tuple(re.findall(r"`([^`]+)`", where)), named.get(rule, ()))
        for rule, what, where in built
    ]
    found += [
        Traced(rule, " ".join(what.split()), "partly built", (), named.get(rule, ()))
        for rule, what in partly
    ]
    return found


def missing(rows: list[Traced], root: Path = ROOT) -> Iterator[str]:
    """What lacks proof, in words."""
    for row in rows:
        if row.state == "built" and not row.tests:
            yield f"{row.rule}: no test names it"
        for module in row.modules:
            if not any((root / place / module).exists() for place in ("mi_desktop", ".")):
                yield f"{row.rule}: there is no {module}"


def components(root: Path = ROOT) -> dict[str, object]:
    """CycloneDX: the program and every package of the lock file."""
    found = []
    for line in (root / "installer" / "requirements.lock").read_text("utf-8").splitlines():
        named = re.match(r"([A-Za-z0-9_.\-]+)==([^ ;\\]+)", line)
        if named:
            found.append(_component(*named.groups()))
    version = re.search(r'^version = "(.+)"', (root / "pyproject.toml").read_text("utf-8"), re.M)
    program = {"type": "application", "name": "mi-desktop", "version": version and version[1]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {**program, "licenses": [{"license": {"id": "Apache-2.0"}}]}},
        "components": found,
    }


def _component(name: str, version: str) -> dict[str, object]:
    made: dict[str, object] = {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name.lower()}@{version}",
    }
    licence = _licence(name)
    return {**made, "licenses": [{"license": {"name": licence}}]} if licence else made


def _licence(name: str) -> str:
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    classified = [
        c.rpartition(" :: ")[2]
        for c in said.get_all("Classifier", [])
        if c.startswith("License ::")
    ]
    short = (said.get("License") or "").strip().split("\n")[0][:80]
    return said.get("License-Expression") or ", ".join(classified) or short


def _named(root: Path, rules: list[str]) -> dict[str, tuple[str, ...]]:
    """Rule to the tests that name it; `p11_06` in the name of a test counts."""
    wanted = re.compile(_ID.format("|".join(sorted(rules, key=len, reverse=True))))
    found: dict[str, list[str]] = {}
    for path in sorted((root / "tests").rglob("test_*.py")):
        text = path.read_text("utf-8").upper().replace("_", "-")
        for rule in sorted(set(wanted.findall(text))):
            found.setdefault(rule, []).append(path.relative_to(root).as_posix())
    return {rule: tuple(paths) for rule, paths in found.items()}


def write(out: Path, rows: list[Traced]) -> None:
    """The matrix as CSV, the components as JSON."""
    out.mkdir(parents=True, exist_ok=True)
    with (out / "trace.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["rule", "state", "what", "modules", "tests"])
        for row in rows:
            table.writerow(
                [row.rule, row.state, row.what, " ".join(row.modules), " ".join(row.tests)]
            )
    (out / "components.cdx.json").write_text(json.dumps(components(), indent=1), "utf-8")


def main() -> int:
    """Writes the pack; says what is missing."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "out" / "validation"
    rows = traced()
    write(out, rows)
    lacking = list(missing(rows))
    sys.stdout.write("".join(f"{line}\n" for line in lacking))
    sys.stdout.write(f"{len(rows)} rules traced, {len(lacking)} without proof: {out}\n")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
