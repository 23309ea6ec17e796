"""Who takes over what somebody has open who leaves the shop."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_cs.desk.leaving import OpenWork
from desktop_cs.i18n import _, ngettext
from desktop_cs.shop.staff import Staff
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import quiet_button, secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.combo import Combo
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label


class LeavingLine(Card):
    """Says what is open, and offers everybody else who works here.

    Args:
        staff: Who leaves.
        work: What they have open.
        others: Who can take over.
        parent: The widget that it stands in.

    Signals:
        given: Somebody takes over; their id.
        put_away: Nobody leaves after all.
    """

    given = Signal(object)
    put_away = Signal()

    def __init__(
        self, staff: Staff, work: OpenWork, others: Sequence[Staff], parent: QWidget | None = None
    ) -> None:
        super().__init__("info", M, parent)
        count = len(work.cases) + len(work.follow_ups)
        told = ngettext(
            "{what} of {name} goes to somebody else. What is written stays under their name.",
            "{what} of {name} go to somebody else. What is written stays under their name.",
            count,
        ).format(what=_what(work), name=staff.name)
        self.told = text_label(told, "body", wrap=True, parent=self)
        self.to = Combo(_("Who takes over"), self)
        for one in others:
            self.to.addItem(one.name, one.id)
        self.give = secondary_button(_("Hand over, and {name} leaves").format(name=staff.name), parent=self)
        self.keep = quiet_button(_("Not now"), parent=self)
        row = FlowLayout(gap=(S, S))
        for widget in (self.to, self.give, self.keep):
            row.addWidget(widget)
        self.column.addWidget(self.told)
        self.column.addLayout(row)
        self.give.clicked.connect(lambda: self.given.emit(self.to.currentData()))
        self.keep.clicked.connect(self.put_away)


def _what(work: OpenWork) -> str:
    cases, follow_ups = len(work.cases), len(work.follow_ups)
    told = []
    if cases:
        told.append(ngettext("{count} open case", "{count} open cases", cases).format(count=cases))
    if follow_ups:
        due = ngettext("{count} follow-up", "{count} follow-ups", follow_ups)
        told.append(due.format(count=follow_ups))
    return _("{first} and {second}").format(first=told[0], second=told[1]) if len(told) > 1 else told[0]
