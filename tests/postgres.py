"""A real PostgreSQL of the tests' own: in a temporary folder, on a socket, gone with the tests."""

import os
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path

_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
_NUMBERS = count(1)


class Server:
    """A running server; its folder holds the socket and nothing listens on the network."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="mi-pg-"))
        self._data = self.folder / "data"
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        self._run("initdb", "-D", self._data, "-A", "trust", "-U", "mi", "-E", "UTF8",
                  "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        self.start()

    @staticmethod
    def there() -> bool:
        """True where the server's programs are installed."""
        return bool(_PROGRAMS)

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses= -c max_connections=60 -c fsync=off"
        log = self.folder / "log"
        self._run("pg_ctl", "-D", self._data, "-l", log, "-w", "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self._data, "-w", "-m", "immediate", "stop")

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def new_database(self) -> str:
        """An empty database; its address as the settings have it."""
        name = f"office{next(_NUMBERS)}"
        self._run("createdb", "-h", self.folder, "-U", "mi", name)
        return f"postgresql+psycopg://mi@/{name}?host={self.folder}"

    def demand_password(self, user: str, password: str) -> None:
        """From now on whoever comes in must know it."""
        self._run("psql", "-h", self.folder, "-U", "mi", "-d", "postgres", "-c",
                  f"ALTER USER {user} PASSWORD '{password}'")  # fmt: skip
        self._let_in("scram-sha-256")

    def trust_again(self) -> None:
        """Nobody is asked any more."""
        self._let_in("trust")

    def _let_in(self, how: str) -> None:
        rules = self._data / "pg_hba.conf"
        rules.write_text(f"local all all {how}\n")
        self._run("pg_ctl", "-D", self._data, "reload")

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(_PROGRAMS[-1] / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(
            command, check=True, cwd="/", stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
