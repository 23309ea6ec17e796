"""Asking why: for a skipped step, and for closing, reopening or cancelling a case."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.cases.act_panel import ActPanel
from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup


class ReasonPanel(ActPanel):
    """A question with ready answers and room for own words; gives the id of a ready reason, or own words.

    Args:
        question: Why, in a short sentence.
        act: The words of the button.
        reasons: Ready reasons as (id, words); none asks for own words only.
        parent: The page.
    """

    def __init__(
        self, question: str, act: str, reasons: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(question, act, parent)
        choices = [(key, ChoiceWords(words)) for key, words in reasons]
        self._choices = ChoiceGroup(choices, Mark.NONE, parent=self)
        self._choices.setAccessibleName(question)
        self._choices.setVisible(bool(reasons))
        self.column.addWidget(self._choices)
        self.words = self._add_words(_("or in your own words") if reasons else _("in a few words"))
        self._add_buttons()

    def begin(self) -> None:
        """Put the focus where the answer begins."""
        target = self._choices if self._choices.buttons() else self.words
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Give the own words, else the ready reason that was chosen."""
        own = self.words.text().strip()
        self.given.emit(own or next(iter(self._choices.ids()), ""))

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the reason."""
        super().show_problem(sentence)
        self.words.setFocus()
