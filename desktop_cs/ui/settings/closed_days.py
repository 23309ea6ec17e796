"""The days on which the shop stays closed whatever the week says."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.forms.day_line import DayLine
from desktop_cs.ui.settings.field_line import ProblemLine, walk_with_tab
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.buttons import icon_button, secondary_button
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label


class ClosedDays(QWidget):
    """A list of days with a line to add one.

    Args:
        today: The day of the shop.
        parent: The widget that it stands in.

    Signals:
        changed: A day was added or taken out by hand.
    """

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: set[date] = set()
        self._list = QWidget(self)
        self._flow = FlowLayout(gap=(S, S), parent=self._list)
        self.line = DayLine(today, language_in_use(), past=False, parent=self)
        self.line.setAccessibleName(_("Another closed day"))
        self.line.returnPressed.connect(self._add)
        self.add = secondary_button(_("Add this day"), "plus", self)
        self.add.clicked.connect(self._add)
        self._problem = ProblemLine(self)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.line)
        row.addWidget(self.add)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(text_label(_("Closed days"), "strong", parent=self))
        told = _("Holidays and company trips: no follow-up is planned on them.")
        column.addWidget(text_label(told, "caption", wrap=True, parent=self))
        column.addWidget(self._list)
        column.addLayout(row)
        column.addWidget(self._problem)

    @property
    def problem(self) -> str:
        """Return the sentence below the line, or ""."""
        return self._problem.sentence

    def days(self) -> frozenset[date]:
        """Return the closed days."""
        return frozenset(self._days)

    def show_days(self, days: frozenset[date]) -> None:
        """Show these days, the earliest first."""
        self._days = set(days)
        while (item := self._flow.takeAt(0)) is not None:
            earlier = item.widget()
            if earlier is not None:
                earlier.hide()
                earlier.deleteLater()
        chips = [_DayChip(day, self._take_out, self._list) for day in sorted(days)]
        for chip in chips:
            self._flow.addWidget(chip)
        walk_with_tab([*(chip.cross for chip in chips), self.line, self.add])
        self._list.setVisible(bool(days))
        self._flow.invalidate()

    def _add(self) -> None:
        day = self.line.day()
        told = "" if day else _("Write the day like 24.12. or choose it in the calendar (Alt+arrow down).")
        if day in self._days:
            told = _("This day is in the list already.")
        self._problem.show_for(told, self.line)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if day is not None and not told:
            self.line.clear()
            self.show_days(self.days() | {day})
            self.changed.emit()

    def _take_out(self, day: date) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_days(self.days() - {day})
        self.changed.emit()


class _DayChip(QWidget):
    """One closed day with its cross."""

    def __init__(self, day: date, take_out: Callable[[date], None], parent: QWidget) -> None:
        super().__init__(parent)
        words = shown.day(day, language_in_use())
        self.cross = icon_button("x", _("{day}: open after all").format(day=words), self)
        self.cross.clicked.connect(lambda: take_out(day))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, S, 0)
        row.setSpacing(0)
        row.addWidget(text_label(words, parent=self))
        row.addWidget(self.cross)
