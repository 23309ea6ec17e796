"""What stands on a page with nothing on it: an icon, why it is empty, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.ui.theme.tokens import XXL, L, S
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.cards import IconLabel
from desktop_cs.ui.widgets.labels import text_label


class EmptyState(QWidget):
    """An empty page.

    Args:
        icon_name: The icon above the words.
        sentence: What would be here.
        reason: Why it is empty, or "".
        button: Words of the one button, or "" for none.
        parent: The widget that it stands in.

    Signals:
        wanted: The button was pressed.
    """

    wanted = Signal()

    def __init__(
        self,
        icon_name: str,
        sentence: str,
        *,
        reason: str = "",
        button: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, XXL, L, XXL)
        column.setSpacing(S)
        column.addStretch(1)
        column.addWidget(IconLabel(icon_name, "muted", 32, self), 0, Qt.AlignmentFlag.AlignHCenter)
        for words, role in ((sentence, "lead-strong"), (reason, "muted")):
            if words:
                label = text_label(words, role, wrap=True, parent=self)
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                column.addWidget(label)
        if button:
            pressed = secondary_button(button, parent=self)
            pressed.clicked.connect(self.wanted)
            column.addSpacing(S)
            column.addWidget(pressed, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
