"""Reporters' contacts in a zone apart from their cases; E2B files of others beside the cases.

Revision ID: 0011
"""

import json
import re
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLE = "case_contact"
MADE = (TABLE, "e2b_file", "e2b_line")
# Of whoever tells and of the patient, as the fields were called when the zone was made.
NAMES = ("given_name", "middle_name", "family_name")
REST = ("organisation", "department", "street", "city", "region", "postcode", "phone")
NUMBERS = ("record_gp", "record_specialist", "record_hospital", "record_investigation")
_FROZEN = "what was written cannot be changed"


def upgrade() -> None:
    """Brings the tables up; what cases hold of the zone moves there, and out of the trail."""
    op.create_table(
        TABLE,
        sa.Column("handoff_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("saved_by", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handoff_id"], ["handoff.id"], name=op.f("fk_case_contact_handoff_id")
        ),
        sa.PrimaryKeyConstraint("handoff_id", "revision", name=op.f("pk_case_contact")),
    )
    _thaw("safety_case")
    for row in op.get_bind().execute(sa.select(_cases)).all():
        _move_out(row)
    _freeze("safety_case")
    _files()
    for table in MADE:
        _freeze(table)
    _forget_words()


def downgrade() -> None:
    """Takes them back, the contacts into the cases."""
    _thaw("safety_case")
    kept = op.get_bind().execute(sa.select(_zone).order_by(_zone.c.revision)).all()
    for row in op.get_bind().execute(sa.select(_cases)).all():
        mine = [k for k in kept if k.handoff_id == row.handoff_id and k.revision <= row.revision]
        if mine:
            _write(row, _with(row.facts, mine[-1].facts))
    _freeze("safety_case")
    for table in reversed(MADE):
        op.drop_table(table)
        _drop_function(table)


def _files() -> None:
    op.create_table(
        "e2b_file",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("handoff_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=False),
        sa.Column("taken_by", sa.String(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("elements", sa.Integer(), nullable=False),
        sa.Column("unknown", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handoff_id"], ["handoff.id"], name=op.f("fk_e2b_file_handoff_id")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_e2b_file_document_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_e2b_file")),
    )
    op.create_index(op.f("ix_e2b_file_handoff_id"), "e2b_file", ["handoff_id"], unique=False)
    op.create_table(
        "e2b_line",
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("handoff_id", sa.String(), nullable=True),
        sa.Column("theirs", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("differs", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["e2b_file.id"], name=op.f("fk_e2b_line_file_id")),
        sa.ForeignKeyConstraint(
            ["handoff_id"], ["handoff.id"], name=op.f("fk_e2b_line_handoff_id")
        ),
        sa.PrimaryKeyConstraint("file_id", "line", name=op.f("pk_e2b_line")),
    )
    op.create_index(op.f("ix_e2b_line_handoff_id"), "e2b_line", ["handoff_id"], unique=False)


_cases = sa.table(
    "safety_case",
    sa.column("handoff_id", sa.String),
    sa.column("revision", sa.Integer),
    sa.column("saved_by", sa.String),
    sa.column("facts", sa.JSON),
)
_zone = sa.table(
    TABLE,
    sa.column("handoff_id", sa.String),
    sa.column("revision", sa.Integer),
    sa.column("saved_by", sa.String),
    sa.column("facts", sa.JSON),
)


def _move_out(row: Any) -> None:
    facts, found = json.loads(json.dumps(row.facts)), {}
    for path, holder, name in _places(facts):
        value = holder[name].get("value")
        if value is not None:
            found[path] = value
            holder[name] = _shade(name, value)
    if found:
        kept = {"handoff_id": row.handoff_id, "revision": row.revision,
                "saved_by": row.saved_by, "facts": found}  # fmt: skip
        op.get_bind().execute(sa.insert(_zone).values(kept))
        _write(row, facts)


def _places(facts: dict[str, Any]) -> Any:
    for group in ("reporters", "complainants"):
        for n, one in enumerate(facts.get(group, [])):
            for name in (*NAMES, *REST):
                if name in one:
                    yield f"{group}.{n}.{name}", one, name
    patient = facts.get("patient", {})
    for name in NUMBERS:
        if name in patient:
            yield f"patient.{name}", patient, name


def _shade(name: str, value: str) -> dict[str, str]:
    letters = [part[0].upper() for part in value.split() if part[0].isalnum()]
    if name not in NAMES or not letters:
        return {"null": "MSK"}
    return {"value": " ".join(f"{letter}." for letter in letters)}


def _with(facts: dict[str, Any], zone: dict[str, str]) -> dict[str, Any]:
    made = json.loads(json.dumps(facts))
    for path, holder, name in _places(made):
        if path in zone:
            holder[name] = {"value": zone[path]}
    for one in (*made.get("reporters", []), *made.get("complainants", [])):
        one.pop("email", None)
    made.get("head", {}).pop("opened", None)
    return dict(made)


def _write(row: Any, facts: dict[str, Any]) -> None:
    same = (_cases.c.handoff_id == row.handoff_id) & (_cases.c.revision == row.revision)
    op.get_bind().execute(sa.update(_cases).where(same).values(facts=facts))


def _forget_words() -> None:
    """The chain of the trail stays whole: it holds digests, their words lie beside it."""
    audit = sa.table("audit", sa.column("entity", sa.String), sa.column("changes", sa.String))
    words = sa.table("audit_words", sa.column("digest", sa.String))
    lines = op.get_bind().execute(sa.select(audit.c.changes).where(audit.c.entity == "safety_case"))
    for (changes,) in lines.all():
        for digest in re.findall(
            r"[^\s\"\[\],]+", json.dumps(json.loads(changes).get("facts", []))
        ):
            op.get_bind().execute(sa.delete(words).where(words.c.digest == digest))


def _freeze(table: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{_FROZEN}'); END"
        )
        return
    op.execute(
        f"CREATE OR REPLACE FUNCTION {table}_frozen() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_FROZEN}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_frozen()"
    )


def _thaw(table: str) -> None:
    on = "" if op.get_bind().dialect.name == "sqlite" else f" ON {table}"
    op.execute(f"DROP TRIGGER {table}_frozen{on}")


def _drop_function(table: str) -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.execute(f"DROP FUNCTION {table}_frozen()")
