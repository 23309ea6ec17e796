"""The window: navigation, search, the page, what lies over it. Cross-page connections: `_connect`.

What only the open data needs is imported behind the first painting.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.first_paint import FirstPaint
from desktop_cs.ui.key_sheet import HelpKey
from desktop_cs.ui.navigation import Navigation
from desktop_cs.ui.notices import Notices
from desktop_cs.ui.places import PLACES
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.tab_walk import next_stop
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.top_bar import TopBar
from desktop_cs.ui.undo_key import UndoKey
from desktop_cs.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop_cs.desk.changes import Changes
    from desktop_cs.desk.rescue import Rescue
    from desktop_cs.errors import DeskError
    from desktop_cs.ui.actions import Actions
    from desktop_cs.ui.at_hand import AtHand
    from desktop_cs.ui.entry.entrance import Entrance
    from desktop_cs.ui.failed_start import FailedStart
    from desktop_cs.ui.page_stack import PageStack

NARROW_PX, LOW_PX = 1240, 690  # at text size 1.  Source: look.md, "The window"
_FIRST_SIZE = (1366, 697)  # a usual shop PC, less its task bar


class MainWindow(QMainWindow):
    """The one window of the program, on the screen before the data is open; `take_over` brings the data.

    Signals:
        closing: The window is about to close; everything typed is written.
        rebuild_wanted: The language or the look was changed; the window is to be built anew.
        practice_wanted: The practice shop is to be opened.
        retry_wanted: The data could not be opened, and that is to be tried again.
        bring_back_wanted: A backup is to take the place of the records; its `Order`.
        salvage_wanted: What can still be read of damaged records is to be saved.
        lock_wanted: The records are to get another key; the `Locking` that does it.
    """

    closing = Signal()
    rebuild_wanted = Signal()
    practice_wanted = Signal()
    retry_wanted = Signal()
    bring_back_wanted = Signal(object)
    salvage_wanted = Signal()
    lock_wanted = Signal(object)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.acts: Actions | None = None
        self.pages: PageStack | None = None
        self.failed: FailedStart | None = None
        self._filling: QWidget | None = None
        self.entrance: Entrance | None = None
        self.at_hand: AtHand | None = None
        self.stays: Callable[[], bool] | None = None  # whether closing leaves the reminders beside the clock
        self._may_lose = False  # the person knows that something is not stored, and closes all the same
        self.setWindowTitle("Desktop CS")
        self.setMinimumSize(1024, 560)
        self._build()
        _make_shortcuts(self)
        if not self.restoreGeometry(preferences.geometry):
            self.resize(*_FIRST_SIZE)

    def take_over(self, actions: "Actions", place: str = "", subject: object = None) -> None:
        """Fill the window with the data that is open now, beginning at this place."""
        from desktop_cs.ui.entry.entrance import Entrance  # noqa: PLC0415 (see the module)
        from desktop_cs.ui.page_stack import PageStack  # noqa: PLC0415 (see the module)

        self.fill(None)
        self.acts = actions
        self.pages = PageStack(actions, self.preferences, self._body)
        self._column.addWidget(self.pages, 1)
        self._connect(actions, self.pages)
        self.top.results.take_over(self)
        is_set_up = actions.desk.settings.is_set_up
        self.navigation.setVisible(is_set_up)
        self.top.setVisible(is_set_up)
        if actions.desk.settings.is_practice:
            self.setWindowTitle(_("Desktop CS · Practice"))
            self._column.insertWidget(0, _practice_band(self._body))
        pages, first = self.pages, place or ("today" if is_set_up else "first_run")
        self.entrance = Entrance(self, actions, pages)
        self.entrance.begin(lambda: pages.go(first, subject))
        FirstPaint(pages, self.equip)

    def equip(self) -> None:
        """Bring in what is at hand on every page: cover, scanner, cards; once, after the first page."""
        from desktop_cs.ui.at_hand import AtHand  # noqa: PLC0415 (see the module)

        if self.at_hand is None and self.acts is not None and self.pages is not None:
            self.at_hand = AtHand(self, self.acts, self.pages)

    def add_above_page(self, widget: QWidget) -> None:
        """Give a widget its place between the notices and the page."""
        if self.pages is not None:
            self._column.insertWidget(self._column.indexOf(self.pages), widget)

    def fill(self, widget: QWidget | None) -> None:
        """Show this alone where the pages would stand, as nothing else would work; None ends it."""
        if self._filling is not None:
            self._filling.hide()
            self._filling.deleteLater()
        self._filling, self.failed = widget, None
        if widget is not None:
            self._column.addWidget(widget, 1)
            widget.show()

    def show_failure(self, refusal: "DeskError", rescue: "Rescue | None" = None) -> None:
        """Say why the data cannot be opened, and what can be done for damaged records."""
        from desktop_cs.ui.failed_start import FailedStart  # noqa: PLC0415 (hardly ever)

        failed = FailedStart(refusal, rescue, self._body)
        failed.bring_back_wanted.connect(self.bring_back_wanted)
        failed.salvage_wanted.connect(self.salvage_wanted)
        failed.again.connect(self.retry_wanted)
        failed.leave.connect(self.close)
        self.fill(failed)
        self.failed = failed
        failed.try_again.setFocus()

    def go(self, place: str, subject: object = None) -> None:
        """Bring a place to the front; not while the window is covered."""
        if self.pages is None or self.is_covered:
            return
        if not self.pages.go(place, subject) and self.pages.place:
            self.navigation.show_chosen(PLACES[self.pages.place].under)  # it stays: the press marked another

    @property
    def is_covered(self) -> bool:
        """Return whether nobody is let in now."""
        return self.entrance is not None and self.entrance.is_closed

    def set_waiting(self, count: int) -> None:
        """Show on Today how many people wait to hear from us."""
        self.navigation.button("today").set_badge(count)

    def come_to_front(self) -> None:
        """Show the window above all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is unwritten before the window goes; what cannot be written keeps it open once."""
        if self.pages is not None and not self.pages.leave() and not self._may_lose:
            self._may_lose = True
            told = _close_once_more()
            self.notices.show_notice(told, "danger")
            if self.entrance is not None and self.entrance.view is not None:
                self.entrance.view.say(told)
            event.ignore()
            return
        self.preferences.geometry = self.saveGeometry()
        if self.stays is not None and self.stays():
            self.hide()
            event.ignore()
            return
        self.closing.emit()
        event.accept()

    def go_for_good(self) -> None:
        """Write what is unwritten and go; of a case, what cannot be written is kept as a draft."""
        self.preferences.geometry = self.saveGeometry()
        if self.pages is not None:
            self.pages.leave()
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold words away where the window is narrow or low."""
        super().resizeEvent(event)
        self.navigation.set_narrow(self.width() < look().px(NARROW_PX))
        self.top.set_low(low=self.height() < look().px(LOW_PX))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go where Tab leads."""
        stop = next_stop(self, forward=forward)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return stop is not None

    def _build(self) -> None:
        self.inside = frame = QWidget(self)  # keys of the window belong to it: hidden, none of them works
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.navigation = Navigation(frame)
        for name, place in PLACES.items():
            if place.icon:
                self.navigation.add(name, place.icon, _(place.words), at_bottom=place.at_bottom)
        row.addWidget(self.navigation)
        self._body = QWidget(frame)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.top = TopBar(self._body)
        self.notices = Notices(self._body)
        self._column.addWidget(self.top)
        self._column.addWidget(self.notices)
        row.addWidget(self._body, 1)
        for bar in (self.navigation, self.top):
            bar.hide()  # until the data is open: alone they look half built, and lead nowhere
        self.setCentralWidget(frame)
        self.toast = Toast(self._body, above_px=80)
        self.help = HelpKey(self._body)

    def _connect(self, actions: "Actions", pages: "PageStack") -> None:
        actions.changed.connect(self._hear)
        actions.refused.connect(self.notices.refuse)
        actions.settled.connect(self._settled)
        actions.done.connect(lambda told, undoable: self.toast.show_done(told, undoable=undoable))
        actions.undone.connect(self.toast.put_away)
        self.toast.undone.connect(actions.undo)
        pages.arrived.connect(self._arrived)
        pages.look_changed.connect(self.rebuild_wanted)
        pages.practice_wanted.connect(self.practice_wanted)
        pages.find_wanted.connect(self.top.focus_search)
        pages.bring_back_wanted.connect(self.bring_back_wanted)
        pages.salvage_wanted.connect(self.salvage_wanted)
        pages.lock_wanted.connect(self.lock_wanted)
        self.navigation.chosen.connect(self.go)
        self.top.case_wanted.connect(lambda: self.go("new_case"))
        self.top.went.connect(self.go)

    def _hear(self, changes: "Changes", source: object) -> None:
        if self.pages is not None:
            self.pages.hear(changes, source)

    def _settled(self, told: str) -> None:
        """Say no more that something is not stored: it is now."""
        self._may_lose = False
        for sentence in (told, _close_once_more()):
            self.notices.take_back(sentence)

    def undo(self) -> None:
        """Take back the last thing that was done."""
        if self.acts is not None:
            self.acts.undo()

    def _arrived(self, place: str) -> None:
        self.notices.clear()
        self._may_lose = False
        self.navigation.show_person(self.acts.desk.actor if self.acts else None)  # the first run makes one
        self.help.put_away()
        self.navigation.show_chosen(PLACES[place].under)
        self.navigation.setVisible(place != "first_run")
        self.top.setVisible(place != "first_run")
        self.top.offer_new_case(offered=place != "today")


def _make_shortcuts(window: MainWindow) -> None:
    UndoKey(window)
    for keys, act in (
        ("F2", window.top.focus_search),
        ("Ctrl+K", window.top.focus_search),
        ("Ctrl+N", lambda: window.go("new_case")),
        ("Ctrl+Z", window.undo),
        ("Alt+Left", lambda: window.pages.go_back() if window.pages else None),
        ("F1", lambda: window.help.press(window.pages.page() if window.pages else None)),
        ("Esc", window.notices.clear),
    ):
        QShortcut(QKeySequence(keys), window.inside).activated.connect(act)


def _close_once_more() -> str:
    return _("The last change is not saved yet. It is kept as a draft. Close once more to leave it so.")


def _practice_band(body: QWidget) -> QWidget:
    """Return what says above every page that everybody here is invented."""
    from desktop_cs.ui.practice_band import PracticeBand  # noqa: PLC0415 (only in the practice shop)

    band = PracticeBand(body)
    band.show()
    return band
