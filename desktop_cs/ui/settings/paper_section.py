"""Settings, Paper: what letters and reports are printed on, and what letters usually look like."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_cs.desk.changes import Changes, Result
from desktop_cs.errors import DeskError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.settings.one_of import OneOf
from desktop_cs.ui.settings.paper_words import LETTER_PAPERS, REPORT_PAPERS, choices_of
from desktop_cs.ui.settings.printer_section import PrinterSection
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.settings.usual_letter import UsualLetter
from desktop_cs.ui.widgets.buttons import link_button


class PaperSection(Section):
    """The paper in the printer, and the letters on it."""

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(acts, preferences, _("Paper"), _("The paper that lies in your printer."), parent)
        self.letters = OneOf(choices_of(LETTER_PAPERS), _("Letters"), self)
        self.reports = OneOf(choices_of(REPORT_PAPERS), _("Reports"), self)
        a_note = _("A5 suits a letter that is meant to be kept; A6 is a card.")
        self.card.column.addWidget(FieldLine(_("Letters"), self.letters, help=a_note, parent=self))
        self.card.column.addWidget(FieldLine(_("Reports"), self.reports, parent=self))
        self.usual = UsualLetter(acts, self)
        self.own_hand = link_button(_("My own hand …"), "pen-line", self)
        self.own_hand.clicked.connect(lambda _checked=False: self.went.emit("own_hand", None))
        self.printer = PrinterSection(self)
        self.card.column.addWidget(self.usual)
        self.card.column.addWidget(self.own_hand, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.column.addWidget(self.printer)
        self._connect()

    def pieces(self) -> Iterator[Callable[[], object]]:
        """Yield the making of the questions about letters."""
        yield from self.usual.pieces()

    def load(self) -> None:
        """Show what is stored now."""
        self.letters.set_choice(self.desk.settings.letter_paper)
        self.reports.set_choice(self.desk.settings.report_paper)
        self.usual.show_settings(self.desk.settings)
        printing = self.preferences.printing
        self.printer.show_printer(printing.shift_mm, laser=printing.is_laser)

    def _connect(self) -> None:
        self.letters.chosen.connect(
            lambda paper: self.keep(_("Letters are on {paper} now.").format(paper=paper), letter_paper=paper)
        )
        self.reports.chosen.connect(
            lambda paper: self.keep(_("Reports are on {paper} now.").format(paper=paper), report_paper=paper)
        )
        self.usual.changed.connect(self._keep_usual)
        self.printer.laser_chosen.connect(lambda laser: self._keep_laser(laser=laser))
        self.printer.shift_typed.connect(self._keep_shift)
        self.printer.page_wanted.connect(self._print_page)

    def _keep_usual(self, name: str, value: object, words: str) -> None:
        self.keep(words, **{name: value})

    def _keep_laser(self, *, laser: bool) -> None:
        printing = self.preferences.printing

        def turned(to: bool) -> Result[None]:
            printing.remember_laser(laser=to)
            return Result(None, Changes(settings=True))

        turned(laser)
        words = (
            _("New letters are for a laser printer.") if laser else _("New letters are for an ink printer.")
        )
        self.tell_saved(words, lambda: turned(not laser))

    def _keep_shift(self, right: float, down: float) -> None:
        printing = self.preferences.printing
        before = printing.shift_mm
        if before == (right, down):
            return

        def moved(shift: tuple[float, float]) -> Result[None]:
            printing.remember_shift(*shift)
            return Result(None, Changes(settings=True))

        moved((right, down))
        self.tell_saved(_("The calibration is kept for this PC."), lambda: moved(before))

    def _print_page(self) -> None:
        """Print the calibration page, written away from the window."""
        paper, shift = self.desk.settings.letter_paper, self.preferences.printing.shift_mm
        work = self.acts.run_slow(lambda: _calibration(paper, shift), lambda pdf: self._send(pdf, paper))
        self.destroyed.connect(work.cancel)  # the window is built anew when its language changes

    def _send(self, pdf: bytes, paper: str) -> None:
        from desktop_cs.ui.paper.printing import print_pdf  # noqa: PLC0415 (the printing part of Qt only when printing)

        try:
            if print_pdf(pdf, paper, self.preferences, self):
                self.acts.say_done(_("The calibration page is on its way to the printer."))
        except DeskError as failure:
            self.acts.refused.emit(failure)


def _calibration(paper: str, shift_mm: tuple[float, float]) -> bytes:
    from desktop_cs.paper.calibration_sheet import calibration_pdf  # noqa: PLC0415 (reportlab only to print)

    return calibration_pdf(paper, shift_mm)
