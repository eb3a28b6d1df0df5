"""Public sample reports and the official schemas, where they are: the schema folder is the user's.

MI_DESKTOP_CORPORA names a folder with `safety-e2b-schemas` and `safety-e2br3-instances`.
"""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from mi_desktop.safety.cases import Head
from mi_desktop.safety.e2b.acknowledgements import Receipt
from mi_desktop.safety.e2b.examine import examine
from mi_desktop.safety.e2b.mapping import fill, read_case
from mi_desktop.safety.e2b.model import Batch, Block, Content
from mi_desktop.safety.e2b.reading import read_batch
from mi_desktop.safety.e2b.rules import check
from mi_desktop.safety.e2b.writing import write_batch
from tests.fakes.icsr import some_batch, whole_batch

CORPORA = Path(
    os.environ.get("MI_DESKTOP_CORPORA", Path(__file__).parents[3] / "shared" / "corpora")
)
SCHEMAS = CORPORA / "safety-e2b-schemas"
INSTANCES = CORPORA / "safety-e2br3-instances"
NOW = datetime(2026, 3, 1, tzinfo=UTC)

with_schemas = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="no schemas beside the project: MESSAGES NOT CHECKED BY XSD"
)
with_samples = pytest.mark.skipif(
    not INSTANCES.is_dir(), reason="no samples beside the project: NO MESSAGE OF OTHERS IMPORTED"
)
samples = sorted(INSTANCES.glob("*.xml")) if INSTANCES.is_dir() else []


def plain(data: bytes) -> bytes:
    root = etree.fromstring(data, etree.XMLParser(remove_comments=True))
    return etree.tostring(root, method="c14n2", strip_text=True)


@with_schemas
def test_a_message_with_every_element_is_valid_by_the_schema() -> None:
    examined = examine(write_batch(whole_batch()), "whole.xml", str(SCHEMAS))
    assert examined.faults == ()


@with_schemas
def test_generated_messages_are_valid_by_the_schema_and_by_our_rules() -> None:
    for seed in range(40):
        data = write_batch(some_batch(seed))
        assert examine(data, "some.xml", str(SCHEMAS)).faults == (), seed
        assert check(read_batch(data, "some.xml"), NOW) == (), seed


@with_schemas
def test_the_schema_lets_six_faults_through_that_our_rules_catch() -> None:
    """E2B-2: valid by the schema proves almost nothing."""
    report = some_batch(2).messages[0]
    first, drug = report.all("E.i")[0], report.all("G.k")
    concomitant = tuple(d.put("G.k.1", Content("2")) for d in drug)
    reporters = tuple(r.put("C.2.r.5", None) for r in report.all("C.2.r"))
    faulty: dict[str, Block] = {
        "E.i.3.2a:value": report.with_blocks(
            "E.i", (first.put("E.i.3.2a", Content("false")), *report.all("E.i")[1:])
        ),
        "E.i.2.1b:needed": report.with_blocks(
            "E.i", (first.put("E.i.2.1b", None), *report.all("E.i")[1:])
        ),
        "C.1.5:future": report.put("C.1.5", Content("20990101")),
        "G.k.1:suspect": report.with_blocks("G.k", concomitant),
        "C.2.r.5:one": report.with_blocks("C.2.r", reporters),
        "H.1:needed": report.put("H.1", None),
    }
    for rule, made in faulty.items():
        batch = some_batch(2)
        batch = replace(batch, top=batch.top.with_blocks("N.2.r", (made,)))
        data = write_batch(batch)
        assert examine(data, "faulty.xml", str(SCHEMAS)).faults == (), rule
        assert rule in {f.rule for f in check(read_batch(data, "faulty.xml"), NOW)}


@with_samples
@pytest.mark.parametrize("path", samples, ids=[path.stem for path in samples])
def test_a_sample_report_is_imported_and_exported_element_by_element(path: Path) -> None:
    data = path.read_bytes()
    batch = read_batch(data, path.name)
    assert plain(write_batch(batch)) == plain(data)
    (report,) = batch.messages
    case = read_case(report, Head("h", "AE-SE-2026-00001", "q"))
    through = replace(batch, top=batch.top.with_blocks("N.2.r", (fill(case, report).done(),)))
    assert plain(write_batch(through)) == plain(data), "through the fields of a case"


@with_samples
@with_schemas
def test_sample_acknowledgements_are_read_and_valid_by_the_schema() -> None:
    read = {}
    for path in INSTANCES.glob("*.ack"):
        examined = examine(path.read_bytes(), path.name, str(SCHEMAS))
        assert isinstance(examined.what, Receipt)
        assert examined.faults == ()
        assert examined.what.problems == ()
        read[path.stem] = (examined.what.code, [r.code for r in examined.what.reports])
    assert read == {"R3ack-positive": ("AA", ["CA"]), "R3ack-negative": ("AE", ["CR"])}


@with_schemas
def test_a_message_out_of_order_is_told_by_the_schema() -> None:
    data = write_batch(some_batch(5))
    root = etree.fromstring(data)
    root.append(root[0])
    examined = examine(etree.tostring(root), "order.xml", str(SCHEMAS))
    assert isinstance(examined.what, Batch)
    assert examined.faults
