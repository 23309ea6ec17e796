"""A part of a page that has it to itself for a while: its title, the way back, what is in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.buttons import icon_button
from desktop_cs.ui.widgets.labels import text_label


class PartView(QWidget):
    """A title with an arrow back, a sentence, and a column for the rest.

    Args:
        title: What it is about.
        intro: A sentence below the title.
        parent: The page.

    Signals:
        left: The way back was taken.
    """

    left = Signal()

    def __init__(self, title: str, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = icon_button("arrow-left", _("Back"), self)
        self.back.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.back)
        head.addWidget(text_label(title, "h1", wrap=True, parent=self), 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(L)
        self.column.addLayout(head)
        self.column.addWidget(text_label(intro, "muted", wrap=True, parent=self))
