"""One answer to choose: one of which only one holds, or one that holds beside others."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from desktop_cs.ui.widgets.choice_face import ChoiceFace, ChoiceWords, Mark

__all__ = ["ChoiceWords", "ManyChoice", "Mark", "OneChoice"]


class OneChoice(ChoiceFace, QRadioButton):
    """A choice of which only one holds; picking it again takes it back.

    Signals:
        moved: An arrow key asks for another choice: steps to the right, steps down.
    """

    moved = Signal(int, int)

    def __init__(
        self, words: ChoiceWords, mark: Mark = Mark.NONE, digit: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_up(words, mark, digit)
        self.led_to = False  # by arrow keys, from another choice of the group

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget that arrows led here."""
        self.led_to = False
        super().focusOutEvent(event)

    def hold(self, *, held: bool) -> None:
        """Let it hold or not; what Qt calls exclusive it would never let go of."""
        self.setAutoExclusive(False)
        self.setChecked(held)
        self.setAutoExclusive(True)  # a screen reader says "radio button" only then

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick on Space; on Return let the form go on; report arrows.

        Return picks only what arrows led to: who skips ahead with Return answers nothing.
        """
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers().value:
            if self.led_to and not self.isChecked():
                self.click()
            event.ignore()
        elif not _moved(self, event):
            super().keyPressEvent(event)


class ManyChoice(ChoiceFace, QCheckBox):
    """A choice that holds beside others.

    Signals:
        moved: An arrow key asks for another choice: steps to the right, steps down.
    """

    moved = Signal(int, int)

    def __init__(
        self, words: ChoiceWords, mark: Mark = Mark.TICK, digit: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_up(words, mark, digit)
        self.led_to = False  # as for the other kind; Return never picks here

    def hold(self, *, held: bool) -> None:
        """Let it hold or not."""
        self.setChecked(held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick on Space; report arrows."""
        if not _moved(self, event):
            super().keyPressEvent(event)


_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def _moved(button: OneChoice | ManyChoice, event: QKeyEvent) -> bool:
    step = _ARROWS.get(Qt.Key(event.key()))
    if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return False
    button.moved.emit(*step)
    return True
