"""Putting something off: a few times with one press, and any other."""

from datetime import datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.cases.promises import Promise
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.today.later_times import later_times
from desktop_cs.ui.today.moment_line import MomentLine
from desktop_cs.ui.today.row_panel import RowPanel
from desktop_cs.ui.today.words import Due
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label

_MORNING = time(9)  # meant by a day alone on which the shop has no hours


class LaterPanel(RowPanel):
    """Asks until when something is put off.

    Args:
        due: What is put off.
        now: The moment it is.
        hours: The shop's hours.
        parent: The widget that it stands in.

    Signals:
        chosen: The moment that was chosen, in UTC.
    """

    chosen = Signal(object)

    def __init__(self, due: Due, now: datetime, hours: OpeningHours, parent: QWidget | None = None) -> None:
        super().__init__(_("{who}: when instead?").format(who=due.who), parent)
        self._hours = hours
        if isinstance(due, Promise):
            agreed = _("This was promised. Agree the new time with the customer first, then choose it here.")
            self.column.addWidget(text_label(agreed, "muted", wrap=True, parent=self))
        quick = FlowLayout()
        self.quick = [secondary_button(later.words, parent=self) for later in later_times(now, hours)]
        for button, later in zip(self.quick, later_times(now, hours), strict=True):
            button.clicked.connect(lambda _checked=False, later=later: self.chosen.emit(later.moment))
            quick.addWidget(button)
        self.column.addLayout(quick)
        self.column.addWidget(text_label(_("Another time"), "strong", parent=self))
        self.column.addLayout(self._other_line(hours.wall(now)))
        self._problem = text_label("", "problem", wrap=True, parent=self)
        self._problem.hide()
        self.column.addWidget(self._problem)

    def finish(self) -> None:
        """Put it off until the time that was typed; say what is wrong with it otherwise."""
        try:
            wall = self.line.moment(time())
        except UserError as refusal:
            self.show_problem(refusal)
            return
        if wall is None:
            self.show_problem(UserError(_("Choose one of these, or write a day or a time."), "day"))
            return
        if not self.line.time.text().strip():
            shift = self._hours.shift(wall.date())
            wall = datetime.combine(wall.date(), shift.opens if shift else _MORNING)
        self.chosen.emit(self._hours.moment(wall))

    def show_problem(self, refusal: UserError) -> None:
        """Say why the time cannot be taken, and put the focus there."""
        self._problem.setText(str(refusal))
        self._problem.show()
        line = self.line.time if refusal.field == "time" else self.line.day
        line.setAccessibleDescription(str(refusal))
        line.setFocus()

    def focus_first(self) -> None:
        """Put the focus on the first quick choice."""
        self.quick[0].setFocus()

    def _other_line(self, wall: datetime) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        self.line = MomentLine(wall, past=False, parent=self)
        self.take = secondary_button(_("Put off"), "clock", self)
        self.take.setToolTip("Ctrl+Enter")
        self.take.clicked.connect(self.finish)
        row.addWidget(self.line)
        row.addWidget(self.take)
        row.addStretch(1)
        return row
