"""What the three pages of the first run have in common."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.ui.actions import Actions
from desktop_cs.ui.first_run.draft import Draft
from desktop_cs.ui.theme.tokens import XL, L, S
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label


class Topic(QWidget):
    """One page: a title, a sentence, and a card with what is asked.

    Args:
        actions: Through which everything is read.
        title: What the page is about.
        intro: Why it is asked.
        parent: The widget that it stands in.
    """

    def __init__(self, actions: Actions, title: str, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.acts = actions
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(S)
        self.column.addWidget(text_label(title, "h1", wrap=True, parent=self))
        self.column.addWidget(text_label(intro, "muted", wrap=True, parent=self))
        self.card = Card("surface", XL, self)
        self.card.column.setSpacing(L)
        self.column.addWidget(self.card)
        self.column.addStretch(1)

    def fill(self, draft: Draft) -> None:
        """Show what was typed so far."""
        raise NotImplementedError

    def taken(self, draft: Draft) -> Draft:
        """Return the draft with what stands on this page now."""
        raise NotImplementedError

    def find_problem(self) -> QWidget | None:
        """Say at each field what is not yet right, and return the first such field."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        raise NotImplementedError
