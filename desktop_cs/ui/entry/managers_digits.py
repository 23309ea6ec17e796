"""A line in which a manager types digits on somebody else's page, to approve or open something there."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs.desk.digit_tries import WaitError
from desktop_cs.errors import DeskError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.entry.digits_field import DigitsField
from desktop_cs.ui.settings.field_line import ProblemLine, fix_width
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.flow_layout import FlowLayout

_EVERY_MS = 500  # a wait is counted down by the second
_WIDE_PX = 200


class ManagersDigits(QWidget):
    """Digits, a button beside them, and below what is wrong or how long to wait still.

    Args:
        actions: Through which it is asked how long to wait.
        act: The button that enters the digits.
        parent: The widget that it stands in.

    Signals:
        entered: Digits were entered.
    """

    entered = Signal(str)

    def __init__(self, actions: Actions, act: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.act = act
        self.field = DigitsField(_("Manager’s digits"), self, large=False)
        self.field.setPlaceholderText(_("Manager’s digits"))
        fix_width(self.field, _WIDE_PX)
        self._problem = ProblemLine(self)
        self._row = FlowLayout(gap=(S, S))
        self.put_beside(self.field)
        self.put_beside(act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(self._row)
        column.addWidget(self._problem)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._counting = QTimer(self)
        self._counting.timeout.connect(self.refresh)
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(lambda _typed: self.say(""))
        act.clicked.connect(self._enter)

    @property
    def problem(self) -> str:
        """Return the sentence below, or ""."""
        return self._problem.sentence

    def put_beside(self, widget: QWidget) -> None:
        """Put one more widget into the line."""
        self._row.addWidget(widget)

    def has_focus(self) -> bool:
        """Return whether the digits are being typed or were just entered by the button."""
        return self.field.hasFocus() or self.act.hasFocus()

    def show_refusal(self, refusal: DeskError) -> None:
        """Say why the digits did nothing; what was typed since stays, unless nothing can be tried now."""
        if self.has_focus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say(str(refusal))
        if isinstance(refusal, WaitError):
            self._let_type(can=False)

    def begin_anew(self) -> None:
        """Forget what was typed and said: something else is asked for, or somebody else is there."""
        self.field.wipe()
        if not self.field.isReadOnly():
            self.say("")

    def refresh(self) -> None:
        """Count a wait down; digits can be typed again once it is over."""
        seconds = self._actions.ask(self._actions.desk.people.manager_wait)
        was_waiting = self.field.isReadOnly()
        if seconds or was_waiting:
            self._let_type(can=not seconds)
            self.say(str(WaitError(seconds)) if seconds else "")

    def say(self, sentence: str) -> None:
        """Say what is wrong; "" takes it back."""
        self._problem.show_for(sentence, self.field)

    def showEvent(self, event: QShowEvent) -> None:
        """Count on where a wait is not over: it goes on while nobody looks."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no digits where nobody sees them, and count nothing."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.field.wipe()
            self._counting.stop()

    def _let_type(self, *, can: bool) -> None:
        """Let digits be typed or not; the field keeps the focus, so nothing jumps under anybody's hands."""
        self.field.setReadOnly(not can)
        self.act.setEnabled(can)
        if can:
            self._counting.stop()
        else:
            self.field.wipe()
            self._counting.start(_EVERY_MS)

    def _enter(self) -> None:
        if self.field.text() and not self.field.isReadOnly():
            self.entered.emit(self.field.take())
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
