"""The hours of one day of the week: open or closed, from when to when."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.shop.opening_hours import Shift
from desktop_cs.ui.forms.day_line import TimeLine
from desktop_cs.ui.forms.typed_day import read_time
from desktop_cs.ui.settings.field_line import ProblemLine
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice, Mark
from desktop_cs.ui.widgets.labels import text_label

_USUAL = Shift(time(9), time(18))  # what stands there when a closed day is opened


class DayRow(QWidget):
    """One row of the week.

    Args:
        day_name: Such as "Monday".
        parent: The widget that it stands in.

    Signals:
        changed: Hours were given or taken away by hand, and can be read.
    """

    changed = Signal()

    def __init__(self, day_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = ManyChoice(ChoiceWords(day_name), Mark.TICK, parent=self)
        self.open.setAccessibleDescription(_("Open on this day"))
        self.opens, self.closes = TimeLine(self), TimeLine(self)
        self.opens.setAccessibleName(_("{day}, opens at").format(day=day_name))
        self.closes.setAccessibleName(_("{day}, closes at").format(day=day_name))
        self._to = text_label("–", "muted", parent=self)
        self._closed = text_label(_("closed"), "muted", parent=self)
        self._problem = ProblemLine(self)
        row = QHBoxLayout()
        row.setSpacing(S)
        for widget in (self.open, self.opens, self._to, self.closes, self._closed):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._problem)
        self.open.clicked.connect(self._on_open)
        for line in (self.opens, self.closes):
            line.editingFinished.connect(self._on_left)

    @property
    def problem(self) -> str:
        """Return the sentence below, or ""."""
        return self._problem.sentence

    def show_shift(self, shift: Shift | None) -> None:
        """Show these hours, or that the day is closed."""
        self.open.hold(held=shift is not None)
        self._problem.show_for("", self.opens, self.closes)
        if shift is not None:
            self.opens.setText(shift.opens.strftime("%H:%M"))
            self.closes.setText(shift.closes.strftime("%H:%M"))
        self._show_open()

    def shift(self) -> Shift | None:
        """Return the hours; None where the day is closed, or where they are not right yet."""
        opens, closes = read_time(self.opens.text()), read_time(self.closes.text())
        if not self.open.isChecked() or opens is None or closes is None or closes <= opens:
            return None
        return Shift(opens, closes)

    def check(self) -> bool:
        """Say below what is not yet right, and return whether all is."""
        self._problem.show_for("", self.opens, self.closes)
        if not self.open.isChecked() or self.shift() is not None:
            return True
        told = _(
            "Closing time has to be later than opening time. A day that ends at midnight closes at 23:59."
        )
        if self._unreadable() is not None:
            told = _("Write both times, like 9:00 and 18:00.")
        self._problem.show_for(told, self._unreadable() or self.closes)
        return False

    def focus_problem(self) -> None:
        """Put the focus where the hours are to be put right."""
        (self._unreadable() or self.closes).setFocus()

    def _unreadable(self) -> TimeLine | None:
        """Return the first of the two times that is missing or no time."""
        return next((line for line in (self.opens, self.closes) if read_time(line.text()) is None), None)

    def _on_open(self) -> None:
        if self.open.isChecked() and not (self.opens.text() or self.closes.text()):
            self.show_shift(_USUAL)
        self._show_open()
        if self.check():
            self.changed.emit()

    def _on_left(self) -> None:
        if self.check():
            self.changed.emit()

    def _show_open(self) -> None:
        is_open = self.open.isChecked()
        for widget in (self.opens, self._to, self.closes):
            widget.setVisible(is_open)
        self._closed.setVisible(not is_open)
