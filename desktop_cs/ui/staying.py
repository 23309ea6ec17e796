"""Staying beside the clock of the desktop: the icon there, and a window that closes without the program."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.tray import Tray, has_tray

if TYPE_CHECKING:
    from desktop_cs.ui.main_window import MainWindow


class Staying(QObject):
    """Keeps the icon for whichever window is the program's, where the desktop has a place for it."""

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._window: MainWindow | None = None
        self._is_leaving = False
        self.tray: Tray | None = None
        QApplication.instance().commitDataRequest.connect(self._leave_with_session)  # type: ignore[union-attr]  # there is one: widgets need it

    def watch(self, window: "MainWindow") -> None:
        """Stand for this window from now on."""
        self._window = window
        window.stays = self.stays

    def show_waiting(self, count: int) -> None:
        """Show how many people wait; the icon is made now where there has been no place for it before."""
        if self.tray is None and has_tray():
            self.tray = self._made()
        if self.tray is not None:
            self.tray.show_waiting(count)

    def keep_reachable(self) -> None:
        """Show a hidden window minimised where no icon could bring it back."""
        if self._window is not None and self._window.isHidden() and self.tray is None:
            self._window.showMinimized()

    def tell(self, sentence: str, more: str) -> None:
        """Say something beside the clock; where that is not possible, the window asks for a look."""
        if self.tray is not None:
            self.tray.tell(sentence, more)
        elif self._window is not None:
            QApplication.alert(self._window)

    def stays(self) -> bool:
        """Return whether closing hides the window: where that was chosen and it can be brought back."""
        if self._is_leaving or not self._preferences.stays_in_tray or self.tray is None or not has_tray():
            return False
        QApplication.setQuitOnLastWindowClosed(False)
        return True

    def quit(self) -> None:
        """End the program; what cannot be written yet brings the window back instead."""
        if self._window is None:
            return
        self._is_leaving = True
        if not self._window.close():
            self._is_leaving = False
            self._window.come_to_front()

    def _made(self) -> Tray:
        tray = Tray(self)
        tray.open_wanted.connect(self._open)
        tray.today_wanted.connect(self._open_today)
        tray.quit_wanted.connect(self.quit)
        return tray

    def _open(self) -> None:
        if self._window is not None:
            self._window.come_to_front()

    def _open_today(self) -> None:
        if self._window is not None:
            self._window.go("today")
            self._window.come_to_front()

    def _leave_with_session(self) -> None:
        """Close for good when the person logs out; a hidden window would keep the session from ending."""
        self._is_leaving = True
