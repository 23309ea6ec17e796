"""Settings, Keeping in touch: how long silence may last, and when follow-ups and letters fall due."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_cs.i18n import N_, _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.field_line import FieldLine, fix_width
from desktop_cs.ui.settings.section import Section

_LONGEST = 7  # digits of a number that can be meant


@dataclass(frozen=True, slots=True)
class _Number:
    """One number: its attribute of the settings, its words, its bounds, and how many of it make one."""

    name: str
    words: str
    help: str
    least: int
    most: int
    of_one: int = 1


_NUMBERS = (
    _Number(
        "silence_after_minutes",
        N_("Silence alarm, hours"),
        N_("Today says so when a customer has heard nothing for so many opening hours."),
        1,
        200,
        60,
    ),
    _Number(
        "immediate_after_minutes",
        N_("Ask whether all is well, minutes"),
        N_("After the matter was to be put right."),
        0,
        600,
    ),
    _Number("wrap_up_after_days", N_("Wrap up, days"), N_("After the matter was put right."), 1, 90),
    _Number(
        "letter_after_days", N_("Letter, days"), N_("After the case was logged; 14 to 28 are usual."), 1, 60
    ),
    _Number(
        "internal_for_days", N_("Handle with care, days"), N_("For so long everybody sees the card."), 1, 365
    ),
)


class CareSection(Section):
    """Whole numbers; a follow-up that is planned already stays where it is."""

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        intro = _("When we get in touch. Opening hours and closed days count.")
        super().__init__(acts, preferences, _("Keeping in touch"), intro, parent)
        self.lines: dict[str, FieldLine] = {}
        self._fields: dict[str, QLineEdit] = {}
        for number in _NUMBERS:
            self._add(number)

    def load(self) -> None:
        """Show what is stored now."""
        for number in _NUMBERS:
            stored = getattr(self.desk.settings, number.name)
            self._fields[number.name].setText(f"{stored / number.of_one:g}")
            self.lines[number.name].set_problem("")

    def leave(self) -> bool:
        """Store every number; stay where one is none."""
        wrong = [self._fields[number.name] for number in _NUMBERS if not self._keep(number)]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def _add(self, number: _Number) -> None:
        field = QLineEdit(self)
        fix_width(field, 120)
        field.editingFinished.connect(lambda: self._keep(number))
        line = FieldLine(_(number.words), field, help=_(number.help), parent=self)
        self.lines[number.name], self._fields[number.name] = line, field
        self.card.column.addWidget(line)

    def _keep(self, number: _Number) -> bool:
        """Store one number, or say at its field what it has to be."""
        typed = self._fields[number.name].text().strip()
        stored = getattr(self.desk.settings, number.name)
        if typed == f"{stored / number.of_one:g}":
            self.lines[number.name].set_problem("")
            return True
        value = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < _LONGEST else -1
        if not number.least <= value <= number.most:
            told = _("Write a whole number from {least} to {most}.")
            self.lines[number.name].set_problem(told.format(least=number.least, most=number.most))
            return False
        self.lines[number.name].set_problem("")
        refusal = self.keep(_("The times are saved."), **{number.name: value * number.of_one})
        return refusal is None
