"""Beside the register: the letter that is chosen, what became of it, and what can be done with it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.errors import DeskError
from desktop_cs.i18n import _
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.letters.letter_words import history_words, kind_words
from desktop_cs.ui.letters.page_writer import PageWriter
from desktop_cs.ui.letters.put_out import envelope_menu
from desktop_cs.ui.letters.register_rows import RegisterRow
from desktop_cs.ui.paper.pdf_view import PdfView
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.tokens import XS, M, S
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label


class RegisterDetails(Card):
    """The chosen letter.

    Args:
        actions: Through which its page is written.
        preferences: Where the calibration and the last envelope are remembered.
        parent: The page.

    Signals:
        open_wanted: The letter is to be opened.
        print_wanted: It is to be printed, or printed again.
        posted: It was posted.
        envelope_wanted: Its envelope is to be printed; the size.
    """

    open_wanted = Signal()
    print_wanted = Signal()
    posted = Signal()
    envelope_wanted = Signal(str)

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("quiet", M, parent)
        self._actions = actions
        self._preferences = preferences
        self._row: RegisterRow | None = None
        self._who = text_label("", "h2", wrap=True, parent=self)
        self._lines = text_label("", "muted", wrap=True, parent=self)
        self.open = secondary_button(_("Open the letter"), "pencil", self)
        self.print = secondary_button(_("Print"), "printer", self)
        self.print.setToolTip("Ctrl+P")
        self.post = secondary_button(_("Mark as posted"), "mail-check", self)
        self.envelope = secondary_button(_("Envelope"), "mail", self)
        envelopes = envelope_menu(self.envelope, preferences)
        envelopes.triggered.connect(lambda act: self.envelope_wanted.emit(act.data()))
        self.view = PdfView(actions, self)
        self._writer = PageWriter(actions, self)
        self._writer.wrote.connect(self.view.show_pdf)
        self._writer.refused.connect(lambda _sentence: self.view.show_pdf(b""))
        self._lay_out()
        for button, wanted in (
            (self.open, self.open_wanted),
            (self.print, self.print_wanted),
            (self.post, self.posted),
        ):
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit())
        keep_private(self)

    def show_row(self, row: RegisterRow | None, hours: OpeningHours, now: datetime) -> None:
        """Show a letter of the register; None shows nothing."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        record = row.record
        self._who.setText(row.title())
        lines = [_("Case {number}").format(number=row.number)]
        if record is None:
            lines.append(_("Not kept yet: this is how the program would write it."))
        else:
            lines += [kind_words(record.kind), *history_words(record, hours, now)]
        self._lines.setText("\n".join(lines))
        printed = record is not None and record.printed_at is not None
        self.print.setText(_("Print again") if printed else _("Print"))
        self.print.setAccessibleName(self.print.text())
        for button in (self.print, self.envelope):
            button.setVisible(record is not None)
        self.post.setVisible(printed and record is not None and record.posted_at is None)
        if record is not None:
            self._writer.write(record, self._preferences.printing.shift_mm)
        else:
            self._compose(row)

    def _compose(self, row: RegisterRow) -> None:
        """Have the letter written as the program would write it, to be seen before it is opened."""
        desk, laser = self._actions.desk, self._preferences.printing.is_laser

        def composed() -> LetterRecord | None:
            try:
                return desk.letters.of_case(desk.casework.story(row.case_id), laser=laser)
            except DeskError:  # its page says why it has none
                return None

        def show(record: LetterRecord | None) -> None:
            if record is not None and self._row == row:
                self._writer.write(record, self._preferences.printing.shift_mm)

        work = self._actions.run_slow(composed, show)
        self.destroyed.connect(work.cancel)  # the window is built anew when its language changes

    def text(self) -> str:
        """Return what is said of the letter."""
        return self._lines.text()

    def _lay_out(self) -> None:
        buttons = FlowLayout(gap=(S, S))
        for button in (self.open, self.print, self.post, self.envelope):
            buttons.addWidget(button)
        self.column.setSpacing(S)
        self.column.addWidget(self._who)
        self.column.addWidget(self._lines)
        self.column.addLayout(buttons)
        room = QVBoxLayout()
        room.setContentsMargins(0, XS, 0, 0)
        room.addWidget(self.view, 1)
        self.column.addLayout(room, 1)
        self.column.addStretch(0)
