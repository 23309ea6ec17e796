"""Labels for the letters of the day: on which sheet, from which label on; then printed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.errors import DeskError
from desktop_cs.i18n import _, ngettext
from desktop_cs.paper.envelope_sizes import LABEL_SHEETS
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.act_panel import ActPanel
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.tokens import M
from desktop_cs.ui.widgets.combo import Combo
from desktop_cs.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_cs.desk.letter_batch import BatchLetter
    from desktop_cs.desk.letter_labels import Labels


class LabelsPanel(ActPanel):
    """Asks for the sheet and the first label that is still on it; `given` tells both.

    Args:
        count: How many labels are wanted.
        preferences: What was chosen on this PC before.
        parent: The page.
    """

    def __init__(self, count: int, preferences: Preferences, parent: QWidget | None = None) -> None:
        question = ngettext("Labels for {count} letter", "Labels for {count} letters", count)
        super().__init__(question.format(count=count), _("Print labels"), parent)
        self.sheet = Combo(_("Sheet of labels"), self)
        self.sheet.addItems(list(LABEL_SHEETS))
        self.sheet.setCurrentText(preferences.printing.paper("labels"))
        self.first = Combo(_("First label that is free"), self)
        self._fill()
        self.first.setCurrentIndex(self.first.findData(preferences.printing.first_label))
        self.first.setCurrentIndex(max(self.first.currentIndex(), 0))
        self.sheet.activated.connect(lambda _row: self._fill())
        row = QHBoxLayout()
        row.setSpacing(M)
        for combo in (self.sheet, self.first):
            label = text_label(combo.accessibleName(), parent=self)
            label.setBuddy(combo)
            row.addWidget(label)
            row.addWidget(combo)
        row.addStretch(1)
        self.column.addLayout(row)
        self._add_buttons()

    def begin(self) -> None:
        """Put the focus on the act: the sheet is the one that was used last."""
        self.act.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Tell the sheet and the first label."""
        self.given.emit((self.sheet.currentText(), self.first.currentData()))

    def _fill(self) -> None:
        """Offer the labels of the sheet; another sheet is whole."""
        self.first.clear()
        for number in range(1, LABEL_SHEETS[self.sheet.currentText()].count + 1):
            self.first.addItem(str(number), number)


class LabelWork(QObject):
    """Makes labels away from the window and prints them.

    Args:
        actions: Through which they are made.
        preferences: Where sheet, first label, printer and tray are remembered.
        page: The page; the dialogs belong to its window.
    """

    def __init__(self, actions: Actions, preferences: Preferences, page: QWidget) -> None:
        super().__init__(page)
        self._actions, self._preferences, self._page = actions, preferences, page

    def print(self, letters: "Sequence[BatchLetter]", sheet: str, start: int) -> None:
        """Print a label for each letter; whoever has no address is named."""
        desk = self._actions.desk

        def made() -> "Labels | DeskError":
            from desktop_cs.desk.letter_labels import letter_labels  # noqa: PLC0415 (only when printing)

            try:
                return letter_labels(desk, letters, sheet, start)
            except DeskError as refusal:
                return refusal

        work = self._actions.run_slow(made, lambda labels: self._send(labels, sheet))
        self.destroyed.connect(work.cancel)  # the window is built anew when its language changes

    def _send(self, labels: "Labels | DeskError", sheet: str) -> None:
        from desktop_cs.ui.paper.printing import print_pdf  # noqa: PLC0415 (the printing part of Qt only when printing)

        if isinstance(labels, DeskError):
            self._actions.refused.emit(labels)
            return
        told = labels.told()
        try:
            sent = labels.pdf and print_pdf(labels.pdf, f"labels {sheet}", self._preferences, self._page)
        except DeskError as failure:
            self._actions.refused.emit(failure)
            return
        if sent:
            self._preferences.printing.remember_paper("labels", sheet)
            self._preferences.printing.remember_first_label(labels.next_start)
            told = [_("The labels are on their way to the printer."), *told]
        if told:
            self._actions.say_done("\n".join(told))
