"""What turns a page into words: Tesseract, a second reader, the text layer of born-digital PDFs."""

import os

# onnxruntime's wheel reports its use to its maker over the network unless this stands there
# before it is loaded; nothing leaves this machine unasked.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"


from mi_desktop.ocr.engines.engine import Engine, Layout, Raster
from mi_desktop.ocr.engines.nearest import Nearest, knowing
from mi_desktop.ocr.engines.second import Second
from mi_desktop.ocr.engines.seen import Quad, SecondEngine, Seen, SeenLine
from mi_desktop.ocr.engines.tesseract import Tesseract
from mi_desktop.ocr.engines.text_layer import text_layer

__all__ = [
    "Engine",
    "Layout",
    "Nearest",
    "Quad",
    "Raster",
    "Second",
    "SecondEngine",
    "Seen",
    "SeenLine",
    "Tesseract",
    "knowing",
    "text_layer",
]
