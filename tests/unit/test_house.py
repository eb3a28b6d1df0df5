"""The tests that guard the others: contents, error codes, rules, words about ourselves."""

import ast
import importlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import mi_desktop
from mi_desktop.basics.errors import WorldError

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "mi_desktop"
NOT_ROOMS = {"ui", "cli"}


def sources(folder: Path = PACKAGE) -> Iterator[Path]:
    return (p for p in folder.rglob("*.py") if "migrations" not in p.parts)


def every_error() -> list[type[WorldError]]:
    for path in PACKAGE.rglob("errors.py"):
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for name in ("sandbox", "settings.model"):
        importlib.import_module(f"mi_desktop.{name}")
    found: list[type[WorldError]] = []
    waiting = [WorldError]
    while waiting:
        kinds = waiting.pop().__subclasses__()
        found += kinds
        waiting += kinds
    return [k for k in dict.fromkeys(found) if k.__module__.startswith("mi_desktop") and k.code]


def test_the_table_of_contents_names_every_room() -> None:
    rooms = {p.parent.name for p in PACKAGE.glob("*/__init__.py")} - NOT_ROOMS
    missing = {r for r in rooms if not re.search(rf"\b{r}\b", mi_desktop.__doc__ or "")}
    assert not missing


def test_error_codes_are_unique_and_documented() -> None:
    errors = every_error()
    twice = [code for code, n in Counter(e.code for e in errors).items() if n > 1]
    assert not twice
    documented = set(
        re.findall(r"^\| ([A-Z]{3}-\d{3}) \|", (ROOT / "docs/errors.md").read_text(), re.M)
    )
    assert {e.code for e in errors} == documented


def test_every_error_says_what_happened_and_what_to_do() -> None:
    for error in every_error():
        assert error.says.endswith((".", "}", "?")), error
        assert len(error.hint) > 10, error


def test_rules_said_to_be_built_are_named_by_a_test() -> None:
    built = set(
        re.findall(r"^\| ([A-Z0-9]+(?:-[A-Z0-9]+)+) \|", (ROOT / "docs/rules.md").read_text(), re.M)
    )
    assert len(built) > 20
    named = "\n".join(
        p.read_text().upper().replace("_", "-") for p in (ROOT / "tests").rglob("test_*.py")
    )
    assert {r for r in built if not re.search(rf"(?<![A-Z0-9]){r}(?![A-Z0-9])", named)} == set()


def test_no_broad_except_outside_the_two_named_places() -> None:
    allowed = {"ui/tasks.py", "cli/app.py"}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ExceptHandler) and (
                node.type is None
                or (isinstance(node.type, ast.Name) and node.type.id == "Exception")
            ):
                assert path.relative_to(PACKAGE).as_posix() in allowed, path


def test_every_dependency_has_its_line_in_the_readme() -> None:
    project = (ROOT / "pyproject.toml").read_text()
    block = project.split("dependencies = [", 1)[1].split("]", 1)[0]
    names = re.findall(r'"([A-Za-z0-9_-]+)', block)
    readme = (ROOT / "README.md").read_text()
    assert [n for n in names if f"| {n} |" not in readme] == []


def test_the_lock_has_hashes_and_no_addresses() -> None:
    lock = (ROOT / "installer/requirements.lock").read_text()
    assert "://" not in lock
    assert lock.count("--hash=sha256:") > lock.count("==")
