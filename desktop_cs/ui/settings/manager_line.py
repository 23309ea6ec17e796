"""A quiet line above what only a manager may change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.entry.managers_digits import ManagersDigits
from desktop_cs.ui.theme.tokens import M
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label


class ManagerLine(Card):
    """Asks for a manager's digits.

    Args:
        actions: Through which it is asked how long to wait after wrong ones.
        parent: The widget that it stands in.

    Signals:
        given: Digits were entered.
    """

    given = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("quiet", M, parent)
        told = _(
            "Only a manager changes this. You can read everything; a manager’s digits open it for this visit."
        )
        self.digits = ManagersDigits(actions, secondary_button(_("Unlock"), "key-round", self), self)
        self.column.addWidget(text_label(told, wrap=True, parent=self))
        self.column.addWidget(self.digits)
        self.digits.entered.connect(self.given)
