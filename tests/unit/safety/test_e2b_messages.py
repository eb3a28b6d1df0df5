"""E2B messages: what is written is read again, what is not known stays, hostile files stop."""

from dataclasses import replace

import pytest
from lxml import etree

from mi_desktop.safety.e2b.errors import HostileXml, MessageTooLarge, NotAMessage
from mi_desktop.safety.e2b.model import Batch, Block, Content
from mi_desktop.safety.e2b.reading import LARGEST_MB, read_batch
from mi_desktop.safety.e2b.writing import write_batch
from tests.fakes.icsr import message, some_batch, whole_batch, with_message


def fresh(block: Block) -> Block:
    """The block as if it came from no file."""
    blocks = {k: tuple(fresh(b) for b in v) for k, v in block.blocks.items()}
    return replace(block, place=(), blocks=blocks)


def plain(data: bytes) -> bytes:
    """The file without comments and white space between nodes, in canonical form."""
    root = etree.fromstring(data, etree.XMLParser(remove_comments=True, remove_blank_text=True))
    return etree.tostring(root, method="c14n2", strip_text=True)


def test_every_element_is_written_and_read_again() -> None:
    whole = whole_batch()
    assert fresh(read_batch(write_batch(whole), "whole.xml").top) == whole.top


def test_generated_messages_are_written_and_read_again() -> None:
    for seed in range(12):
        batch = some_batch(seed)
        assert fresh(read_batch(write_batch(batch), "some.xml").top) == batch.top, seed


def test_the_same_message_is_the_same_bytes() -> None:
    assert write_batch(some_batch(3)) == write_batch(some_batch(3))


def test_what_the_table_does_not_know_is_written_again() -> None:
    theirs = b'<observation classCode="OBS" moodCode="EVN"><code code="C17049"/></observation>'
    data = write_batch(whole_batch())
    at = data.index(b"<subjectOf2")
    data = data[:at] + b'<subjectOf2 typeCode="SBJ">' + theirs + b"</subjectOf2>" + data[at:]
    batch = read_batch(data, "theirs.xml")
    assert plain(write_batch(batch)) == plain(data)
    renamed = message(batch).put("D.1", Content("XY"))
    written = write_batch(with_message(batch, renamed))
    assert b"C17049" in written
    assert plain(written) == plain(data.replace(message(batch).text("D.1").encode(), b"XY"))


def test_a_block_taken_away_is_gone_and_a_new_one_comes_in_order() -> None:
    batch = read_batch(write_batch(some_batch(4)), "some.xml")
    report = message(batch)
    drugs = report.all("G.k")
    extra = replace(fresh(drugs[0]), key="1b4e28ba-2fa1-11d2-883f-0016d3cca427")
    changed = report.with_blocks("G.k", (*drugs[1:], extra))
    again = message(read_batch(write_batch(with_message(batch, changed)), "again.xml"))
    assert [d.text("G.k.2.2") for d in again.all("G.k")] == [
        d.text("G.k.2.2") for d in changed.all("G.k")
    ]
    assert again.all("G.k")[-1].text("G.k.1") == extra.text("G.k.1")


def test_a_code_of_another_list_is_not_taken_for_ours() -> None:
    data = write_batch(whole_batch()).replace(
        b'codeSystem="2.16.840.1.113883.3.989.2.1.1.11"', b'codeSystem="1.2.3"'
    )
    batch = read_batch(data, "theirs.xml")
    assert "E.i.7" not in message(batch).all("E.i")[0].values
    assert plain(write_batch(batch)) == plain(data)


_BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<MCCI_IN200100UV01 xmlns="urn:hl7-org:v3"><id extension="&b;"/></MCCI_IN200100UV01>"""
_FETCH = b"""<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">
<MCCI_IN200100UV01 xmlns="urn:hl7-org:v3"/>"""
_FILE = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<MCCI_IN200100UV01 xmlns="urn:hl7-org:v3">&a;</MCCI_IN200100UV01>"""


@pytest.mark.parametrize("data", [_BOMB, _FETCH, _FILE], ids=["bomb", "fetch", "file"])
def test_a_file_with_a_document_type_is_not_opened(data: bytes) -> None:
    with pytest.raises(HostileXml):
        read_batch(data, "hostile.xml")


def test_endless_depth_is_not_opened() -> None:
    deep = b'<MCCI_IN200100UV01 xmlns="urn:hl7-org:v3">' + b"<a>" * 5000
    with pytest.raises((HostileXml, NotAMessage)):
        read_batch(deep, "deep.xml")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"<html/>", b"<MCCI_IN200100UV01/>", b"<a"])
def test_other_files_are_no_messages(data: bytes) -> None:
    with pytest.raises(NotAMessage):
        read_batch(data, "other.xml")


def test_a_message_larger_than_any_is_not_opened() -> None:
    with pytest.raises(MessageTooLarge):
        read_batch(b" " * (LARGEST_MB * 10**6 + 1), "large.xml")


def test_an_empty_batch_is_read_as_one_without_reports() -> None:
    empty = b'<MCCI_IN200100UV01 xmlns="urn:hl7-org:v3"/>'
    assert read_batch(empty, "empty.xml").messages == ()
    assert isinstance(read_batch(empty, "empty.xml"), Batch)
