"""Write the letters one by one on the screen: a big box, the next letter by Enter or Space."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.letters.hand.own.sample import Sample
from desktop_cs.letters.hand.own.sheet import BASELINE_MM, BOX_HEIGHT_MM, X_HEIGHT_MM
from desktop_cs.ui.letters.own_hand.ink_pad import InkPad
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from desktop_cs.ui.widgets.labels import text_label

_WIDEST_PX = 560


class LetterWriter(QWidget):
    """Asks for one letter after the other.

    Signals:
        written: A letter was written; its `Sample`.
        taken_back: The letter before is to be written anew; its character.
        stopped: That is all for now, or all are written.
    """

    written = Signal(object)
    taken_back = Signal(str)
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters: list[str] = []
        self._at = 0
        self._written: list[int] = []  # places that were written, not skipped
        lines = (BASELINE_MM / BOX_HEIGHT_MM, (BASELINE_MM - X_HEIGHT_MM) / BOX_HEIGHT_MM)
        self.pad = InkPad(_("Write the letter here"), lines, self)
        self.pad.setMaximumWidth(look().px(_WIDEST_PX))
        self.letter = text_label("", "h1", parent=self)
        self.progress = text_label("", "muted", parent=self)
        self.next = primary_button(_("Next letter"), "arrow-right", self)
        self.undo = secondary_button(_("Undo stroke"), "undo-2", self)
        self.skip = quiet_button(_("Skip"), parent=self)
        self.back = quiet_button(_("Write the one before anew"), "arrow-left", self)
        self.stop = secondary_button(_("Stop for now"), "check", self)
        self._lay_out()
        for button, act in (
            (self.next, self.go_on),
            (self.undo, self.pad.undo),
            (self.skip, self._skip),
            (self.back, self._go_back),
            (self.stop, self.stopped.emit),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        self.pad.changed.connect(self._show_state)

    def ask_for(self, letters: list[str]) -> None:
        """Ask for these letters, from the first."""
        self._letters, self._at, self._written = letters, 0, []
        self.pad.clear()

    def asked(self) -> str:
        """Return the letter that is asked for now, "" when all are written."""
        return self._letters[self._at] if self._at < len(self._letters) else ""

    def go_on(self) -> None:
        """Take what was written and ask for the next letter."""
        strokes = self.pad.strokes()
        if not strokes or not self.asked():
            return
        self.written.emit(Sample(self.asked(), self._on_the_line(strokes)))
        self._written.append(self._at)
        self._skip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter or Space, take a stroke back by Backspace."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in keys:
            self.go_on()
        elif event.key() == Qt.Key.Key_Backspace:
            self.pad.undo()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(L)
        head.addWidget(self.letter)
        head.addStretch(1)
        head.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(S)
        for button in (self.next, self.undo, self.skip, self.back):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.stop)
        told = _(
            "The darker line is the writing line; small letters reach the line above. Enter takes the letter."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(text_label(told, "muted", wrap=True, parent=self))
        column.addWidget(self.pad, 1)
        column.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _on_the_line(
        self, strokes: list[list[tuple[float, float, float]]]
    ) -> tuple[tuple[tuple[float, float], ...], ...]:
        """Return strokes as the sheet measures them: in heights of a small letter, up from the line."""
        unit = self.pad.height() / BOX_HEIGHT_MM * X_HEIGHT_MM
        return tuple(
            tuple((x / unit, (self.pad.line - y) / unit) for x, y, _force in stroke) for stroke in strokes
        )

    def _skip(self) -> None:
        self._at += 1
        self.pad.clear()
        if not self.asked():
            self.stopped.emit()

    def _go_back(self) -> None:
        if self._written:
            self._at = self._written.pop()
            self.taken_back.emit(self.asked())
            self.pad.clear()

    def _show_state(self) -> None:
        self.letter.setText(_("Write:  {letter}").format(letter=self.asked()))
        told = _("{number} of {count}").format(
            number=min(self._at + 1, len(self._letters)), count=len(self._letters)
        )
        self.progress.setText(told)
        has_ink = bool(self.pad.strokes())
        self.next.setEnabled(has_ink)
        self.undo.setEnabled(has_ink)
        self.back.setEnabled(bool(self._written))
