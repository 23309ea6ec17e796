"""Settings, Paper: what letters and reports are printed on."""

from PySide6.QtWidgets import QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.settings.one_of import OneOf
from desktop_cs.ui.settings.paper_words import LETTER_PAPERS, REPORT_PAPERS, choices_of
from desktop_cs.ui.settings.section import Section


class PaperSection(Section):
    """The paper in the printer."""

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(acts, preferences, _("Paper"), _("The paper that lies in your printer."), parent)
        self.letters = OneOf(choices_of(LETTER_PAPERS), _("Letters"), self)
        self.reports = OneOf(choices_of(REPORT_PAPERS), _("Reports"), self)
        a_note = _("A5 suits a letter that is meant to be kept; A6 is a card.")
        self.card.column.addWidget(FieldLine(_("Letters"), self.letters, help=a_note, parent=self))
        self.card.column.addWidget(FieldLine(_("Reports"), self.reports, parent=self))
        self.letters.chosen.connect(
            lambda paper: self.keep(_("Letters are on {paper} now.").format(paper=paper), letter_paper=paper)
        )
        self.reports.chosen.connect(
            lambda paper: self.keep(_("Reports are on {paper} now.").format(paper=paper), report_paper=paper)
        )

    def load(self) -> None:
        """Show what is stored now."""
        self.letters.set_choice(self.desk.settings.letter_paper)
        self.reports.set_choice(self.desk.settings.report_paper)
