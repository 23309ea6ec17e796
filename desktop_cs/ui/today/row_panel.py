"""What opens below a row: a form, a question or a choice of times, put away with Esc."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.escape import took_escape
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.buttons import icon_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RowPanel(Card):
    """A card below a row. Return never finishes it; Ctrl+Enter does, Esc puts it away.

    Args:
        title: What it asks.
        parent: The widget that it stands in.

    Signals:
        put_away: Esc or the cross was pressed.
    """

    put_away = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("surface", L, parent)
        self.column.setSpacing(M)
        line = QHBoxLayout()
        line.addWidget(text_label(title, "lead-strong", wrap=True, parent=self), 1)
        cross = icon_button("x", _("Put away (Esc)"), self)
        cross.clicked.connect(self.put_away)
        line.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)

    def finish(self) -> None:
        """Do what Ctrl+Enter asks for; every panel says what that is."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the focus where the work begins."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Keep Esc for itself: the window's own Esc is for what lies over the page."""
        return took_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish on Ctrl+Enter, put away on Esc, press the button in focus on Return."""
        key, focused = Qt.Key(event.key()), QApplication.focusWidget()
        if key == Qt.Key.Key_Escape:
            self.put_away.emit()
        elif key in _RETURNS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
        elif key in _RETURNS and isinstance(focused, QPushButton):
            focused.click()
        elif key not in _RETURNS:
            super().keyPressEvent(event)
