"""What a customer should better not read, marked in a letter while it is written; it never blocks."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_cs.customers.customer import Customer
from desktop_cs.i18n import LANGUAGES, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.wording.checks import check_for
from desktop_cs.ui.wording.mark_line import MarkLine
from desktop_cs.ui.wording.mark_walk import MarkWalk


class WordingMarks(MarkLine):
    """Underlines places in a text and tells them one by one below it, with a better wording.

    Args:
        text: The text that is written.
        actions: Through which the lexicons are asked for.
        parent: The panel.
    """

    def __init__(self, text: QPlainTextEdit, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.walk = MarkWalk(self, self)
        self.walk.watch(text)

    def begin(self, language: str, customer: Customer | None = None) -> None:
        """Look at the text from now on, as one in this language for this customer.

        A slip into the person's own language is looked at too; forms of address are known where we check.
        """
        named = customer if language in LANGUAGES else None
        self.walk.begin(check_for(self._actions, [language, language_in_use()], named))

    def end(self) -> None:
        """Look no more."""
        self.walk.begin(None)
