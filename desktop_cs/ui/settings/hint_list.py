"""One list of the guide to be edited: a line for each hint, and one below it for its reason."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_cs.guide.advice import Fault, Hint
from desktop_cs.i18n import _
from desktop_cs.ui.settings.field_line import ProblemLine, walk_with_tab
from desktop_cs.ui.settings.hint_text import HintText
from desktop_cs.ui.tab_walk import beside
from desktop_cs.ui.theme.tokens import XS, L, S
from desktop_cs.ui.widgets.buttons import icon_button, link_button
from desktop_cs.ui.widgets.labels import text_label


class HintLine(QWidget):
    """A hint, its reason, and what can be done with it.

    Args:
        title: Name of the list that it stands in.
        number: Its place there, from 1; a screen reader tells them apart by it.
        parent: The widget that it stands in.

    Signals:
        edited: Something is typed.
        left: A field was left.
        entered: Return was pressed in the reason: a further hint is wanted.
        moved: It is to go up (-1) or down (1).
        removed: It is to go.
    """

    edited = Signal()
    left = Signal()
    entered = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, title: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named = {"list": title, "number": number}
        self.text = HintText(_("{list}, {number}").format(**named), parent=self)
        self.because = HintText(
            _("{list}, {number}: the reason").format(**named), _("Why? The reason, in a few words"), self
        )
        self._problem = ProblemLine(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.text, 0, 0)
        grid.addWidget(self.because, 1, 0)
        grid.addWidget(self._problem, 2, 0, 1, 2)
        self.remove = icon_button("x", _("{list}, {number}: take it out").format(**named), self)
        self.up = icon_button("arrow-up", _("{list}, {number}: up (Alt+↑)").format(**named), self)
        self.up.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard: Alt with the arrow keys in the field
        grid.addWidget(self.remove, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.up, 1, 1, Qt.AlignmentFlag.AlignTop)
        for field in (self.text, self.because):
            field.textChanged.connect(self.edited)
            field.left.connect(self.left)
            field.moved.connect(self.moved)
        self.text.entered.connect(self.because.setFocus)
        self.because.entered.connect(self.entered)
        self.remove.clicked.connect(self.removed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))

    @property
    def problem(self) -> str:
        """Return the sentence below, or ""."""
        return self._problem.sentence

    def hint(self) -> Hint:
        """Return the hint as it is typed."""
        return Hint(self.text.text(), self.because.text())

    def show_hint(self, hint: Hint) -> None:
        """Show a hint; fields that say the same already are left alone."""
        for field, words in ((self.text, hint.text), (self.because, hint.because)):
            if field.text() != words:
                field.setPlainText(words)

    def show_problem(self, sentence: str) -> None:
        """Say below what is not right; "" takes it back."""
        self._problem.show_for(sentence, self.text)


class HintList(QWidget):
    """The hints of one part.

    Args:
        title: What the list is called.
        help: A few words below it, or "".
        parent: The widget that it stands in.

    Signals:
        edited: Something is typed.
        settled: A field was left, or a hint was moved or taken out: what is there can be kept.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self, title: str, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._lines: list[HintLine] = []
        self._problem = ProblemLine(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(L)
        self.add = link_button(_("Add one"), "plus", self)
        self.add.setAccessibleName(_("{list}: add one").format(list=title))
        self.add.clicked.connect(self.add_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(text_label(title, "lead-strong", parent=self))
        if help:
            column.addWidget(text_label(help, "caption", wrap=True, parent=self))
        column.addLayout(self._rows)
        column.addWidget(self._problem)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def lines(self) -> list[HintLine]:
        """Return the lines from top to bottom."""
        return list(self._lines)

    def hints(self) -> tuple[Hint, ...]:
        """Return the hints as they are typed; a line without any words is none."""
        return tuple(line.hint() for line in self._filled())

    def make_ready(self, count: int) -> None:
        """Make one more line where there are fewer than so many: all of them at once would be felt."""
        if len(self._lines) < count:
            self._make()

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these hints, in lines that are there already as far as they reach."""
        while len(self._lines) > len(hints):
            self._drop(self._lines[-1])
        while len(self._lines) < len(hints):
            self._make()
        for line, hint in zip(self._lines, hints, strict=True):
            with QSignalBlocker(line):  # nobody typed it
                line.show_hint(hint)
        self.show_faults(())

    def add_line(self) -> None:
        """Begin a further hint, with the focus in it."""
        empty = next((line for line in self._lines if line.hint() == Hint("")), None)
        (empty or self._make()).text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Say at each hint what is not right with it, and below the list what is with all of them."""
        for line in self._lines:
            line.show_problem("")
        filled = self._filled()
        for fault in faults:
            if fault.hint is not None and fault.hint < len(filled):
                filled[fault.hint].show_problem(_as_sentence(fault))
        self._problem.show_for(" ".join(_as_sentence(fault) for fault in faults if fault.hint is None))

    def focus_fault(self) -> bool:
        """Put the focus where the first thing is not right, and return whether there is one."""
        wrong = next((line for line in self._lines if line.problem), None)
        if wrong is not None:
            wrong.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._problem.sentence:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(wrong is not None or self._problem.sentence)

    def _filled(self) -> list[HintLine]:
        return [line for line in self._lines if line.hint() != Hint("")]

    def _make(self) -> HintLine:
        line = HintLine(self._title, len(self._lines) + 1, self)
        line.edited.connect(self.edited)
        line.left.connect(self.settled)
        line.entered.connect(self.add_line)
        line.moved.connect(lambda step: self._move(line, step))
        line.removed.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._rows.addWidget(line)
        walk_with_tab([_stop_before(self.add), line.text, line.because, line.remove])
        return line

    def _move(self, line: HintLine, step: int) -> None:
        """Exchange a hint with the one above or below; the focus goes with it."""
        here = self._lines.index(line)
        there = here + step
        if not 0 <= there < len(self._lines):
            return
        other = self._lines[there]
        mine, its = line.hint(), other.hint()
        line.show_hint(its)
        other.show_hint(mine)
        (other.because if line.because.hasFocus() else other.text).setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        self.settled.emit()

    def _remove(self, line: HintLine) -> None:
        """Take a hint out; those below move up into its place, where the focus stays."""
        here = self._lines.index(line)
        rest = [one.hint() for one in self._lines if one is not line]
        self.show_hints(rest)
        left = self._lines[min(here, len(self._lines) - 1)].remove if self._lines else self.add
        left.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        self.settled.emit()

    def _drop(self, line: HintLine) -> None:
        self._lines.remove(line)
        with QSignalBlocker(line):  # taking the focus out of it is no leaving by hand
            line.hide()
        line.deleteLater()


def _stop_before(widget: QWidget) -> QWidget:
    """Return from where Tab leads to a widget: Qt orders only what the focus can stop at."""
    before = beside(widget, forward=False)
    while before is not None and before is not widget:
        if before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return before
        before = beside(before, forward=False)
    return widget


def _as_sentence(fault: Fault) -> str:
    """Return what is wrong, which elsewhere follows the name of a file, as a sentence of its own."""
    return fault.sentence[:1].upper() + fault.sentence[1:]
