"""Check, then finish: the rows that are read back, with the letter beside them where there is room."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.desk.case_view import Story
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.read_back import ReadBack
from desktop_cs.ui.letters.letter_panel import LetterPanel
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.tokens import L, S
from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup

_ROWS, _LETTER = "rows", "letter"


class CheckView(QWidget):
    """Every answer with "Change", the follow-ups with day and person, and the letter.

    Signals:
        change_wanted: A step is to be changed, at this question.
    """

    change_wanted = Signal(object, str)

    def __init__(
        self, actions: Actions, preferences: Preferences, page: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._narrow = False
        self._story: Story | None = None
        self._letter_soon = QTimer(self)  # the rows are read first
        self._letter_soon.setSingleShot(True)
        self._letter_soon.timeout.connect(self._show_letter)
        choices = [(_ROWS, ChoiceWords(_("Read it back"))), (_LETTER, ChoiceWords(_("Letter")))]
        self.switch = ChoiceGroup(choices, Mark.NONE, parent=self)
        self.switch.setAccessibleName(_("What is shown"))
        self.switch.set_ids([_ROWS])
        self.switch.picked.connect(self._switched)
        self.rows = ReadBack(actions.desk, self)
        self.rows.change_wanted.connect(self.change_wanted)
        self.letter = LetterPanel(actions, preferences, page, self)
        row = QHBoxLayout()
        row.setSpacing(L)
        row.addWidget(self.rows, 6)
        row.addWidget(self.letter, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.switch)
        column.addLayout(row, 1)
        self.set_narrow(narrow=False)

    def show_story(self, story: Story, *, strict: bool = False) -> None:
        """Show this case; `strict` puts the focus on the first thing that is missing."""
        self.rows.show_story(story)
        self._story = story
        self._letter_soon.start(0)
        if strict:
            self._show_part(_ROWS)
            self.rows.focus_gap()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show rows and letter side by side, or one of them where there is no room for both."""
        self._narrow = narrow
        self.switch.setVisible(narrow)
        self._show_part(next(iter(self.switch.ids()), _ROWS))

    def show_above(self, panel: QWidget) -> None:
        """Show a question above the rows."""
        self._show_part(_ROWS)
        self.rows.show_above(panel)

    def print_letter(self) -> None:
        """Print the letter, where it is on the screen."""
        if self.isVisible():
            if self._letter_soon.isActive():
                self._show_letter()
            self.letter.print_letter()

    def _show_letter(self) -> None:
        self._letter_soon.stop()
        if self._story is not None:
            self.letter.show_story(self._story)

    def _switched(self) -> None:
        self._show_part(next(iter(self.switch.ids()), _ROWS))

    def _show_part(self, part: str) -> None:
        self.switch.set_ids([part])
        self.rows.setVisible(part == _ROWS or not self._narrow)
        self.letter.setVisible(part == _LETTER or not self._narrow)
