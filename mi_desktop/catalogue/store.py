"""Table of the company's products."""

import json
from typing import Any

from sqlalchemy import Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.catalogue.model import Product
from mi_desktop.storage import Table, Versioned


class ProductRow(Versioned, Table):
    """A product, as the JSON it was loaded from, label texts included."""

    __tablename__ = "product"

    id: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[str] = mapped_column(Text)


def put_product(session: Session, raw: dict[str, Any]) -> None:
    """Enters a product or replaces it."""
    session.merge(ProductRow(id=raw["id"], data=json.dumps(raw, ensure_ascii=False)))


def products(session: Session) -> list[Product]:
    """All products, by id."""
    rows = session.scalars(select(ProductRow).order_by(ProductRow.id))
    return [Product.model_validate_json(row.data) for row in rows]
