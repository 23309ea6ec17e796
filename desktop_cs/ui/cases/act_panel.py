"""What is asked above the form before something is done: a question, an answer, the act, and a way out."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.escape import took_escape
from desktop_cs.ui.theme.tokens import M
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ActPanel(Card):
    """A card that asks one thing. Return gives the answer, Esc puts the card away.

    Args:
        question: What is asked, in a short sentence.
        act: The words of the button.
        parent: The page.

    Signals:
        given: The answer was given.
        put_away: It is not wanted after all.
    """

    given = Signal(object)
    put_away = Signal()

    def __init__(self, question: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__("warn", M, parent)
        self._question = question
        self.column.addWidget(text_label(question, "strong", wrap=True, parent=self))
        self.act = primary_button(act, parent=self)
        self.act.clicked.connect(self.give)
        self._problem = text_label("", "problem", wrap=True, parent=self)
        self._problem.hide()

    def begin(self) -> None:
        """Put the focus where the answer begins."""
        raise NotImplementedError

    def give(self) -> None:
        """Give the answer as it stands."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this panel, the top layer."""
        return took_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Esc; give the answer on Return, or press the button that has the focus."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        elif event.key() in _RETURNS and isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
        elif event.key() in _RETURNS:
            self.give()
        else:
            super().keyPressEvent(event)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the answer."""
        self._problem.setText(sentence)
        self._problem.show()
        self.begin()

    def _add_words(self, placeholder: str, name: str = "") -> QLineEdit:
        """Add a line for own words and return it; Return in it reaches the panel by itself."""
        words = QLineEdit(self)
        words.setAccessibleName(name or self._question)
        words.setPlaceholderText(placeholder)
        self.column.addWidget(words)
        return words

    def _add_buttons(self, *others: QPushButton) -> None:
        """Add the line for problems and the buttons: the last that a panel adds."""
        self.column.addWidget(self._problem)
        row = QHBoxLayout()
        back = quiet_button(_("Not now"), parent=self)
        back.clicked.connect(self.put_away)
        for button in (self.act, *others, back):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
