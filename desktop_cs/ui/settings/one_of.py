"""Buttons of which one always holds, such as the paper or the language."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice, Mark, OneChoice
from desktop_cs.ui.widgets.choice_group import ChoiceGroup


class OneOf(QWidget):
    """A choice that cannot be taken back, only exchanged.

    Args:
        choices: (id, words) in order.
        name: What a screen reader calls the choice as a whole.
        parent: The widget that it stands in.

    Signals:
        chosen: Another one was picked by hand; its id.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = ""
        self._group = ChoiceGroup(
            [(key, ChoiceWords(words)) for key, words in choices], Mark.NONE, parent=self
        )
        self._group.setAccessibleName(name)
        for button in self._group.buttons():
            button.setAccessibleDescription(name)
        self._group.picked.connect(self._on_picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._group)
        self._set_focus_proxy()

    def buttons(self) -> list[OneChoice | ManyChoice]:
        """Return the buttons in order."""
        return self._group.buttons()

    def choice(self) -> str:
        """Return the id of the one that holds, "" before any was set."""
        return self._held

    def set_choice(self, key: str) -> None:
        """Let this one hold; nothing is reported."""
        self._held = key
        self._group.set_ids([key])
        self._set_focus_proxy()

    def _on_picked(self) -> None:
        picked = next(iter(self._group.ids()), "")
        if picked in {"", self._held}:
            self._group.set_ids([self._held])
            return
        self._held = picked
        self._set_focus_proxy()
        self.chosen.emit(picked)

    def _set_focus_proxy(self) -> None:
        """Let the focus go straight to the button that holds, also in a window that is not active yet."""
        held = next((button for button in self.buttons() if button.isChecked()), None)
        self.setFocusProxy(held or self._group)
