"""What fills the window when the data cannot be opened: one plain sentence, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_cs.desk.rescue import Rescue
from desktop_cs.errors import DamagedError, DeskError, ShopError
from desktop_cs.i18n import _
from desktop_cs.ui.safety.centred_card import CentredCard
from desktop_cs.ui.safety.rescue_offer import RescueOffer
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, set_kind, turn_chevron
from desktop_cs.ui.widgets.labels import text_label


class FailedStart(CentredCard):
    """Stands where the pages would; nothing else of the program works meanwhile.

    Args:
        refusal: Why the data is not open.
        rescue: What can be done for damaged records; None where nothing is offered.
        parent: The window's body.

    Signals:
        again: It is to be tried once more.
        leave: The program is to be closed.
        bring_back_wanted: A backup is to take the place of the records; its `Order`.
        salvage_wanted: What can still be read of the records is to be saved.
    """

    again = Signal()
    leave = Signal()
    bring_back_wanted = Signal(object)
    salvage_wanted = Signal()

    def __init__(
        self, refusal: DeskError, rescue: Rescue | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("The shop’s records are not open"), parent)
        is_offered = rescue is not None and isinstance(refusal, DamagedError)
        self.say(_damaged_words() if is_offered else str(refusal))
        self.offer: RescueOffer | None = None
        self.try_again = primary_button(_("Try again"), "refresh-cw", self)
        self.try_again.clicked.connect(self.again)
        close = quiet_button(_("Close the program"), parent=self)
        close.clicked.connect(self.leave)
        if rescue is not None and is_offered:
            self._add_offer(rescue)
        self.add_buttons(self.try_again, close)
        if isinstance(refusal, ShopError) and refusal.details:
            self._fold_in(f"{refusal}\n{refusal.details}" if is_offered else refusal.details)

    def finish(self) -> None:
        """Wait until what is looked for is found, before the program ends."""
        if self.offer is not None:
            self.offer.finish()

    def _add_offer(self, rescue: Rescue) -> None:
        self.offer = RescueOffer(rescue, self)
        self.offer.bring_back_wanted.connect(self.bring_back_wanted)
        self.offer.salvage_wanted.connect(self.salvage_wanted)
        self.card.column.addWidget(self.offer)
        set_kind(self.try_again, "quiet", "refresh-cw")

    def _fold_in(self, details: str) -> None:
        fold = quiet_button(_("Details for support"), "chevron-right", self)
        turn_chevron(fold)
        told = text_label(details, "caption", wrap=True, parent=self)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told.hide()
        fold.toggled.connect(told.setVisible)
        self.card.column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.column.addWidget(told)


def _damaged_words() -> str:
    """Return what a person needs to know; what to do with the files by hand is folded away for support."""
    return _(
        "The records on the disk are damaged, or not all there. Nothing was changed and nothing was deleted. "
        "Bring back the backup now, and have somebody look at the disk."
    )
