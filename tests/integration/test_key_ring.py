"""The system's key ring: a real Secret Service on a bus of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
from pathlib import Path
from mi_desktop.people import PeopleService
from mi_desktop.storage import Cost, KeyRing, create_office, open_office, remember_in_key_ring
from mi_desktop.storage.errors import Locked

folder = Path(sys.argv[1])
assert KeyRing.available()
office = create_office(folder, cost=Cost(1, 8192))
user = PeopleService(office, "UTC").add_first("maria", "Maria Ek", "correct horse battery")
try:
    open_office(folder, None)
except Locked:
    print("locked before")
assert remember_in_key_ring(office, user.id)
office.secrets.put("smtp", "hemligt")
office.close()
again = open_office(folder, None)
print("opened by", again.opened_by == user.id, again.secrets.get("smtp"))
print("sealed file", (folder / "secrets.sealed").exists())
keys = PeopleService(again, "UTC").keys
print("holder", keys.key_ring_holder() == user.id)
keys.forget(user)
print("holder after", keys.key_ring_holder())
again.close()
try:
    open_office(folder, None)
except Locked:
    print("locked again")
"""


@pytest.mark.timeout(60)
def test_an_office_opens_by_the_secret_service(tmp_path: Path) -> None:
    for program in ("dbus-run-session", "gnome-keyring-daemon"):
        if shutil.which(program) is None:
            pytest.fail(f"{program} is missing: sh installer/setup.sh test installs it")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    command = (
        "echo -n pw | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null; "
        f'exec "{sys.executable}" "{script}" "{tmp_path / "office"}"'
    )
    environment = {
        **{k: v for k, v in os.environ.items() if k != "PYTHON_KEYRING_BACKEND"},
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "locked before",
        "opened by True hemligt",
        "sealed file False",
        "holder True",
        "holder after None",
        "locked again",
    ], done.stderr
