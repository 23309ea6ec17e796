"""After how many minutes without anybody at the window it is covered."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.ui.settings.field_line import FieldLine, fix_width

FEWEST_MINUTES, MOST_MINUTES = 1, 60  # never off: the screen of a shop is seen by everybody


class CoverLine(FieldLine):
    """A whole number of minutes.

    Args:
        keep: Stores it, and returns the refusal when there is one.
        parent: The widget that it stands in.
    """

    def __init__(self, keep: Callable[[int], UserError | None], parent: QWidget | None = None) -> None:
        self.minutes = QLineEdit()
        fix_width(self.minutes, 120)
        told = _("Then the names cover it. Whoever comes back finds everything as it was.")
        super().__init__(_("Cover the window after so many minutes"), self.minutes, help=told, parent=parent)
        self._keep = keep
        self._stored = 0
        self.minutes.editingFinished.connect(self.store)

    def show_minutes(self, minutes: int) -> None:
        """Show what is stored now."""
        self._stored = minutes
        self.minutes.setText(str(minutes))
        self.set_problem("")

    def store(self) -> bool:
        """Store what is typed, and return whether it could be."""
        typed = self.minutes.text().strip()
        if typed == str(self._stored):
            self.set_problem("")
            return True
        minutes = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 3 else 0
        if not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
            told = _("Write a whole number from {least} to {most}.")
            self.set_problem(told.format(least=FEWEST_MINUTES, most=MOST_MINUTES))
            return False
        refusal = self._keep(minutes)
        self.set_problem(str(refusal) if refusal else "")
        return refusal is None
