"""The Tray: what arrived and waits for a hand."""

from mi_desktop.ui.tray.screen import TrayScreen

__all__ = ["TrayScreen"]
