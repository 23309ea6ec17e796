"""What a day holds besides what is due, in folded lists; a panel opens below a row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.today.day_words import Entry, EntryGroup, heading
from desktop_cs.ui.today.words import more_words
from desktop_cs.ui.widgets.buttons import quiet_button, secondary_button
from desktop_cs.ui.widgets.cards import RowCard
from desktop_cs.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_cs.ui.cases.act_panel import ActPanel

FEW, PAGE = 3, 20  # rows of a list, and further ones at each press
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
Key = tuple[str, UUID]


class EntryRow(RowCard):
    """One row; `clicked` (and Enter) opens its case.

    Args:
        entry: What it shows.
        parent: The list.

    Signals:
        act_wanted: Its button was pressed, or Ctrl+Enter.
        other_wanted: Its second button was pressed.
        moved: An arrow key asks for the row above (-1) or below (1).
    """

    act_wanted = Signal()
    other_wanted = Signal()
    moved = Signal(int)

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(entry.who, entry.text, icon_name=entry.icon, parent=parent)
        self.entry = entry
        self.setToolTip(_("Enter opens the case"))
        if entry.badge:
            self.add_badge(entry.badge, "warn")
        if entry.other:
            self._add_act(quiet_button(entry.other, parent=self), self.other_wanted)
        act = secondary_button(entry.act, parent=self)
        act.setToolTip("Ctrl+Enter")
        self._add_act(act, self.act_wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steer by the keyboard: arrows, Ctrl+Enter; Return presses the button that has the focus."""
        key, ctrl = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        focused = self.focusWidget()
        if key in _ARROWS and not ctrl:
            self.moved.emit(_ARROWS[key])
        elif key in _RETURNS and ctrl:
            self.act_wanted.emit()
        elif key in _RETURNS and isinstance(focused, QPushButton) and focused.hasFocus():
            focused.click()
        else:
            super().keyPressEvent(event)

    def _add_act(self, button: QPushButton, wanted: SignalInstance) -> None:
        button.setAccessibleName(_("{act}: {who}").format(act=button.text(), who=self.entry.who))
        button.clicked.connect(wanted)
        self.add_button(button)


class DayListsView(QWidget):
    """The lists, each folded to a few rows.

    Signals:
        opened: A row was chosen; the id of its case.
        act_wanted: The button of a row was pressed; its `Entry`.
        other_wanted: Its second button was pressed; its `Entry`.
    """

    opened = Signal(object)
    act_wanted = Signal(object)
    other_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self.rows: list[EntryRow] = []
        self._groups: Sequence[EntryGroup] = ()
        self._more: dict[str, int] = {}  # how many rows beyond the few are wanted, by list
        self.panel: ActPanel | None = None
        self._below: Key | None = None
        self.hide()

    def show_groups(self, groups: Sequence[EntryGroup]) -> None:
        """Show these lists; where nothing is different, nothing is touched, and an open panel stays."""
        if groups == self._groups:
            return
        focused = next((row.entry.key for row in self.rows if row.hasFocus()), None)
        self._groups = groups
        self._fill()
        if focused is not None and (row := self._row_of(focused)) is not None:
            row.setFocus()

    def open_panel(self, entry: Entry, panel: "ActPanel") -> None:
        """Show a panel below the row of an entry; an earlier one gives way."""
        self.close_panel()
        self.panel, self._below = panel, entry.key
        self._put_panel_back()
        panel.begin()

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
        """Return what Tab stops at, from top to bottom."""
        return [stop for row in self.rows for stop in (row, *row.findChildren(QPushButton))]

    def _fill(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self.panel:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for group in self._groups:
            self._add_group(group)
        self._put_panel_back()
        self.setVisible(bool(self._groups))

    def _add_group(self, group: EntryGroup) -> None:
        self._column.addWidget(text_label(heading(group), "strong", parent=self))
        shown = group.entries[: FEW + self._more.get(group.name, 0)]
        for entry in shown:
            self._add_row(entry, private=group.private)
        rest = len(group.entries) - len(shown)
        if rest:
            more = quiet_button(more_words(min(PAGE, rest), rest), "chevron-down", self)
            more.setAccessibleName(f"{more.text()}: {group.title}")
            more.clicked.connect(lambda: self._show_more(group, len(shown)))
            self._column.addWidget(more)

    def _add_row(self, entry: Entry, *, private: bool) -> None:
        row = EntryRow(entry, self)
        if private:
            keep_private(row)
        row.clicked.connect(lambda: self.opened.emit(entry.case_id))
        row.act_wanted.connect(lambda: self.act_wanted.emit(entry))
        row.other_wanted.connect(lambda: self.other_wanted.emit(entry))
        row.moved.connect(lambda step: self._move(row, step))
        self._column.addWidget(row)
        row.show()
        self.rows.append(row)

    def _show_more(self, group: EntryGroup, shown: int) -> None:
        """Show the next page of a list, with the focus on its first row."""
        self._more[group.name] = self._more.get(group.name, 0) + PAGE
        self._fill()
        row = self._row_of(group.entries[shown].key)
        if row is not None:
            row.setFocus()

    def _move(self, row: EntryRow, step: int) -> None:
        place = self.rows.index(row) + step
        self.rows[max(0, min(place, len(self.rows) - 1))].setFocus()

    def _row_of(self, key: Key | None) -> EntryRow | None:
        return next((row for row in self.rows if row.entry.key == key), None)

    def _put_panel_back(self) -> None:
        row = self._row_of(self._below)
        if self.panel is None:
            return
        if row is None:
            self.panel.hide()
            return
        self._column.insertWidget(self._column.indexOf(row) + 1, self.panel)
        self.panel.show()
