"""The pages, one of them at the front; each is made when it is first gone to."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_cs.desk.changes import Changes
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.next_turn import paint_next_turn
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.places import PLACES, make_page
from desktop_cs.ui.preferences import Preferences


class PageStack(QStackedWidget):
    """Goes from page to page; a page that is not ready to be left stays.

    Signals:
        arrived: Another place is at the front; its name.
        look_changed: A page says that the window is to be built anew.
        practice_wanted: A page says that the practice shop is to be opened.
        find_wanted: A page says that the search field is wanted.
        bring_back_wanted: A page says that a backup is to take the place of the records; its `Order`.
        salvage_wanted: A page says that what can still be read of damaged records is to be saved.
        lock_wanted: A page says that the records are to get another key; the `Locking` that does it.
        met: A page deals with somebody, or with a device; the id of the customer or None, the serial number.
    """

    arrived = Signal(str)
    look_changed = Signal()
    practice_wanted = Signal()
    find_wanted = Signal()
    bring_back_wanted = Signal(object)
    salvage_wanted = Signal()
    lock_wanted = Signal(object)
    met = Signal(object, str)

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._preferences = preferences
        self._pages: dict[str, Page] = {}
        self._place = ""
        self._before: list[tuple[str, object]] = []

    @property
    def place(self) -> str:
        """Return the name of the place at the front, "" before the first."""
        return self._place

    def page(self) -> Page | None:
        """Return the page at the front."""
        return self._pages.get(self._place)

    def go(self, place: str, subject: object = None) -> bool:
        """Bring a place to the front and return whether the page there could be left."""
        page = self.page()
        if page is not None and not page.leave():
            return False
        if page is not None and place != self._place:
            self._remember(page, place, subject)
        self._show(place, subject)
        return True

    def prepare(self, place: str) -> Page:
        """Return the page of a place, made now if it was not yet, without going there."""
        return self._pages.get(place) or self._made(place)

    def go_back(self) -> None:
        """Bring back what was at the front before."""
        page = self.page()
        if self._before and (page is None or page.leave()):
            self._show(*self._before.pop())

    def leave(self) -> bool:
        """Write what is unwritten on the page at the front; return whether it may be left."""
        page = self.page()
        return page is None or page.leave()

    def hand_over(self, sign: Callable[[], object]) -> None:
        """Let another person act; a page that belongs to one keeps what is theirs, then shows the other's."""
        page = self.page() if self._place and PLACES[self._place].personal else None
        if page is not None:
            page.leave()
        sign()
        if page is not None:
            page.load()

    def hear(self, changes: Changes, source: object) -> None:
        """Pass changes on to the page at the front, unless it made them; others load when they come there."""
        page = self.page()
        if page is not None and page is not source:
            page.hear(changes)

    def _remember(self, page: Page, place: str, subject: object) -> None:
        """Remember the page that is left; who comes back from a passing one by a button is there already."""
        if not PLACES[self._place].passing:
            self._before.append((self._place, page.subject()))
        elif self._before and _address(*self._before[-1]) == _address(place, subject):
            self._before.pop()

    def _show(self, place: str, subject: object) -> None:
        page = self.prepare(place)
        if self._place:  # the first page is waited for by a person who looks at an empty window
            paint_next_turn(self)
        self._place = place
        page.load(subject)
        self.setCurrentWidget(page)
        self.arrived.emit(place)
        page.focus_first()

    def _made(self, place: str) -> Page:
        page = make_page(place, self._actions, self._preferences, self)
        page.went.connect(self.go)
        page.look_changed.connect(self.look_changed)
        page.practice_wanted.connect(self.practice_wanted)
        page.find_wanted.connect(self.find_wanted)
        page.bring_back_wanted.connect(self.bring_back_wanted)
        page.salvage_wanted.connect(self.salvage_wanted)
        page.lock_wanted.connect(self.lock_wanted)
        page.met.connect(self.met)
        self._pages[place] = page
        self.addWidget(page)
        return page


def _address(place: str, subject: object) -> tuple[str, object]:
    """Return what tells a page from others: a case is the same at each of its steps."""
    return place, getattr(subject, "case_id", subject)
