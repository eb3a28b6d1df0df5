"""Other senders' style: encodings, prefixes, order, comments; and what is no message at all."""

from dataclasses import replace

import pytest
from lxml import etree

from mi_desktop.safety.e2b.errors import HostileXml, NotAMessage
from mi_desktop.safety.e2b.model import MESSAGE, Batch
from mi_desktop.safety.e2b.reading import read_batch
from mi_desktop.safety.e2b.writing import write_batch
from tests.fakes.icsr import some_batch, whole_batch

PREFIXED = b"""<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="*"><xsl:element name="v3:{local-name()}" namespace="{namespace-uri()}">
<xsl:copy-of select="@*"/><xsl:apply-templates/></xsl:element></xsl:template></xsl:stylesheet>"""


def elements(batch: Batch) -> dict[object, str]:
    return {(at, id): str(c) for at, b in batch.top.walk() for id, c in b.values.items()}


def body(data: bytes) -> str:
    text = data.decode()
    return text[text.index("<MCCI") :]


def prefixed(data: bytes) -> bytes:
    turn = etree.XSLT(etree.fromstring(PREFIXED))
    return bytes(etree.tostring(turn(etree.fromstring(data)), encoding="utf-8"))


def turned(data: bytes) -> bytes:
    """Every node's children of different tags in the other order."""
    root = etree.fromstring(data)
    for node in root.iter():
        tags = list(dict.fromkeys(child.tag for child in node))
        node[:] = sorted(node, key=lambda child: -tags.index(child.tag))
    return etree.tostring(root)


STYLES = {
    "UTF-16": lambda d: ('<?xml version="1.0" encoding="UTF-16"?>' + body(d)).encode("utf-16"),
    "ISO-8859-1": lambda d: ('<?xml version="1.0" encoding="ISO-8859-1"?>' + body(d)).encode(
        "iso-8859-1", "xmlcharrefreplace"
    ),
    "byte order mark": lambda d: b"\xef\xbb\xbf" + body(d).encode(),
    "prefix": prefixed,
    "comments": lambda d: d.replace(b"<value ", b"<!-- theirs --><value "),
    "instruction": lambda d: b'<?xml-stylesheet href="x.xsl"?>' + body(d).encode(),
    "pretty": lambda d: etree.tostring(etree.fromstring(d), pretty_print=True),
    "order": turned,
}


@pytest.mark.parametrize("style", STYLES)
def test_the_same_elements_are_read_whatever_the_senders_style(style: str) -> None:
    data = write_batch(whole_batch())
    batch = read_batch(STYLES[style](data), "theirs.xml")
    assert elements(batch) == elements(whole_batch())
    assert elements(read_batch(write_batch(batch), "again.xml")) == elements(batch)


def test_a_batch_of_a_hundred_reports_is_read_and_written_each_in_its_place() -> None:
    reports = tuple(some_batch(seed).messages[0] for seed in range(10)) * 10
    made = replace(whole_batch(), top=whole_batch().top.with_blocks(MESSAGE, reports))
    read = read_batch(write_batch(made), "batch.xml")
    assert len(read.messages) == 100
    assert [m.text("C.1.1") for m in read.messages] == [m.text("C.1.1") for m in reports]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'<!DOCTYPE ichicsr SYSTEM "icsr21.dtd"><ichicsr lang="en"/>', "the older form"),
        (b"<MCCI_IN200100UV01/>", "urn:hl7-org:v3"),
        (b'<ClinicalDocument xmlns="urn:hl7-org:v3"/>', "ClinicalDocument"),
        ('<MCCI_IN200100UV01 xmlns="urn:hl7-org:v3">\u00e5'.encode("latin-1"), "well-formed"),
    ],
)
def test_what_is_no_message_says_which_kind_it_is(data: bytes, said: str) -> None:
    with pytest.raises(NotAMessage, match=said):
        read_batch(data, "theirs.xml")


def test_a_bomb_in_utf_16_is_a_bomb_too() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>'
    bomb += '<MCCI_IN200100UV01 xmlns="urn:hl7-org:v3"><id extension="&l11;"/></MCCI_IN200100UV01>'
    with pytest.raises((HostileXml, NotAMessage)):
        read_batch(bomb.encode("utf-16"), "bomb.xml")
