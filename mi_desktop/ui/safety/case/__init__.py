"""The form of a case: a field a row, suggestions to confirm, each kind of nothing by one key."""

from mi_desktop.ui.safety.case.page import CasePage

__all__ = ["CasePage"]
