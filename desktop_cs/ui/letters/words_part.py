"""The words of a letter: what it is for, in which language, every word to be changed, and what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_cs.cases.steps import Step
from desktop_cs.customers.customer import Customer
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.letters.facts import LetterGap
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.languages import LANGUAGE_NAMES
from desktop_cs.letters.letter import letter_from_text
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.plain_text import text_of
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.letter_words import kind_words
from desktop_cs.ui.letters.wording_marks import WordingMarks
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XS, M, S
from desktop_cs.ui.widgets.buttons import link_button, quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.combo import Combo
from desktop_cs.ui.widgets.labels import text_label

_PAUSE_MS = 250  # after the last key, before the letter is written anew
_LEAST_TEXT_PX = 150


class MissingCard(Card):
    """What a letter still needs to be a good one, each with the way to where it is answered.

    Signals:
        step_wanted: The step to go to, None for the case as a whole.
    """

    step_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", M, parent)
        self._gaps: list[LetterGap] = []
        self._lines: list[QWidget] = []
        self.column.setSpacing(XS)
        self.column.addWidget(text_label(_("Before you print"), "strong", parent=self))
        self.hide()

    def show_missing(self, gaps: Sequence[LetterGap]) -> None:
        """Show each thing that is missing; none puts the card away."""
        if list(gaps) == self._gaps:
            return
        self._gaps = list(gaps)
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(gap) for gap in gaps]
        for line in self._lines:
            self.column.addWidget(line)
        self.setVisible(bool(gaps))

    def texts(self) -> list[str]:
        """Return what is said to be missing."""
        return [gap.sentence for gap in self._gaps]

    def _line(self, gap: LetterGap) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(text_label(gap.sentence, wrap=True, parent=line), 1)
        step = Step(gap.step) if gap.step else None
        button = link_button(_("Go there"), "arrow-right", line)
        button.setAccessibleDescription(gap.sentence)
        button.clicked.connect(lambda _checked=False: self.step_wanted.emit(step))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line


class WordsPart(QWidget):
    """Kind, language, words; it keeps nothing itself.

    Args:
        actions: Through which wording marks are asked for.
        parent: The page.

    Signals:
        kind_wanted: Another kind of letter was chosen; the `LetterKind`.
        language_wanted: Another language was chosen; its code.
        typed: Words were changed by hand; the whole text.
        other_wanted: The program is to say it in other words.
        usual_wanted: The program is to write it as it would by itself.
        step_wanted: Something missing is to be answered; the step, or None.
    """

    kind_wanted = Signal(object)
    language_wanted = Signal(str)
    typed = Signal(str)
    other_wanted = Signal()
    usual_wanted = Signal()
    step_wanted = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown_as = ("", "")
        self._actions = actions
        self._marked_for: tuple[str, Customer | None] = ("", None)
        self.missing = MissingCard(self)
        self.missing.step_wanted.connect(self.step_wanted)
        self.kind = Combo(_("What the letter is for"), self)
        for kind in LetterKind:
            self.kind.addItem(kind_words(kind), kind)
        self.language = Combo(_("Language of the letter"), self)
        for code, name in LANGUAGE_NAMES.items():
            self.language.addItem(name, code)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(_("Words of the letter"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(look().px(_LEAST_TEXT_PX))
        self.marks = WordingMarks(self.text, actions, self)
        self._problem = text_label("", "problem", wrap=True, parent=self)
        self._problem.hide()
        self.other = quiet_button(_("Other words"), "refresh-cw", self)
        self.other.setToolTip(_("The same facts, said otherwise"))
        self.usual = quiet_button(_("As the program writes it"), "undo-2", self)
        self.usual.setToolTip(_("Your changes go; Ctrl+Z brings them back"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._lay_out()
        self._connect()

    def show_letter(self, record: LetterRecord, customer: Customer | None, *, may_change: bool) -> None:
        """Show the words of a letter; what is being typed stays under the hand.

        Args:
            record: The letter.
            customer: Whom it is to; their name is looked after in the wording.
            may_change: Whether it may be changed now.
        """
        for combo, held in ((self.kind, record.kind), (self.language, record.language)):
            combo.blockSignals(True)  # noqa: FBT003 (Qt takes no keyword)
            combo.setCurrentIndex(combo.findData(held))
            combo.blockSignals(False)  # noqa: FBT003 (as above)
        for widget in (self.kind, self.language, self.other, self.usual):
            widget.setEnabled(may_change)
        self.text.setReadOnly(not may_change)
        self.show_problem("")
        text = text_of(record.text_blocks, record.language)
        if self._shown_as[1] != record.language or not self._says(record, text):
            self._set_text(text)
        is_new = (record.language, customer) != self._marked_for
        self._shown_as = (self.text.toPlainText(), record.language)
        if is_new:
            self._mark_for(record.language, customer)

    def show_missing(self, gaps: Sequence[LetterGap]) -> None:
        """Show what the letter still needs."""
        self.missing.show_missing(gaps)

    def show_problem(self, sentence: str) -> None:
        """Say below the words why they cannot be written; "" takes it back."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.text.setAccessibleDescription(sentence)

    def problem(self) -> str:
        """Return what is said below the words."""
        return self._problem.text()

    def flush(self) -> None:
        """Tell at once what was typed since the last pause."""
        if self._pause.isActive():
            self._pause.stop()
        text = self.text.toPlainText()
        if text.strip() != self._shown_as[0].strip():
            self._shown_as = (text, self._shown_as[1])
            self.typed.emit(text)

    def end(self) -> None:
        """Look at the wording no more: another page is at the front."""
        self._marked_for = ("", None)
        self.marks.end()

    def _mark_for(self, language: str, customer: Customer | None) -> None:
        """Look at the wording once its lexicons are read: 60 ms that the window does not wait for."""
        self._marked_for = (language, customer)
        languages = [language, language_in_use()]

        def begin(_read: object) -> None:
            if self._marked_for == (language, customer):
                self.marks.begin(language, customer)

        wording = self._actions.desk.wording
        work = self._actions.run_slow(lambda: wording.check(languages, customer), begin)
        self.destroyed.connect(work.cancel)  # the window is built anew when its language changes

    def _says(self, record: LetterRecord, text: str) -> bool:
        """Return whether the words under the hand are those of the letter; blanks of their own may stay."""
        typed = self.text.toPlainText()
        if typed.strip() == text.strip():
            return True
        try:
            return letter_from_text(typed, record.language, record.seed).blocks == record.text_blocks
        except UserError:
            return False

    def _on_kind(self) -> None:
        self.kind_wanted.emit(LetterKind(self.kind.currentData()))  # Qt keeps it as a plain text

    def _set_text(self, text: str) -> None:
        self.text.blockSignals(True)  # noqa: FBT003 (Qt takes no keyword)
        self.text.setPlainText(text)
        self.text.blockSignals(False)  # noqa: FBT003 (as above)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(S)
        first.addWidget(self.kind, 3)
        first.addWidget(self.language, 2)
        below = QHBoxLayout()
        below.setSpacing(S)
        below.addWidget(self.other)
        below.addWidget(self.usual)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, S)
        column.setSpacing(S)
        column.addWidget(self.missing)
        column.addLayout(first)
        column.addWidget(self.text, 1)
        column.addWidget(self.marks)
        column.addWidget(self._problem)
        column.addLayout(below)

    def _connect(self) -> None:
        self.kind.activated.connect(self._on_kind)
        self.language.activated.connect(lambda _row: self.language_wanted.emit(self.language.currentData()))
        self.text.textChanged.connect(self._pause.start)
        self.other.clicked.connect(lambda _checked=False: self.other_wanted.emit())
        self.usual.clicked.connect(lambda _checked=False: self.usual_wanted.emit())
