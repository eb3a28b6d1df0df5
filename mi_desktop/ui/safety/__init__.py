"""Safety: what waits, and the checklist beside the pages it is answered from."""

from mi_desktop.ui.safety.screen import SafetyScreen

__all__ = ["SafetyScreen"]
