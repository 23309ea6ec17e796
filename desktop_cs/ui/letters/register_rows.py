"""The lines of the register of letters as they are shown, read away from the window. Knows no Qt."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_cs.i18n import _
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.letters.letter_words import kind_words, state_words

if TYPE_CHECKING:
    from desktop_cs.desk.desk import Desk

_MOST = 200  # lines; more are found by searching
_MOST_LOOKED_THROUGH = 2000  # for those that are not posted


class Shown(StrEnum):
    """Which letters are listed."""

    DUE = "due"
    UNPOSTED = "unposted"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line: whom the letter is to, the number of its case, and the letter; None where none was kept."""

    case_id: UUID
    to: str
    number: int
    record: LetterRecord | None = None

    @property
    def key(self) -> UUID:
        """Return what tells the line from all others."""
        return self.record.id if self.record is not None else self.case_id

    def title(self) -> str:
        """Return the first line: whom it is to."""
        return self.to or _("Nobody named")

    def text(self, hours: OpeningHours, now: datetime) -> str:
        """Return the second line: the case, the kind, what became of it."""
        number = _("Case {number}").format(number=self.number)
        if self.record is None:
            told = _("To be thanked by letter")
            return f"{number} · {told}"
        return f"{number} · {kind_words(self.record.kind)} · {state_words(self.record, hours, now)}"


def rows_of(desk: "Desk", which: Shown, text: str) -> list[RegisterRow]:
    """Return the lines that are listed.

    Args:
        desk: The desk.
        which: Those to be printed today, those that are not posted, or all.
        text: Part of a name or the number of a case; "" for all.
    """
    if which is Shown.DUE:
        due = [
            RegisterRow(one.case.id, one.case.who, one.case.number) for one in desk.follow_ups.letters_due()
        ]
        return [row for row in due if _fits(row, text)]
    limit = _MOST if which is Shown.ALL else _MOST_LOOKED_THROUGH
    lines = desk.letters.register(text, limit)
    rows = [RegisterRow(one.record.case_id, one.to, one.case_number, one.record) for one in lines]
    if which is Shown.UNPOSTED:
        rows = [row for row in rows if row.record is not None and row.record.posted_at is None]
    return rows[:_MOST]


def _fits(row: RegisterRow, text: str) -> bool:
    sought = text.strip().casefold()
    return not sought or sought in row.to.casefold() or sought == str(row.number)
