"""One text under the wording check: looked at a moment after the last key, in pieces nobody feels."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip

from desktop_cs.guide.rewording import rewording
from desktop_cs.guide.wording_check import Mark, WordingCheck, without_overlaps
from desktop_cs.i18n import _
from desktop_cs.ui.wording.moved import moved
from desktop_cs.ui.wording.text_face import face_of, gap_in

PAUSE_MS = 500  # after the last key: nobody is corrected in the middle of a word
_PIECE_S = 0.004  # looked at in one go: a quarter of what a key may take (look.md, "Budgets")


class MarkedText(QObject):
    """Finds and underlines what a customer should better not read. It never changes the text by itself.

    Args:
        edit: Where the text is written.
        parent: Who asks for its marks.

    Signals:
        changed: There are other marks than before.
        shifted: The same marks, in the same order, stand elsewhere.
        cursor_moved: The cursor stands elsewhere.
        pointed_at: The mouse rests on the words of this mark.
    """

    changed = Signal()
    shifted = Signal()
    cursor_moved = Signal()
    pointed_at = Signal(object)

    def __init__(self, edit: QPlainTextEdit | QLineEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edit = edit
        self.marks: list[Mark] = []
        self._face = face_of(edit)
        self._check: WordingCheck | None = None
        self._text = self._face.text()
        self._pieces: Iterator[list[Mark]] = iter(())
        self._found: list[Mark] = []
        self._is_composing = False
        self._pause = _timer(self, PAUSE_MS, self._begin_look)
        self._turn = _timer(self, 0, self._go_on)
        self._face.changed.connect(self._on_changed)
        self._face.cursor_moved.connect(self.cursor_moved)
        edit.installEventFilter(self)
        if self._face.surface is not edit:
            self._face.surface.installEventFilter(self)

    def begin(self, check: WordingCheck | None) -> None:
        """Look at the text from now on with this check, or no more with None."""
        self._check = check
        self.stop()
        self._text = self._face.text()
        self._take([])
        if check is not None and self._text:
            self._pause.start()

    def look_now(self) -> None:
        """Look at the text at once and to its end; sentences that were seen before cost nothing."""
        self.stop()
        if self._check is not None:
            self._take_new(self._check.marks(self._text))

    def words(self, mark: Mark) -> str:
        """Return the marked words."""
        return self._text[mark.start : mark.end]

    def cursor(self) -> tuple[int, int]:
        """Return where the selection, or the cursor alone, begins and ends."""
        return self._face.cursor()

    def select(self, mark: Mark) -> None:
        """Select the marked words."""
        self._face.select(mark.start, mark.end)

    def use(self, mark: Mark) -> None:
        """Put the better wording in the place of the marked words; what is left to fill in gets selected."""
        change = rewording(self._text, mark)
        if change is None:
            return
        self._face.reword(change)
        gap = gap_in(change)
        end = change.start + len(change.words)
        self._face.select(*(gap or (end, end)))
        self.look_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep away while an input method composes; say at the word why it is marked."""
        if isinstance(event, QInputMethodEvent):
            self._compose(bool(event.preeditString()))
        elif event.type() == QEvent.Type.ToolTip and watched is self._face.surface:
            return self._show_reason(event)
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        before, self._text = self._text, self._face.text()
        if self._text == before or self._check is None:
            return
        self.stop()
        if self.marks:
            self._move(moved(self.marks, before, self._text))
        if self._text.strip() and not self._is_composing:
            self._pause.start()

    def stop(self) -> None:
        """Look no more until something changes."""
        self._pause.stop()
        self._turn.stop()

    def _begin_look(self) -> None:
        if self._check is None or self._is_composing:
            return
        self._found = []
        self._pieces = self._check.pieces(self._text)
        self._go_on()

    def _go_on(self) -> None:
        """Look at as many sentences as a moment allows; the others have their turn after waiting keys."""
        until = time.perf_counter() + _PIECE_S
        for piece in self._pieces:
            self._found += piece
            if time.perf_counter() > until:
                self._turn.start()
                return
        self._take_new(without_overlaps(self._found))

    def _move(self, kept: list[Mark]) -> None:
        """Take marks that only stand elsewhere; their underlining moves along by itself."""
        if len(kept) < len(self.marks):
            self._take(kept)
        elif kept != self.marks:
            self.marks = kept
            self.shifted.emit()

    def _take_new(self, marks: list[Mark]) -> None:
        if marks != self.marks:
            self._take(marks)

    def _take(self, marks: list[Mark]) -> None:
        self.marks = marks
        self._face.underline(marks)
        self.changed.emit()

    def _compose(self, is_composing: bool) -> None:
        """Leave a paragraph alone into which an input method writes: places in it are not settled."""
        if is_composing == self._is_composing:
            return
        self._is_composing = is_composing
        if is_composing:
            self.stop()
            first = self._face.composed_from()
            self._face.underline([mark for mark in self.marks if mark.end <= first])
        elif self._check is not None:
            self._face.underline(self.marks)
            self._pause.start()

    def _show_reason(self, event: QEvent) -> bool:
        """Show the reason as a tool tip; False where no marked words are under the mouse."""
        if not isinstance(event, QHelpEvent):
            return False
        place = self._face.place_under(event.pos())
        mark = next((mark for mark in self.marks if mark.start <= place <= mark.end), None)
        if mark is None:
            QToolTip.hideText()
            return False
        self.pointed_at.emit(mark)
        told = _("{reason}\nBetter: {better}\nAlt+Enter uses it, F7 goes to the next.")
        QToolTip.showText(event.globalPos(), told.format(reason=mark.reason, better=mark.better), self.edit)
        return True


def _timer(parent: MarkedText, ms: int, then: Callable[[], None]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(ms)
    made.timeout.connect(then)
    return made
