"""Writes a letter by hand away from the window: the newest words only, never two pages at once."""

from PySide6.QtCore import QObject, Signal

from desktop_cs.errors import DeskError
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.ui.actions import Actions

_Wanted = tuple[LetterRecord, tuple[float, float]]


class PageWriter(QObject):
    """Turns a letter into the PDF of its page.

    Args:
        actions: Through which the desk is asked in a worker.
        parent: The page.

    Signals:
        wrote: The page of the letter that was wanted last; its PDF.
        refused: It cannot be written; the sentence why.
    """

    wrote = Signal(bytes)
    refused = Signal(str)

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._wanted: _Wanted | None = None
        self._last: _Wanted | None = None  # what is on the screen, or being written
        self._is_writing = False
        self._refusal = ""  # why what was wanted last cannot be written

    def write(self, record: LetterRecord, shift_mm: tuple[float, float]) -> None:
        """Write this letter next; one that was wanted before and is not begun is left out."""
        self._wanted = (record, shift_mm)
        if self._refusal and not self._is_writing and _same(self._wanted, self._last):
            self.refused.emit(self._refusal)
        self._go_on()

    def forget(self) -> None:
        """Tell of no page any more."""
        self._wanted = self._last = None
        self._refusal = ""

    def _go_on(self) -> None:
        if self._is_writing or self._wanted is None or _same(self._wanted, self._last):
            return
        wanted = self._last = self._wanted
        self._is_writing = True
        letters = self._actions.desk.letters

        def written() -> bytes | DeskError:
            try:
                return letters.pdf(*wanted)
            except DeskError as refusal:  # no failure of the program: the page says how to go on
                return refusal

        work = self._actions.run_slow(written, lambda made: self._take(wanted, made))
        self.destroyed.connect(work.cancel)  # the window is built anew when its language changes

    def _take(self, wanted: _Wanted, made: bytes | DeskError) -> None:
        self._is_writing = False
        self._refusal = "" if isinstance(made, bytes) else str(made)
        if _same(wanted, self._wanted):
            if isinstance(made, bytes):
                self.wrote.emit(made)
            else:
                self.refused.emit(self._refusal)
        self._go_on()


def _same(one: _Wanted | None, other: _Wanted | None) -> bool:
    """Return whether both give the same page: what became of a letter moves no pen."""
    return one is not None and other is not None and _drawn(one) == _drawn(other)


def _drawn(wanted: _Wanted) -> tuple[object, ...]:
    record, shift_mm = wanted
    return record.language, record.text_blocks, record.seed, record.look, record.signature_id, shift_mm
