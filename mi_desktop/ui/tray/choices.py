"""What the forms offer: the catalogue's products, topics and countries in the window's words."""

from dataclasses import dataclass

from mi_desktop.catalogue import CatalogueService

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Choices:
    """What can be chosen, as (key, words)."""

    products: Options = ()
    topics: Options = ()
    countries: Options = ()


def choices_for(catalogue: CatalogueService, language: str) -> Choices:
    """Products by brand, topics by label (both levels), countries by name.

    Not on the window's thread: the first call reads them from the office.
    """
    every = [pair for t in catalogue.topics() for pair in ((t, ""), *((s, "  ") for s in t.subs))]
    return Choices(
        products=tuple((p.id, f"{p.brand} {p.strength}") for p in catalogue.products()),
        topics=tuple((t.code, indent + t.labels.get(language, t.code)) for t, indent in every),
        countries=tuple((c.code, c.names.get(language, c.code)) for c in catalogue.countries()),
    )
