"""The processes that open and read documents; this module loads no reader itself."""

import os

from mi_desktop.sandbox import Sandbox

# Both readers with their models, and a page of A2 in grey at 400 dpi.
WORKER_MB = 2600
_READERS = "mi_desktop.ocr.page", "mi_desktop.intake.opening"


def make_sandbox() -> Sandbox:
    """Processes for hostile bytes, one a core, that have the readers loaded."""
    return Sandbox(os.cpu_count() or 1, memory_mb=WORKER_MB, preload=_READERS)


def started_sandbox() -> Sandbox:
    """The same for a document that is waited for: its processes load while the caller does."""
    sandbox = make_sandbox()
    sandbox.start()
    return sandbox
