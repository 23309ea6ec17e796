"""One row of Today: when, who, what is to be done, and the ways to be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.today.words import Due, DueWords
from desktop_cs.ui.widgets.buttons import quiet_button, secondary_button
from desktop_cs.ui.widgets.cards import RowCard

_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DueRow(RowCard):
    """A follow-up or promise on its row; `clicked` (and Enter) opens its case.

    Args:
        due: What is due.
        words: How it reads.
        when: What stands first: a time of day, or a day.
        parent: The widget that it stands in.

    Signals:
        done_wanted: "Done" was pressed.
        later_wanted: "Later" was pressed.
        moved: An arrow key asks for the row above (-1) or below (1).
    """

    done_wanted = Signal()
    later_wanted = Signal()
    moved = Signal(int)

    def __init__(self, due: Due, words: DueWords, when: str, parent: QWidget | None = None) -> None:
        super().__init__(
            due.who, words.what, time=when, icon_name=words.icon, late=bool(words.late), parent=parent
        )
        self.due = due
        self._reading = (words, when)
        self.setToolTip(_("Enter opens the case"))
        if words.late:
            self.add_badge(words.late, "danger")
        for label in self.findChildren(QLabel):
            label.setForegroundRole(
                QPalette.ColorRole.WindowText
            )  # inside a button Qt takes the button's own colour
            if label.text() == when:
                label.setMinimumWidth(look().px(84))  # of a day, so that the names stand below each other

    def reads(self, due: Due, words: DueWords, when: str) -> bool:
        """Return whether the row shows just this, so that it need not be built anew."""
        return self.due == due and self._reading == (words, when)

    def offer_done(self) -> None:
        """Put "Later" and "Done" at the end."""
        later = quiet_button(_("Later"), "clock", self)
        later.setToolTip("Ctrl+L")
        later.clicked.connect(self.later_wanted)
        done = secondary_button(_("Done"), "check", self)
        done.setToolTip("Ctrl+Enter")
        done.clicked.connect(self.done_wanted)
        for button in (later, done):
            self._add_named(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steer by the keyboard: arrows, Ctrl+Enter, Ctrl+L; Return presses the button that has the focus."""
        key, ctrl = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        focused = QApplication.focusWidget()
        if key in _ARROWS and not ctrl:
            self.moved.emit(_ARROWS[key])
        elif key in _RETURNS and ctrl:
            self.done_wanted.emit()
        elif key == Qt.Key.Key_L and ctrl:
            self.later_wanted.emit()
        elif key in _RETURNS and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _add_named(self, button: QPushButton) -> None:
        """Add a button whose spoken name says for whom."""
        button.setAccessibleName(_("{act}: {who}").format(act=button.text(), who=self.due.who))
        self.add_button(button)
