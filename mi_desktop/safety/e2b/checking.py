"""Looking at a file from anywhere: by the user's schemas and by our own rules; needs no office."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from mi_desktop.basics.words import Words, words
from mi_desktop.safety.e2b.acknowledgements import Receipt
from mi_desktop.safety.e2b.comparing import unknown
from mi_desktop.safety.e2b.errors import NotAMessage
from mi_desktop.safety.e2b.examine import Examined, SchemaFault, examine
from mi_desktop.safety.e2b.model import Batch
from mi_desktop.safety.e2b.rules import Finding, check
from mi_desktop.safety.e2b.writing import write_batch
from mi_desktop.sandbox import Sandbox

SECONDS = 60


@dataclass(frozen=True)
class Checked:
    """A file that was looked at.

    Attributes:
        name: of the file.
        examined: what stands in it.
        findings: of our rules; none for an acknowledgement.
        data: the file as it came.
    """

    name: str
    examined: Examined
    findings: tuple[Finding, ...] = ()
    data: bytes = b""

    @property
    def receipt(self) -> Receipt | None:
        """The acknowledgement; None for reports."""
        return self.examined.what if isinstance(self.examined.what, Receipt) else None

    @property
    def batch(self) -> Batch:
        """The reports.

        Raises:
            NotAMessage: it is an acknowledgement.
        """
        if isinstance(self.examined.what, Receipt):
            raise NotAMessage(name=self.name, kind=words("an acknowledgement"))
        return self.examined.what

    @property
    def faults(self) -> tuple[SchemaFault, ...]:
        """What the schema says; none where no schemas were given."""
        return self.examined.faults or ()

    @property
    def valid(self) -> bool:
        """Nothing stops it."""
        sound = not (self.receipt and self.receipt.problems)
        return sound and not self.faults and not any(f.stops for f in self.findings)

    @property
    def by_schema(self) -> Words:
        """Whether the schema was asked, and what it said."""
        if self.examined.faults is None:
            return words("not checked by the schema: no folder with schemas is set")
        if self.examined.faults:
            return words("not valid by the schema: {count} faults", count=len(self.faults))
        return words("valid by the schema")

    @property
    def elements(self) -> int:
        """How many data elements were read."""
        if self.receipt:
            return 0
        return sum(len(block.values) for _, block in self.batch.top.walk())

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """Places that hold something no element of ours stands for; they stay in the file."""
        return () if self.receipt else unknown(self.batch)

    def again(self) -> bytes:
        """The reports written from what was read; what we do not know stands as it stood."""
        return write_batch(self.batch)


def check_file(
    data: bytes, name: str, schemas: str, now: datetime, sandbox: Sandbox | None
) -> Checked:
    """Opens a file in the sandbox and checks it.

    Args:
        data: as it came.
        name: of the file, for words.
        schemas: folder with the ICH schema files; "" to check by our rules alone.
        now: aware; nothing in a message lies after it.
        sandbox: None where the file is our own.

    Raises:
        NotAMessage, HostileXml, MessageTooLarge: it is none, or does harm.
        NoSchemas: the folder has none.
    """
    if sandbox:
        found = sandbox.run(examine, data, name, schemas, seconds=SECONDS)
    else:
        found = examine(data, name, schemas)
    if isinstance(found.what, Receipt):
        return Checked(name, found, data=data)
    return Checked(name, found, check(found.what, now), data)
