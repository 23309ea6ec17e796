"""The part of the desk that puts things on paper: letters, the hands that write them, months."""

from functools import cached_property
from typing import TYPE_CHECKING

from desktop_cs.desk.safe_desk import SafeDesk

if TYPE_CHECKING:
    from desktop_cs.desk.hand_work import HandWork
    from desktop_cs.desk.letter_work import LetterWork
    from desktop_cs.desk.month_work import MonthWork


class PaperDesk(SafeDesk):
    """What a shop puts on paper. Parts are made when they are first needed."""

    @cached_property
    def letters(self) -> "LetterWork":
        """Return the acts on letters."""
        from desktop_cs.desk.letter_work import LetterWork  # noqa: PLC0415 (made when first needed)

        return LetterWork(self)

    @cached_property
    def hands(self) -> "HandWork":
        """Return the acts on people's own hands and signatures."""
        from desktop_cs.desk.hand_work import HandWork  # noqa: PLC0415 (made when first needed)

        return HandWork(self)

    @cached_property
    def months(self) -> "MonthWork":
        """Return the manager's month."""
        from desktop_cs.desk.month_work import MonthWork  # noqa: PLC0415 (made when first needed)

        return MonthWork(self)
