"""Where somebody proves who they are: by their digits, or who forgot them by another secret."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.desk.people_work import Tile
from desktop_cs.errors import DeskError, UserError
from desktop_cs.i18n import _
from desktop_cs.shop.staff import Staff
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.entry.digits_card import DigitsCard
from desktop_cs.ui.entry.trying import Trying

if TYPE_CHECKING:
    from desktop_cs.ui.entry.forgotten_card import ForgottenCard


class Proof(QWidget):
    """Stands beside the tiles; digits are looked at beside the window, as hashing takes a while on purpose.

    Args:
        actions: Through which people are asked for.
        parent: The widget that it stands in.

    Signals:
        let_in: Somebody has proved who they are; the `Staff`.
        refused: Somebody has not; a wait may have begun.
    """

    let_in = Signal(object)
    refused = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._people = actions.desk.people
        self._trying = Trying(actions, self)
        self.staff: Staff | None = None
        self.card = DigitsCard(self)
        self.forgotten: ForgottenCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.card)
        self._column.addStretch(1)
        self.card.entered.connect(self._enter)
        self.card.forgotten.connect(self._forget)
        self._trying.right.connect(self._on_let_in)
        self._trying.refused.connect(self._refuse)
        self._trying.turned.connect(self._show_busy)
        self.hide()

    def ask(self, tile: Tile) -> None:
        """Ask this person for their digits, or where nobody could give them any, to choose some.

        What is still being looked at of somebody else lets nobody in any more: who was chosen last counts.
        """
        if self.staff is not None and self.staff.id != tile.staff.id:
            self._trying.forget()
        self.staff = staff = tile.staff
        self.show()
        self._put(self.card)
        choosing = self._people.may_choose_first(staff.id)
        self.card.show_person(staff, choosing=choosing)
        if not tile.has_digits and not choosing:
            self.card.show_refusal(UserError(_("A manager gives you digits: in Settings, under People.")))
        self.card.show_wait(tile)
        self.card.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Ask nobody any more."""
        self._trying.forget()
        self.staff = None
        self.hide()

    def show_wait(self, tile: Tile) -> None:
        """Count down how long the person who is asked has to wait still."""
        if self._asks(tile.staff) and not self._trying.is_busy:
            self.card.show_wait(tile)

    def can_type(self) -> bool:
        """Return whether digits can be typed now."""
        return self.card.isVisibleTo(self.window()) and self.card.field.isEnabled()

    def _enter(self, digits: str) -> None:
        staff = self.staff
        if staff is None:
            return
        people = self._people
        if people.may_choose_first(staff.id):
            self._trying.begin(lambda: people.choose_first_digits(staff.id, digits).value, staff.id)
        else:
            self._trying.begin(lambda: people.prove(staff.id, digits, lambda: self._asks(staff)), staff.id)

    def _asks(self, staff: Staff) -> bool:
        """Return whether it is still this person who is asked."""
        return self.staff is not None and self.staff.id == staff.id

    def _on_let_in(self, staff: Staff) -> None:
        self.card.field.wipe()
        self.let_in.emit(staff)

    def _refuse(self, refusal: DeskError, staff_id: UUID) -> None:
        if self.staff is not None and self.staff.id == staff_id:
            self._shown_card().show_refusal(refusal)
        self.refused.emit()

    def _show_busy(self) -> None:
        if self.forgotten is not None:
            self.forgotten.set_busy(busy=self._trying.is_busy)

    def _forget(self) -> None:
        """Say what the person does who forgot their digits."""
        from desktop_cs.ui.entry.forgotten_card import ForgottenCard  # noqa: PLC0415 (seldom)

        staff, people = self.staff, self._people
        can_prove = self._actions.ask(people.can_prove_otherwise)
        if staff is None or can_prove is None:
            return
        if self.forgotten is None:
            self.forgotten = ForgottenCard(self)
            self.forgotten.back.connect(self._leave_forgotten)
            self.forgotten.given.connect(self._renew)
            self._column.insertWidget(0, self.forgotten)
        others = [one.staff for one in people.tiles() if one.has_digits and one.staff.id != staff.id]
        self._put(self.forgotten)
        managers = [one.name for one in others if one.is_manager]
        self.forgotten.show_person(staff, managers, can_prove=can_prove)

    def _renew(self, secret: str, digits: str) -> None:
        staff, people = self.staff, self._people
        if staff is not None:
            self._trying.begin(lambda: people.renew_by_secret(staff.id, secret, digits).value, staff.id)

    def _leave_forgotten(self) -> None:
        staff = self.staff
        for tile in self._people.tiles() if staff is not None else ():
            if staff is not None and tile.staff.id == staff.id:
                self.ask(tile)

    def _put(self, card: QWidget) -> None:
        """Show one of the cards."""
        for one in (self.card, self.forgotten):
            if one is not None:
                one.setVisible(one is card)

    def _shown_card(self) -> "DigitsCard | ForgottenCard":
        is_forgotten = self.forgotten is not None and self.forgotten.isVisibleTo(self)
        return self.forgotten if self.forgotten is not None and is_forgotten else self.card
