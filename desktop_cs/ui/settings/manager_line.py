"""A quiet line above what only a manager may change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.settings.field_line import ProblemLine, fix_width
from desktop_cs.ui.settings.person_line import digits_field
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label


class ManagerLine(Card):
    """Asks for a manager's digits.

    Signals:
        given: Digits were entered.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", M, parent)
        told = _(
            "Only a manager changes this. You can read everything; a manager’s digits open it for this visit."
        )
        self.digits = digits_field(self)
        fix_width(self.digits, 200)
        self.digits.setPlaceholderText(_("Manager’s digits"))
        self.digits.setAccessibleName(_("Manager’s digits"))
        self.digits.setEchoMode(self.digits.EchoMode.Password)
        self.open = secondary_button(_("Unlock"), "key-round", self)
        self._problem = ProblemLine(self)
        row = FlowLayout(gap=(S, S))
        row.addWidget(self.digits)
        row.addWidget(self.open)
        self.column.addWidget(text_label(told, wrap=True, parent=self))
        self.column.addLayout(row)
        self.column.addWidget(self._problem)
        self.digits.returnPressed.connect(self._give)
        self.open.clicked.connect(self._give)

    @property
    def problem(self) -> str:
        """Return the sentence below, or ""."""
        return self._problem.sentence

    def show_problem(self, sentence: str) -> None:
        """Say why it stays closed."""
        self.digits.clear()
        self._problem.show_for(sentence, self.digits)
        if sentence:
            self.digits.setFocus()

    def _give(self) -> None:
        self.given.emit(self.digits.text())
