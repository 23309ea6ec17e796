"""The printer of this PC: whether it is a laser, and how far it misses paper with a print of its own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.settings.field_line import ProblemLine, fix_width
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice
from desktop_cs.ui.widgets.labels import text_label

_FARTHEST_MM = 25.0  # a printer that misses by more than an inch holds other paper than it was told


class PrinterSection(QWidget):
    """What is asked about the printer; it keeps nothing itself.

    Args:
        parent: The section.

    Signals:
        laser_chosen: Whether letters come out of a laser printer.
        shift_typed: How far the writing is to be moved: right and down, in mm.
        page_wanted: The calibration page is to be printed.
    """

    laser_chosen = Signal(bool)
    shift_typed = Signal(float, float)
    page_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        laser = ChoiceWords(
            _("New letters come out of a laser printer"),
            _("They are written in a solid colour: fine dots would show that a machine wrote them."),
        )
        self.laser = ManyChoice(laser, parent=self)
        self.page = secondary_button(_("Print the calibration page"), "printer", self)
        self.right, self.down = (self._field(name) for name in (_("Right, mm"), _("Down, mm")))
        self._problem = ProblemLine(self)
        help = _(
            "For letter paper of your own: print the page on it, read the two numbers at the crosses, type"
            " them here. Less than nothing moves left, or up."
        )
        fields = QHBoxLayout()
        fields.setSpacing(M)
        for field in (self.right, self.down):
            label = text_label(field.accessibleName(), parent=self)
            label.setBuddy(field)
            fields.addWidget(label)
            fields.addWidget(field)
        fields.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(text_label(_("The printer of this PC"), "h2", parent=self))
        column.addWidget(self.laser)
        column.addWidget(text_label(_("Calibration"), "strong", parent=self))
        column.addWidget(text_label(help, "caption", wrap=True, parent=self))
        line = QHBoxLayout()
        line.addWidget(self.page)
        line.addStretch(1)
        column.addLayout(line)
        column.addLayout(fields)
        column.addWidget(self._problem)
        self.laser.clicked.connect(lambda: self.laser_chosen.emit(self.laser.isChecked()))
        self.page.clicked.connect(lambda _checked=False: self.page_wanted.emit())

    def show_printer(self, shift_mm: tuple[float, float], *, laser: bool) -> None:
        """Show what is remembered."""
        self.laser.setChecked(laser)
        for field, number in zip((self.right, self.down), shift_mm, strict=True):
            field.setText(f"{number:g}")
        self._problem.show_for("", self.right, self.down)

    def problem(self) -> str:
        """Return what is not right with the numbers, or ""."""
        return self._problem.sentence

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        fix_width(field, 96)
        field.editingFinished.connect(self._on_typed)
        return field

    def _on_typed(self) -> None:
        numbers = [_number(field.text()) for field in (self.right, self.down)]
        right, down = numbers
        if right is None or down is None:
            told = _("Type a number of millimetres, such as 1.5 or -2; at most 25.")
            wrong = [field for field in (self.right, self.down) if _number(field.text()) is None]
            self._problem.show_for(told, *wrong)
            return
        self._problem.show_for("", self.right, self.down)
        self.shift_typed.emit(right, down)


def _number(text: str) -> float | None:
    """Return the millimetres that were typed, None where it is no number or too large."""
    try:
        number = float(text.strip().replace(",", ".").replace("\N{MINUS SIGN}", "-") or "0")
    except ValueError:
        return None
    return number if abs(number) <= _FARTHEST_MM else None
