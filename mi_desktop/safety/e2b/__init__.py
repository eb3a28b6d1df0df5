"""E2B(R3) messages: made of cases, checked, read; their acknowledgements; the user's MedDRA."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late

if TYPE_CHECKING:
    from mi_desktop.safety.e2b.acknowledgements import Receipt
    from mi_desktop.safety.e2b.checking import Checked, check_file
    from mi_desktop.safety.e2b.export import SETTINGS
    from mi_desktop.safety.e2b.matching import Matched, Outcome
    from mi_desktop.safety.e2b.rules import Finding
else:
    __getattr__ = late(
        __name__,
        SETTINGS="export",
        Receipt="acknowledgements",
        Checked="checking",
        check_file="checking",
        Matched="matching",
        Outcome="matching",
        Finding="rules",
    )

__all__ = ["SETTINGS", "Checked", "Finding", "Matched", "Outcome", "Receipt", "check_file"]
