"""Which backups outlive an erasing, until when, and the way to have done with them now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label


class BackupsCard(Card):
    """Hidden while no backup holds anything that was erased.

    Signals:
        renew_wanted: Fresh backups are to take the place of those.
    """

    renew_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", L, parent)
        self.column.setSpacing(M)
        self.column.addWidget(text_label(_("Backups"), "strong", parent=self))
        self.told = text_label("", wrap=True, parent=self)
        self.column.addWidget(self.told)
        self.renew = secondary_button(_("Make a fresh backup and remove those"), "refresh-cw", self)
        self.column.addWidget(self.renew)
        self.renew.clicked.connect(self.renew_wanted)
        self.hide()

    def show_told(self, sentences: list[str]) -> None:
        """Show these sentences; none hides the card."""
        self.told.setText("\n".join(sentences))
        self.setVisible(bool(sentences))
