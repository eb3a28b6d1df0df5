"""A file from outside, opened once: what kind it is, what the schema says, what stands in it.

Runs in the sandbox; takes and returns what pickles.
"""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from mi_desktop.safety.e2b.acknowledgements import Receipt, read_receipt
from mi_desktop.safety.e2b.errors import NoSchemas
from mi_desktop.safety.e2b.model import Batch
from mi_desktop.safety.e2b.reading import ICSR, parse, read_batch
from mi_desktop.safety.e2b.tree import local

SCHEMAS = "multicacheschemas"
MOST_FAULTS = 100


@dataclass(frozen=True)
class SchemaFault:
    """What the schema says: the line in the file, the tag, and libxml2's English words."""

    line: int
    tag: str
    text: str


@dataclass(frozen=True)
class Examined:
    """A file that was opened.

    Attributes:
        what: the reports, or the acknowledgement.
        faults: of the schema; None where no schemas were given.
    """

    what: Batch | Receipt
    faults: tuple[SchemaFault, ...] | None = None


def examine(data: bytes, name: str, schemas: str = "") -> Examined:
    """Opens a file.

    Args:
        data: as it came.
        name: of the file, for words.
        schemas: the user's folder with the ICH schema files; "" to do without.

    Raises:
        NotAMessage, HostileXml, MessageTooLarge: see `reading.parse`.
        NoSchemas: the folder has none.
    """
    root = parse(data, name)
    faults = _faults(root, Path(schemas)) if schemas else None
    if local(root) == ICSR:
        return Examined(read_batch(data, name), faults)
    return Examined(read_receipt(data, name), faults)


def _faults(root: etree._Element, folder: Path) -> tuple[SchemaFault, ...]:
    schema = _schema(folder, local(root))
    if schema.validate(root):
        return ()
    errors = list(schema.error_log)[:MOST_FAULTS]
    return tuple(SchemaFault(e.line, (e.path or "").rpartition("/")[2], _said(e)) for e in errors)


def _said(error: etree._LogEntry) -> str:
    return str(error.message).replace("{urn:hl7-org:v3}", "")


def _schema(folder: Path, kind: str) -> etree.XMLSchema:
    places = (folder / SCHEMAS / f"{kind}.xsd", folder / f"{kind}.xsd")
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise NoSchemas(folder=folder)
    try:
        return etree.XMLSchema(etree.parse(found, etree.XMLParser(no_network=True)))
    except (etree.XMLSchemaParseError, etree.XMLSyntaxError, OSError) as e:
        raise NoSchemas(folder=folder) from e
