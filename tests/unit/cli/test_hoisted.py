"""Options common to all verbs may stand before or after the verb."""

import pytest

from mi_desktop.cli.app import hoisted


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (["search", "rash", "--json"], ["--json", "search", "rash"]),
        (["search", "--office", "o", "rash"], ["--office", "o", "search", "rash"]),
        (["intake", "a", "--passphrase-file=-"], ["--passphrase-file=-", "intake", "a"]),
        (["--user", "anna", "init"], ["--user", "anna", "init"]),
        (["check", "--", "--json"], ["check", "--", "--json"]),
        (["search", "x", "--office"], ["--office", "search", "x"]),
        ([], []),
    ],
)
def test_common_options_come_first(said: list[str], meant: list[str]) -> None:
    assert hoisted(said) == meant


def test_an_option_of_a_verb_stays_with_it() -> None:
    assert hoisted(["ocr", "a.pdf", "-o", "b", "--format", "json"])[0] == "ocr"
