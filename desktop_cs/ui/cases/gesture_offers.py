"""What can be given, one press each, below the questions for goodwill and extra; and a fair hand."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.fair_hand import FairHand
from desktop_cs.cases.gesture_ranking import Offer
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.escape import took_escape
from desktop_cs.ui.forms.below_question import BelowQuestion
from desktop_cs.ui.settings.field_line import fix_width, walk_with_tab
from desktop_cs.ui.theme.tokens import XS, L
from desktop_cs.ui.widgets.buttons import link_button, secondary_button, set_kind, set_words
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label

FEW = 4  # offered before "More"


class GestureOffers(BelowQuestion):
    """The best gestures for one line, in order; made once, filled for every case.

    Args:
        currency: What the shop counts in.
        parent: The widget that it stands in.

    Signals:
        chosen: A gesture is given; the `Gesture`.
        suggested: Somebody has an idea for the list, in their words.
    """

    chosen = Signal(object)
    suggested = Signal(str)

    def __init__(self, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self._offers: tuple[Offer, ...] = ()
        self.buttons: list[QPushButton] = []
        self._explain = text_label(
            _("Explain first: what happened, and why. Then give."), "warn", wrap=True, parent=self
        )
        self._hand = text_label("", "caption", wrap=True, parent=self)
        keep_private(self._hand)
        self._room = QWidget(self)
        self._flow = FlowLayout(gap=(L, 0), parent=self._room)
        self.more = link_button("", parent=self._room)
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _on: self._fill())
        self.suggest = link_button(_("Suggest a gesture"), "lightbulb", self._room)
        self.suggest.clicked.connect(self._begin_idea)
        self.idea = _IdeaLine(self._room)
        self.idea.sent.connect(self._send)
        self.idea.put_away.connect(self._drop_idea)
        self.send = secondary_button(_("Send to the manager"), parent=self._room)
        self.send.clicked.connect(self._send)
        for last in (self.more, self.suggest, self.idea, self.send):
            self._flow.addWidget(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, XS, 0, 0)
        column.setSpacing(XS)
        for widget in (self._explain, self._hand, self._room):
            column.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for _number in range(FEW):
            self._add_button()
        for stop in self.stops():
            stop.ensurePolished()  # now, rather than all at once when they are filled
        self._show_idea(on=False)
        self._fill()

    def show_offers(self, offers: Sequence[Offer], *, explained: bool) -> None:
        """Offer these, the best first; `explained` says whether the customer was told what happened."""
        self._explain.setVisible(not explained)
        if tuple(offers) != self._offers:
            self._offers = tuple(offers)
            self._fill()

    def show_hand(self, hand: FairHand | None) -> None:
        """Say what like cases were given; nothing where too few are known."""
        self._hand.setVisible(hand is not None)
        if hand is None:
            return
        told = ngettext(
            "In the last {count} like case we gave {median} ({lowest} to {highest}).",
            "In the last {count} like cases we gave {median} ({lowest} to {highest}).",
            hand.count,
        )
        texts = {name: self._money(getattr(hand, name)) for name in ("median", "lowest", "highest")}
        self._hand.setText(told.format(count=hand.count, **texts))

    def stops(self) -> list[QWidget]:
        """Return the gestures, then what else can be done."""
        return [*self.buttons, self.more, self.suggest, self.idea, self.send]

    def _fill(self) -> None:
        wanted = self._offers if self.more.isChecked() else self._offers[:FEW]
        while len(self.buttons) < len(wanted):
            self._add_button()
        for button, offer in zip(self.buttons, wanted, strict=False):
            self._dress(button, offer)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(wanted))
        hidden = len(self._offers) - FEW
        self.more.setVisible(hidden > 0)
        set_words(self.more, _("Fewer") if self.more.isChecked() else _("More …"))
        self._flow.invalidate()

    def _add_button(self) -> None:
        button = link_button(_("free"), "plus", self._room)  # its words come with the gesture
        button.clicked.connect(partial(self._choose, len(self.buttons)))
        self._flow.insert_widget(len(self.buttons), button)
        self.buttons.append(button)
        walk_with_tab([*self.buttons[-2:], self.more])

    def _dress(self, button: QPushButton, offer: Offer) -> None:
        gesture = offer.gesture
        cost = self._money(gesture.cost) if gesture.cost else _("free")
        parts = [gesture.name, cost]
        if offer.needs_manager:
            parts.append(_("needs a manager"))
        set_words(button, " · ".join(parts))
        set_kind(button, "link", "shield-check" if offer.needs_manager else "plus")
        tips = [
            *([_("Suits what matters most to them.")] if offer.suits else []),
            *([_("Taken gladly in past cases.")] if offer.taken is not None and offer.taken > 1 else []),
        ]
        button.setToolTip(" ".join(tips))

    def _choose(self, place: int) -> None:
        self.chosen.emit(self._offers[place].gesture)

    def _begin_idea(self) -> None:
        self._show_idea(on=True)
        self.idea.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_idea(self) -> None:
        self._show_idea(on=False)
        self.suggest.setFocus()

    def _show_idea(self, *, on: bool) -> None:
        self.suggest.setVisible(not on)
        self.idea.setVisible(on)
        self.send.setVisible(on)
        self._flow.invalidate()

    def _send(self) -> None:
        words = self.idea.text().strip()
        if not words:
            return
        self.idea.clear()
        self._drop_idea()
        self.suggested.emit(words)

    def _money(self, units: int) -> str:
        return shown.money(units, self._currency, language_in_use())


class _IdeaLine(QLineEdit):
    """Where somebody writes what else could be given.

    Signals:
        sent: Return was pressed.
        put_away: Esc was pressed.
    """

    sent = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("What else could we give?"))
        self.setAccessibleName(_("What else could we give?"))
        self.setMaxLength(80)
        fix_width(self, 280)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this line, the top layer."""
        return took_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Return, go away on Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)
