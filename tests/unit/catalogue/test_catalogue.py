"""What rooms look up: products through reading mistakes, topics, business days."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.catalogue import CatalogueService, add_business_days, is_business_day
from mi_desktop.catalogue.errors import NotInCatalogue
from mi_desktop.people import NotPermitted
from mi_desktop.storage import Office
from tests.conftest import Staff

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.fixture
def catalogue(office: Office, staff: Staff) -> CatalogueService:
    service = CatalogueService(office)
    assert service.load(staff.maria, RESOURCES / "demo" / "products.json") == 8
    return service


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ((2026, 6, 18), 1, (2026, 6, 22)),
        ((2026, 12, 22), 2, (2026, 12, 28)),
        ((2026, 12, 22), 5, (2027, 1, 4)),
    ],
)
def test_clk_swedish_business_days_know_the_eves(
    start: tuple[int, int, int], days: int, end: tuple[int, int, int]
) -> None:
    due = add_business_days(datetime(*start, 10, tzinfo=STOCKHOLM), days, "SE", "Europe/Stockholm")
    assert due.astimezone(STOCKHOLM).date() == date(*end)


def test_clk_3_the_date_is_taken_where_the_site_is() -> None:
    late = datetime(2026, 6, 17, 23, 30, tzinfo=ZoneInfo("UTC"))
    due = add_business_days(late, 1, "SE", "Europe/Stockholm")
    assert due.astimezone(STOCKHOLM).date() == date(2026, 6, 22)


def test_a_country_without_a_calendar_has_its_weekends() -> None:
    assert is_business_day(date(2026, 11, 20), "XX")
    assert not is_business_day(date(2026, 11, 21), "XX")


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("Fråga om Zelvimar 10 mg till en äldre patient", "zelvimar"),
        ("patient on HEMTROVlA tablets", "hemtrovia"),
        ("Jag undrar om Dermolyxakräm", "dermolyxa"),
        ("Frågan gäller kalmoprazin", "kalmorin"),
        ("inget läkemedel alls", None),
    ],
)
def test_products_are_found_through_reading_mistakes(
    catalogue: CatalogueService, text: str, product: str | None
) -> None:
    found = catalogue.find_products(text)
    assert (found[0][0].id if found else None) == product


def test_let_3_the_triangle_has_dates(catalogue: CatalogueService) -> None:
    kalmorin = catalogue.product("kalmorin")
    assert kalmorin.monitored(date(2020, 1, 1))
    assert not kalmorin.monitored(date(2026, 11, 22))
    assert catalogue.product("hemtrovia").monitored(date(2026, 11, 22))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Kan Zelvimar tas under graviditet?", "PRG"),
        ("Hur ska dosen justeras vid nedsatt njurfunktion?", "DOS"),
        ("Does it contain lactose or gluten?", "PHC"),
        ("hej", "GEN"),
    ],
)
def test_topics_are_guessed_from_words(catalogue: CatalogueService, text: str, topic: str) -> None:
    assert catalogue.guess_topic(text).startswith(topic)


def test_reference_data_has_what_letters_need(catalogue: CatalogueService) -> None:
    assert catalogue.country("SE").capitals
    assert catalogue.envelope("DIN-B").y == 45
    authority = catalogue.authority("SE")
    assert authority is not None
    assert authority.name == "Läkemedelsverket"
    with pytest.raises(NotInCatalogue):
        catalogue.envelope("nowhere")


def test_only_an_administrator_loads_products(office: Office, staff: Staff) -> None:
    with pytest.raises(NotPermitted):
        CatalogueService(office).load(staff.anna, RESOURCES / "demo" / "products.json")
