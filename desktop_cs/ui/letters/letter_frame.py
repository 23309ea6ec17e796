"""The parts of the page of a letter: words or look on the left, the paper on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.letters.letter_state import LetterState
from desktop_cs.ui.letters.look_part import LookPart
from desktop_cs.ui.letters.preview import LetterPreview
from desktop_cs.ui.letters.put_out import envelope_menu, file_menu
from desktop_cs.ui.letters.words_part import WordsPart
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.one_of import OneOf
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M, S
from desktop_cs.ui.widgets.buttons import icon_button, primary_button, secondary_button
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import ElidedLabel, text_label

_SIDE_PX = 470  # at text size 1, and never more than this share of the page
_SIDE_SHARE = 0.5
_WORDS, _LOOK = "words", "look"


class LetterFrame(QWidget):
    """Title and buttons above; left the words or the look, right the preview.

    Args:
        actions: Through which everything is read and done.
        preferences: What this PC remembers.
        parent: The page.

    Signals:
        file_wanted: The letter is to be saved; the kind of file.
        envelope_wanted: An envelope is to be printed; its size.
    """

    file_wanted = Signal(str)
    envelope_wanted = Signal(str)

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.back = icon_button("arrow-left", _("Back"), self)
        self._title = ElidedLabel("", "h1", self)
        self.envelope = secondary_button(_("Envelope"), "mail", self)
        self.save = secondary_button(_("Save"), "download", self)
        self.print = primary_button(_("Print"), "printer", self)
        self.print.setToolTip("Ctrl+P")
        self.state = LetterState(self)
        self.parts = OneOf([(_WORDS, _("Words")), (_LOOK, _("Hand and paper"))], _("What is shown"), self)
        self.words = WordsPart(actions, self)
        self.look_part = LookPart(actions, self)
        self.preview = LetterPreview(actions, self)
        self.preview.set_paper_colour(preferences.printing.paper_colour)
        self._reason = text_label("", "muted", wrap=True, parent=self)
        self._reason.hide()
        self._lay_out()
        self._connect()
        self.show_part(_WORDS)
        for private in (self._title, self.words.text, self.preview):
            keep_private(private)

    def show_title(self, who: str, number: int) -> None:
        """Show whom the letter is to."""
        self._title.setText(_("Letter to {who} · case {number}").format(who=who, number=number))
        self._reason.hide()
        self._side.show()
        self.preview.show()
        self._let_out(may=True)

    def show_nothing(self, reason: str) -> None:
        """Show no letter, and why."""
        self._title.setText(_("Letter"))
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._side.setVisible(not reason)
        self.preview.setVisible(not reason)
        self.preview.show_pdf(b"")
        self.state.put_away()
        self._let_out(may=False)

    def show_page(self, pdf: bytes) -> None:
        """Show the page that was written."""
        self.preview.show_pdf(pdf)
        self.words.show_problem("")
        self._let_out(may=True)

    def show_refusal(self, sentence: str) -> None:
        """Say why the page cannot be written; the last one stays in sight and is not printed."""
        self.words.show_problem(sentence)
        self.show_part(_WORDS)
        self._let_out(may=False)

    def show_part(self, part: str) -> None:
        """Show the words or the look."""
        self.parts.set_choice(part)
        self._stack.setCurrentIndex(0 if part == _WORDS else 1)
        if part == _LOOK:
            self.look_part.build()

    def pick_number(self, number: int) -> None:
        """Pick the n-th choice of the question in focus; no question is in sight beside the words."""
        if self._stack.currentIndex() == 1:
            self.look_part.pick_number(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the left half at most of the page."""
        super().resizeEvent(event)
        self._side.setFixedWidth(min(look().px(_SIDE_PX), round(self.width() * _SIDE_SHARE)))

    def _let_out(self, *, may: bool) -> None:
        for button in (self.envelope, self.save, self.print):
            button.setEnabled(may)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.back)
        head.addWidget(self._title, 1)
        for button in (self.envelope, self.save, self.print):
            head.addWidget(button)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(FocusScrollArea(self.words, self))
        self._stack.addWidget(FocusScrollArea(self.look_part, self))
        self._side = QWidget(self)
        left = QVBoxLayout(self._side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(S)
        left.addWidget(self.state)
        left.addWidget(self.parts)
        left.addWidget(self._stack, 1)
        below = QHBoxLayout()
        below.setSpacing(L)
        below.addWidget(self._side)
        below.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self._reason)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        self.parts.chosen.connect(self.show_part)
        self._files = file_menu(self.save)
        self._files.triggered.connect(lambda act: self.file_wanted.emit(act.data()))
        self._envelopes = envelope_menu(self.envelope, self._preferences)
        self._envelopes.triggered.connect(lambda act: self.envelope_wanted.emit(act.data()))
        self.preview.colour_chosen.connect(self._take_colour)
        for digit in range(1, 10):
            keys = QShortcut(QKeySequence(f"Alt+{digit}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda digit=digit: self.pick_number(digit))
        for number, part in enumerate((_WORDS, _LOOK), start=1):
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            keys.activated.connect(lambda part=part: self._go_to_part(part))

    def _go_to_part(self, part: str) -> None:
        self.show_part(part)
        self.parts.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_colour(self, name: str) -> None:
        self._preferences.printing.remember_paper_colour(name)
        self.preview.set_paper_colour(name)
