"""What turns a page into words: Tesseract, and the text layer of born-digital PDFs."""

from mi_desktop.ocr.engines.engine import Engine, Layout, Raster
from mi_desktop.ocr.engines.tesseract import Tesseract
from mi_desktop.ocr.engines.text_layer import text_layer

__all__ = ["Engine", "Layout", "Raster", "Tesseract", "text_layer"]
