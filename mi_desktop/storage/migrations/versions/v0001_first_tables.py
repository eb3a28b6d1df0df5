"""The first tables.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The database itself refuses to change the trail and a question's own words.
_TRAIL = "the audit trail cannot be changed"
_VERBATIM = "the verbatim question cannot be changed"
_TRIGGERS = (
    ("audit_no_update", "UPDATE ON audit", _TRAIL),
    ("audit_no_delete", "DELETE ON audit", _TRAIL),
    ("question_verbatim", "UPDATE OF verbatim ON question", _VERBATIM),
)
# A server could empty the table without a word about its rows.
_SERVER_TRIGGERS = (("audit_no_truncate", "TRUNCATE ON audit", _TRAIL),)
FULL_TEXT = (
    "CREATE VIRTUAL TABLE search_text USING fts5"
    "(title, body, tokenize = \"unicode61 remove_diacritics 0\", prefix = '2 3')"
)
SERVER_FULL_TEXT = "CREATE TABLE search_text (rowid integer PRIMARY KEY, title text, body text)"


def _guards(server: bool) -> list[str]:
    if not server:
        return [FULL_TEXT] + [
            f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{says}'); END"
            for name, when, says in _TRIGGERS
        ]
    made = [SERVER_FULL_TEXT]
    for name, when, says in (*_TRIGGERS, *_SERVER_TRIGGERS):
        made.append(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" RAISE EXCEPTION '{says}' USING ERRCODE = '23514'; END $$"
        )
        each = "STATEMENT" if when.startswith("TRUNCATE") else "ROW"
        made.append(
            f"CREATE TRIGGER {name} BEFORE {when} FOR EACH {each} EXECUTE FUNCTION {name}()"
        )
    return made


def upgrade() -> None:
    op.create_table(
        "assessment",
        sa.Column("inquiry_id", sa.String(), nullable=False),
        sa.Column("checklist", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("inquiry_id", name=op.f("pk_assessment")),
    )
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_entity"), "audit", ["entity"], unique=False)
    op.create_index(op.f("ix_audit_key"), "audit", ["key"], unique=False)
    op.create_table(
        "document",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_sha256"), "document", ["sha256"], unique=False)
    op.create_table(
        "email_queue",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("letter_id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("problem", sa.JSON(), nullable=True),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("queued_at", sa.DateTime(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_email_queue")),
        sa.UniqueConstraint("letter_id", name=op.f("uq_email_queue_letter_id")),
        sa.UniqueConstraint("message_id", name=op.f("uq_email_queue_message_id")),
    )
    op.create_index(op.f("ix_email_queue_state"), "email_queue", ["state"], unique=False)
    op.create_table(
        "inquiry",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("first_aware_at", sa.DateTime(), nullable=False),
        sa.Column("registered_at", sa.DateTime(), nullable=False),
        sa.Column("dispatched_at", sa.DateTime(), nullable=True),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiry")),
        sa.UniqueConstraint("number", name=op.f("uq_inquiry_number")),
    )
    op.create_index(op.f("ix_inquiry_email"), "inquiry", ["email"], unique=False)
    op.create_index(op.f("ix_inquiry_name_key"), "inquiry", ["name_key"], unique=False)
    op.create_index(op.f("ix_inquiry_phone"), "inquiry", ["phone"], unique=False)
    op.create_index(op.f("ix_inquiry_received_at"), "inquiry", ["received_at"], unique=False)
    op.create_index(op.f("ix_inquiry_status"), "inquiry", ["status"], unique=False)
    op.create_table(
        "letter",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("inquiry_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("reference", name=op.f("uq_letter_reference")),
    )
    op.create_index(op.f("ix_letter_inquiry_id"), "letter", ["inquiry_id"], unique=False)
    op.create_index(op.f("ix_letter_state"), "letter", ["state"], unique=False)
    op.create_table(
        "page_problem",
        sa.Column("part_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("part_id", "number", name=op.f("pk_page_problem")),
    )
    op.create_table(
        "page_text",
        sa.Column("part_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("turned", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("rotation", sa.Integer(), nullable=False),
        sa.Column("skew_degrees", sa.Double(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("part_id", "number", name=op.f("pk_page_text")),
    )
    op.create_table(
        "print_batch",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("printer", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("job", sa.String(), nullable=False),
        sa.Column("problem", sa.JSON(), nullable=True),
        sa.Column("posted_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_batch")),
        sa.UniqueConstraint("number", name=op.f("uq_print_batch_number")),
    )
    op.create_table(
        "product",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
    )
    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("kind", "ref", name=op.f("uq_search_entry_kind_ref")),
    )
    op.create_table(
        "sequence",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sequence")),
    )
    op.create_table(
        "signed_letter",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("letter_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("void", sa.Boolean(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_signed_letter")),
    )
    op.create_index(
        op.f("ix_signed_letter_letter_id"), "signed_letter", ["letter_id"], unique=False
    )
    op.create_table(
        "standard",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("product_id", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("off_label", sa.Boolean(), nullable=False),
        sa.Column("label_version", sa.String(), nullable=False),
        sa.Column("search_date", sa.Date(), nullable=False),
        sa.Column("sections", sa.JSON(), nullable=False),
        sa.Column("references", sa.JSON(), nullable=False),
        sa.Column("approved_by", sa.String(), nullable=False),
        sa.Column("source_version", sa.Integer(), nullable=True),
        sa.Column("source_language", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", "language", "version", name=op.f("pk_standard")),
    )
    op.create_index(op.f("ix_standard_product_id"), "standard", ["product_id"], unique=False)
    op.create_table(
        "user",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("name", name=op.f("uq_user_name")),
    )
    op.create_table(
        "custody",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=True),
        sa.Column("piece_number", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_custody_document_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody")),
    )
    op.create_index(op.f("ix_custody_sha256"), "custody", ["sha256"], unique=False)
    op.create_table(
        "filed_piece",
        sa.Column("piece_id", sa.String(), nullable=False),
        sa.Column("inquiry_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiry.id"], name=op.f("fk_filed_piece_inquiry_id")
        ),
        sa.PrimaryKeyConstraint("piece_id", name=op.f("pk_filed_piece")),
    )
    op.create_index(op.f("ix_filed_piece_inquiry_id"), "filed_piece", ["inquiry_id"], unique=False)
    op.create_table(
        "handoff",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("inquiry_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("patient", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("awareness_at", sa.DateTime(), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("late_reason", sa.String(), nullable=True),
        sa.Column("late_text", sa.String(), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(), nullable=True),
        sa.Column("acknowledged_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["assessment.inquiry_id"], name=op.f("fk_handoff_inquiry_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoff")),
        sa.UniqueConstraint(
            "kind", "site", "year", "sequence", name=op.f("uq_handoff_kind_site_year_sequence")
        ),
        sa.UniqueConstraint("number", name=op.f("uq_handoff_number")),
    )
    op.create_index(op.f("ix_handoff_inquiry_id"), "handoff", ["inquiry_id"], unique=False)
    op.create_index(op.f("ix_handoff_state"), "handoff", ["state"], unique=False)
    op.create_table(
        "page_seen",
        sa.Column("inquiry_id", sa.String(), nullable=False),
        sa.Column("part_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["assessment.inquiry_id"], name=op.f("fk_page_seen_inquiry_id")
        ),
        sa.PrimaryKeyConstraint("inquiry_id", "part_id", "number", name=op.f("pk_page_seen")),
    )
    op.create_table(
        "piece",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("original_id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("sender_name", sa.String(), nullable=False),
        sa.Column("sender_address", sa.String(), nullable=False),
        sa.Column("duplicate_of", sa.String(), nullable=True),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("declined_because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["original_id"], ["document.id"], name=op.f("fk_piece_original_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_piece")),
        sa.UniqueConstraint("number", name=op.f("uq_piece_number")),
        sa.UniqueConstraint("year", "serial", name=op.f("uq_piece_year_serial")),
    )
    op.create_index(op.f("ix_piece_sha256"), "piece", ["sha256"], unique=False)
    op.create_index(op.f("ix_piece_status"), "piece", ["status"], unique=False)
    op.create_table(
        "print_item",
        sa.Column("batch_id", sa.String(), nullable=False),
        sa.Column("letter_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("sheets", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("prints", sa.Integer(), nullable=False),
        sa.Column("taken_out", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["print_batch.id"], name=op.f("fk_print_item_batch_id")
        ),
        sa.PrimaryKeyConstraint("batch_id", "letter_id", name=op.f("pk_print_item")),
    )
    op.create_index(op.f("ix_print_item_letter_id"), "print_item", ["letter_id"], unique=False)
    op.create_table(
        "question",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("inquiry_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("verbatim", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("product_id", sa.String(), nullable=True),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiry.id"], name=op.f("fk_question_inquiry_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    op.create_index(op.f("ix_question_inquiry_id"), "question", ["inquiry_id"], unique=False)
    op.create_table(
        "safety_answer",
        sa.Column("inquiry_id", sa.String(), nullable=False),
        sa.Column("order", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["assessment.inquiry_id"], name=op.f("fk_safety_answer_inquiry_id")
        ),
        sa.PrimaryKeyConstraint("inquiry_id", "order", name=op.f("pk_safety_answer")),
    )
    op.create_table(
        "signature",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("meaning", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_signature_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature")),
    )
    op.create_index(op.f("ix_signature_record"), "signature", ["record"], unique=False)
    op.create_table(
        "handoff_package",
        sa.Column("handoff_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sheet_id", sa.String(), nullable=False),
        sa.Column("sheet_sha256", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("record_sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handoff_id"], ["handoff.id"], name=op.f("fk_handoff_package_handoff_id")
        ),
        sa.ForeignKeyConstraint(
            ["record_id"], ["document.id"], name=op.f("fk_handoff_package_record_id")
        ),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["document.id"], name=op.f("fk_handoff_package_sheet_id")
        ),
        sa.PrimaryKeyConstraint("handoff_id", "version", name=op.f("pk_handoff_package")),
    )
    op.create_table(
        "part",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("piece_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("view_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("first_page", sa.Integer(), nullable=False),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("turned", sa.JSON(), nullable=False),
        sa.Column("problem", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_part_document_id")),
        sa.ForeignKeyConstraint(["piece_id"], ["piece.id"], name=op.f("fk_part_piece_id")),
        sa.ForeignKeyConstraint(["view_id"], ["document.id"], name=op.f("fk_part_view_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_part")),
    )
    op.create_index(op.f("ix_part_piece_id"), "part", ["piece_id"], unique=False)
    for statement in _guards(op.get_bind().dialect.name == "postgresql"):
        op.execute(statement)


def downgrade() -> None:
    _drop_tables()
    _drop_functions()


def _drop_tables() -> None:
    op.execute("DROP TABLE search_text")
    op.drop_index(op.f("ix_part_piece_id"), table_name="part")
    op.drop_table("part")
    op.drop_table("handoff_package")
    op.drop_index(op.f("ix_signature_record"), table_name="signature")
    op.drop_table("signature")
    op.drop_table("safety_answer")
    op.drop_index(op.f("ix_question_inquiry_id"), table_name="question")
    op.drop_table("question")
    op.drop_index(op.f("ix_print_item_letter_id"), table_name="print_item")
    op.drop_table("print_item")
    op.drop_index(op.f("ix_piece_status"), table_name="piece")
    op.drop_index(op.f("ix_piece_sha256"), table_name="piece")
    op.drop_table("piece")
    op.drop_table("page_seen")
    op.drop_index(op.f("ix_handoff_state"), table_name="handoff")
    op.drop_index(op.f("ix_handoff_inquiry_id"), table_name="handoff")
    op.drop_table("handoff")
    op.drop_index(op.f("ix_filed_piece_inquiry_id"), table_name="filed_piece")
    op.drop_table("filed_piece")
    op.drop_index(op.f("ix_custody_sha256"), table_name="custody")
    op.drop_table("custody")
    op.drop_table("user")
    op.drop_index(op.f("ix_standard_product_id"), table_name="standard")
    op.drop_table("standard")
    op.drop_index(op.f("ix_signed_letter_letter_id"), table_name="signed_letter")
    op.drop_table("signed_letter")
    op.drop_table("sequence")
    op.drop_table("search_entry")
    op.drop_table("product")
    op.drop_table("print_batch")
    op.drop_table("page_text")
    op.drop_table("page_problem")
    op.drop_index(op.f("ix_letter_state"), table_name="letter")
    op.drop_index(op.f("ix_letter_inquiry_id"), table_name="letter")
    op.drop_table("letter")
    op.drop_index(op.f("ix_inquiry_status"), table_name="inquiry")
    op.drop_index(op.f("ix_inquiry_received_at"), table_name="inquiry")
    op.drop_index(op.f("ix_inquiry_phone"), table_name="inquiry")
    op.drop_index(op.f("ix_inquiry_name_key"), table_name="inquiry")
    op.drop_index(op.f("ix_inquiry_email"), table_name="inquiry")
    op.drop_table("inquiry")
    op.drop_index(op.f("ix_email_queue_state"), table_name="email_queue")
    op.drop_table("email_queue")
    op.drop_index(op.f("ix_document_sha256"), table_name="document")
    op.drop_table("document")
    op.drop_index(op.f("ix_audit_key"), table_name="audit")
    op.drop_index(op.f("ix_audit_entity"), table_name="audit")
    op.drop_table("audit")
    op.drop_table("assessment")


def _drop_functions() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for name, *_ in (*_TRIGGERS, *_SERVER_TRIGGERS):
            op.execute(f"DROP FUNCTION {name}()")
