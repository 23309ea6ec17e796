"""One thing to fill in: its label, its help, the field, and what is not yet right."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.cards import IconLabel
from desktop_cs.ui.widgets.labels import set_property, text_label


class ProblemLine(QWidget):
    """What is not yet right, and the way out; takes no room while all is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, XS, 0, 0)
        line.setSpacing(S)
        line.addWidget(IconLabel("triangle-alert", "danger", 16, self), 0, Qt.AlignmentFlag.AlignTop)
        self._words = text_label("", "problem", wrap=True, parent=self)
        line.addWidget(self._words, 1)
        self.hide()

    @property
    def sentence(self) -> str:
        """Return what is shown, or ""."""
        return self._words.text()

    def show_for(self, sentence: str, *fields: QWidget) -> None:
        """Show a sentence, mark these fields with it for eye and screen reader; "" takes both back."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))
        for field in fields:
            set_property(field, "problem", bool(sentence))
            field.setAccessibleDescription(sentence)


class FieldLine(QWidget):
    """A label over its field.

    Args:
        label: What is asked; also what a screen reader calls the field.
        field: Where it is filled in.
        help: A few words below the label, or "".
        width_px: The field is no wider than this at text size 1; 0 for all the room there is.
        parent: The widget that it stands in.
    """

    def __init__(
        self, label: str, field: QWidget, *, help: str = "", width_px: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._problem = ProblemLine(self)
        words = text_label(label, "strong", wrap=True, parent=self)
        words.setBuddy(field)
        field.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(words)
        if help:
            column.addWidget(text_label(help, "caption", wrap=True, parent=self))
        column.addWidget(field)
        column.addWidget(self._problem)
        if width_px:
            field.setMaximumWidth(look().px(width_px))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(field)

    @property
    def problem(self) -> str:
        """Return the sentence under the field, or ""."""
        return self._problem.sentence

    def set_problem(self, sentence: str) -> None:
        """Say under the field what is not yet right; "" takes it back."""
        self._problem.show_for(sentence, self.field)


def fix_width(field: QWidget, width_px: int) -> None:
    """Give a field this width at text size 1, so that others can stand beside it in a line that wraps."""
    field.setFixedWidth(look().px(width_px))
    field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def walk_with_tab(stops: Sequence[QWidget]) -> None:
    """Let Tab go through these in this order, whenever each of them was made."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
