"""Keep letters, so that a reprint is the same to the last stroke."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import peewee

from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.records import CaseRow, LetterRow
from desktop_cs.storage.tables.rows import fields_of, row_of, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, upsert_sql

_OF_CASE = Statement(
    lambda: LetterRow.select().where(LetterRow.case_id == GIVEN).order_by(LetterRow.made_at, LetterRow.id)
)
_BY_ID = Statement(lambda: LetterRow.select().where(LetterRow.id == GIVEN))
_NAMED_IN_LOOK = Statement(
    lambda: LetterRow.select(LetterRow.id).where(peewee.fn.instr(LetterRow.look, GIVEN)).limit(GIVEN)
)
_FORGET = Statement(lambda: LetterRow.delete().where(LetterRow.id == GIVEN))


_NEWEST = Statement(
    lambda: (
        LetterRow.select(*fields_of(LetterRow), CaseRow.number, CaseRow.who)
        .join(CaseRow, on=(CaseRow.id == LetterRow.case_id))
        .order_by(LetterRow.made_at.desc(), LetterRow.id.desc())
        .limit(GIVEN)
    )
)
_WIDTH = len(fields_of(LetterRow))


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line of the register of letters: the letter, whom it is to, and the number of its case."""

    record: LetterRecord
    to: str
    case_number: int


class LetterStore:
    """The letters of one file."""

    def __init__(self, file: ShopFile, trail: Trail) -> None:
        self._file = file
        self._trail = trail

    def save(self, letter: LetterRecord, deed: str = "letter.saved") -> None:
        """Keep a new or changed letter; `deed` names for the trail what was done with it."""
        row = row_of(LetterRow, letter, {"shop_id": self._file.shop_id})
        self._file.write(upsert_sql(LetterRow, ("id",)), row)
        self._trail.note(deed, letter.id, (), (LetterRow, row), letter.case_id)

    def forget(self, letter_id: UUID) -> None:
        """Remove a letter that was kept by mistake."""
        self._file.write(_FORGET.sql, (letter_id.bytes,))
        self._trail.note("letter.removed", letter_id)

    def get(self, letter_id: UUID) -> LetterRecord | None:
        """Return a letter, or None when there is no such one."""
        rows = self._file.rows(_BY_ID.sql, (letter_id.bytes,))
        return _letter(rows[0]) if rows else None

    def of_case(self, case_id: UUID) -> list[LetterRecord]:
        """Return the letters of a case, oldest first."""
        return [_letter(row) for row in self._file.rows(_OF_CASE.sql, (case_id.bytes,))]

    def are_written_with(self, hand: str) -> bool:
        """Return whether any letter is written with this hand, as a look names a person's own: "own:<id>"."""
        return bool(self._file.rows(_NAMED_IN_LOOK.sql, (hand, 1)))

    def newest(self, limit: int) -> list[RegisterLine]:
        """Return the register of letters, newest first, at most `limit` lines."""
        return [_line(row) for row in self._file.rows(_NEWEST.sql, (limit,))]


def _letter(row: Sequence[object]) -> LetterRecord:
    return LetterRecord(**values_of(LetterRow, row, frozenset({"shop_id"})))


def _line(row: Sequence[object]) -> RegisterLine:
    number, who = row[_WIDTH:]
    return RegisterLine(_letter(row[:_WIDTH]), str(who), int(str(number)))
