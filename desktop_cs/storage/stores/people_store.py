"""Keep who typed wrong digits, what people did at the door, and find what somebody who leaves has open."""

from uuid import UUID

import peewee

from desktop_cs.cases.states import CaseState
from desktop_cs.shop.lock_out import WrongTries
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.stores.tries_beside import TriesBeside
from desktop_cs.storage.tables.people_records import WrongTriesRow
from desktop_cs.storage.tables.records import CaseRow, FollowUpRow
from desktop_cs.storage.tables.rows import row_of, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, upsert_sql
from desktop_cs.storage.uuid7 import uuid7

_OVER = (CaseState.CLOSED, CaseState.CANCELLED)
_TRIES = Statement(lambda: WrongTriesRow.select().order_by(WrongTriesRow.id))
_CASES = Statement(
    lambda: (
        CaseRow.select(CaseRow.id)
        .where((CaseRow.owner == GIVEN) & CaseRow.state.not_in([GIVEN for _state in _OVER]))
        .order_by(CaseRow.place)
    )
)
_FOLLOW_UPS = Statement(
    lambda: (
        FollowUpRow.select(FollowUpRow.id)
        .where((FollowUpRow.staff_id == GIVEN) & (FollowUpRow.state == peewee.SQL("'open'")))
        .order_by(FollowUpRow.due_at, FollowUpRow.id)
    )
)


class PeopleStore:
    """What one file keeps about the people who sign in there.

    People sign in to damaged records too: somebody has to bring a backup back. Their wrong digits are counted
    beside the file then, and its trail, which nothing is written into any more, does not tell of it.

    Args:
        file: The file.
        trail: Its trail.
        beside: The wrong digits that are counted beside it.
    """

    def __init__(self, file: ShopFile, trail: Trail, beside: TriesBeside) -> None:
        self._file = file
        self._trail = trail
        self._beside = beside

    def tries(self) -> dict[UUID, WrongTries]:
        """Return the wrong tries of everybody who had some, by person."""
        left_out = frozenset({"id", "shop_id"})
        found = [WrongTries(**values_of(WrongTriesRow, row, left_out)) for row in self._file.rows(_TRIES.sql)]
        return {one.staff_id: one for one in found} | self._beside.read()

    def save_tries(self, tries: WrongTries) -> None:
        """Keep how often wrong digits were typed for somebody.

        Raises:
            ShopError: The disk does not let us.
        """
        if self._file.act.is_reading_only:
            self._beside.save(tries)
            return
        row = row_of(WrongTriesRow, tries, {"id": uuid7(), "shop_id": self._file.shop_id})
        self._file.write(upsert_sql(WrongTriesRow, ("shop_id", "staff_id")), row)
        self._beside.forget(tries.staff_id)

    def note(self, what: str, staff_id: UUID) -> None:
        """Write into the trail what happened at the door, such as "staff.signed_in"."""
        if not self._file.act.is_reading_only:
            self._trail.note(what, staff_id)

    def open_cases(self, owner: UUID) -> list[UUID]:
        """Return the cases of a person that are neither closed nor cancelled, oldest first."""
        return [UUID(bytes=row[0]) for row in self._file.rows(_CASES.sql, (owner.bytes, *_OVER))]

    def open_follow_ups(self, staff_id: UUID) -> list[UUID]:
        """Return the open follow-ups that a person was to do, the next one first."""
        return [UUID(bytes=row[0]) for row in self._file.rows(_FOLLOW_UPS.sql, (staff_id.bytes,))]
