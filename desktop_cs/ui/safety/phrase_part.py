"""Keys, pass phrase: set it, change it, take it away. Typed twice; how good it is told as it is typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.desk.key_work import KeyState, Strength
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.ui.entry.secret_field import SecretField, with_show_button
from desktop_cs.ui.safety.key_words import strength_words
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.buttons import danger_button, primary_button, quiet_button, set_kind, set_words
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice, Mark
from desktop_cs.ui.widgets.labels import text_label

_FIELD_PX = 480


class PhrasePart(Card):
    """The form of the pass phrase.

    Args:
        strength: Says how good a pass phrase would be.
        parent: The page.

    Signals:
        given: A pass phrase is to be set: as typed, typed again, and whether the old one may be known.
        finish_wanted: An interrupted setting is to be finished.
        away_wanted: The pass phrase is to be taken away.
    """

    given = Signal(str, str, bool)
    finish_wanted = Signal()
    away_wanted = Signal()

    def __init__(self, strength: Callable[[str], Strength], parent: QWidget | None = None) -> None:
        super().__init__("surface", L, parent)
        self._strength = strength
        self.column.setSpacing(M)
        self.intro = text_label("", wrap=True, parent=self)
        self.phrase, self.again = SecretField(self), SecretField(self)
        self.line = FieldLine(
            _("New pass phrase"), with_show_button(self.phrase, self.again), width_px=640, parent=self
        )
        self.phrase.setAccessibleName(_("New pass phrase"))
        self.good = text_label("", "muted", wrap=True, parent=self)
        self.again_line = FieldLine(_("The same once more"), self.again, width_px=_FIELD_PX, parent=self)
        self.leaked = ManyChoice(
            ChoiceWords(_("Somebody else may know the old one, or the sheet")), Mark.TICK, parent=self
        )
        self.set_phrase = primary_button("", "key-round", self)
        self.finish = primary_button(_("Finish locking"), "lock", self)
        self.away = quiet_button(_("Take the pass phrase away…"), parent=self)
        self.asking = _Asking(self)
        self._lay_out()
        self.phrase.textEdited.connect(self._show_strength)
        self.phrase.returnPressed.connect(self._go_on)
        self.again.returnPressed.connect(self._give)
        self.set_phrase.clicked.connect(self._give)
        self.finish.clicked.connect(self.finish_wanted)
        self.away.clicked.connect(lambda: self.asking.setVisible(not self.asking.isVisible()))
        self.asking.kept.connect(self.asking.hide)
        self.asking.meant.connect(self.away_wanted)

    def show_state(self, state: KeyState) -> None:
        """Offer to set a pass phrase, or to change the one there is."""
        self.intro.setText(_change_words() if state.has_phrase else _first_words())
        set_words(
            self.set_phrase, _("Change the pass phrase") if state.has_phrase else _("Set the pass phrase")
        )
        set_kind(self.set_phrase, "secondary" if state.has_phrase else "primary", "key-round")
        self.leaked.setVisible(state.has_phrase)
        self.leaked.setChecked(False)
        self.away.setVisible(state.has_phrase)
        self.finish.setVisible(state.renewal_due)
        self.asking.hide()
        self.wipe()

    def show_refusal(self, refusal: UserError) -> None:
        """Say at its field why a pass phrase was not taken."""
        line, field = (self.again_line, self.again) if refusal.field == "again" else (self.line, self.phrase)
        line.set_problem(str(refusal))
        field.show_problem(str(refusal))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Forget what was typed."""
        for field in (self.phrase, self.again):
            field.wipe()
        self._take_problems_back()
        self.good.setText("")

    def _take_problems_back(self) -> None:
        for line, field in ((self.line, self.phrase), (self.again_line, self.again)):
            line.set_problem("")
            field.show_problem("")

    def _go_on(self) -> None:
        """Ask for the same once more, where it was not typed yet."""
        if self.again.text():
            self._give()
        else:
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        self._take_problems_back()
        self.given.emit(self.phrase.text(), self.again.text(), self.leaked.isChecked())

    def _show_strength(self, typed: str) -> None:
        role, words = strength_words(self._strength(typed))
        self.good.set_role(role)
        self.good.setText(words if typed.strip() else "")

    def _lay_out(self) -> None:
        self.column.addWidget(text_label(_("Pass phrase"), "h2", parent=self))
        for widget in (self.intro, self.line, self.good, self.again_line, self.leaked):
            self.column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(M)
        for button in (self.finish, self.set_phrase, self.away):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.asking)


class _Asking(Card):
    """Asks once before the pass phrase is taken away, since it cannot be had back.

    Signals:
        meant: It is to be taken away.
        kept: It stays.
    """

    meant = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("warn", M, parent)
        told = _(
            "Whoever has this PC, this folder or a backup can read everything then. Pass phrase, sheet and "
            "keychain open nothing any more; the backups that can be reached open without them too. Old "
            "backups on other sticks still need them: keep the sheet as long as there are any."
        )
        self.column.addWidget(text_label(told, wrap=True, parent=self))
        away = danger_button(_("Take it away"), parent=self)
        keep = quiet_button(_("Leave it as it is"), parent=self)
        away.clicked.connect(self.meant)
        keep.clicked.connect(self.kept)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(away)
        row.addWidget(keep)
        row.addStretch(1)
        self.column.addLayout(row)
        self.hide()


def _first_words() -> str:
    return _(
        "A sentence that only you would say, typed at each start of the program. Without it nobody reads the "
        "records, on a stolen PC or a lost stick. The digits do not protect them: those only say who is "
        "at the counter. Setting it writes the records anew under a new key; that takes a moment."
    )


def _change_words() -> str:
    return _(
        "It is typed at each start of the program. Another one takes its place at once; the recovery sheet "
        "stays good, and the backups that can be reached open with the new one too."
    )
