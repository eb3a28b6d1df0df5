"""What every room looks up: the company's products and the reference data that ships."""

import json
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from rapidfuzz import fuzz, process

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.catalogue import calendars, store
from mi_desktop.catalogue.calendar_desk import CalendarDesk
from mi_desktop.catalogue.errors import CatalogueFileWrong, NotInCatalogue
from mi_desktop.catalogue.model import Authority, Country, Envelope, Product, Topic
from mi_desktop.catalogue.packs import read_pack
from mi_desktop.people import Action, User
from mi_desktop.storage import Office

N = TypeVar("N", bound=BaseModel)
GENERAL = "GEN"
_SURE = 86


class CatalogueService:
    """Products from the office's records; topics, countries, envelopes from resources/."""

    def __init__(self, office: Office, folder: Path = RESOURCES / "catalogue") -> None:
        self._office = office
        self._folder = folder

    def load(self, user: User, file: Path) -> int:
        """Enters the products of a JSON file, with the label texts it names; returns how many.

        Raises:
            NotPermitted: only an administrator may.
            CatalogueFileWrong: not readable, or not of the right form; nothing is changed.
        """
        user.must(Action.KEEP_CATALOGUE)
        try:
            raws: list[dict[str, Any]] = json.loads(file.read_bytes())
            for raw in raws:
                for kind in ("smpc", "leaflet"):
                    texts = raw["label"][kind]
                    raw["label"][kind] = {
                        lang: (file.parent / path).read_text(encoding="utf-8")
                        for lang, path in texts.items()
                    }
                Product.model_validate(raw)
        except (OSError, ValueError, KeyError, TypeError) as e:
            raise CatalogueFileWrong(file=file.name, reason=type(e).__name__) from e
        with self._office.database.write(user.id, "catalogue.load") as session:
            for raw in raws:
                store.put_product(session, raw)
        self.__dict__.pop("_products", None)
        return len(raws)

    @cached_property
    def _products(self) -> dict[str, Product]:
        with self._office.database.read() as session:
            return {p.id: p for p in store.products(session)}

    def products(self) -> list[Product]:
        """All products, by id."""
        return list(self._products.values())

    def product(self, product_id: str) -> Product:
        """One product.

        Raises:
            NotInCatalogue: no such id.
        """
        return _one("product", product_id, self._products)

    def find_products(self, text: str) -> list[tuple[Product, float]]:
        """Products named in a text, spelling and reading mistakes allowed.

        Returns:
            Each product once with how sure it is (0..1), the surest first.
        """
        words = {w for w in _words(text) if len(w) >= 5}
        found = []
        for product in self.products():
            names = [n.casefold() for n in (product.brand, *product.aliases)]
            score = max(
                (
                    hit[1]
                    for name in names
                    if (hit := process.extractOne(name, words, scorer=fuzz.ratio))
                ),
                default=0,
            )
            if score >= _SURE:
                found.append((product, score / 100))
        return sorted(found, key=lambda f: -f[1])

    def product_in(self, codes: Iterable[str]) -> Product | None:
        """The product whose carton's code is among these."""
        gtins = {pack.gtin for code in codes if (pack := read_pack(code))}
        return next((p for p in self.products() if p.gtin in gtins), None)

    @cached_property
    def _topics(self) -> tuple[Topic, ...]:
        return self._shipped("topics", Topic)

    def topics(self) -> tuple[Topic, ...]:
        """The topic list, two levels."""
        return self._topics

    def topic_label(self, code: str, language: str) -> str:
        """A topic's label; the code itself where it is unknown."""
        every = [t for top in self._topics for t in (top, *top.subs)]
        topic = next((t for t in every if t.code == code), None)
        return topic.labels.get(language, topic.labels["en"]) if topic else code

    def guess_topic(self, text: str) -> str:
        """The topic whose key words stand in the text, longer ones weighing more."""
        folded = text.casefold()
        scores: dict[str, int] = {}
        for top in self._topics:
            for topic in (top, *top.subs):
                hits = {
                    word
                    for words in topic.keywords.values()
                    for word in words
                    if _stands_in(word.casefold(), folded)
                }
                if hits:
                    scores[topic.code] = sum(map(len, hits)) + (topic is not top)
        return max(scores, key=lambda code: scores[code], default=GENERAL)

    @cached_property
    def _countries(self) -> dict[str, Country]:
        return {c.code: c for c in self._shipped("countries", Country)}

    def countries(self) -> list[Country]:
        """Every country of the list."""
        return list(self._countries.values())

    def country(self, code: str) -> Country:
        """One country.

        Raises:
            NotInCatalogue: no such code.
        """
        return _one("country", code, self._countries)

    @cached_property
    def _envelopes(self) -> dict[str, Envelope]:
        return {e.id: e for e in self._shipped("envelopes", Envelope, "profiles")}

    def envelopes(self) -> list[Envelope]:
        """Every window profile."""
        return list(self._envelopes.values())

    def envelope(self, envelope_id: str) -> Envelope:
        """One window profile.

        Raises:
            NotInCatalogue: no such profile.
        """
        return _one("envelope", envelope_id, self._envelopes)

    def authority(self, country: str) -> Authority | None:
        """Where side effects are reported in a country; None where the list has none."""
        every = self._shipped("authorities", Authority)
        return next((a for a in every if a.country == country), None)

    @cached_property
    def calendars(self) -> CalendarDesk:
        """The office's own calendars of business days."""
        return CalendarDesk(self._office)

    def add_business_days(self, start: datetime, days: int, country: str, zone: str) -> datetime:
        """The end of the n-th business day after `start`, in UTC."""
        return calendars.add_business_days(start, days, country, zone)

    def _shipped(self, name: str, noun: type[N], key: str | None = None) -> tuple[N, ...]:
        file = self._folder / f"{name}.json"
        try:
            raw = json.loads(file.read_bytes())[key or name]
            return TypeAdapter(tuple[noun, ...]).validate_python(raw)  # type: ignore[valid-type]
        except (OSError, KeyError, ValidationError, ValueError) as e:
            raise CatalogueFileWrong(file=file.name, reason=type(e).__name__) from e


def _one(kind: str, key: str, among: dict[str, N]) -> N:
    if key not in among:
        raise NotInCatalogue(kind=kind, key=key)
    return among[key]


def _words(text: str) -> list[str]:
    return ["".join(c for c in w if c.isalnum()) for w in text.casefold().split()]


def _stands_in(word: str, text: str) -> bool:
    at = text.find(word)
    while at >= 0:
        if at == 0 or not text[at - 1].isalpha():
            return True
        at = text.find(word, at + 1)
    return False
