"""Asking why: for a skipped step, and for closing, reopening or cancelling a case."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.escape import asks_for_escape
from desktop_cs.ui.theme.tokens import M
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup
from desktop_cs.ui.widgets.labels import text_label


class ReasonPanel(Card):
    """A question with ready answers and room for own words.

    Args:
        question: Why, in a short sentence.
        act: The words of the button.
        reasons: Ready reasons as (id, words); none asks for own words only.
        parent: The page.

    Signals:
        given: A reason was given: the id of a ready one, or own words.
        put_away: It is not wanted after all.
    """

    given = Signal(str)
    put_away = Signal()

    def __init__(
        self, question: str, act: str, reasons: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__("warn", M, parent)
        self.column.addWidget(text_label(question, "strong", wrap=True, parent=self))
        choices = [(key, ChoiceWords(words)) for key, words in reasons]
        self._choices = ChoiceGroup(choices, Mark.NONE, parent=self)
        self._choices.setAccessibleName(question)
        self._choices.setVisible(bool(reasons))
        self.column.addWidget(self._choices)
        self.words = QLineEdit(self)
        self.words.setAccessibleName(question)
        self.words.setPlaceholderText(_("or in your own words") if reasons else _("in a few words"))
        self.words.returnPressed.connect(self._give)
        self.column.addWidget(self.words)
        self._problem = text_label("", "problem", wrap=True, parent=self)
        self._problem.hide()
        self.column.addWidget(self._problem)
        row = QHBoxLayout()
        self.act = primary_button(act, parent=self)
        self.act.clicked.connect(self._give)
        back = quiet_button(_("Not now"), parent=self)
        back.clicked.connect(self.put_away)
        row.addWidget(self.act)
        row.addWidget(back)
        row.addStretch(1)
        self.column.addLayout(row)

    def begin(self) -> None:
        """Put the focus where the answer begins."""
        target = self._choices if self._choices.buttons() else self.words
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this panel, the top layer."""
        if asks_for_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Esc; give the chosen reason on Return."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._give()
        else:
            super().keyPressEvent(event)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the reason."""
        self._problem.setText(sentence)
        self._problem.show()
        self.words.setFocus()

    def _give(self) -> None:
        own = self.words.text().strip()
        self.given.emit(own or next(iter(self._choices.ids()), ""))
