"""A site's own calendar, entered on the command line."""

from tests.integration.test_cli import Desk, desk

__all__ = ["desk"]


def test_a_calendar_is_entered_as_the_next_version_and_a_wrong_line_changes_nothing_clk_4(
    desk: Desk,
) -> None:
    """CLK-4: the site's own table, by an administrator."""
    made = desk.run("init", "--user", "maria", "--passphrase-file", "pw")
    assert made.code == 0, made.err
    desk.file("days.txt", "2026-06-19\n2026-12-24\n2027-01-01\n")
    done = desk.run("load-calendar", "days.txt", "--source", "agreement", "--json",
                    "--passphrase-file", "pw")  # fmt: skip
    assert done.objects == [{"calendar": "SE/1", "days": 3, "years": "2026-2027"}]
    desk.file("wrong.txt", "2026-06-19\nMidsummer\n")
    refused = desk.run("load-calendar", "wrong.txt", "--passphrase-file", "pw")
    assert refused.code != 0
    assert "Midsummer" in refused.err
    again = desk.run("load-calendar", "days.txt", "--json", "--passphrase-file", "pw")
    assert again.objects[0]["calendar"] == "SE/2"
