"""Whether the trail is whole, in one sentence with what was found; and comparing it with a print."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_cs.desk.trail_verdict import TrailVerdict
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.labels import set_property, text_label

_LOOKS = {True: ("ok", "shield-check"), False: ("danger", "triangle-alert")}
_ICON_PX = 28


class WholeCard(Card):
    """Says what was found; hidden until something was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ok", L, parent)
        self._signs = {good: IconLabel(icon, kind, _ICON_PX, self) for good, (kind, icon) in _LOOKS.items()}
        self.sentence = text_label("", "lead-strong", wrap=True, parent=self)
        self.details = text_label("", wrap=True, parent=self)
        words = QVBoxLayout()
        words.setSpacing(S)
        words.addWidget(self.sentence)
        words.addWidget(self.details)
        line = QHBoxLayout()
        line.setSpacing(M)
        for sign in self._signs.values():
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.column.addLayout(line)
        self.hide()

    def show_verdict(self, verdict: TrailVerdict) -> None:
        """Show what looking through all of it found."""
        self.show_words(verdict.sentence, "\n".join(verdict.details), is_good=verdict.is_whole)

    def show_words(self, sentence: str, details: str = "", *, is_good: bool) -> None:
        """Show a sentence, and below it what belongs to it."""
        set_property(self, "card", _LOOKS[is_good][0])
        for good, sign in self._signs.items():
            sign.setVisible(good is is_good)
        self.sentence.setText(sentence)
        self.details.setText(details)
        self.details.setVisible(bool(details))
        self.show()


class CompareLine(QWidget):
    """What a print says is typed in here.

    Signals:
        typed: It is to be compared; what was typed.
    """

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(_("From a print: number of entries and eight groups of digits"))
        self.line.setAccessibleName(_("Number of entries and digits from a print"))
        self.compare = secondary_button(_("Compare"), "check", self)
        self.problem = text_label("", "problem", wrap=True, parent=self)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self.line, 1)
        row.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(row)
        column.addWidget(self.problem)
        self.compare.clicked.connect(lambda: self.typed.emit(self.line.text()))
        self.line.returnPressed.connect(lambda: self.typed.emit(self.line.text()))

    def show_problem(self, problem: UserError | None) -> None:
        """Say at the line what is wrong with what was typed; None takes that away."""
        self.problem.setText(str(problem) if problem else "")
        self.problem.setVisible(problem is not None)
