"""Fills the calendars that ship: `python -m mi_desktop.catalogue.calendar_maker`.

Public holidays and days that are holidays in fact: Midsummer Eve, Christmas Eve and New Year's
Eve are not in `public` (domain 1.4).
"""

import json
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version

import holidays

from mi_desktop.catalogue.calendars import FILE

YEARS = range(2000, 2051)
_KINDS = ("public", "de_facto")


def filled(country: str, years: Iterable[int]) -> frozenset[date]:
    """The holidays of a country, to fill a table with; none where the country is not known."""
    supported = holidays.list_supported_countries().get(country)
    if supported is None:
        return frozenset()
    kinds = tuple(k for k in _KINDS if k in holidays.country_holidays(country).supported_categories)
    return frozenset(holidays.country_holidays(country, years=list(years), categories=kinds))


def main() -> None:
    """Writes the file anew, for the countries of the catalogue."""
    countries = json.loads((FILE.parent / "countries.json").read_bytes())["countries"]
    source = f"holidays {version('holidays')}, {' and '.join(_KINDS)}"
    made = [
        {
            "country": country["code"],
            "first_year": YEARS[0],
            "last_year": YEARS[-1],
            "source": source,
            "holidays": [d.isoformat() for d in sorted(days) if d.weekday() < 5],
        }
        for country in countries
        if (days := filled(country["code"], YEARS))
    ]
    FILE.write_text(json.dumps({"calendars": made}, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
