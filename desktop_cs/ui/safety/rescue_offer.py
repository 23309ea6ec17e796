"""What is offered where the records do not open: the newest backup, another one, what can still be read."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop_cs.desk.bringing_back import Order
from desktop_cs.desk.kept import Kept, kept_on
from desktop_cs.desk.rescue import Rescue
from desktop_cs.i18n import _
from desktop_cs.ui.safety.backup_words import content_words, moment_words
from desktop_cs.ui.slow_work import SlowWork
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, secondary_button, set_words
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label


class RescueOffer(QWidget):
    """Looks for the newest whole backup at once; deletes nothing and offers no deleting.

    Signals:
        bring_back_wanted: A backup is to take the place of the records; its `Order`.
        salvage_wanted: What can still be read of the records is to be saved.
    """

    bring_back_wanted = Signal(object)
    salvage_wanted = Signal()

    def __init__(self, rescue: Rescue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rescue = rescue
        self._kept: Kept | None = None
        self._shop_id: UUID | None = None  # of the backup that lay here, None where nothing tells
        self.told = text_label(_("The newest backup is being looked for…"), wrap=True, parent=self)
        self.bring = primary_button("", "undo-2", self)
        self.other = secondary_button(_("Choose a backup on a stick…"), "hard-drive", self)
        self.salvage = quiet_button(_("Save what can still be read"), "download", self)
        row = FlowLayout(gap=(M, S))
        for button in (self.bring, self.other, self.salvage):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.told)
        column.addLayout(row)
        self.bring.hide()
        self.salvage.setVisible(rescue.has_records)
        self.bring.clicked.connect(self._bring)
        self.other.clicked.connect(self._choose)
        self.salvage.clicked.connect(self.salvage_wanted)
        self._slow = self._search(rescue.newest, self._offer_found)

    def finish(self) -> None:
        """Wait until what is looked for is found, before the program ends."""
        self._slow.wait()

    def _search(self, find: Callable[[], Kept | None], then: Callable[[Kept | None], None]) -> SlowWork:
        slow = SlowWork(find, self)
        slow.gave.connect(then)
        slow.start()
        return slow

    def _offer_found(self, kept: Kept | None) -> None:
        """Offer the newest that lay here; it says whose the records were."""
        self._shop_id = kept.shop_id if kept is not None else None
        self._offer(kept)

    def _offer_chosen(self, kept: Kept | None) -> None:
        """Offer the one of a stick, unless it is known to be another shop's; doubt about that is told."""
        if kept is not None and self._shop_id not in (None, kept.shop_id):
            self.told.setText(
                _("The stick holds the backup of another shop; it was left as it is. Choose another stick.")
            )
            self.other.setFocus()
            return
        self._offer(kept)
        if kept is not None and self._shop_id is None:
            doubt = _(
                "Nothing here says whose it is: once it is open, look at the name of the shop in Settings. "
                "What is here now is kept beside it."
            )
            self.told.setText(f"{self.told.text()}\n\n{doubt}")

    def _offer(self, kept: Kept | None) -> None:
        self._kept = kept
        self.bring.setVisible(kept is not None)
        if kept is None:
            self.told.setText(
                _("No whole backup was found there. If there is one on a stick, plug it in and choose it.")
            )
            self.other.setFocus()
            return
        when = self._rescue.words_for(kept, moment_words)
        told = _("There is a whole backup: {when}, with {content}. What was written after that is not in it.")
        self.told.setText(told.format(when=when, content=content_words(kept.counts, kept.bytes)))
        set_words(self.bring, _("Bring back the backup: {when}").format(when=when))
        self.bring.setFocus()

    def _bring(self) -> None:
        if self._kept is not None:
            self.bring_back_wanted.emit(Order(self._kept.folder))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where is the stick?"))
        if chosen:
            place = Path(chosen)
            self._slow = self._search(
                lambda: next((kept for kept in kept_on(place) if kept.is_whole), None), self._offer_chosen
            )
