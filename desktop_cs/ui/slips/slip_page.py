"""The progress slip of a case: see it as it will be printed, choose the paper, print it or save it."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.changes import Changes
from desktop_cs.desk.slip_work import SlipMark
from desktop_cs.errors import DeskError, UserError
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.case_page import CasePlace
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.paper.pdf_view import PdfView
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.one_of import OneOf
from desktop_cs.ui.settings.paper_words import SLIP_PAPERS, choices_of
from desktop_cs.ui.slips.slip_notes import SlipNotes
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.buttons import icon_button, primary_button, secondary_button
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label

_SIDE_PX = 320
_WIDTH_PX = {"80mm": 380}  # a roll as wide as it is to the hand; sheets need more to be read
_SHEET_PX = 640
_REMEMBERED_AS = "slip"


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What was made away from the window: the paper, and what to mend on it."""

    pdf: bytes
    marks: list[SlipMark]
    gaps: list[str]
    without_cause: bool


class SlipPage(Page):
    """One slip before it is printed. Printing it is noted: the customer was told how far we are."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._story: Story | None = None
        self._from: CasePlace | None = None  # where in the case one came from
        self._drawing = 0  # counts drawings, so that only the last one asked for is shown
        self._title = text_label("", "h1", parent=self)
        self.back = icon_button("arrow-left", _("Back to the case"), self)
        self.save = secondary_button(_("Save PDF"), "download", self)
        self.print = primary_button(_("Print"), "printer", self)
        self.print.setToolTip("Ctrl+P")
        self.papers = OneOf(choices_of(SLIP_PAPERS), _("Paper"), self)
        self.papers.set_choice(self._remembered_paper())
        self.view = PdfView(actions, self)
        self.notes = SlipNotes(self)
        self._refusal = text_label("", "muted", wrap=True, parent=self)
        self._refusal.hide()
        self._lay_out()
        for button, act in (
            (self.back, self._go_back),
            (self.save, self._save),
            (self.print, self._print),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._print)
        self.papers.chosen.connect(self._on_paper)
        self.notes.mending_wanted.connect(self._go_to_cause)

    def load(self, subject: object = None) -> None:
        """Show the slip of the case with this id, or of the case at that place, to which one comes back."""
        place = subject if isinstance(subject, CasePlace) else None
        case_id = place.case_id if place else subject
        if isinstance(case_id, UUID):
            here = self._from is not None and self._from.case_id == case_id
            self._from = place or (self._from if here else None)
            self._read(case_id)
        elif self._story is not None:
            self._read(self._story.case.id)

    def subject(self) -> object:
        """Return the case whose slip is shown, with the step that one came from."""
        return self._from or (self._story.case.id if self._story else None)

    def hear(self, changes: Changes) -> None:
        """Tell what is known now."""
        story = self._story
        if story is not None and (changes.settings or story.case.id in changes.cases):
            self._read(story.case.id)

    def focus_first(self) -> None:
        """Begin at Print."""
        (self.print if self.print.isEnabled() else self.back).setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.back)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.save)
        head.addWidget(self.print)
        side = QWidget(self)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, L)
        beside.setSpacing(M)
        beside.addWidget(text_label(_("Paper"), "strong", parent=side))
        beside.addWidget(self.papers)
        beside.addWidget(self.notes, 1)
        self._room = FocusScrollArea(side, self)  # kept: it was once collected too early
        self._room.setFixedWidth(look().px(_SIDE_PX))
        below = QHBoxLayout()
        below.setSpacing(L)
        below.addStretch(1)
        below.addWidget(self.view, 100)
        below.addStretch(1)
        below.addWidget(self._room)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self._refusal)
        column.addLayout(below, 1)

    def _read(self, case_id: UUID) -> None:
        story = self.actions.ask(lambda: self.desk.casework.story(case_id))
        if story is None:
            return
        if self._story is None or self._story.case.id != case_id:
            self._show_nothing("")
        self._story = story
        self._title.setText(_("Progress slip · case {number}").format(number=story.case.number))
        self._draw()

    def _draw(self) -> None:
        """Draw the slip away from the window, with what to mend on it."""
        story, paper = self._story, self.papers.choice()
        if story is None:
            return
        self._drawing += 1
        drawing, slips = self._drawing, self.desk.slips
        self.view.setMaximumWidth(look().px(_WIDTH_PX.get(paper, _SHEET_PX)))

        def drawn() -> _Drawn | UserError:
            try:
                slip = slips.slip(story)
            except UserError as refusal:  # no failure: some cases have no slip, and the page says why
                return refusal
            marks = slips.marks(slip, story.customer)
            return _Drawn(slips.pdf(story, paper), marks, slips.gaps(slip), not slip.cause)

        def show(made: _Drawn | UserError) -> None:
            if drawing == self._drawing:
                self._take(made)

        work = self.actions.run_slow(drawn, show)
        self.destroyed.connect(work.cancel)  # the window is built anew when its language changes

    def _take(self, made: _Drawn | UserError) -> None:
        if isinstance(made, UserError):
            self._show_nothing(str(made))
        else:
            self._show(made)

    def _show(self, made: _Drawn) -> None:
        self.view.show_pdf(made.pdf)
        may_mend = self._story is not None and self._story.case.is_being_worked_on
        mending = _("Add what caused it") if made.without_cause else _("Change what was told")
        self.notes.show_notes(made.gaps, made.marks, mending if may_mend else "")
        self._refusal.hide()
        waited = self.back.hasFocus() and not self.print.isEnabled()
        self._let_print(may=True)
        if waited:
            self.print.setFocus()

    def _show_nothing(self, reason: str) -> None:
        self._drawing += 1
        self.view.show_pdf(b"")
        self.notes.show_notes([], [], "")
        self._refusal.setText(reason)
        self._refusal.setVisible(bool(reason))
        self._let_print(may=False)

    def _let_print(self, *, may: bool) -> None:
        for button in (self.save, self.print):
            button.setEnabled(may)

    def _remembered_paper(self) -> str:
        paper = self.preferences.printing.paper(_REMEMBERED_AS)
        return paper if paper in SLIP_PAPERS else SLIP_PAPERS[0]

    def _on_paper(self, paper: str) -> None:
        self.preferences.printing.remember_paper(_REMEMBERED_AS, paper)
        self._draw()

    def _go_back(self) -> None:
        if self._story is not None:
            self.went.emit("case", self.subject())

    def _go_to_cause(self) -> None:
        if self._story is not None:
            self.went.emit("case", CasePlace(self._story.case.id, Step.REVIEW))

    def _print(self) -> None:
        from desktop_cs.ui.paper.printing import print_pdf  # noqa: PLC0415 (the printing part of Qt only when printing)

        story, pdf = self._story, self.view.pdf()
        if story is None or not self.print.isEnabled():
            return
        try:
            sent = print_pdf(pdf, self.papers.choice(), self.preferences, self)
        except DeskError as failure:
            self.actions.refused.emit(failure)
            return
        if sent and self.actions.run(lambda: self.desk.slips.printed(story), self) is not None:
            self.actions.say_done(
                _("The slip is on its way to the printer; the case says that it was given.")
            )

    def _save(self) -> None:
        from desktop_cs.ui.paper.printing import save_pdf  # noqa: PLC0415 (as in `_print`)

        story = self._story
        if story is None:
            return
        try:
            saved = save_pdf(self.view.pdf(), f"slip-{story.case.number}.pdf", self)
        except DeskError as failure:
            self.actions.refused.emit(failure)
            return
        if saved is not None:
            self.actions.say_done(_("The slip is saved as {file}.").format(file=saved.name))
