"""The base of the pages between navigation and action bar."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_cs.desk.changes import Changes
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences


class Page(QWidget):
    """A page of the window. It takes values downward by method and reports facts upward by signals.

    Args:
        actions: Through which everything is read and done.
        preferences: What this PC remembers.
        parent: The widget that it stands in.

    Signals:
        went: Another place is wanted at the front; its name in `places.PLACES`, and what is to be shown there
            (the id of a case, a customer) or None.
        look_changed: The language, the scheme or the text size of this PC was changed; the window is to be
            built anew.
        practice_wanted: The practice shop, with its invented cases, is to be opened.
        find_wanted: The search field is wanted.
        bring_back_wanted: A backup is to take the place of the records; its `Order`.
        salvage_wanted: What can still be read of damaged records is to be saved.
        lock_wanted: The records are to get another key while they are closed; the `Locking` that does it.
        met: Somebody, or a device, is dealt with from now on; the id of the customer or None, the serial
            number or "".
    """

    actions: Actions  # type: ignore[assignment]  # hides QWidget.actions, which is about menus
    went = Signal(str, object)
    look_changed = Signal()
    practice_wanted = Signal()
    find_wanted = Signal()
    bring_back_wanted = Signal(object)
    salvage_wanted = Signal()
    lock_wanted = Signal(object)
    met = Signal(object, str)

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actions = actions
        self.desk = actions.desk
        self.preferences = preferences

    def pieces(self) -> Iterator[Callable[[], object]]:
        """Yield what the first visit would wait for; each is called while nobody does anything."""
        yield from ()

    def load(self, subject: object = None) -> None:
        """Read what the page shows; called each time it comes to the front.

        Args:
            subject: What is to be shown, such as the id of a case; None for what the page shows by itself.
        """

    def subject(self) -> object:
        """Return what is shown, so that the page can be brought back by `load`."""
        return None

    def hear(self, changes: Changes) -> None:
        """Read again what is shown when these changes touch it."""

    def leave(self) -> bool:
        """Write what is still unwritten; return whether the page may be left."""
        return True

    def take_scan(self, _code: str, /) -> bool:
        """Take a scanned code that the page has a place for, and return whether it did."""
        return False

    def commands(self) -> Sequence[QAction]:
        """Return what the search field offers to do on this page: all that the menus of its buttons hold."""
        menus = [menu for menu in self.findChildren(QMenu) if isinstance(menu.parent(), QPushButton)]
        return [act for menu in menus for act in menu.actions() if act.isEnabled() and act.text()]

    def toggle_guide(self) -> None:
        """Show what helps on this page, or put it away; F1. Nothing where the page has no guide."""

    def focus_first(self) -> None:
        """Put the focus where the work begins."""
        self.setFocus()
