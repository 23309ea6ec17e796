"""Second page of the first run: the shop's name, address, phone, logo, paper."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_cs.desk.changes import Changes, Result
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.first_run.draft import Draft
from desktop_cs.ui.first_run.topic import Topic
from desktop_cs.ui.settings.address_text import AddressText
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.settings.logo_line import LogoLine
from desktop_cs.ui.settings.one_of import OneOf
from desktop_cs.ui.settings.paper_words import LETTER_PAPERS, REPORT_PAPERS, choices_of
from desktop_cs.ui.theme.tokens import XXL, L


class ShopTopic(Topic):
    """What stands on letters and summaries. Only the name is needed."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(
            actions,
            _("Your shop"),
            _("This stands on letters and on the summary of the month. Only the name is needed now."),
            parent,
        )
        self._logo: bytes | None = None
        self.name = QLineEdit(self)
        self.address = AddressText(self)
        self.phone = QLineEdit(self)
        self.name_line = FieldLine(_("Name of the shop"), self.name, parent=self)
        self.logo = LogoLine(self)
        self.letter_paper = OneOf(choices_of(LETTER_PAPERS), _("Paper for letters"), self)
        self.report_paper = OneOf(choices_of(REPORT_PAPERS), _("Paper for reports"), self)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(L)
        for line in (
            self.name_line,
            FieldLine(_("Address"), self.address, parent=self),
            FieldLine(_("Phone"), self.phone, parent=self),
        ):
            left.addWidget(line)
        right.addWidget(self.logo)
        right.addWidget(FieldLine(_("Paper for letters"), self.letter_paper, parent=self))
        right.addWidget(FieldLine(_("Paper for reports"), self.report_paper, parent=self))
        for column in (left, right):
            column.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(XXL)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        self.card.column.addLayout(both)
        self.name.editingFinished.connect(self._check_name)
        self.logo.picked.connect(self._take_logo)
        self.logo.taken_away.connect(lambda: self._show_logo(None))

    def fill(self, draft: Draft) -> None:
        """Show what was typed so far."""
        self.name.setText(draft.name)
        self.address.setPlainText(draft.address)
        self.phone.setText(draft.phone)
        self.letter_paper.set_choice(draft.letter_paper)
        self.report_paper.set_choice(draft.report_paper)
        self._show_logo(draft.logo)

    def taken(self, draft: Draft) -> Draft:
        """Return the draft with this page's answers."""
        return replace(
            draft,
            name=self.name.text(),
            address=self.address.toPlainText(),
            phone=self.phone.text(),
            logo=self._logo,
            letter_paper=self.letter_paper.choice(),
            report_paper=self.report_paper.choice(),
        )

    def find_problem(self) -> QWidget | None:
        """Return the name when it is missing."""
        return None if self._check_name() else self.name

    def focus_first(self) -> None:
        """Begin at the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check_name(self) -> bool:
        named = bool(self.name.text().strip())
        told = _("Write the name of the shop; it stands on letters and summaries.")
        self.name_line.set_problem("" if named else told)
        return named

    def _take_logo(self, path: Path) -> None:
        read = self.acts.attempt(lambda: Result(self.acts.desk.shop.read_logo(path), Changes()), self)
        if isinstance(read, UserError):
            self.logo.set_problem(str(read))
        else:
            self._show_logo(read)

    def _show_logo(self, logo: bytes | None) -> None:
        self._logo = logo
        self.logo.show_logo(logo)
