"""The rows of Today in their groups, and what is open below one of them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desktop_cs.followups.followup import FollowUp
from desktop_cs.followups.reminders import Agenda
from desktop_cs.i18n import _
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.today.due_row import DueRow
from desktop_cs.ui.today.row_panel import RowPanel
from desktop_cs.ui.today.words import Due, DueWords, day_of, more_words, words_of
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.labels import text_label

FEW = {"late": 8, "today": 6, "next_days": 3}  # rows of a group; together they fill a screen and no more
PAGE = 20  # further rows at each press: built in a moment, and as many as anybody looks through


class AgendaView(QWidget):
    """Late, today, next days; Up and Down walk over all of them. Before the next days stands what else waits.

    Args:
        hours: Returns the shop's hours.
        whose: Returns who else does a follow-up, "" where that needs no word.
        between: Stands before the next days.
        parent: The page.

    Signals:
        opened: A row was chosen; the id of its case.
        done_wanted: "Done" of a row; what is due.
        later_wanted: "Later" of a row; what is due.
    """

    opened = Signal(object)
    done_wanted = Signal(object)
    later_wanted = Signal(object)

    def __init__(
        self,
        hours: Callable[[], OpeningHours],
        whose: Callable[[FollowUp], str],
        between: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hours, self._whose = hours, whose
        self._between = between
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self.rows: list[DueRow] = []
        self._spare: dict[UUID, DueRow] = {}  # rows of before, shown again where nothing on them has changed
        self.panel: RowPanel | None = None
        self._below: UUID | None = None
        self._nothing = text_label(_("Nothing else today."), "muted", parent=self)
        self._nothing.hide()
        self._is_all = False
        self._more: dict[str, int] = {}  # how many rows beyond the few are wanted, by group

    def show_due(self, agenda: Agenda, now: datetime) -> None:
        """Show who waits today; an open panel stays when its row does."""
        self._clear()
        self._add_group("late", _("Late"), agenda.late, now)
        if agenda.today or agenda.late:
            self._add_group("today", _("Today"), agenda.today, now)
        else:
            self._column.addWidget(self._nothing)
        self._nothing.setVisible(self._is_all and not agenda.waiting)
        for row in self._spare.values():
            row.hide()
        self._put_panel_back()

    def show_next(self, agenda: Agenda, now: datetime) -> None:
        """Show the next days below. Their days come from Babel, which the first paint does not wait for."""
        self._clear(self._column.indexOf(self._between))  # two answers may come one after the other
        self._column.addWidget(self._between)
        self._add_group("next_days", _("Next days"), agenda.next_days, now)
        for row in self._spare.values():
            row.hide()
            row.deleteLater()
        self._spare.clear()
        self._put_panel_back()

    def say_that_is_all(self, *, is_all: bool) -> None:
        """Say that nothing else waits today, where nothing is due; not before all lists are known."""
        self._is_all = is_all
        self._nothing.setVisible(is_all and self._column.indexOf(self._nothing) >= 0)

    def open_panel(self, due: Due, panel: RowPanel) -> None:
        """Show a panel below the row of what is due; an earlier one gives way."""
        self.close_panel()
        self.panel, self._below = panel, due.id
        self._put_panel_back()
        panel.focus_first()

    def close_panel(self) -> None:
        """Take the panel away and put the focus on its row."""
        if self.panel is None:
            return
        self._column.removeWidget(self.panel)
        self.panel.hide()
        self.panel.deleteLater()
        row = self._row_of(self._below)
        self.panel = self._below = None
        if row is not None:
            row.setFocus()

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at on the rows, from top to bottom."""
        shown = (self._column.itemAt(place) for place in range(self._column.count()))
        widgets = [widget for item in shown if item is not None and (widget := item.widget()) is not None]
        return [
            stop
            for widget in widgets
            for stop in ([widget] if isinstance(widget, QAbstractButton) else [])
            + widget.findChildren(QAbstractButton)
        ]

    def place_of(self, due: Due) -> int:
        """Return at which place the row of what is due stands; 0 where it has none."""
        row = self._row_of(due.id)
        return self.rows.index(row) if row is not None else 0

    def focus_place(self, place: int) -> bool:
        """Put the focus on the row at this place, or the last before it; return whether there is one."""
        if self.rows:
            self.rows[max(0, min(place, len(self.rows) - 1))].setFocus()
        return bool(self.rows)

    def focused_place(self) -> int | None:
        """Return at which place the focus is, or None where it is on no row."""
        return next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)

    def _clear(self, begin: int = 0) -> None:
        """Take away what stands from a place on; the rows are kept for what is due still."""
        while 0 <= begin < self._column.count():
            item = self._column.takeAt(begin)
            widget = item.widget() if item is not None else None
            if isinstance(widget, DueRow):
                self._spare[widget.due.id] = widget
                self.rows.remove(widget)
            elif widget is not None and widget not in (self.panel, self._between, self._nothing):
                widget.hide()
                widget.deleteLater()

    def _add_group(self, name: str, title: str, group: Sequence[Due], now: datetime) -> None:
        if not group:
            return
        role = "late" if name == "late" else "strong"
        words = _("{group} · {count}").format(group=title, count=len(group))
        self._column.addWidget(text_label(words, role, parent=self))
        shown = group[: FEW[name] + self._more.get(name, 0)]
        self._add_rows(shown, now, far=name == "next_days")
        if len(shown) < len(group):
            self._add_more(name, group[len(shown) :], now)

    def _add_more(self, name: str, rest: Sequence[Due], now: datetime, place: int = -1) -> None:
        """Offer the next page of a group."""
        more = quiet_button(more_words(min(PAGE, len(rest)), len(rest)), "chevron-down", self)
        more.clicked.connect(lambda: self._show_more(more, name, rest, now))
        self._column.insertWidget(place, more)

    def _add_rows(self, group: Iterable[Due], now: datetime, *, far: bool, place: int = -1) -> None:
        for due in group:
            row = self._made(due, now, far=far)
            self._column.insertWidget(place, row)
            row.show()  # a layout does it later, and what is not shown yet takes no focus
            place += 1 if place >= 0 else 0
            self.rows.append(row)

    def _made(self, due: Due, now: datetime, *, far: bool) -> DueRow:
        hours = self._hours()
        words = words_of(due, now, hours, self._whose(due) if isinstance(due, FollowUp) else "")
        when = day_of(due, hours) if far else words.time
        before = self._spare.get(due.id)
        if before is not None and before.reads(due, words, when):
            return self._spare.pop(due.id)
        return self._new_row(due, words, when)

    def _new_row(self, due: Due, words: DueWords, when: str) -> DueRow:
        row = DueRow(due, words, when, self)
        row.offer_done()
        row.clicked.connect(lambda: self.opened.emit(due.case_id))
        row.done_wanted.connect(lambda: self.done_wanted.emit(due))
        row.later_wanted.connect(lambda: self.later_wanted.emit(due))
        row.moved.connect(lambda step: self._go_from(row, step))
        return row

    def _go_from(self, row: DueRow, step: int) -> None:
        """Lead on from a row; one that was just settled has the keys for a moment, and leads nowhere."""
        if row in self.rows:
            self.focus_place(self.rows.index(row) + step)

    def _show_more(self, button: QWidget, name: str, rest: Sequence[Due], now: datetime) -> None:
        """Put the next page of a group in the place of the button that was pressed."""
        self._more[name] = self._more.get(name, 0) + PAGE
        place = self._column.indexOf(button)
        self._column.removeWidget(button)
        button.hide()
        button.deleteLater()
        self._add_rows(rest[:PAGE], now, far=name == "next_days", place=place)
        if len(rest) > PAGE:
            self._add_more(name, rest[PAGE:], now, place + PAGE)
        self.rows.sort(key=self._column.indexOf)
        self.focus_place(next(at for at, row in enumerate(self.rows) if row.due is rest[0]))

    def _row_of(self, due_id: UUID | None) -> DueRow | None:
        return next((row for row in self.rows if row.due.id == due_id), None)

    def _put_panel_back(self) -> None:
        row = self._row_of(self._below)
        if self.panel is None:
            return
        if row is None:
            self.panel.hide()
            return
        self._column.insertWidget(self._column.indexOf(row) + 1, self.panel)
        self.panel.show()
