"""The nouns every room looks up: products, topics, envelope profiles. Read from JSON, checked."""

from datetime import date

from pydantic import AliasPath, BaseModel, ConfigDict, Field


class _Noun(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True)


class Monitoring(_Noun):
    """A time in which a product carries ▼ (LET-3); `to` None: still."""

    since: date = Field(alias="from")
    to: date | None = None


class Label(_Noun):
    """The approved product information in force: version, date and the extracts' texts.

    Attributes:
        smpc: language to text of the summary of product characteristics (extract).
        leaflet: language to text of the package leaflet (extract).
    """

    version: str
    dated: date = Field(alias="date")
    smpc: dict[str, str]
    leaflet: dict[str, str]


class Product(_Noun):
    """A medicine of the company.

    Attributes:
        form: language to pharmaceutical form.
        vnr: Nordic article number, text with leading zeros.
        gtin: 14 digits.
        aliases: other spellings, the substance among them.
        indications: language to approved use.
    """

    id: str
    brand: str = Field(validation_alias=AliasPath("names", "brand"))
    substance: str
    strength: str
    form: dict[str, str]
    atc: str
    ma_number: str
    vnr: str
    gtin: str
    biological: bool
    monitoring: tuple[Monitoring, ...] = Field(validation_alias="additional_monitoring")
    marketed_in: tuple[str, ...]
    aliases: tuple[str, ...]
    indications: dict[str, str]
    label: Label

    def monitored(self, on: date) -> bool:
        """True where the product carries ▼ on that day (LET-3)."""
        return any(m.since <= on and (m.to is None or on < m.to) for m in self.monitoring)


class Topic(_Noun):
    """What a question is about (domain 3.3).

    Attributes:
        labels: language to label.
        keywords: language to words that hint at the topic.
        subs: finer topics under this one.
    """

    code: str
    labels: dict[str, str]
    keywords: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    subs: tuple["Topic", ...] = ()


class Country(_Noun):
    """A country letters go to or come from.

    Attributes:
        names: language to name.
        language: ISO 639-1 of most letters there.
        postcode: regular expression of its postcodes.
        address: templates of the address lines below the name.
        capitals: the postal town is written in capitals (GEO-1).
    """

    code: str
    names: dict[str, str]
    language: str
    postcode: str
    address: tuple[str, ...]
    capitals: bool


class Envelope(_Noun):
    """Window and folds, mm from the sheet's top left corner (domain 4.3).

    Attributes:
        x: left edge of the address field.
        y: top edge.
        width: of the field.
        height: of the field.
        return_line: mm of the field's top kept for the sender's line, 0 for none.
        folds: mm from the top.
        hole: mm from the top, 0 for none.
        calibratable: the place varies with the envelope; print the calibration page.
    """

    id: str
    label: dict[str, str]
    x: float = Field(validation_alias=AliasPath("address_field", "x"))
    y: float = Field(validation_alias=AliasPath("address_field", "y"))
    width: float = Field(validation_alias=AliasPath("address_field", "w"))
    height: float = Field(validation_alias=AliasPath("address_field", "h"))
    return_line: float = Field(validation_alias="return_line_height")
    folds: tuple[float, ...]
    hole: float
    calibratable: bool


class Authority(_Noun):
    """Where side effects are reported in a country (LET-2); `last_verified` None: never."""

    country: str
    name: str
    address: tuple[str, ...]
    url: str
    owner: str
    last_verified: date | None
