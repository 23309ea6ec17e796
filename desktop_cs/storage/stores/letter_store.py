"""Keep letters, so that a reprint is the same to the last stroke."""

from datetime import datetime
from uuid import UUID

from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.fields import stored_moment
from desktop_cs.storage.tables.records import LetterRow
from desktop_cs.storage.tables.rows import row_of, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, update_sql, upsert_sql

_OF_CASE = Statement(
    lambda: LetterRow.select().where(LetterRow.case_id == GIVEN).order_by(LetterRow.made_at, LetterRow.id)
)


class LetterStore:
    """The letters of one file."""

    def __init__(self, file: ShopFile, trail: Trail) -> None:
        self._file = file
        self._trail = trail

    def save(self, letter: LetterRecord) -> None:
        """Keep a new or changed letter."""
        row = row_of(LetterRow, letter, {"shop_id": self._file.shop_id})
        self._file.write(upsert_sql(LetterRow, ("id",)), row)
        self._trail.note("letter.saved", letter.id)

    def of_case(self, case_id: UUID) -> list[LetterRecord]:
        """Return the letters of a case, oldest first."""
        rows = self._file.rows(_OF_CASE.sql, (case_id.bytes,))
        return [LetterRecord(**values_of(LetterRow, row, frozenset({"shop_id"}))) for row in rows]

    def mark_printed(self, letter_id: UUID, at: datetime) -> None:
        """Keep when a letter was printed; KeyError when there is no such one."""
        if not self._file.write(update_sql(LetterRow, ("printed_at",)), (stored_moment(at), letter_id.bytes)):
            raise KeyError(letter_id)
        self._trail.note("letter.printed", letter_id)
