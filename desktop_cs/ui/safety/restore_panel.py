"""The one question before a backup takes the place of the records: what goes, and what is kept."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.escape import took_escape
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.buttons import danger_button, quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label


class RestorePanel(Card):
    """Asks once whether to go back to a backup. Esc puts it away.

    Args:
        when: When the backup was made, in words.
        lost: What would be gone.
        parent: The widget that it stands in.

    Signals:
        given: The backup is to take the place of the records.
        put_away: Everything is to stay as it is.
    """

    given = Signal()
    put_away = Signal()

    def __init__(self, when: str, lost: str, parent: QWidget | None = None) -> None:
        super().__init__("warn", L, parent)
        kept = _(
            "The records as they are now are not thrown away: they stay in the data folder under a name that "
            "ends in “before-restore”."
        )
        question = _("Go back to the shop’s records as of {when}?").format(when=when)
        self.column.addWidget(text_label(question, "lead-strong", wrap=True, parent=self))
        self.lost = text_label(lost, wrap=True, parent=self)
        self.column.addWidget(self.lost)
        self.column.addWidget(text_label(kept, wrap=True, parent=self))
        self.act = danger_button(_("Restore the backup: {when}").format(when=when), parent=self)
        self.back = quiet_button(_("Leave everything as it is"), parent=self)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self.act)
        row.addWidget(self.back)
        row.addStretch(1)
        self.column.addLayout(row)
        self.act.clicked.connect(self.given)
        self.back.clicked.connect(self.put_away)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this panel, the top layer."""
        return took_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)
