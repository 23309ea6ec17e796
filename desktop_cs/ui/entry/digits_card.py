"""Whoever tapped their name types their digits here."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_cs.desk.digit_tries import WaitError
from desktop_cs.desk.people_work import Tile
from desktop_cs.errors import DeskError
from desktop_cs.i18n import _
from desktop_cs.shop.staff import MOST_DIGITS, Staff
from desktop_cs.ui.entry.digits_field import DigitsField
from desktop_cs.ui.entry.keypad import Keypad
from desktop_cs.ui.scanner import GAP_MS
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, S
from desktop_cs.ui.widgets.buttons import link_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import ElidedLabel, text_label

_WIDE_PX = 300
_NO_SCAN_MS = GAP_MS + 20  # after the sixth digit: a scan would have gone on, and is wiped by then


class DigitsCard(Card):
    """Name, digits, keypad, and the way out for whoever forgot them.

    Enter ends the digits, since their number would tell something about them; six are the most there are,
    so those need none.

    Signals:
        entered: The digits of the person were typed.
        forgotten: The person does not know them any more.
    """

    entered = Signal(str)
    forgotten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", L, parent)
        self.setFixedWidth(look().px(_WIDE_PX))
        self.column.setSpacing(S)
        self._name = ElidedLabel("", "h2", self)
        self._told = text_label("", "muted", wrap=True, parent=self)
        self.field = DigitsField(_("Digits"), self)
        self.problem = text_label("", "problem", wrap=True, parent=self)
        self.keypad = Keypad(self)
        self.forgot = link_button(_("I have forgotten my digits"), parent=self)
        for widget in (self._name, self._told, self.field):
            self.column.addWidget(widget)
        self.column.addWidget(self.keypad, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self.problem)  # below: no key moves under a finger when it comes or goes
        self.column.addWidget(self.forgot, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)
        self._connect()

    def show_person(self, staff: Staff, *, choosing: bool = False) -> None:
        """Ask this person for their digits, or for the first ones that they choose."""
        self._name.setText(staff.name)
        words = _("Choose four digits, up to six. You sign in with them from now on.") if choosing else ""
        self._told.setText(words)
        self._told.setVisible(choosing)
        self.field.setAccessibleName(_("Digits of {name}").format(name=staff.name))
        self.field.show_digits(shown=choosing)
        self.field.wipe()
        self.forgot.setVisible(not choosing)
        self.say("")

    def show_wait(self, tile: Tile) -> None:
        """Count a wait down; the field opens once it is over."""
        waits = tile.wait_seconds > 0
        was_waiting = not self.field.isEnabled()
        self._let_type(can=not waits)
        if waits:
            self.say(str(WaitError(tile.wait_seconds)))
        elif was_waiting:
            self.say("")
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, refusal: DeskError) -> None:
        """Say why the digits let nobody in."""
        self._let_type(can=not isinstance(refusal, WaitError))
        self.say(str(refusal))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Say what is wrong; "" takes it back."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence or _("Four to six digits, then Enter."))

    def _connect(self) -> None:
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self._enter)
        self.keypad.digit.connect(self._press)
        self.keypad.back.connect(self.field.take_back)
        self.keypad.entered.connect(self._enter)
        self.forgot.clicked.connect(self.forgotten)

    def _press(self, digit: str) -> None:
        if self.field.isEnabled():
            self.field.put(digit)
            self._typed(self.field.text())

    def _typed(self, digits: str) -> None:
        if digits:
            self.say("")
        is_choosing = self.field.echoMode() == DigitsField.EchoMode.Normal
        if len(digits) == MOST_DIGITS and not is_choosing:
            QTimer.singleShot(_NO_SCAN_MS, self, self._enter_all)

    def _enter_all(self) -> None:
        """Enter six digits, unless they were entered or are another try by now."""
        if len(self.field.text()) == MOST_DIGITS:
            self._enter()

    def _enter(self) -> None:
        if self.field.text() and self.field.isEnabled():
            self.entered.emit(self.field.take())

    def _let_type(self, *, can: bool) -> None:
        self.field.setEnabled(can)
        if not can:
            self.field.wipe()
        self.keypad.setEnabled(can)
