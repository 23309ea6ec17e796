"""The entrance of the window: nothing is seen, nothing works, until somebody has signed in.

At the start, when somebody else comes, after a while without anybody, and after the PC slept. The page below
is hidden and keeps all that was typed, so neither Tab nor a key reaches it.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from desktop_cs.desk.changes import EVERYTHING
from desktop_cs.ui.first_paint import FirstPaint
from desktop_cs.ui.navigation import CHANGE_KEY

if TYPE_CHECKING:
    from desktop_cs.desk.changes import Changes
    from desktop_cs.shop.staff import Staff
    from desktop_cs.ui.actions import Actions
    from desktop_cs.ui.entry.idle_watch import IdleWatch
    from desktop_cs.ui.entry.sign_in_view import SignInView
    from desktop_cs.ui.main_window import MainWindow
    from desktop_cs.ui.page_stack import PageStack


class Entrance(QObject):
    """Whether somebody is let in, for one window.

    Args:
        window: What is covered.
        actions: Through which people are asked for.
        pages: What somebody else takes over.

    Signals:
        entered: Somebody was let in, and sees the window.
    """

    entered = Signal()

    def __init__(self, window: "MainWindow", actions: "Actions", pages: "PageStack") -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._pages = pages
        self._focus: QWidget | None = None  # where it was when the window was covered
        self._before: UUID | None = None  # who worked here when the window was covered
        self._fill: Callable[[], object] | None = None
        self._retired = False
        self.view: SignInView | None = None
        self.watch: IdleWatch | None = None
        window.navigation.person_wanted.connect(self.change_person)
        QShortcut(QKeySequence(CHANGE_KEY), window.inside).activated.connect(self.change_person)
        actions.changed.connect(self._hear)

    @property
    def is_closed(self) -> bool:
        """Return whether the window is covered until somebody signs in."""
        return self.view is not None

    def begin(self, fill: Callable[[], object]) -> None:
        """Let the window be filled: at once where nobody has to sign in, else behind the tiles.

        Args:
            fill: Brings the first page to the front.
        """
        desk = self._actions.desk
        if desk.people.must_sign_in() and desk.actor is None:
            self._fill = fill
            self.close()
            if self.view is not None:
                FirstPaint(self.view, self._fill_behind)
            return
        fill()
        self._wait_for_nobody()

    def close(self, person: "Staff | None" = None, *, known: str | None = None) -> None:
        """Cover the window until somebody signs in.

        Args:
            person: Whose digits are asked for first; None for whoever is known.
            known: The name of who is awaited, "" where nobody is; None for whoever was here last.
        """
        from desktop_cs.ui.entry.sign_in_view import SignInView  # noqa: PLC0415 (not in the practice shop)

        if self.view is not None:
            return
        self._close_what_lies_on_top()
        self._focus, self._before = self._window.focusWidget(), self._actions.desk.actor_id
        view = self.view = SignInView(self._actions, self._window)
        view.let_in.connect(self.let_in)
        self._window.inside.hide()
        view.setGeometry(self._window.rect())
        self._window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_focus)
        view.show()
        view.raise_()
        if person is not None:
            view.choose(person.id)
        else:
            view.begin(self._window.preferences.person if known is None else known)

    def let_in(self, staff: "Staff") -> None:
        """Let somebody act from now on, and show the window to them as it was left."""
        self._fill_behind()
        before = self._before
        self._sign(staff)
        self._open()
        if before != staff.id:
            self._actions.forget_ways_back()
            self._actions.tell(EVERYTHING)
        self._wait_for_nobody()
        self.entered.emit()

    def change_person(self, person: "Staff | None" = None) -> None:
        """Let somebody else come to the PC; in the practice shop, where nobody has digits, by a tap alone.

        Args:
            person: Who comes; None where that is still to be chosen.
        """
        if self._actions.desk.people.must_sign_in():
            self.close(person, known="")
        elif person:
            self._sign(person)
        else:
            self._offer_people()

    def retire(self) -> None:
        """Ask for nobody any more: another window takes the place of this one, or the data is closed."""
        self._fill = None
        self._retired = True
        if self.view is not None:
            self.view.rest()
        if self.watch is not None:
            self.watch.deleteLater()
            self.watch = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay over all of the window."""
        if event.type() == QEvent.Type.Resize and self.view is not None:
            self.view.setGeometry(self._window.rect())
        return False

    def _sign(self, staff: "Staff") -> None:
        people = self._actions.desk.people
        self._pages.hand_over(lambda: people.step_in(staff))
        self._window.preferences.person = staff.name
        self._window.navigation.show_person(staff)

    def _open(self) -> None:
        view, self.view = self.view, None
        if view is None:
            return
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._keep_focus)
        self._window.removeEventFilter(self)
        self._window.inside.show()
        view.hide()
        view.deleteLater()
        self._bring_focus_back()

    def _bring_focus_back(self) -> None:
        """Put the focus where it was; of the navigation, by which one came here, where the work begins."""
        page, before, self._focus = self._pages.page(), self._focus, None
        with suppress(RuntimeError):  # what had the focus may have been taken away behind the cover
            led_here = before is None or self._window.navigation.isAncestorOf(before)
            if before is not None and not led_here and before.isVisibleTo(self._window):
                before.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if page is not None:
            page.focus_first()

    def _fill_behind(self) -> None:
        """Bring the first page to the front, once, behind the tiles."""
        fill, self._fill = self._fill, None
        if fill is not None:
            fill()

    def _wait_for_nobody(self) -> None:
        """Watch from now on whether anybody is there."""
        from desktop_cs.ui.entry.idle_watch import IdleWatch  # noqa: PLC0415 (not in the practice shop)

        desk = self._actions.desk
        if not desk.people.must_sign_in():
            return
        if self.watch is None:
            self.watch = IdleWatch(lambda: desk.settings.cover_after_minutes, self)
            self.watch.left.connect(self.close)
        self.watch.touch()

    def _offer_people(self) -> None:
        """Offer the people of the practice shop, above the person who works there now."""
        menu = QMenu(self._window)
        for staff in self._actions.desk.shop.staff():
            chosen = QAction(staff.name, menu)
            chosen.triggered.connect(lambda _checked=False, staff=staff: self._sign(staff))
            menu.addAction(chosen)
        menu.popup(self._window.navigation.mapToGlobal(self._window.navigation.rect().bottomRight()))

    def _keep_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Give nothing below the cover the keys."""
        view = self.view
        is_below = now is not None and self._window.inside.isAncestorOf(now)
        if view is not None and is_below:
            view.take_focus()

    def _close_what_lies_on_top(self) -> None:
        """Close menus and dialogs: they would go on showing what the cover hides."""
        popup = QApplication.activePopupWidget()
        while popup is not None and popup.close():
            popup = QApplication.activePopupWidget()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()

    def _hear(self, changes: "Changes", _source: object) -> None:
        """Cover the window when whoever was let in does not work here any more."""
        desk = self._actions.desk
        if self._retired or not changes.settings or self.is_closed or not desk.people.must_sign_in():
            return
        if all(one.id != desk.actor_id for one in desk.shop.staff()):
            desk.actor = None
            self.close()
        elif self.watch is None:
            self._wait_for_nobody()  # the first run is over
