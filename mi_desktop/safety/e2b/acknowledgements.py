"""What a receiver says of a batch: ACK.M, ACK.A and, for each report, ACK.B."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from mi_desktop.basics.words import Words, words
from mi_desktop.safety.e2b.errors import NotAMessage
from mi_desktop.safety.e2b.reading import ACKNOWLEDGEMENT, parse
from mi_desktop.safety.e2b.times import read_time
from mi_desktop.safety.e2b.tree import HL7, local

_ROOT = "2.16.840.1.113883.3.989.2.1.3."
BATCH_CODES = {
    "AA": words("accepted"),
    "AE": words("accepted in part; some reports need work"),
    "AR": words("rejected as a whole"),
}
REPORT_CODES = {"CA": words("accepted"), "CR": words("rejected")}


@dataclass(frozen=True)
class ReportReceipt:
    """What is said of one report.

    Attributes:
        number: the report it is about, as they write it (ACK.B.r.1).
        local: their own number for it (ACK.B.r.2).
        receiver: whom they answer (ACK.B.r.3).
        sender: who answers (ACK.B.r.4).
        made_at: when the report was made, as it stands there (ACK.B.r.5).
        code: `CA` or `CR` (ACK.B.r.6); any other is said by `problems`.
        text: their words (ACK.B.r.7).
    """

    number: str
    local: str
    receiver: str
    sender: str
    made_at: str
    code: str
    text: str

    @property
    def accepted(self) -> bool:
        """Whether they took the report."""
        return self.code == "CA"


@dataclass(frozen=True)
class Receipt:
    """An acknowledgement of a batch.

    Attributes:
        number: its own number (ACK.M.1).
        sender: who answers (ACK.M.2).
        receiver: whom they answer (ACK.M.3).
        at: when, as it stands there (ACK.M.4).
        batch: number of the batch it is about (ACK.A.1).
        local: their own number for it (ACK.A.2).
        batch_at: when the batch was sent (ACK.A.3).
        code: `AA`, `AE` or `AR` (ACK.A.4).
        text: their words (ACK.A.5).
        reports: what they say of each report.
    """

    number: str
    sender: str
    receiver: str
    at: str
    batch: str
    local: str
    batch_at: str
    code: str
    text: str
    reports: tuple[ReportReceipt, ...]

    @property
    def problems(self) -> tuple[Words, ...]:
        """What is wrong with the acknowledgement itself; empty where it can be believed."""
        return tuple(_problems(self))


def read_receipt(data: bytes, name: str) -> Receipt:
    """An acknowledgement; what is missing in it is "".

    Raises:
        NotAMessage: a report, another kind of XML, or none.
        HostileXml, MessageTooLarge: see `parse`.
    """
    root = parse(data, name)
    if local(root) != ACKNOWLEDGEMENT:
        raise NotAMessage(name=name, kind=words("a report, no acknowledgement"))
    about = _child(root, "acknowledgement")
    return Receipt(
        number=_id(root, "20"),
        sender=_party(root, "sender", "17"),
        receiver=_party(root, "receiver", "18"),
        at=_attribute(_child(root, "creationTime"), "value"),
        batch=_id(_child(about, "targetBatch"), "22"),
        local=_line(root, "2", "extension"),
        batch_at=_line(root, "3", "value"),
        code=_attribute(about, "typeCode"),
        text=_text(about),
        reports=tuple(_report(one) for one in root.findall(_tag("MCCI_IN000002UV01"))),
    )


def _report(node: _Element) -> ReportReceipt:
    about = _child(node, "acknowledgement")
    return ReportReceipt(
        number=_id(_child(about, "targetMessage"), "1"),
        local=_id(node, "19"),
        receiver=_party(node, "receiver", "16"),
        sender=_party(node, "sender", "15"),
        made_at=_line(node, "1", "value"),
        code=_attribute(about, "typeCode"),
        text=_text(about),
    )


def _problems(receipt: Receipt) -> Iterator[Words]:
    if receipt.code not in BATCH_CODES:
        yield words("“{code}” is no answer to a batch (AA, AE or AR).", code=receipt.code)
    if not receipt.batch:
        yield words("It does not say which batch it is about.")
    if receipt.at and read_time(receipt.at) is None:
        yield words("“{text}” is no time.", text=receipt.at)
    for report in receipt.reports:
        if report.code not in REPORT_CODES:
            yield words("“{code}” is no answer to a report (CA or CR).", code=report.code)
        if not report.number:
            yield words("It does not say which report it is about.")
    if receipt.code == "AA" and any(not report.accepted for report in receipt.reports):
        yield words("It accepts the batch and rejects a report in it.")


def _tag(name: str) -> str:
    return f"{{{HL7}}}{name}"


def _child(node: _Element | None, name: str) -> _Element | None:
    return None if node is None else node.find(_tag(name))


def _attribute(node: _Element | None, name: str) -> str:
    return "" if node is None else node.get(name, "").strip()


def _id(node: _Element | None, root: str) -> str:
    """The identifier under an ICH root; the only one there, where they used another root."""
    ids = [] if node is None else node.findall(_tag("id"))
    found = [one for one in ids if one.get("root") == _ROOT + root] or ids[:1]
    return _attribute(found[0], "extension") if found else ""


def _party(node: _Element, name: str, root: str) -> str:
    return _id(_child(_child(node, name), "device"), root)


def _line(node: _Element, code: str, attribute: str) -> str:
    for line in node.findall(_tag("attentionLine")):
        if _attribute(_child(line, "keyWordText"), "code") == code:
            return _attribute(_child(line, "value"), attribute)
    return ""


def _text(node: _Element | None) -> str:
    """All they say, a line each."""
    details = [] if node is None else node.findall(_tag("acknowledgementDetail"))
    said = ("".join(detail.itertext()).strip() for detail in details)
    return "\n".join(text for text in said if text)
