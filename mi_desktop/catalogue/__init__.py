"""What every room looks up: products, topics, countries, calendars, envelope profiles."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late

if TYPE_CHECKING:
    from mi_desktop.catalogue.calendar_desk import CalendarDesk
    from mi_desktop.catalogue.calendars import (
        BusinessCalendar,
        Entered,
        add_business_days,
        is_business_day,
        read_days,
        shipped,
        written_days,
    )
    from mi_desktop.catalogue.model import (
        Authority,
        Country,
        Envelope,
        Label,
        Monitoring,
        Product,
        Topic,
    )
    from mi_desktop.catalogue.packs import Pack, read_pack
    from mi_desktop.catalogue.personnummer import identity_numbers, masked, masked_facts
    from mi_desktop.catalogue.service import CatalogueService
else:
    __getattr__ = late(
        __name__,
        BusinessCalendar="calendars",
        CalendarDesk="calendar_desk",
        Entered="calendars",
        add_business_days="calendars",
        is_business_day="calendars",
        read_days="calendars",
        written_days="calendars",
        shipped="calendars",
        Authority="model",
        Country="model",
        Envelope="model",
        Label="model",
        Monitoring="model",
        Pack="packs",
        Product="model",
        Topic="model",
        CatalogueService="service",
        read_pack="packs",
        identity_numbers="personnummer",
        masked="personnummer",
        masked_facts="personnummer",
    )

__all__ = [
    "Authority",
    "BusinessCalendar",
    "CalendarDesk",
    "CatalogueService",
    "Country",
    "Entered",
    "Envelope",
    "Label",
    "Monitoring",
    "Pack",
    "Product",
    "Topic",
    "add_business_days",
    "identity_numbers",
    "is_business_day",
    "masked",
    "masked_facts",
    "read_days",
    "read_pack",
    "shipped",
    "written_days",
]
