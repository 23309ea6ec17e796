"""Keys, keychain: whether this PC opens the records by itself for whoever is signed in to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_cs.desk.key_work import KeyState
from desktop_cs.i18n import _
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice, Mark
from desktop_cs.ui.widgets.labels import text_label


class KeychainPart(Card):
    """One box to tick; hidden where this PC has no keychain.

    Signals:
        turned: The keychain is to open the records, or not any more.
    """

    turned = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", L, parent)
        self.column.setSpacing(M)
        told = _(
            "For a PC that only you can sign in to: the keychain of the system then keeps one more key, and "
            "the pass phrase is not asked for at each start. When the keychain is emptied, the pass phrase "
            "and the sheet open the records as before."
        )
        self.box = ManyChoice(
            ChoiceWords(_("This PC opens the records without the pass phrase")), Mark.TICK, parent=self
        )
        self.column.addWidget(text_label(_("Keychain of this PC"), "h2", parent=self))
        self.column.addWidget(text_label(told, wrap=True, parent=self))
        self.column.addWidget(self.box)
        self.box.clicked.connect(self.turned)

    def show_state(self, state: KeyState) -> None:
        """Show whether it is in use; nothing where there is no keychain, or nothing to open."""
        self.box.setChecked(state.has_keychain)
        self.setVisible(state.has_phrase and (state.keychain_offered or state.has_keychain))
