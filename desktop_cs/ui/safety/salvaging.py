"""Saving what can still be read of damaged records, and saying what it was; the records themselves stay."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_cs.desk.bringing_back import Order
from desktop_cs.desk.rescue import Rescue, Salvaged
from desktop_cs.i18n import _, ngettext
from desktop_cs.ui.safety.backup_words import rows_words
from desktop_cs.ui.safety.centred_card import CentredCard
from desktop_cs.ui.safety.restoring_view import RestoringView
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button

if TYPE_CHECKING:
    from desktop_cs.ui.main_window import MainWindow


class Salvaging(QObject):
    """Fills a window without pages: first with the work, then with what came of it.

    Args:
        window: The window.
        rescue: Does it.
        parent: Whatever it goes away with.

    Signals:
        bring_back_wanted: What was saved is to take the place of the records; its `Order`.
        left: Everything is to stay as it is.
    """

    bring_back_wanted = Signal(object)
    left = Signal()

    def __init__(self, window: "MainWindow", rescue: Rescue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self.view = RestoringView(
            rescue.salvage,
            _("Saving what can still be read"),
            _("The damaged records are being read, page by page; what is whole is saved beside them…"),
        )
        self.result: SalvagedCard | None = None
        self.view.done.connect(self._show)
        self.view.left.connect(self.left)
        window.fill(self.view)
        self.view.begin()

    def finish(self) -> None:
        """Wait until the work is over, before the program ends."""
        self.view.finish()

    def _show(self, salvaged: Salvaged, _secret: str) -> None:
        card = self.result = SalvagedCard(salvaged)
        card.go_on.clicked.connect(lambda: self.bring_back_wanted.emit(Order(salvaged.folder)))
        card.leave.clicked.connect(self.left)
        self._window.fill(card)
        card.go_on.setFocus()


class SalvagedCard(CentredCard):
    """Says what was saved, what was lost, and where it lies."""

    def __init__(self, salvaged: Salvaged) -> None:
        super().__init__(_("What could still be read is saved"))
        lost = sum(salvaged.lost.values())
        self.say(_("Saved: {rows}.").format(rows=rows_words(salvaged.rows)))
        self.say(
            ngettext("{count} row is lost.", "{count} rows are lost.", lost).format(count=lost)
            if lost
            else _("As far as one can tell, nothing is lost.")
        )
        told = _("It lies in the data folder as “{name}”. The damaged records are as they were.")
        self.say(told.format(name=salvaged.folder.name))
        self.go_on = primary_button(_("Go on with what was saved"))
        self.leave = quiet_button(_("Leave everything as it is"))
        self.add_buttons(self.go_on, self.leave)
