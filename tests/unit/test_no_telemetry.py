"""The program speaks to nobody but whom the office named (GD-11)."""

import ast
from pathlib import Path

import mi_desktop

PACKAGE = Path(mi_desktop.__file__).parent
# What could reach another machine, and the modules that may: each goes where the settings say.
REACHING = {"socket", "http", "urllib", "requests", "httpx", "smtplib", "ftplib", "aiohttp",
            "asyncio", "distributed", "QtNetwork", "xmlrpc"}  # fmt: skip
NAMED = {
    "dispatch/channels/smtp.py": {"smtplib"},  # the office's mail server
    "ocr/cluster.py": {"distributed"},  # the reading cluster, where one is set up
    "ui/network.py": {"QtNetwork"},  # asks this machine whether it is online
}


def reached(tree: ast.AST) -> set[str]:
    """The network modules that a file imports, at its top or anywhere in it."""
    found = set()
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("mi_desktop"):
            names = [node.module or "", *(alias.name for alias in node.names)]
        found |= {part for name in names for part in name.split(".") if part in REACHING}
    return found


def test_no_other_module_can_reach_another_machine_gd_11() -> None:
    """GD-11: no telemetry: mail, the reading cluster and nothing else open a line."""
    found = {
        str(file.relative_to(PACKAGE)): modules
        for file in sorted(PACKAGE.rglob("*.py"))
        if (modules := reached(ast.parse(file.read_text(encoding="utf-8"))))
    }
    assert found == NAMED
    assert reached(ast.parse("def f():\n    from urllib.request import urlopen")) == {"urllib"}
