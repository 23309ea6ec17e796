"""A short word that something was done, with the way back."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, S
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.labels import text_label

SHOWN_MS = 10_000  # long enough to read it twice and reach for the mouse


class Toast(QFrame):
    """Lies over the bottom of a page for ten seconds; takes no focus and stops nothing.

    Args:
        page: The widget over which it lies.
        above_px: Room to leave below it, such as for the action bar.

    Signals:
        undone: "Undo" was pressed. (Ctrl+Z is the window's.)
    """

    undone = Signal()

    def __init__(self, page: QWidget, above_px: int = L) -> None:
        super().__init__(page)
        self.setProperty("card", "toast")
        self._page = page
        self._above_px = above_px
        self._label: QLabel = text_label(role="toast", parent=self)
        self._undo: QPushButton = quiet_button(_("Undo  Ctrl+Z"), parent=self)
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self._on_undo)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(XL)
        self._line.addWidget(self._label)
        self._line.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        page.installEventFilter(self)
        self.hide()

    def show_done(self, sentence: str, *, undoable: bool = True) -> None:
        """Say that something was done; an earlier word gives way."""
        self._label.setText(sentence)
        self._undo.setVisible(undoable)
        self._line.setContentsMargins(L, 0, S if undoable else L, 0)
        self.setFixedHeight(look().px(44))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def put_away(self) -> None:
        """Say no more of what was done, such as when it is taken back."""
        self.hide()
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the page changes its size."""
        if watched is self._page and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        width = min(self.sizeHint().width(), self._page.width() - 2 * L)
        height = self.height()
        self.setGeometry(
            (self._page.width() - width) // 2, self._page.height() - height - self._above_px, width, height
        )

    def _on_undo(self) -> None:
        self.put_away()
        self.undone.emit()
