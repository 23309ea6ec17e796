"""What is known about the safety of the shop's data: its backups, what was done when, what is due."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_cs.desk import second_place
from desktop_cs.desk.kept import Kept, Where, kept_in
from desktop_cs.desk.safety_chores import Chore, LastDone, due, due_of_damaged
from desktop_cs.desk.safety_today import SafetyFacts, SafetyToday, judged
from desktop_cs.errors import DamagedError
from desktop_cs.storage.file.data_folder import COPIES

if TYPE_CHECKING:
    from desktop_cs.desk.key_work import KeyState
    from desktop_cs.desk.safe_desk import SafeDesk
    from desktop_cs.storage.copying.safety_record import SafetyRecord
    from desktop_cs.storage.stores.later_facts import Later


@dataclass(frozen=True, slots=True)
class SafetyState:
    """What the rows of the page tell.

    Args:
        record: What was done, and when.
        keys: What opens the records.
        backups: How many lie beside the data.
        newest_at: When the newest of what the records are now was made, None for never.
        changes: How many changes it does not hold.
        cases: How many cases it holds.
    """

    record: "SafetyRecord"
    keys: "KeyState"
    backups: int
    newest_at: datetime | None
    changes: int
    cases: int


class SafetyReading:
    """What is known about the safety of one shop's data."""

    def __init__(self, desk: "SafeDesk") -> None:
        self._desk = desk

    @property
    def record(self) -> "SafetyRecord":
        """Return what was done, and when."""
        from desktop_cs.storage.copying.safety_record import read_record  # noqa: PLC0415 (a start must not wait for it)

        return read_record(self._folder)

    @property
    def is_read_only(self) -> bool:
        """Return whether nothing more is saved into the records, since they are damaged."""
        return self._desk.storage.damage.is_set

    def today(self) -> SafetyToday:
        """Return whether the shop's data is safe today; records that are damaged or cannot be read are not.

        Raises:
            ShopError: The file or its key is not there.
        """
        try:
            return judged(self._facts())
        except DamagedError:
            now, record = self._desk.clock.now(), self.record
            facts = SafetyFacts(now, now, second_place=record.second_place, second_at=record.second_at)
            return judged(replace(facts, check_problems=1, is_read_only=self.is_read_only))

    def state(self) -> SafetyState:
        """Return what was done for the safety of the data, in numbers; of damaged records what is left."""
        record, keys, here = self.record, self._desk.keys.state(), self.here()
        if self.is_read_only:
            record = replace(record, check_problems=max(record.check_problems, 1))
        try:
            newest = self.newest()
            changes = self._desk.storage.later.after(newest.trail_count if newest else 0).changes
        except DamagedError:
            record = replace(record, check_problems=max(record.check_problems, 1))
            newest, changes = next((kept for kept in here if kept.is_whole), None), 0
        return SafetyState(
            record=record,
            keys=keys,
            backups=len(here),
            newest_at=newest.made_at if newest else None,
            changes=changes,
            cases=newest.counts.get("recovery_case", 0) if newest else 0,
        )

    def here(self) -> list[Kept]:
        """Return the backups in the data folder, the newest first."""
        return kept_in(self._folder / COPIES)

    def everywhere(self) -> list[Kept]:
        """Return all backups that can be reached now, the newest first."""
        place = self._second_place()
        there = kept_in(place, Where.SECOND) if place else []
        return sorted([*self.here(), *there], key=lambda kept: kept.made_at, reverse=True)

    def newest(self) -> Kept | None:
        """Return the newest whole backup here of what the records are now, None where there is none.

        After going back, newer backups hold what was given up: they do not count.
        """
        return next((kept for kept in self.here() if kept.is_whole and self._is_past_of_ours(kept)), None)

    def later(self, kept: Kept) -> "Later | None":
        """Return what was changed since a backup; None where it holds another course of things."""
        return self._desk.storage.later.after(kept.trail_count) if self._is_past_of_ours(kept) else None

    def chores(self) -> list[Chore]:
        """Return what is to be done by itself now, the most urgent first; nothing in a practice shop."""
        settings = self._desk.settings
        if settings.is_practice or not settings.is_set_up:
            return []
        record, now = self.record, self._desk.clock.now()
        if self.is_read_only:
            return due_of_damaged(record.check_at, now, is_settled=self._desk.storage.damage.is_settled)
        newest = self.newest()
        place = self._second_place()
        head = self._desk.storage.trail.head()
        second = next(iter(kept_in(place)), None) if place else None
        return due(
            LastDone(
                backup_at=newest.made_at if newest else None,
                second_at=record.second_at,
                check_at=record.check_at,
                drill_at=record.drill_at,
                is_changed=newest is None or newest.trail_count != head[0],
                is_second_behind=place is not None and (second is None or second.trail_head != head[1]),
            ),
            now,
        )

    @property
    def _folder(self) -> Path:
        return self._desk.storage.folder

    @property
    def _shop_id(self) -> UUID:
        return self._desk.storage.shop_id

    def _facts(self) -> SafetyFacts:
        from desktop_cs.storage.file.folder_checks import folder_warnings  # noqa: PLC0415 (as above)

        record, newest, keys = self.record, self.newest(), self._desk.keys.state()
        later = self._desk.storage.later
        return SafetyFacts(
            now=self._desk.clock.now(),
            begun_at=later.begun_at(),
            backup_at=newest.made_at if newest else None,
            unsaved_since=later.after(newest.trail_count if newest else 0).first_at,
            second_place=record.second_place,
            second_at=record.second_at,
            check_at=record.check_at,
            check_problems=max(record.check_problems, int(self.is_read_only)),
            is_read_only=self.is_read_only,
            drill_at=record.drill_at,
            drill_problems=record.drill_problems,
            has_phrase=keys.has_phrase,
            has_sheet=keys.has_sheet,
            renewal_due=keys.renewal_due,
            folder_warnings=tuple(warning.sentence for warning in folder_warnings(self._folder)),
        )

    def _second_place(self) -> Path | None:
        """Return the second place where it can be reached now; a share that is gone takes a while."""
        record = self.record
        return second_place.found(record.second_place, self._shop_id, record.second_mark)

    def _is_past_of_ours(self, kept: Kept) -> bool:
        """Return whether the records went through what a backup holds."""
        return (
            kept.shop_id == self._shop_id
            and self._desk.storage.trail.link_at(kept.trail_count) == kept.trail_head
        )
