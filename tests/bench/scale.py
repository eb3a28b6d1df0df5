"""Figures of an office with 1,000,000 inquiries and the text of 200,000 documents.

    python -m tests.bench.scale [--small] [--keep FOLDER]

Makes the office (encrypted, in a folder that is removed afterwards), then measures in a process
of its own: opening it, a page of the list, a filtered list, and ranked search as one types. Each
time is that of the whole verb, with the forms of the words, the ranking and the snippets. The
rival is the same statements on the same data in bare SQLite without encryption, asked right
after one another; both have the same cache.
"""

import argparse
import gc
import itertools
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import event

from mi_desktop.bootstrap import assemble
from mi_desktop.inquiries import Status
from mi_desktop.services import Services
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Cost, create_office, open_office
from mi_desktop.storage.cipher import CACHE_KIB
from mi_desktop.storage.fts5 import INSERT, row
from mi_desktop.storage.index import Entry

PASSPHRASE = "a million of letters"
CHEAP = Cost(passes=1, memory=8192)
LARGE, SMALL = (1_000_000, 200_000), (20_000, 4_000)
WORDS_OF_DOCUMENT = 200
TIMES = 120
STEP = 10_000
BEGIN = datetime(2019, 1, 2, 8, tzinfo=UTC)


def _words(text: str) -> list[str]:
    return text.split()


# Made up for this: stems, what they end in, and what they are joined with.
SWEDISH = _words("""
    klåda utslag huvudvärk yrsel dosering tablett behandling patient läkare biverkning
    njurfunktion graviditet amning barn äldre interaktion förvaring hållbarhet blodtryck hjärta
    lever hud mage illamående kräkning feber smärta trötthet sömn vikt måltid studie effekt halt
    utsättning insättning recept apotek sjukhus mottagning fråga svar brev uppgift läkemedel
    hjälpämne kapsel injektion spruta lösning salva ögon näsa hals allergi diabetes astma
""")
ENGLISH = _words("""
    rash headache dizziness dosing tablet treatment patient physician reaction kidney pregnancy
    breastfeeding child elderly interaction storage stability pressure heart liver skin stomach
    nausea vomiting fever pain fatigue sleep weight meal study effect level withdrawal start
    prescription pharmacy hospital clinic question answer letter medicine excipient capsule
    injection syringe solution ointment allergy diabetes asthma
""")
ENDINGS = {"sv": ("", "en", "er", "erna", "ens", "n"), "en": ("", "s", "ing", "ed")}
SMALL_WORDS = {
    "sv": _words("""
        och i att det som en på är av för med till den har de inte om ett han men
    """),
    "en": _words("""
        the of and to in is that for it with as was on be by at this have from or
    """),
}
NAMES = [f"{a}{b}" for a in ("Berg", "Lind", "Sjö", "Ek", "Ny", "Sand") for b in ("ström", "man")]
STATUSES = [Status.CLOSED] * 90 + [Status.DISPATCHED] * 7 + [Status.IN_PROGRESS, Status.REGISTERED]


class Texts:
    """Texts of our own words, some words far more often than others."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self._words = {"sv": self._vocabulary("sv", SWEDISH), "en": self._vocabulary("en", ENGLISH)}
        self._weights = {
            code: list(itertools.accumulate(1 / (n + 3) for n in range(len(words))))
            for code, words in self._words.items()
        }

    def _vocabulary(self, language: str, stems: list[str]) -> list[str]:
        ends = ENDINGS[language]
        made = [stem + end for stem in stems for end in ends]
        joined = [a + b for a in stems for b in self.random.sample(stems, 12)]
        rare = ["".join(self.random.choices("bdefgiklmnorstuvä", k=9)) for _ in range(20_000)]
        for words in (made, joined):
            self.random.shuffle(words)
        return [*SMALL_WORDS[language], *made, *joined, *rare]

    def language(self) -> str:
        return "sv" if self.random.random() < 0.7 else "en"

    def text(self, language: str, words: int) -> str:
        return " ".join(
            self.random.choices(self._words[language], cum_weights=self._weights[language], k=words)
        )


def make(folder: Path, inquiries: int, documents: int) -> None:
    """Fills a new office; text by text as the program would, but many in one transaction."""
    office = create_office(folder, cost=CHEAP)
    services = assemble(office, OfficeSettings())
    services.people.add_first("maria", "Maria Ek", PASSPHRASE)
    raw = office.database.engine.raw_connection()
    cursor = raw.cursor()
    cursor.execute("PRAGMA synchronous = OFF")
    cursor.execute("PRAGMA cache_size = -400000")
    cursor.execute("BEGIN")
    for lines in _batches(_lines(inquiries, documents)):
        for table in ("inquiry", "question", "search_entry"):
            rows = [line[table] for line in lines if table in line]
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                names = ", ".join(rows[0])
                cursor.executemany(
                    f"INSERT INTO {table} ({names}) VALUES ({marks})",
                    [tuple(r.values()) for r in rows],
                )
    cursor.execute("COMMIT")
    _index(cursor, inquiries + documents)
    raw.close()
    services.close()


def _index(cursor: Any, last: int) -> None:
    """The newest first: SQLite's full text wants rising numbers."""
    cursor.execute("BEGIN")
    for top in range(last, 0, -STEP):
        cursor.execute(
            "SELECT id, kind, title, body FROM search_entry WHERE id BETWEEN ? AND ?"
            " ORDER BY id DESC",
            (top - STEP + 1, top),
        )
        rows = [row(Entry(*found, language="sv")) for found in cursor.fetchall()]
        cursor.executemany(INSERT, rows)
    cursor.execute("COMMIT")


def _batches(lines: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while some := list(itertools.islice(lines, STEP)):
        yield some


def _lines(inquiries: int, documents: int) -> Iterator[dict[str, Any]]:
    texts, number = Texts(), itertools.count(1)
    for n in range(inquiries):
        language, at = texts.language(), BEGIN + timedelta(minutes=4 * n)
        asked = texts.text(language, texts.random.randint(8, 30))
        yield _inquiry(n, at, language, asked, texts.random) | _entry(
            next(number), "inquiry", f"i{n:08d}", f"{_number(n, at)} {_name(n)}", asked
        )
        if n * documents // inquiries != (n + 1) * documents // inquiries:
            body = texts.text(language, WORDS_OF_DOCUMENT)
            yield _entry(next(number), "mail", f"p{n:08d}", f"P-{n}", body)


def _number(n: int, at: datetime) -> str:
    return f"MI-SE-{at.year}-{n:07d}"


def _name(n: int) -> str:
    return f"Kim {NAMES[n % len(NAMES)]}{n % 997}"


def _entry(number: int, kind: str, ref: str, title: str, body: str) -> dict[str, Any]:
    facts = {"id": number, "kind": kind, "ref": ref, "title": title, "body": body}
    return {"search_entry": facts}


def _inquiry(
    n: int, at: datetime, language: str, asked: str, chance: random.Random
) -> dict[str, Any]:
    when = at.strftime("%Y-%m-%d %H:%M:%S.000000")
    key = f"i{n:08d}"
    texts = dict.fromkeys(("organisation", "street", "postcode", "city", "phone"), "")
    inquiry = {
        "id": key, "number": _number(n, at), "status": chance.choice(STATUSES), "channel": "post",
        "received_at": when, "first_aware_at": when, "registered_at": when, "owner": "u",
        "language": language, "name": _name(n), "type": "physician", "country": "SE",
        "email": f"kim{n}@klinik.example", "name_key": _name(n).lower(), "version": 1, **texts,
    }  # fmt: skip
    question = {
        "id": f"q{n:08d}", "inquiry_id": key, "position": 1, "verbatim": asked,
        "language": language, "topic": "DOS",
    }  # fmt: skip
    return {"inquiry": inquiry, "question": question}


def searches() -> dict[str, list[str]]:
    """What is typed: content words in their common and rarer forms."""
    chance = random.Random(7)
    words = [*SWEDISH, *ENGLISH]
    forms = [stem + end for stem in SWEDISH for end in ENDINGS["sv"][1:]]
    starts = [w[:n] for w in words for n in range(2, len(w) + 1)]
    return {
        "one word": chance.sample(words, min(TIMES, len(words))),
        "two words": [" ".join(chance.sample(words, 2)) for _ in range(TIMES)],
        "a beginning": chance.sample(starts, TIMES),
        "a Swedish form": chance.sample(forms, TIMES),
        "small words": [w for some in SMALL_WORDS.values() for w in some],
    }


class Rival:
    """The same data in bare SQLite, and the same statements."""

    def __init__(self, services: Services, plain: Path) -> None:
        self._engine = services.office.database.engine
        self._plain = sqlcipher.connect(str(plain), isolation_level=None)
        self._plain.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        self._statements: list[tuple[str, Any]] = []
        event.listen(self._engine, "before_cursor_execute", self._heard)

    def _heard(self, _c: Any, _k: Any, statement: str, parameters: Any, *_: Any) -> None:
        self._statements.append((statement, parameters))

    def ratios(self, call: Callable[[], object]) -> tuple[float, float]:
        """Seconds of the verb's statements on our connection, by seconds on the rival's.

        First with both caches emptied, so that every page is read and decrypted; then with the
        pages at hand.
        """
        self._statements.clear()
        call()
        asked = [s for s in self._statements if s[0].startswith("SELECT")]
        raw = self._engine.raw_connection()
        try:
            both = (raw.driver_connection, self._plain)
            for connection in both:
                connection.execute("PRAGMA shrink_memory")
            ours, theirs = (_seconds(connection, asked) for connection in both)
            at_hand = [min(_seconds(c, asked) for _ in range(3)) for c in both]
        finally:
            raw.close()
        return ours / theirs, at_hand[0] / at_hand[1]


def _seconds(connection: Any, statements: list[tuple[str, Any]]) -> float:
    begun = time.perf_counter()
    for statement, parameters in statements:
        connection.execute(statement, parameters).fetchall()
    return time.perf_counter() - begun


def measure(folder: Path) -> dict[str, Any]:
    """Opens the office and asks; milliseconds, and ratios to the rival."""
    begun = time.perf_counter()
    office = open_office(folder, PASSPHRASE)
    opened = (time.perf_counter() - begun) * 1000
    services = assemble(office, OfficeSettings())
    gc.freeze()  # as the program does behind its door
    asked = services.inquiries
    calls: dict[str, list[Callable[[], object]]] = {
        "a page of the list": [asked.inquiries for _ in range(40)],
        "a filtered list": [
            lambda s=s: asked.inquiries(status=s)
            for s in (Status.CLOSED, Status.REGISTERED, Status.DISPATCHED) * 14
        ],
        "a list narrowed by typing": [
            lambda w=w: asked.inquiries(w) for w in searches()["a beginning"][:40]
        ],
    }
    for name, words in searches().items():
        calls[f"search: {name}"] = [lambda w=w: asked.search(w) for w in words]
    found: dict[str, Any] = {"open the office": {"ms": round(opened, 1)}}
    for name, every in calls.items():
        found[name] = _figures(every)
    memory = _most_memory()
    rival = Rival(services, _plain_copy(services, folder))
    for name, every in calls.items():
        first, again = zip(*(rival.ratios(call) for call in every[:30]), strict=True)
        found[name]["ratio"] = round(statistics.median(again), 2)
        found[name]["ratio, cold"] = round(statistics.median(first), 2)
    found["memory, MB"] = memory
    services.close()
    return found


def _most_memory() -> int:
    """The most that this process ever held, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


def _figures(calls: list[Callable[[], object]]) -> dict[str, float]:
    times = []
    for call in calls:
        begun = time.perf_counter()
        call()
        times.append((time.perf_counter() - begun) * 1000)
    cuts = statistics.quantiles(times, n=20)
    return {"p50": round(cuts[9], 1), "p95": round(cuts[18], 1), "most": round(max(times), 1)}


def _plain_copy(services: Services, folder: Path) -> Path:
    plain = folder.parent / "plain.db"
    if not plain.exists():
        raw = services.office.database.engine.raw_connection()
        cursor = raw.cursor()
        cursor.execute(f"ATTACH '{plain}' AS plain KEY ''")
        cursor.execute("SELECT sqlcipher_export('plain')")
        cursor.execute("DETACH plain")
        raw.invalidate()  # its cache was used for the copy
    return plain


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="a fiftieth of it")
    parser.add_argument("--keep", type=Path, help="keeps the office here, and takes it if there")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.measure:
        print(json.dumps(measure(said.measure)))
        return
    place = said.keep or Path(tempfile.mkdtemp(prefix="mi-scale-"))
    folder, inquiries, documents = place / "office", *(SMALL if said.small else LARGE)
    if not folder.exists():
        begun = time.perf_counter()
        make(folder, inquiries, documents)
        size = (folder / "office.db").stat().st_size
        print(f"made in {time.perf_counter() - begun:.0f} s, {size / 1e9:.2f} GB")
    for _ in range(2):  # the first run makes the rival's copy; the second begins afresh
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.scale", "--measure", str(folder)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    for name, figures in json.loads(done.stdout.splitlines()[-1]).items():
        print(f"{name:28} {figures}")
    if not said.keep:
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
