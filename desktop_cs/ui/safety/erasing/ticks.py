"""A heading with things to tick below it; nothing is ticked until a person does it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice
from desktop_cs.ui.widgets.labels import text_label


class Ticks(QWidget):
    """Things to tick, each with an id.

    Args:
        heading: What a tick means, in a sentence.
        choices: (id, words) in order; without any, nothing is shown.
        parent: The widget that it stands in.
    """

    def __init__(
        self, heading: str, choices: Sequence[tuple[UUID, ChoiceWords]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[UUID, ManyChoice] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(text_label(heading, "strong", wrap=True, parent=self))
        for key, words in choices:
            button = ManyChoice(words, parent=self)
            self.buttons[key] = button
            column.addWidget(button)
        self.setVisible(bool(choices))

    def ids(self) -> tuple[UUID, ...]:
        """Return what is ticked, in order."""
        return tuple(key for key, button in self.buttons.items() if button.isChecked())
