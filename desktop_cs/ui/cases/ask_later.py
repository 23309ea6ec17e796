"""Asking a manager later: by when the customer hears, and what the manager should know."""

from datetime import datetime, time

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.ui.escape import took_escape
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.today.moment_line import MomentLine
from desktop_cs.ui.widgets.buttons import quiet_button, secondary_button
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label


class AskLater(QWidget):
    """A time that is suggested and can be changed, a line for the manager, and the button to ask.

    Args:
        now: The shop's wall time.
        suggested: The wall time by which the customer can be told.
        parent: The widget that it stands in.

    Signals:
        given: A manager is to be asked; the wall time by which the customer hears, and the words.
        put_away: It is not wanted after all.
    """

    given = Signal(object, str)
    put_away = Signal()

    def __init__(self, now: datetime, suggested: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = MomentLine(now, past=False, parent=self)
        self.line.day.set_raw(suggested.date().isoformat())
        self.line.time.setText(f"{suggested:%H:%M}")
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("What should the manager know? (need not be filled in)"))
        self.words.setAccessibleName(_("What should the manager know?"))
        self.words.setMinimumWidth(look().px(240))
        self.ask = secondary_button(_("Ask"), "shield-check", self)
        self.ask.clicked.connect(self._give)
        back = quiet_button(_("Not now"), parent=self)
        back.clicked.connect(self.put_away)
        self._problem = text_label("", "problem", wrap=True, parent=self)
        self._problem.hide()
        acts = FlowLayout(gap=(S, S))
        acts.addWidget(self.ask)
        acts.addWidget(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(text_label(_("The customer hears by"), "strong", parent=self))
        column.addWidget(self.line)
        column.addWidget(self.words)
        column.addWidget(self._problem)
        column.addLayout(acts)
        for before, after in ((self.line.time, self.words), (self.words, self.ask), (self.ask, back)):
            QWidget.setTabOrder(before, after)

    def begin(self) -> None:
        """Put the focus into the time, which is suggested already."""
        self.line.time.setFocus(Qt.FocusReason.TabFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the time."""
        self._problem.setText(sentence)
        self._problem.show()
        self.line.time.setAccessibleDescription(sentence)
        self.line.time.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this, the top layer."""
        return took_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Esc; ask on Return."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers().value:
            self._give()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        try:
            wall = self.line.moment(time())
        except UserError as refusal:
            self.show_problem(str(refusal))
            return
        if wall is None or not self.line.time.text().strip():
            self.show_problem(_("Write a time by which the customer hears, such as 15:00."))
            return
        self.given.emit(wall, self.words.text())
