"""The rules for E2B messages: each is broken once in a valid message, and seen (E2B-1, E2B-4)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from mi_desktop.safety.e2b.model import MESSAGE, Batch, Block, Content
from mi_desktop.safety.e2b.names import name_of
from mi_desktop.safety.e2b.rules import check, relations, rule_ids
from mi_desktop.safety.e2b.table import table
from mi_desktop.safety.e2b.times import after, future, read_time
from tests.fakes.icsr import message, some_batch, whole_batch, with_message

NOW = datetime(2026, 3, 1, tzinfo=UTC)
LONG_AGO = "19500101"
Change = Callable[[Block], Block]


def changed(batch: Batch, id: str, change: Change) -> Batch:
    """The batch with every block of an id changed."""

    def inside(block: Block) -> Block:
        blocks = {k: tuple(inside(b) for b in v) for k, v in block.blocks.items()}
        made = replace(block, blocks=blocks)
        return change(made) if made.id == id else made

    return replace(batch, top=inside(batch.top))


def put(id: str, content: Content | None) -> Callable[[Batch], Batch]:
    return lambda batch: changed(batch, table().elements[id].block, lambda b: b.put(id, content))


def without(id: str) -> Callable[[Batch], Batch]:
    if id in table().elements:
        return put(id, None)
    return lambda batch: changed(batch, table().blocks[id].block, lambda b: b.with_blocks(id, ()))


def rules_broken(batch: Batch) -> set[str]:
    return {finding.rule for finding in check(batch, NOW)}


_WRONG = {"text": "bell\x07", "token": "a b", "unit": "no unit"}


def broken_element(rule: str) -> Batch:
    id, _, what = rule.partition(":")
    if what in ("needed", "block"):
        return without(id)(whole_batch())
    if what == "null":
        return put(id, Content(null="OTH"))(whole_batch())
    row = table().elements[id]
    wrong = {
        "length": "1" * (row.limit + 1),
        "value": _WRONG.get(row.kind, "?"),
        "future": "20990101101500+0100",
    }
    return put(id, Content(wrong[what]))(whole_batch())


def broken_relation(relation: dict[str, Any]) -> Batch:
    batch, of = whole_batch(), relation["of"]
    match relation["kind"]:
        case "any":
            for id in of:
                batch = without(id)(batch)
            return batch
        case "not-both":
            return put(of[1], Content("12"))(put(of[0], Content("12"))(batch))
        case "keys":
            return changed(batch, of[0], lambda block: replace(block, key=""))
        case "differs":
            return put(of[0], Content(message(batch).text(of[1])))(batch)
    id, wrong = _WRONG_RELATED[relation["kind"]]
    return put(of[id], Content(wrong))(batch)


# Which of a relation's elements is made wrong, and how.
_WRONG_RELATED = {
    "same": (0, "other"),
    "form": (0, "other"),
    "order": (1, LONG_AGO),
    "only": (1, "false"),
    "if": (1, "2"),
    "count": (1, "2"),
    "versions": (0, "27.0"),
}


def test_a_message_with_every_element_breaks_no_rule() -> None:
    whole = whole_batch()
    said = {id for _, block in whole.top.walk() for id in block.values}
    apart = {id for id in table().elements if id.startswith(("D.8.r.3", "D.10.8.r.3"))}
    apart |= {"G.k.2.1.2a", "G.k.2.1.2b", "D.10.2.1"}
    assert said == set(table().elements) - apart
    assert check(whole, NOW) == ()


_RELATED = {str(relation["rule"]): relation for relation in relations()}
_LEFT_OUT = ("D.8.r.3", "D.10.8.r.3", "G.k.2.1.2")


@pytest.mark.parametrize("block", sorted({table().elements[i].block for i in table().elements}))
def test_each_rule_of_an_element_is_seen_when_broken(block: str) -> None:
    """E2B-1 lengths, E2B-2 codes, E2B-4 null flavours: each element's rules, one at a time."""
    unseen = []
    for rule in rule_ids():
        id = rule.partition(":")[0]
        if rule in _RELATED or (id.startswith(_LEFT_OUT) and rule.endswith(":needed")):
            continue
        row = table().elements.get(id) or table().blocks[id]
        if row.block == block and rule not in rules_broken(broken_element(rule)):
            unseen.append(rule)
    assert unseen == []


@pytest.mark.parametrize("rule", sorted(_RELATED))
def test_each_rule_between_elements_is_seen_when_broken(rule: str) -> None:
    assert rule in rules_broken(broken_relation(_RELATED[rule]))


def test_the_rules_left_out_above_hold_where_a_medicine_has_a_phpid() -> None:
    batch = whole_batch()
    for id in ("D.8.r.2a", "D.8.r.2b", "D.10.8.r.2a", "D.10.8.r.2b", "G.k.2.1.1a", "G.k.2.1.1b"):
        batch = without(id)(batch)
    for id in ("D.8.r.3", "D.10.8.r.3", "G.k.2.1.2"):
        lonely = put(f"{id}b", Content("P1"))(batch)
        assert rules_broken(lonely) == {f"{id}a:needed"}
        assert rules_broken(put(f"{id}a", Content("1"))(batch)) == {f"{id}b:needed"}


# What the schema lets through: each must be caught by the rule named.
SIX = {
    "E.i.3.2a:value": put("E.i.3.2a", Content("false")),
    "E.i.2.1b:needed": put("E.i.2.1b", None),
    "C.1.4:future": put("C.1.4", Content("20990101")),
    "G.k.1:suspect": put("G.k.1", Content("2")),
    "C.2.r.5:one": put("C.2.r.5", None),
    "H.1:needed": put("H.1", None),
}


@pytest.mark.parametrize("rule", SIX)
def test_six_faults_that_a_schema_lets_through_are_caught(rule: str) -> None:
    """E2B-2: no code, no message; a criterion is true or NI; no future; a suspect; one source."""
    assert rule in rules_broken(SIX[rule](some_batch(1)))


def test_two_primary_sources_are_one_too_many() -> None:
    whole = message(whole_batch())
    twice = whole.with_blocks("C.2.r", whole.all("C.2.r") * 2)
    assert rules_broken(with_message(whole_batch(), twice)) == {"C.2.r.5:one"}


def test_a_finding_says_where() -> None:
    whole = message(whole_batch())
    bare = whole.all("E.i")[0].put("E.i.9", Content("XX"))
    two = whole.with_blocks("E.i", (*whole.all("E.i"), replace(bare, key="x")))
    (finding,) = check(with_message(whole_batch(), two), NOW)
    assert (finding.rule, finding.at, finding.stops) == ("E.i.9:value", (1, 2), True)
    assert str(finding.words) == "country where it happened (E.i.9) cannot be “XX”"


def test_twenty_generated_messages_break_no_rule() -> None:
    for seed in range(20):
        assert check(some_batch(seed), NOW) == (), seed


def test_conditions_bind_only_where_they_hold() -> None:
    patient_sends = put("C.3.1", Content("7"))(put("C.3.2", None)(whole_batch()))
    assert rules_broken(patient_sends) == set()
    no_documents = put("C.1.6.1", Content("false"))(without("C.1.6.1.r")(whole_batch()))
    assert rules_broken(no_documents) == set()


def test_times_are_read_as_exact_as_they_are() -> None:
    assert read_time("2026") == datetime(2026, 1, 1, tzinfo=UTC)
    at = read_time("20260115101500+0100")
    assert at is not None
    assert at.astimezone(UTC) == datetime(2026, 1, 15, 9, 15, tzinfo=UTC)
    for wrong in ("", "26", "202613", "20260230", "2026-01-15", "20260115T10"):
        assert read_time(wrong) is None
    assert not future("20260302", NOW), "tomorrow has begun somewhere"
    assert future("20260303", NOW)
    assert future("20260301000001+0000", NOW)
    assert after("202602", "20260131")
    assert not after("2026", "20260131"), "nobody knows which day of 2026"


def test_message_id_is_the_reports_own() -> None:
    assert MESSAGE == "N.2.r"
    assert table().elements["C.1.1"].block == MESSAGE


def test_every_element_and_rule_has_its_words_in_both_languages() -> None:
    for id in (*table().elements, *table().blocks):
        said = name_of(id)
        assert said.to("en"), id
        assert said.to("sv") != said.to("en") or id in ("G.k.4.r.7",), id
    for relation in relations():
        assert relation["en"], relation["rule"]
        assert relation["sv"], relation["rule"]
