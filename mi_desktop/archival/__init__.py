"""Makes a PDF fit to be kept: PDF/A-1b (ISO 19005-1); marks paper of a test office."""

from mi_desktop.archival.mark import draw_test_mark, marked
from mi_desktop.archival.pdfa import Facts, archive

__all__ = ["Facts", "archive", "draw_test_mark", "marked"]
