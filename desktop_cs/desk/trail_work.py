"""The trail at the desk: who did what, whether it is whole, and what it is compared with. Managers only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from uuid import UUID

from desktop_cs.desk.allowed import check
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.trail_verdict import TrailVerdict, verdict_of
from desktop_cs.desk.trail_words import deed_words, field_words, subject_words
from desktop_cs.errors import UserError
from desktop_cs.forms.definition import Words
from desktop_cs.i18n import _
from desktop_cs.shop.roles import Act
from desktop_cs.shop.staff import Staff
from desktop_cs.storage.file.data_folder import COPIES
from desktop_cs.storage.stores.trail import TrailEntry
from desktop_cs.storage.stores.trail_anchors import (
    CLOSING,
    Anchor,
    digit_groups,
    keep_anchor,
    read_anchors,
    typed_anchor,
)
from desktop_cs.storage.stores.trail_reading import TrailFilter

Progress = Callable[[float], None]
_CHAIN_SHARE = 0.5  # of the time of looking through everything


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One line as it is shown; `place` is its number, `case_number` the case that it is about, if any."""

    place: int
    at: datetime
    what: str
    who: str
    deed: str
    about: str
    fields: str
    case_number: int | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are wanted; None for all."""

    by: UUID | None = None
    day: date | None = None
    case_number: int | None = None


class TrailWork:
    """Reading the trail, and making sure that it is whole."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def allow(self) -> None:
        """Refuse whoever may not read it.

        Raises:
            NotAllowedError: Only managers may.
        """
        check(self._ground, Act.TRAIL)

    def people(self) -> list[Staff]:
        """Return everybody who works or worked here."""
        self.allow()
        return self._ground.storage.shop.staff()

    def lines(self, before: int | None, limit: int, wanted: Wanted = Wanted()) -> list[TrailLine]:
        """Return at most so many lines, newest first, those below a place where one is given.

        Raises:
            UserError: There is no such case.
        """
        self.allow()
        storage = self._ground.storage
        entries = storage.trail_reading.window(before, limit, self._filter(wanted))
        names = {one.id: one.name for one in storage.shop.staff()}
        subjects = storage.trail_reading.subjects(entry.row_id for entry in entries)
        return [
            TrailLine(
                entry.place,
                entry.at,
                entry.what,
                names.get(entry.by, "") if entry.by else "",
                deed_words(entry.what),
                subject_words(subject := subjects.get(entry.row_id)),
                self._fields(entry),
                subject.case_number if subject else None,
            )
            for entry in entries
        ]

    def verify(self, progress: Progress | None = None) -> TrailVerdict:
        """Look through all of it and return whether it is whole, in words; then compare the records with it.

        Args:
            progress: Is told the share that is done; may raise to stop.
        """
        self.allow()

        def part(start: float) -> Progress | None:
            return (lambda share: progress(start + share * _CHAIN_SHARE)) if progress else None

        trail = self._ground.storage.trail
        report = trail.verify(self._anchors(), part(0.0))
        changed = trail.changed_rows(part(_CHAIN_SHARE))
        cases = self._ground.storage.trail_reading.subjects(one.case_id or one.row_id for one in changed)
        return verdict_of(report, changed, cases, self._ground.settings.hours.wall)

    def compare(self, typed: str) -> tuple[bool, str]:
        """Return whether an anchor that was typed from a print fits the trail, and a sentence that says so.

        Raises:
            UserError: Digits are missing.
        """
        self.allow()
        anchor = typed_anchor(typed)
        if anchor is None:
            raise UserError(
                _("Type the number of entries and all eight groups of digits from the print."), "anchor"
            )
        count, groups = anchor
        link = self._ground.storage.trail.link_at(count)
        if link and digit_groups(link) == groups:
            return True, _(
                "It fits: the first {count} entries are the same as when that was printed."
            ).format(count=count)
        if not link:
            told = _("The print knows {count} entries, there are only {now}. Entries are missing at the end.")
            return False, told.format(count=count, now=self._ground.storage.trail.head()[0])
        return False, _(
            "It does not fit. Look whether every digit is typed right; if it is, and no backup was brought "
            "back since that day, the trail was changed."
        )

    def anchor(self) -> tuple[int, str]:
        """Return the count of entries and the digit groups of now, for prints; everybody may know them."""
        count, head = self._ground.storage.trail.head()
        return count, digit_groups(head)

    def anchor_line(self) -> str:
        """Return the anchor of now as one line for a print: the count and the digits, in every language."""
        count, groups = self.anchor()
        return f"{count} · {groups}"

    def leave_anchor(self) -> bool:
        """Keep an anchor in the data folder as the program ends, and return whether it is on the disk."""
        storage = self._ground.storage
        count, head = storage.trail.head()
        return keep_anchor(storage.folder, Anchor(count, head, self._ground.clock.now(), CLOSING))

    def _anchors(self) -> list[Anchor]:
        """Return all anchors within reach: of the folder, of its backups, of those in the second place."""
        folder = self._ground.storage.folder
        from desktop_cs.storage.copying.anchoring import anchors_in  # noqa: PLC0415 (a start must not wait for it)

        places = (folder / COPIES, *self._second_place())
        kept = [anchor for place in places for anchor in anchors_in(self._ground.storage, place)]
        return [*read_anchors(folder), *kept]

    def _second_place(self) -> Sequence[Path]:
        from desktop_cs.storage.copying.safety_record import read_record  # noqa: PLC0415 (as seldom as this)

        place = read_record(self._ground.storage.folder).second_place
        return [Path(place)] if place else []

    def _filter(self, wanted: Wanted) -> TrailFilter:
        ground = self._ground
        start = end = None
        if wanted.day is not None:
            noon = datetime.combine(wanted.day, datetime.min.time()) + timedelta(hours=12)
            start, end = ground.day_of(ground.settings.hours.moment(noon))
        case_id = None
        if wanted.case_number is not None:
            try:
                case_id = ground.storage.cases.get(wanted.case_number).id
            except KeyError as error:
                raise UserError(
                    _("There is no case {number}.").format(number=wanted.case_number), "case"
                ) from error
        return TrailFilter(wanted.by, start, end, case_id)

    def _fields(self, entry: TrailEntry) -> str:
        return field_words(entry.fields, self._labels)

    @cached_property
    def _labels(self) -> dict[str, Words]:
        """The labels of all questions of all forms, by language."""
        return {field.id: field.label for form in self._ground.forms.values() for field in form.fields()}
