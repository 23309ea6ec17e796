"""One entry of the catalogue of gestures, to be written, changed, adopted or given up."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop_cs.cases.gestures import Gesture, GestureKind, GestureState
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.money import minor_units, plain_amount
from desktop_cs.ui.settings.field_line import FieldLine, fix_width
from desktop_cs.ui.settings.gesture_words import kind_words
from desktop_cs.ui.settings.one_of import OneOf
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label

_NONE = "none"  # of the lines on which it is given: a good idea, but nothing to be given
_HOLD = "hold"


class GestureEditor(Card):
    """Name, cost, line, whom it suits, hold and check.

    Args:
        gesture: The entry; an idea is adopted or declined, any other saved or given up.
        currency: What the shop counts in.
        matters: What may matter most to a customer, as (id, words).
        parent: The widget that it stands in.

    Signals:
        kept: It shall be kept so; the `Gesture`, and whether it is something to be given.
        given_up: It shall not be offered: declined where it was an idea, else retired.
        put_away: Nothing shall be changed.
    """

    kept = Signal(object, bool)
    given_up = Signal()
    put_away = Signal()

    def __init__(
        self,
        gesture: Gesture,
        currency: str,
        matters: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("quiet", L, parent)
        self._gesture, self._currency = gesture, currency
        is_idea = gesture.state is GestureState.IDEA
        self.name, self.cost = QLineEdit(gesture.name, self), QLineEdit(self)
        self.name.setMaxLength(200)
        if not is_idea or gesture.cost:
            self.cost.setText(plain_amount(gesture.cost, currency) if gesture.name else "")
        fix_width(self.cost, 140)
        self.name_line = FieldLine(_("What is given"), self.name, parent=self)
        told = _("What it costs the shop, {currency}").format(currency=currency)
        self.cost_line = FieldLine(told, self.cost, help=_("0 for nothing"), parent=self)
        self.line = OneOf(_lines(with_none=is_idea), _("What for?"), self)
        self.line.set_choice(gesture.kind.value)
        self.suits = ChoiceGroup(
            [(key, ChoiceWords(words)) for key, words in matters], Mark.NONE, many=True, parent=self
        )
        self.suits.setAccessibleName(_("Suits somebody who wants"))
        self.suits.set_ids([key for key in gesture.suits.split(",") if key])
        hold = ChoiceWords(_("Hold and check: never offered for now"))
        self.hold = ChoiceGroup([(_HOLD, hold)], Mark.NONE, many=True, parent=self)
        self.hold.setAccessibleName(_("Hold and check"))
        self.hold.set_ids([_HOLD] if gesture.on_hold else [])
        self.save = primary_button(_("Adopt") if is_idea else _("Save"), "check", self)
        self.give_up = quiet_button(_("Decline") if is_idea else _("Offer it no more"), "x", self)
        self.give_up.setVisible(gesture.added_at is not None)
        self._build()

    def show_problem(self, refusal: UserError) -> None:
        """Say what is not yet right, at its field."""
        of_cost = refusal.field == "cost"
        self.cost_line.set_problem(str(refusal) if of_cost else "")
        self.name_line.set_problem("" if of_cost else str(refusal))
        (self.cost if of_cost else self.name).setFocus()

    def begin(self) -> None:
        """Put the focus where the work begins: at the name of a new one, else at the cost."""
        (self.cost if self._gesture.name else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Return in a line."""
        in_line = self.name.hasFocus() or self.cost.hasFocus()
        if in_line and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._keep()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        back = quiet_button(_("Not now"), parent=self)
        self.column.setSpacing(M)
        for widget in (
            self.name_line,
            self.cost_line,
            text_label(_("What for?"), "strong", parent=self),
            self.line,
            text_label(_("Suits somebody who wants"), "strong", parent=self),
            self.suits,
            self.hold,
        ):
            self.column.addWidget(widget)
        self.cost_line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = FlowLayout(gap=(S, S))
        for button in (self.save, back, self.give_up):
            row.addWidget(button)
        self.column.addLayout(row)
        self.save.clicked.connect(self._keep)
        back.clicked.connect(self.put_away)
        self.give_up.clicked.connect(self.given_up)

    def _keep(self) -> None:
        is_given = self.line.choice() != _NONE
        try:
            cost = self._typed_cost(is_given=is_given)
        except UserError as refusal:
            self.show_problem(UserError(str(refusal), "cost"))
            return
        self.name_line.set_problem("")
        self.cost_line.set_problem("")
        changed = replace(
            self._gesture,
            name=self.name.text(),
            cost=cost,
            kind=GestureKind(self.line.choice()) if is_given else self._gesture.kind,
            suits=",".join(self.suits.ids()),
            on_hold=bool(self.hold.ids()),
        )
        self.kept.emit(changed, is_given)

    def _typed_cost(self, *, is_given: bool) -> int:
        """Return the cost in minor units; an idea that is not given to customers has none.

        Raises:
            UserError: It is no amount, or none was typed.
        """
        typed = self.cost.text().strip()
        if not typed and is_given:
            raise UserError(_("What does it cost the shop? Write 0 for nothing."))
        return minor_units(typed, self._currency) if typed else 0


def _lines(*, with_none: bool) -> list[tuple[str, str]]:
    kinds = [(kind.value, kind_words(kind)) for kind in GestureKind]
    return [*kinds, (_NONE, _("Not for customers, but a good idea"))] if with_none else kinds
