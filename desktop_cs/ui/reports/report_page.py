"""The month: choose it, read it, print it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.desk.changes import Changes
from desktop_cs.errors import DeskError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.summary.month import Month
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.paper.pdf_view import PdfView
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.buttons import icon_button, primary_button, secondary_button
from desktop_cs.ui.widgets.labels import text_label

_SHEET_PX = 760


class ReportPage(Page):
    """The printed summary of a month, on the screen as it will be on paper."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._month: Month | None = None
        self._title = text_label("", "h1", parent=self)
        self.before = icon_button("chevron-left", _("The month before"), self)
        self.after = icon_button("chevron-right", _("The month after"), self)
        self.save = secondary_button(_("Save PDF"), "download", self)
        self.print = primary_button(_("Print"), "printer", self)
        self.print.setToolTip("Ctrl+P")
        self.revenue = _RevenueLine(self)
        self.revenue.wanted.connect(lambda: self.went.emit("settings", "budget"))
        self.view = PdfView(actions, self)
        self.view.setMaximumWidth(look().px(_SHEET_PX))
        head = QHBoxLayout()
        head.setSpacing(M)
        for widget in (self.before, self._title, self.after):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.save)
        head.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.revenue)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.view, 100)
        middle.addStretch(1)
        column.addLayout(middle, 1)
        for button, act in (
            (self.before, lambda: self._go(-1)),
            (self.after, lambda: self._go(1)),
            (self.save, self._save),
            (self.print, self._print),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        keys = QShortcut(QKeySequence("Ctrl+P"), self)
        keys.activated.connect(self._print)

    def load(self, subject: object = None) -> None:
        """Show this month, or the one that was shown before, or the present one."""
        if isinstance(subject, Month):
            self._month = subject
        self._month = self._month or self.desk.months.this_month()
        self._show(self._month)

    def subject(self) -> object:
        """Return the month that is shown."""
        return self._month

    def hear(self, changes: Changes) -> None:
        """Count again."""
        if self._month is not None and (changes.cases or changes.follow_ups):
            self._show(self._month)

    def focus_first(self) -> None:
        """Begin at Print."""
        self.print.setFocus()

    def _go(self, months: int) -> None:
        month = self._month or self.desk.months.this_month()
        count = month.year * 12 + month.month - 1 + months
        self.load(Month(count // 12, count % 12 + 1))

    def _show(self, month: Month) -> None:
        self._title.setText(shown.month(month.first, language_in_use()))
        self.after.setEnabled(month.after <= self.desk.settings.hours.wall(self.desk.clock.now()).date())

        budget = self.actions.ask(lambda: self.desk.months.budget(month))
        self.revenue.setVisible(budget is not None and budget.amount is None and bool(budget.spent))

        def show(pdf: bytes) -> None:
            if month == self._month:
                self.view.show_pdf(pdf)

        work = self.actions.run_slow(lambda: self.desk.months.pdf(month), show)
        self.destroyed.connect(work.cancel)  # the window is built anew when its language changes

    def _print(self) -> None:
        from desktop_cs.ui.paper.printing import print_pdf  # noqa: PLC0415 (the printing part of Qt only when printing)

        pdf, paper = self.view.pdf(), self.desk.settings.report_paper
        try:
            if pdf and print_pdf(pdf, paper, self.preferences, self):
                self.actions.say_done(_("The summary is on its way to the printer."))
        except DeskError as failure:
            self.actions.refused.emit(failure)

    def _save(self) -> None:
        from desktop_cs.ui.paper.printing import save_pdf  # noqa: PLC0415 (as in `_print`)

        month = self._month
        if month is None or not self.view.pdf():
            return
        try:
            saved = save_pdf(self.view.pdf(), f"summary-{month.year}-{month.month:02}.pdf", self)
        except DeskError as failure:
            self.actions.refused.emit(failure)
            return
        if saved is not None:
            self.actions.say_done(_("The summary is saved as {file}.").format(file=saved.name))


class _RevenueLine(QWidget):
    """Says that a month has no budget yet, with the way to type its revenue.

    Signals:
        wanted: The revenue is to be typed.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = _("The revenue of this month is not typed yet, so there is no budget to compare with.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        row.addWidget(text_label(told, "muted", wrap=True, parent=self), 1)
        self.type = secondary_button(_("Type the revenue"), "pencil", self)
        self.type.clicked.connect(self.wanted)
        row.addWidget(self.type)
        self.hide()
