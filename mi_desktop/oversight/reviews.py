"""Periodic reviews: drawn up, signed, kept; when the next one is due (P11-21)."""

import csv
import hashlib
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from mi_desktop.basics.ids import new_id
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.basics.words import Words
from mi_desktop.keeping.receipt import Part, sheet
from mi_desktop.oversight import findings, store
from mi_desktop.oversight.errors import PeriodUnfit
from mi_desktop.oversight.findings import Period, Rooms
from mi_desktop.oversight.model import Cell, NextReview, Review, plain
from mi_desktop.oversight.printed import archived
from mi_desktop.people import Action, Meaning, User
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import next_number
from mi_desktop.storage.errors import RecordMissing

_MONTH = timedelta(days=30)
# A sheet program takes what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class ReviewDesk:
    """The verbs of periodic reviews."""

    def __init__(self, rooms: Rooms, settings: OfficeSettings) -> None:
        self._rooms, self._settings = rooms, settings

    def reviews(self, user: User) -> list[Review]:
        """Those that were signed, the latest first, with their signatures.

        Raises:
            NotPermitted: the user's roles do not allow it.
        """
        user.must(Action.REVIEW_OFFICE)
        with self._rooms.office.database.read() as session:
            return [
                store.signed(
                    r, next(iter(self._rooms.people.signatures(session, _key(r.id))), None)
                )
                for r in store.reviews(session)
            ]

    def standing(self) -> NextReview:
        """When the next review is due."""
        now = self._rooms.office.database.clock()
        with self._rooms.office.database.read() as session:
            last = next(iter(store.reviews(session)), None)
            begun = last.until if last else store.office_begun(session) or now
        months = self._settings.review_months
        if not months:
            return NextReview(last, None, False)
        due = begun + months * _MONTH
        return NextReview(last, due, now >= due)

    def draw_up(
        self, user: User, since: datetime, until: datetime, progress: Progress | None = None
    ) -> Review:
        """Looks at everything a review asks for; slow where the trail is long.

        Args:
            user: who reviews.
            since: the first moment, aware.
            until: the moment before which, aware.
            progress: may cancel.

        Raises:
            NotPermitted: the user's roles do not allow it.
            PeriodUnfit: no time at all, or time to come.
        """
        user.must(Action.REVIEW_OFFICE)
        now = self._rooms.office.database.clock()
        if not since < until or since > now:
            raise PeriodUnfit
        period = Period(since.astimezone(UTC), min(until.astimezone(UTC), now))
        found = findings.look(self._rooms, period, progress or Quiet())
        return Review(new_id(), "", period.since, period.until, now, user.id, found)

    def sign(self, user: User, review: Review, passphrase: str) -> Review:
        """Keeps a review as PDF/A and CSV, signed with the meaning "reviewed".

        Raises:
            NotPermitted: the user's roles do not allow it.
            SignatureRefused, TryLater: the passphrase.
        """
        user.must(Action.REVIEW_OFFICE)
        office, people = self._rooms.office, self._rooms.people
        people.check(user, passphrase)
        table = as_csv(review)
        digest = hashlib.sha256(table).hexdigest()
        signer = (user.full_name, office.database.clock(), digest)
        kept = [office.vault.seal(data) for data in (self._draw(review, signer), table)]
        with office.database.write(user.id, "oversight.sign_review") as session:
            documents = [office.vault.record(session, sealed) for sealed in kept]
            site, year = self._settings.site, review.made_at.year
            number = next_number(session, f"REV-{site}-{year}")
            named = Review(**{**vars(review), "number": f"REV-{site}-{year}-{number:05}"})
            session.flush()
            store.add_review(session, named, (documents[0], documents[1]))
            meaning = Meaning.OFFICE_REVIEWED
            signature = people.sign(session, user, meaning, (_key(review.id), digest))
        return store.signed(named, signature)

    def draft(self, user: User, review: Review) -> bytes:
        """An unsigned review on paper, PDF/A.

        Raises:
            NotPermitted: the user's roles do not allow it.
        """
        user.must(Action.REVIEW_OFFICE)
        return self._draw(review, None)

    def kept(self, user: User, review_id: str) -> tuple[bytes, bytes]:
        """The PDF and the CSV of a signed review, as they were signed.

        Raises:
            NotPermitted: the user's roles do not allow it.
            RecordMissing: no such review.
        """
        user.must(Action.REVIEW_OFFICE)
        office = self._rooms.office
        with office.database.read() as session:
            documents = store.review_documents(session, review_id)
            if documents is None:
                raise RecordMissing(kind="review", key=review_id)
            return office.vault.read(session, documents[0]), office.vault.read(
                session, documents[1]
            )

    def export(self, user: User, review_id: str) -> tuple[bytes, bytes]:
        """As `kept`, to take away; that it was taken stands in the trail (P11-02)."""
        found = self.kept(user, review_id)
        with self._rooms.office.database.write(user.id, "oversight.export_review") as session:
            self._rooms.office.database.note(session, "office_review", review_id)
        return found

    def _draw(self, review: Review, signed: tuple[str, datetime, str] | None) -> bytes:
        title = "Periodic review"
        foot = f"{self._settings.name} · {title} · {review.made_at:%Y-%m-%d %H:%M} UTC"
        drawn = sheet(title, _parts(review, signed, self._settings), foot)
        return archived(title, self._settings.name, review.made_at, drawn)


def as_csv(review: Review) -> bytes:
    """Every row, its section first; UTF-8 with a mark, `;` between columns."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=";")
    rows.writerow(["section", "from", "before"])
    rows.writerow(["period", review.since.isoformat(), review.until.isoformat()])
    for section in review.sections:
        rows.writerow([section.key, *map(str, section.columns)])
        for row in section.rows:
            cells = map(plain, row)
            rows.writerow([section.key, *(f"'{c}" if c.startswith(_FORMULA) else c for c in cells)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _parts(
    review: Review, signed: tuple[str, datetime, str] | None, settings: OfficeSettings
) -> Iterator[Part]:
    yield (
        "Period (times in UTC)",
        [
            f"{review.since:%Y-%m-%d %H:%M} to {review.until:%Y-%m-%d %H:%M}",
            f"{review.attention} findings want attention",
        ],
    )
    yield "Signature", _signature(signed, settings.zone)
    for section in review.sections:
        heading = f"{section.title} ({section.attention} to look at)"
        rows = [_said(section.columns, row) for row in section.rows]
        yield heading if section.attention else str(section.title), rows or ["none"]


def _said(columns: tuple[Words, ...], row: tuple[Cell, ...]) -> str:
    told = zip(columns, map(plain, row), strict=True)
    return " · ".join(f"{column}: {text}" for column, text in told if text)


def _signature(signed: tuple[str, datetime, str] | None, zone: str) -> list[str]:
    if signed is None:
        return ["draft: not signed"]
    name, at, digest = signed
    local = at.astimezone(ZoneInfo(zone))
    return [
        f"{name} · {Meaning.OFFICE_REVIEWED} · {local:%Y-%m-%d %H:%M:%S} {zone}",
        f"bound to the table (CSV), SHA-256 {digest}",
    ]


def _key(review_id: str) -> str:
    return f"office_review/{review_id}"
