"""What somebody does who forgot their digits: ask a manager, or prove by another secret who they are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_cs.errors import DeskError, UserError
from desktop_cs.i18n import _
from desktop_cs.shop.staff import Staff
from desktop_cs.ui.entry.digits_field import DigitsField
from desktop_cs.ui.entry.secret_field import SecretField
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label

_WIDE_PX = 380


class ForgottenCard(Card):
    """Plain words, and for the only manager a field for the pass phrase or the recovery sheet's code.

    Signals:
        given: The secret, and the new digits.
        back: It is to be tried with the digits after all.
    """

    given = Signal(str, str)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", L, parent)
        self.setFixedWidth(look().px(_WIDE_PX))
        self.column.setSpacing(M)
        self._title = text_label("", "h2", wrap=True, parent=self)
        self.told = text_label("", wrap=True, parent=self)
        self.secret = SecretField(self)
        self.secret_line = FieldLine(
            _("Pass phrase, or the code of the recovery sheet"), self.secret, parent=self
        )
        self.digits = DigitsField(_("New digits"), self)
        self.digits.show_digits(shown=True)
        self.digits_line = FieldLine(_("New digits, four to six"), self.digits, parent=self)
        self.renew = primary_button(_("Use these digits"), "key-round", self)
        self.leave = quiet_button(_("Back to the digits"), "arrow-left", self)
        row = FlowLayout(gap=(M, S))  # in some languages the two are wider than the card
        row.addWidget(self.renew)
        row.addWidget(self.leave)
        for widget in (self._title, self.told, self.secret_line, self.digits_line):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.leave.clicked.connect(self.back)
        self.renew.clicked.connect(self._give)
        self.secret.returnPressed.connect(lambda: self.digits.setFocus(Qt.FocusReason.OtherFocusReason))
        self.digits.returnPressed.connect(self._give)

    def show_person(self, staff: Staff, managers: list[str], *, can_prove: bool) -> None:
        """Say what this person does now.

        Args:
            staff: Who forgot.
            managers: The names of the other managers, who can give new digits.
            can_prove: There is a pass phrase or a recovery sheet by which a manager proves who they are.
        """
        self._title.setText(_("{name}: digits forgotten").format(name=staff.name))
        asks = staff.is_manager and can_prove
        self.told.setText("\n\n".join(_words(staff, managers, can_prove=can_prove)))
        for widget in (self.secret_line, self.digits_line, self.renew):
            widget.setVisible(asks)
        self._wipe()
        (self.secret if asks else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, refusal: DeskError) -> None:
        """Say at the right field why nothing was changed."""
        is_secret = isinstance(refusal, UserError) and refusal.field == "secret"
        self.secret_line.set_problem(str(refusal) if is_secret else "")
        self.digits_line.set_problem("" if is_secret else str(refusal))
        (self.secret if is_secret else self.digits).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, busy: bool) -> None:
        """Take nothing in while the secret is looked at, which takes a moment on purpose."""
        for widget in (self.secret, self.digits, self.renew):
            widget.setEnabled(not busy)

    def _give(self) -> None:
        self.secret_line.set_problem("")
        self.digits_line.set_problem("")
        self.given.emit(self.secret.text(), self.digits.text())

    def _wipe(self) -> None:
        self.secret.wipe()
        self.digits.wipe()
        self.secret_line.set_problem("")
        self.digits_line.set_problem("")


def _words(staff: Staff, managers: list[str], *, can_prove: bool) -> list[str]:
    nothing_lost = _("Nothing of what you wrote is lost.")
    if managers:
        told = _("{names} can give you new digits: in Settings, under People.")
        words = [told.format(names=" / ".join(managers)), nothing_lost]
        more = _("Or prove who you are with the pass phrase, or with the recovery sheet.")
        return [*words, more] if staff.is_manager and can_prove else words
    if can_prove:
        return [_("Prove who you are with the pass phrase, or with the recovery sheet.")]
    return [
        _(
            "Nobody else is a manager, and neither a pass phrase nor a recovery sheet was made, by which you "
            "could prove who you are. So nobody can be let in here, and nothing was changed."
        ),
        _(
            "Digits often come back to mind: after a wait there is always another try. Everybody else goes "
            "on working meanwhile; nothing of the shop’s records is lost."
        ),
        _(
            "If they do not come back, show this to whoever set this PC up, and keep the folder “copies” "
            "safe."
        ),
    ]
