"""The letters of a day, each with a tick, what it still needs, and the way to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.letters.languages import LANGUAGE_NAMES
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.letters.letter_words import kind_words
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.buttons import link_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice
from desktop_cs.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_cs.desk.case_view import Story
    from desktop_cs.desk.letter_batch import BatchLetter, LeftOut

_AT_ONCE, _PIECE_MS = 6, 10  # rows built in one go, and the room for keys between two goes


class BatchRow(QWidget):
    """One letter: a tick with whom it is to and what is missing, and "Open".

    Args:
        story: The case.
        words: What letter it is, and what it lacks.
        letter: The letter; None for one that cannot be composed, which is never ticked.
        parent: The list.

    Signals:
        ticked: It was put in or left out.
        opened: The letter is to be opened.
        moved: An arrow key asks for the row above (-1) or below (1).
    """

    ticked = Signal()
    opened = Signal()
    moved = Signal(int)

    def __init__(
        self,
        story: "Story",
        words: tuple[str, str],
        letter: "BatchLetter | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.letter = letter
        note, lacks = words
        number = _("Case {number}").format(number=story.case.number)
        who = story.case.who or _("Nobody named")
        self.tick = ManyChoice(ChoiceWords(f"{who} · {number} · {note}", lacks), parent=self)
        self.tick.setChecked(not lacks)
        self.tick.setEnabled(letter is not None)
        self.tick.clicked.connect(self.ticked)
        self.tick.moved.connect(lambda _right, down: self.moved.emit(down))
        self.open = link_button(_("Open the letter"), "arrow-right", self)
        self.open.setAccessibleName(_("{act}: {who}").format(act=_("Open the letter"), who=who))
        self.open.clicked.connect(lambda _checked=False: self.opened.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, S, 0)
        row.setSpacing(S)
        row.addWidget(self.tick, 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)


class BatchList(QWidget):
    """The letters; those that lack something are left out until somebody ticks them.

    Signals:
        changed: Other letters are ticked.
        opened: A letter is to be opened; its `BatchLetter` or `LeftOut`.
        filled: Every row is there.
    """

    changed = Signal()
    opened = Signal(object)
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[BatchRow] = []
        self.left_out: list[BatchRow] = []
        self._waiting: list[BatchLetter] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self._warnings = Card("warn", S, self)
        self._warnings.hide()
        self._told: list[QWidget] = []
        self._column.addWidget(self._warnings)
        self._column.addStretch(1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PIECE_MS)
        self._soon.timeout.connect(self._add_some)
        keep_private(self)

    def show_letters(
        self, letters: "Sequence[BatchLetter]", warnings: Sequence[str], left_out: "Sequence[LeftOut]" = ()
    ) -> None:
        """Show these letters.

        Args:
            letters: The letters.
            warnings: A sentence for each two that say too much in the same words.
            left_out: Those that cannot be composed; they stand above the others and say why.
        """
        for widget in (*self.rows, *self.left_out, *self._told):
            widget.hide()
            widget.deleteLater()
        self.rows, self.left_out = [], []
        for place, one in enumerate(left_out, start=1):
            row = BatchRow(one.story, (_("Cannot be written yet"), one.why), parent=self)
            row.opened.connect(lambda one=one: self.opened.emit(one))
            self.left_out.append(row)
            self._column.insertWidget(place, row)
            row.show()
        self._told = [text_label(sentence, wrap=True, parent=self._warnings) for sentence in warnings]
        for told in self._told:
            self._warnings.column.addWidget(told)
        self._warnings.setVisible(bool(warnings))
        self._waiting = list(letters)
        self._add_some()

    def ticked(self) -> "list[BatchLetter]":
        """Return the letters that are ticked, in their order."""
        return [row.letter for row in self.rows if row.letter is not None and row.tick.isChecked()]

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all letters, or none."""
        for row in self.rows:
            row.tick.setChecked(ticked)
        self.changed.emit()

    def focus_first(self) -> bool:
        """Put the focus on the first letter and return whether there is one."""
        if self.rows:
            self.rows[0].tick.setFocus()
        return bool(self.rows)

    def _add_some(self) -> None:
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for letter in some:
            self._add(letter)
        if self._waiting:
            self._soon.start()
        else:
            self.filled.emit()
        self.changed.emit()

    def _add(self, letter: "BatchLetter") -> None:
        kind = kind_words(letter.record.kind)
        language = LANGUAGE_NAMES.get(letter.record.language, letter.record.language)
        row = BatchRow(letter.story, (f"{kind} · {language}", " ".join(letter.missing)), letter, self)
        row.ticked.connect(self.changed)
        row.opened.connect(lambda: self.opened.emit(letter))
        row.moved.connect(lambda step: self._move(row, step))
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        row.show()

    def _move(self, row: BatchRow, step: int) -> None:
        place = min(max(self.rows.index(row) + step, 0), len(self.rows) - 1)
        self.rows[place].tick.setFocus()
