"""The library of standard responses: state, dates, languages and text."""

from mi_desktop.ui.library.screen import LibraryScreen

__all__ = ["LibraryScreen"]
