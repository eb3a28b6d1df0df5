"""Under a page: checking what was read, writing down what could not be, hiding in a copy."""

from mi_desktop.ui.reading.strips import PageStrips

__all__ = ["PageStrips"]
