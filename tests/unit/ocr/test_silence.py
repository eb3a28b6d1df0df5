"""Reading tells nobody anything: the second reader's runtime is silent from the start."""

import os
import subprocess
import sys
from pathlib import Path


def test_the_second_readers_runtime_begins_no_reporting_session(tmp_path: Path) -> None:
    """It would leave a session's id in the folder for temporary files."""
    environment = {k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY"}
    subprocess.run(
        [sys.executable, "-c", "import mi_desktop.ocr.engines.rapid"],
        env={**environment, "TMPDIR": str(tmp_path)},
        cwd=Path(__file__).resolve().parents[3],
        check=True,
    )
    assert list(tmp_path.iterdir()) == []
