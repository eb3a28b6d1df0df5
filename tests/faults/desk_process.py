"""A desk of an office in a process of its own: does what it is told, says what became of it.

    python -m tests.faults.desk_process OFFICE

Told on standard input, a line each: `take` a number, `rename ID NAME`; each is answered by a line:
the number, `done`, or the code of what went wrong.
"""

import sys
from pathlib import Path

from mi_desktop.basics.errors import WorldError
from mi_desktop.people.store import UserRow
from mi_desktop.storage import Office, next_number, open_office
from tests.conftest import PASSPHRASE


def take(office: Office) -> str:
    with office.database.write("system", "test.number") as session:
        return str(next_number(session, "desks"))


def rename(office: Office, user_id: str, full_name: str) -> str:
    with office.database.write("system", "test.rename") as session:
        session.get_one(UserRow, user_id).full_name = full_name
    return "done"


def main() -> None:
    office = open_office(Path(sys.argv[1]), PASSPHRASE)
    print("open", flush=True)
    for line in sys.stdin:
        verb, *rest = line.split()
        try:
            print({"take": take, "rename": rename}[verb](office, *rest), flush=True)
        except WorldError as e:
            print(e.code, flush=True)
    office.close()


if __name__ == "__main__":
    main()
