"""One row of the safety page: what it is about, how it stands, when it was done, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.labels import text_label

_BUTTON_PX = 232  # all buttons of the page end and begin in one line


class SafetyRow(Card):
    """A row.

    Args:
        icon_name: The icon in front.
        title: What the row is about.
        button: Words of its button; they name the act.
        parent: The widget that it stands in.

    Signals:
        wanted: The button was pressed.
    """

    wanted = Signal()

    def __init__(self, icon_name: str, title: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__("line", M, parent)
        self.column.setContentsMargins(L, M, M, M)
        self._state = text_label("", wrap=True, parent=self)
        self._when = text_label("", "caption", parent=self)
        self.button = secondary_button(button, parent=self)
        self.button.setMinimumWidth(look().px(_BUTTON_PX))
        self.button.setAccessibleName(f"{title}: {button}")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(self._heading(title))
        words.addWidget(self._state)
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(IconLabel(icon_name, "muted", 20, self), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)
        self.button.clicked.connect(self.wanted)

    @property
    def told(self) -> str:
        """Return how it stands and when it was done, as it is shown."""
        return "\n".join(filter(None, (self._state.text(), self._when.text())))

    def show_state(self, state: str, when: str = "", *, is_wrong: bool = False) -> None:
        """Show how it stands.

        Args:
            state: In words.
            when: When it was last done, or "".
            is_wrong: Whether something about it must be put right.
        """
        self._state.set_role("problem" if is_wrong else "body")
        self._state.setText(state)
        self._when.setText(when)
        self._when.setVisible(bool(when))

    def _heading(self, title: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(text_label(title, "strong", parent=self))
        line.addWidget(self._when)
        line.addStretch(1)
        return line
