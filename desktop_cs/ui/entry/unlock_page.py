"""What fills the window while the records are locked: nothing of the shop is drawn before they are open."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_cs.errors import DeskError, LockedError, UserError
from desktop_cs.i18n import _
from desktop_cs.ui.entry.secret_field import SecretField, with_show_button
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.slow_work import SlowWork
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M, S
from desktop_cs.ui.widgets.buttons import link_button, primary_button, quiet_button, turn_chevron
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import TextLabel, text_label

_WIDEST_PX = 680
_TRIES_BEFORE_HINT = 2  # wrong ones, then the way with the sheet unfolds by itself

Opening = Callable[[str], object]


class UnlockPage(QWidget):
    """Asks for the pass phrase or the code of the recovery sheet, and opens the records with it.

    Args:
        opening: Opens the records with what was typed, "" for what opens them by itself such as the keychain;
            not on the thread of the window. Raises as `open_desk` does.
        parent: The window's body.

    Signals:
        opened: The records are open; what `opening` gave.
        failed: They cannot be opened, whatever is typed; the error.
        leave: The program is to be closed.
    """

    opened = Signal(object)
    failed = Signal(object)
    leave = Signal()

    def __init__(self, opening: Opening, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opening = opening
        self._slow: SlowWork | None = None
        self._wrong = 0
        card = Card("surface", XL)
        card.setMaximumWidth(look().px(_WIDEST_PX))
        card.column.setSpacing(L)
        self.secret = SecretField(card)
        self.line = FieldLine(
            _("Pass phrase, or the code of the recovery sheet"), with_show_button(self.secret), parent=card
        )
        self.secret.setAccessibleName(_("Pass phrase, or the code of the recovery sheet"))
        self.open = primary_button(_("Open the records"), "key-round", card)
        self.close_program = quiet_button(_("Close the program"), parent=card)
        self.waiting = _Waiting(card)
        self.sheet, self.sheet_words = _folded(_("I have the recovery sheet"), _sheet_words(), card)
        self.lost, self.lost_words = _folded(_("I have neither of the two"), _lost_words(), card)
        self._fill(card)
        self._put_in_the_middle(card)
        self.open.clicked.connect(self._try)
        self.secret.returnPressed.connect(self._try)
        self.close_program.clicked.connect(self.leave)

    def begin(self) -> None:
        """Try what needs no typing, such as the keychain; ask where nothing of that opens the records."""
        self._work("")

    def finish(self) -> None:
        """Wait until what is under way is over, before the program ends."""
        if self._slow is not None:
            self._slow.wait()

    def _try(self) -> None:
        if self.waiting.is_on:
            return
        if self.secret.text().strip():
            self._work(self.secret.text())
        else:
            self._say(_("Type the pass phrase, or the code of the recovery sheet."))

    def _work(self, secret: str) -> None:
        self._say("")
        self.waiting.turn(on=True)
        for widget in (self.secret, self.open):
            widget.setEnabled(False)
        opening = self._opening
        slow = self._slow = SlowWork(lambda: opening(secret), self)
        slow.gave.connect(self._on_opened)
        slow.failed.connect(self._on_refused)
        slow.start()

    def _on_opened(self, opened: object) -> None:
        self._rest()
        self.secret.wipe()
        self.opened.emit(opened)

    def _on_refused(self, refusal: DeskError) -> None:
        self._rest()
        is_wrong = isinstance(refusal, UserError) and refusal.field == "secret"
        if not is_wrong and not isinstance(refusal, LockedError):
            self.secret.wipe()
            self.failed.emit(refusal)
            return
        if is_wrong:
            self._wrong += 1
            self._say(str(refusal))
            self.sheet.setChecked(self.sheet.isChecked() or self._wrong >= _TRIES_BEFORE_HINT)
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        self.secret.selectAll()

    def _rest(self) -> None:
        if self._slow is not None:
            self._slow.forget()  # it knows what was typed
        self.waiting.turn(on=False)
        for widget in (self.secret, self.open):
            widget.setEnabled(True)

    def _say(self, sentence: str) -> None:
        self.line.set_problem(sentence)
        self.secret.show_problem(sentence)

    def _fill(self, card: Card) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(IconLabel("lock", "primary_text", 28, card))
        head.addWidget(text_label(_("The shop’s records are locked"), "h1", wrap=True, parent=card), 1)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self.open)
        row.addWidget(self.close_program)
        row.addStretch(1)
        card.column.addLayout(head)
        for widget in (self.line, self.waiting):
            card.column.addWidget(widget)
        card.column.addLayout(row)
        folds = QVBoxLayout()
        folds.setSpacing(S)
        for fold, words in ((self.sheet, self.sheet_words), (self.lost, self.lost_words)):
            folds.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
            folds.addWidget(words)
        card.column.addLayout(folds)

    def _put_in_the_middle(self, card: Card) -> None:
        frame = QWidget()
        middle = QHBoxLayout(frame)
        middle.setContentsMargins(XL, XL, XL, XL)
        middle.addStretch(1)
        middle.addWidget(card, 10, Qt.AlignmentFlag.AlignVCenter)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FocusScrollArea(frame, self))


class _Waiting(QWidget):
    """Says that the records are being opened, with a bar that moves; takes no room while nothing waits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_on = False
        told = _("The records are being opened. A pass phrase takes a moment on purpose.")
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(text_label(told, "muted", wrap=True, parent=self))
        column.addWidget(self.bar)
        self.hide()

    def turn(self, *, on: bool) -> None:
        """Show it, or put it away."""
        self.is_on = on
        self.setVisible(on)


def _folded(title: str, told: str, parent: QWidget) -> tuple[QPushButton, TextLabel]:
    """Return a line that unfolds some words, and the words."""
    fold = link_button(title, "chevron-right", parent)
    turn_chevron(fold)
    words = text_label(told, wrap=True, parent=parent)
    words.hide()
    fold.toggled.connect(words.setVisible)
    return fold, words


def _sheet_words() -> str:
    return _(
        "Type the six groups of its code into the field above, with or without dashes, in small letters or "
        "capitals; or scan the square on the sheet. Set a new pass phrase afterwards: Safety, Keys."
    )


def _lost_words() -> str:
    return "\n\n".join(
        (
            _(
                "Without one of the two nobody can open these records, the makers of this program included: "
                "that is what protects your customers when the PC is stolen. Nothing is deleted; the files "
                "stay as they are."
            ),
            _(
                "Look where contracts and keys are kept: the sheet has a green frame. Ask whoever set the "
                "pass phrase, and whoever ran the shop before."
            ),
            _(
                "A backup from before the pass phrase was set, on a stick in a drawer, opens without any. On "
                "another PC “Bring my shop from a stick” brings it back."
            ),
        )
    )
