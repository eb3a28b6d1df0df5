"""Makes a PDF fit to be kept: PDF/A-1b (ISO 19005-1)."""

from mi_desktop.archival.pdfa import Facts, archive

__all__ = ["Facts", "archive"]
