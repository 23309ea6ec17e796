"""The letter beside the case: preview, a few words changed, print, PDF."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from desktop_cs.desk.case_view import Story
from desktop_cs.errors import DeskError, UserError
from desktop_cs.i18n import _
from desktop_cs.letters.letter import letter_from_text
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.plain_text import text_of
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.wording_marks import WordingMarks
from desktop_cs.ui.paper.pdf_view import PdfView
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import link_button, quiet_button, secondary_button, set_words
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

LEAST_PX, MOST_PX = 372, 640  # px at text size 1
LARGEST_LEAST_PX = 440  # large type must not push the rows beside it away
_PAUSE_MS = 250  # after the last key, before the letter is written anew


class LetterPanel(Card):
    """Shows the letter of a case as it will be printed. Its words can be changed before.

    Signals:
        more_wanted: The page of the letter is wanted, with all that can be chosen.
    """

    more_wanted = Signal()

    def __init__(
        self, actions: Actions, preferences: Preferences, page: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__("quiet", 0, parent)
        self._page = page
        self._actions = actions
        self._preferences = preferences
        self._record: LetterRecord | None = None
        self._story: Story | None = None
        self.setMinimumWidth(min(look().px(LEAST_PX), LARGEST_LEAST_PX))
        self.setMaximumWidth(look().px(MOST_PX))
        head = QHBoxLayout()
        head.addWidget(text_label(_("Letter"), "h2", parent=self), 1)
        self.edit = quiet_button(_("Edit"), "pencil", self)
        self.save = quiet_button(_("PDF"), "download", self)
        self.save.setAccessibleName(_("Save PDF"))
        self.save.setToolTip(_("Save PDF"))
        self.print = secondary_button(_("Print"), "printer", self)
        self.print.setToolTip("Ctrl+P")
        for button, act in (
            (self.edit, self._toggle_editing),
            (self.save, self.save_letter),
            (self.print, self.print_letter),
        ):
            head.addWidget(button)
            button.clicked.connect(lambda _checked=False, act=act: act())
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(_("Words of the letter"))
        self.text.setTabChangesFocus(True)
        self.text.hide()
        self.marks = WordingMarks(self.text, actions, self)
        self.view = PdfView(actions, self)
        self._note = text_label("", "caption", wrap=True, parent=self)
        self.more = link_button(_("More …"), "arrow-right", self)
        self.more.setToolTip(_("Hand, pen, paper, other words, envelope"))
        self.more.clicked.connect(lambda _checked=False: self._go_on())
        self.column.setContentsMargins(M, M, M, M)
        self.column.setSpacing(S)
        self.column.addLayout(head)
        self.column.addWidget(self.text, 1)
        self.column.addWidget(self.marks)
        self.column.addWidget(self.view, 2)
        self.column.addLayout(self._foot())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._reword)
        self.text.textChanged.connect(self._pause.start)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self._note, 1)
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return foot

    def show_story(self, story: Story) -> None:
        """Show the letter of this case; a case that has none says why.

        Where its words are being changed, they stay as they are written.
        """
        is_same = self._story is not None and self._story.case.id == story.case.id
        self._story = story
        if is_same and not self.text.isHidden() and story.case.is_being_worked_on:
            return
        self._stop_editing()
        try:
            laser = self._preferences.printing.is_laser
            self._record = self._actions.desk.letters.of_case(story, laser=laser)
        except DeskError as refusal:
            self._record = None
            self._note.setText(str(refusal))
            self.view.show_pdf(b"")
        for button in (self.edit, self.save, self.print, self.more):
            button.setEnabled(self._record is not None)
        if self._record is not None:
            missing = self._actions.desk.letters.missing(story)
            told = _("One page, {paper}.").format(paper=self._record.look.paper)
            self._note.setText("\n".join([told, *missing]) if story.case.is_being_worked_on else told)
            self._write(self._record)

    @property
    def note(self) -> str:
        """Return what is said under the letter."""
        return self._note.text()

    def print_letter(self) -> None:
        """Print the letter, and keep it so that a reprint is identical."""
        from desktop_cs.ui.paper.printing import print_pdf  # noqa: PLC0415 (the printing part of Qt only when printing)

        self._put_out(
            lambda pdf, record: print_pdf(pdf, record.look.paper, self._preferences, self),
            _("The letter is on its way to the printer."),
            self._preferences.printing.shift_mm,
        )

    def save_letter(self) -> None:
        """Save the letter as a PDF, and keep it so that a reprint is identical."""
        from desktop_cs.ui.paper.printing import save_pdf  # noqa: PLC0415 (as in `print_letter`)

        name = f"letter-{self._story.case.number}.pdf" if self._story else "letter.pdf"
        self._put_out(lambda pdf, _record: save_pdf(pdf, name, self) is not None, _("The letter is saved."))

    def _put_out(
        self,
        act: Callable[[bytes, LetterRecord], bool],
        told: str,
        shift_mm: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        self._stop_editing()
        record = self._record
        if record is None:
            return
        if record.printed_at is None and self._actions.desk.letters.others(record):
            self.more_wanted.emit()  # a second letter is asked for plainly, and there is room for that
            return
        pdf = self._actions.ask(lambda: self._actions.desk.letters.pdf(record, shift_mm))
        if pdf is None:
            return
        try:
            done = act(pdf, record)
        except DeskError as failure:
            self._actions.refused.emit(failure)
            return
        if done:
            self._record = (
                self._actions.run(lambda: self._actions.desk.letters.printed(record), self._page) or record
            )
            self._actions.say_done(told)

    def _go_on(self) -> None:
        """Go to the page of the letter, with the words as they stand."""
        self._stop_editing()
        self.more_wanted.emit()

    def _write(self, record: LetterRecord) -> None:
        """Write the letter by hand in another thread and show it."""

        def show(pdf: bytes) -> None:
            if self._record is not None and self._record.text_blocks == record.text_blocks:
                self.view.show_pdf(pdf)

        work = self._actions.run_slow(lambda: self._actions.desk.letters.pdf(record), show)
        self.destroyed.connect(work.cancel)  # the window is built anew when its language changes

    def _toggle_editing(self) -> None:
        if self.text.isVisible():
            self._stop_editing()
        elif self._record is not None:
            self.text.blockSignals(True)  # noqa: FBT003 (Qt takes no keyword)
            self.text.setPlainText(text_of(self._record.text_blocks, self._record.language))
            self.text.blockSignals(False)  # noqa: FBT003 (as above)
            self.text.show()
            self.marks.begin(self._record.language, self._story.customer if self._story else None)
            set_words(self.edit, _("Done"))
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_editing(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._reword()
        self.text.hide()
        self.marks.end()
        set_words(self.edit, _("Edit"))

    def _reword(self) -> None:
        """Keep the changed words and show the letter with them; an empty letter is not kept."""
        record = self._record
        if record is None:
            return
        try:
            blocks = letter_from_text(self.text.toPlainText(), record.language, record.seed).blocks
        except UserError as refusal:
            self._note.setText(str(refusal))
            return
        changed = self._actions.run(lambda: self._actions.desk.letters.rewrite(record, blocks), self._page)
        if changed is not None:
            self._record = changed
            self._write(changed)
