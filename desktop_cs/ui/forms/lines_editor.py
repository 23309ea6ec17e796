"""Editor of an answer of several lines, such as the promises that were made."""

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs.forms.definition import Column, Field, words_in
from desktop_cs.i18n import _
from desktop_cs.ui.forms.choice_editors import ChoiceEditor
from desktop_cs.ui.forms.column_editors import COLUMN_EDITORS
from desktop_cs.ui.forms.editor import Editor, EditorSetting
from desktop_cs.ui.theme.tokens import XS, L, M, S
from desktop_cs.ui.widgets.buttons import icon_button, quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label

_WIDE = {"text", "long_text", "choices", "checklist", "product"}  # columns that take a line of their own
_KEYPAD = Qt.KeyboardModifier.KeypadModifier.value  # the Enter of the number pad


class LinesEditor(Editor):
    """Lines of the field's columns; there is always one to write in, and Enter adds another."""

    def __init__(self, field: Field, setting: EditorSetting, parent: QWidget | None = None) -> None:
        super().__init__(field, setting, parent)
        self._lines: list[_Line] = []
        self._cell_setting = replace(setting, compact=not setting.quick_moments)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self._add = quiet_button(_("Add a line"), "plus", self)
        self._add.clicked.connect(lambda: self._add_line().focus_first())
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_line()

    def raw(self) -> str:
        """Return the lines as JSON, each column as it was typed; "" when nothing is."""
        typed = [line.raw() for line in self._lines]
        filled = [line for line in typed if any(line.values())]
        return json.dumps(filled, ensure_ascii=False, separators=(",", ":")) if filled else ""

    def set_raw(self, raw: str) -> None:
        """Show these lines."""
        wanted: list[dict[str, str]] = json.loads(raw) if raw else []
        while len(self._lines) > max(len(wanted), 1):
            self._take(self._lines[-1])
        while len(self._lines) < len(wanted):
            self._add_line()
        for line, answers in zip(self._lines, wanted or [{}], strict=True):
            line.set_raw(answers)

    def take_setting(self, setting: EditorSetting) -> None:
        """Go on in other surroundings in every line."""
        super().take_setting(setting)
        self._cell_setting = replace(setting, compact=self._cell_setting.compact)
        for line in self._lines:
            for cell in line.cells():
                cell.take_setting(self._cell_setting)

    def seal(self, *, sealed: bool) -> None:
        """Let the lines that are written now be read only, from then on others can be added; or open them."""
        for line in self._lines:
            line.set_sealed(sealed=sealed and bool(line.raw()))
        if sealed and all(line.raw() for line in self._lines):
            self._add_line()
        self._order_tabs()

    def fill_empty(self, cells: Mapping[str, str]) -> bool:
        """Fill these columns of each line that is written in and has none of them; return whether any was."""
        wanted = [line for line in self._lines if line.raw() and not line.raw().keys() & cells.keys()]
        for line in wanted:
            line.set_raw({**line.raw(), **cells}, only=cells.keys())
        return bool(wanted)

    def add_filled(self, cells: Mapping[str, str]) -> bool:
        """Add a line with these columns as if by hand, into the empty one where there is one.

        Returns:
            False where a line with the same columns is there; it stays the only one.
        """
        if any(cells.items() <= line.raw().items() for line in self._lines):
            return False
        last = self._lines[-1]
        (self._add_line() if last.raw() else last).set_raw(cells)
        self.edited.emit()
        return True

    def inputs(self) -> list[QWidget]:
        """Return what every line holds, then the button to add one."""
        return [widget for line in self._lines for widget in line.inputs()] + [self._add]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to what the line in use still needs on Enter, else to the next one; on a button press that.

        An empty line at the end ends the lines: the form goes on to the next question.
        """
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.modifiers().value not in {
            0,
            _KEYPAD,
        }:
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif not self._enter(focused):
            super().keyPressEvent(event)

    def set_problem(self, sentence: str) -> None:
        """Mark what a line still needs; where nothing is written yet, the line that stands ready."""
        super().set_problem("")
        self.setFocusProxy(self._first_input())
        if not sentence:
            return
        gaps = [gap for line in self._lines if line.raw() for gap in line.gaps()]
        written = [line for line in self._lines if line.raw()] or self._lines[:1]
        for cell in gaps or [cell for line in written for cell in line.cells()]:
            cell.set_problem(sentence)
        if gaps:
            self.setFocusProxy(gaps[0])

    def _enter(self, focused: QWidget | None) -> bool:
        """Go on within the lines; return whether there was where to go."""
        here = next((line for line in self._lines if focused and line.isAncestorOf(focused)), None)
        last = self._lines[-1]
        if here is last and not last.raw():
            return False
        gap = next(iter(here.gaps()), None) if here is not None and here.raw() else None
        if gap is not None:
            gap.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            (self._add_line() if last.raw() else last).focus_first()
        return True

    def _first_input(self) -> QWidget:
        """Return where writing begins: in the first line that is not sealed."""
        return next((line for line in self._lines if not line.is_sealed), self._lines[-1]).inputs()[0]

    def _add_line(self) -> "_Line":
        line = _Line(self.field, self._cell_setting, self)
        line.edited.connect(self.edited)
        line.removed.connect(lambda: self._on_removed(line))
        self._column.insertWidget(len(self._lines), line)
        self._lines.append(line)
        line.show()
        self._number()
        self._order_tabs()
        return line

    def _on_removed(self, line: "_Line") -> None:
        place = self._lines.index(line)
        self._take(line)
        if not self._lines:
            self._add_line()
        self._lines[min(place, len(self._lines) - 1)].focus_first()
        self.edited.emit()

    def _take(self, line: "_Line") -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._number()

    def _number(self) -> None:
        for number, line in enumerate(self._lines, start=1):
            line.set_number(number, self.name)

    def _order_tabs(self) -> None:
        """Have Tab go through the lines, then to the button to add one."""
        self.setFocusProxy(self._first_input())
        for before, after in pairwise(self.inputs()):
            QWidget.setTabOrder(before, after)


class _Line(Card):
    """One line: its columns, and a cross to remove it.

    Signals:
        edited: A column changed by hand.
        removed: The cross was pressed.
    """

    edited = Signal()
    removed = Signal()

    def __init__(self, field: Field, setting: EditorSetting, parent: QWidget) -> None:
        super().__init__("line", S, parent)
        self.is_sealed = False
        self._cells: dict[str, Editor] = {}
        self._needed = {column.id for column in field.columns if column.required}
        self._cross = icon_button("x", "", self)
        row = QHBoxLayout()
        columns = FlowLayout(gap=(L, S))
        for column in field.columns:
            columns.addWidget(self._cell(column, setting))
        row.addLayout(columns, 1)
        row.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        self.column.setContentsMargins(M, S, XS, M)
        self.column.addLayout(row)
        self._cross.clicked.connect(self.removed)

    def raw(self) -> dict[str, str]:
        """Return what was typed, by column; empty columns are left out."""
        return {column_id: cell.raw() for column_id, cell in self._cells.items() if cell.raw().strip()}

    def set_raw(self, answers: Mapping[str, str], only: Collection[str] = ()) -> None:
        """Show these answers; with `only`, leave the other columns as they are."""
        for column_id, cell in self._cells.items():
            if not only or column_id in only:
                cell.set_raw(answers.get(column_id, ""))

    def set_sealed(self, *, sealed: bool) -> None:
        """Let the line be read only, or be written in."""
        self.is_sealed = sealed
        self.setEnabled(not sealed)
        self._cross.setVisible(not sealed)

    def set_number(self, number: int, question: str) -> None:
        """Say to a screen reader which line this is."""
        words = _("Remove line {number}").format(number=number)
        self._cross.setToolTip(words)
        self._cross.setAccessibleName(f"{words}, {question}")

    def inputs(self) -> list[QWidget]:
        """Return what the focus can stand in."""
        return [widget for cell in self._cells.values() for widget in cell.inputs()] + [self._cross]

    def cells(self) -> list[Editor]:
        """Return the editors of its columns."""
        return list(self._cells.values())

    def gaps(self) -> list[Editor]:
        """Return the editors of what a line cannot do without, and that are empty."""
        return [cell for key, cell in self._cells.items() if key in self._needed and not cell.raw().strip()]

    def focus_first(self) -> None:
        """Start writing in this line."""
        next(iter(self._cells.values())).setFocus()

    def _cell(self, column: Column, setting: EditorSetting) -> QWidget:
        """Return a column's editor under its label."""
        cell = QWidget(self)
        stack = QVBoxLayout(cell)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(XS)
        label = words_in(column.label, setting.context.language)
        stack.addWidget(text_label(label, "caption", parent=cell))
        as_field = Field(column.id, column.type, column.label, {}, options=column.options)
        editor = COLUMN_EDITORS[column.type](as_field, setting, cell)
        editor.edited.connect(self.edited)
        stack.addWidget(editor)
        wide = column.type in _WIDE or (isinstance(editor, ChoiceEditor) and not editor.is_short())
        policy = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Maximum
        cell.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        self._cells[column.id] = editor
        return cell
