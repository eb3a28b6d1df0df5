"""What we may answer with: standard responses, their versions and their life."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late
from mi_desktop.library.errors import StandardMissing
from mi_desktop.library.model import Reference, Section, SrdState, StandardResponse

if TYPE_CHECKING:
    from mi_desktop.library.service import LibraryService
else:
    __getattr__ = late(
        __name__,
        LibraryService="service",
    )

__all__ = [
    "LibraryService",
    "Reference",
    "Section",
    "SrdState",
    "StandardMissing",
    "StandardResponse",
]
