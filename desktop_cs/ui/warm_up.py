"""While nobody does anything: what the first visits would wait for is made ready, in small pieces.

No piece holds the window up for longer than a person notices; whoever is quicker gets it made at once.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_cs.ui.actions import Actions
from desktop_cs.ui.laying_out import lay_out
from desktop_cs.ui.page_stack import PageStack

_BETWEEN_MS = 30  # room for keys, clicks and painting between two pieces
_MODULES = (  # the lowest first, so that none brings many others with it
    "desktop_cs.forms.field_types",
    "desktop_cs.forms.loader",
    "desktop_cs.desk.step_work",
    "desktop_cs.desk.casework",
    "desktop_cs.guide.lexicon",
    "desktop_cs.letters.wording",
    "desktop_cs.desk.guide_work",
    "desktop_cs.desk.customer_work",
    "desktop_cs.desk.second_time",
    "desktop_cs.desk.card_work",
    "desktop_cs.desk.letter_work",
    "desktop_cs.storage.stores.letter_store",
    "desktop_cs.ui.forms.text_editors",
    "desktop_cs.ui.forms.form_view",
    "desktop_cs.ui.cases.new_case_page",
    "desktop_cs.ui.cases.step_pane",
    "desktop_cs.ui.letters.letter_panel",
    "desktop_cs.ui.cases.check_view",
    "desktop_cs.ui.cases.case_page",
    "desktop_cs.ui.cases.talk_panels",
)
_LETTER_MODULES = (
    "desktop_cs.desk.hand_work",
    "desktop_cs.ui.letters.words_part",
    "desktop_cs.ui.letters.picture_choices",
    "desktop_cs.ui.letters.small_pictures",
    "desktop_cs.ui.letters.specimens",
    "desktop_cs.ui.letters.look_part",
    "desktop_cs.ui.letters.letter_frame",
    "desktop_cs.ui.letters.letter_page",
    "desktop_cs.ui.letters.register_view",
    "desktop_cs.ui.letters.register_page",
)
_AT_ONCE = 30  # widgets dressed in one piece: some 5 ms
_FIRST = ("new_case", "case")  # the way to the first case
_SIGNS = {QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
_THEN = ("letter", "letters", "customers", "cases", "slip", "rehearsal", "own_hand")


class WarmUp(QObject):
    """Makes ready the way from Today to the first case at once, the next pages once somebody is there.

    A window that nobody uses keeps the memory of those pages free.
    """

    def __init__(self, actions: Actions, pages: PageStack) -> None:
        super().__init__(pages)
        self._actions = actions
        self._pages = pages
        self._pieces = self._way()
        self._rest: Iterator[Callable[[], object]] | None = self._next_pages()
        self._is_attended = False
        pages.arrived.connect(lambda _place: self.attend())
        handle = pages.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._make_next)
        self._timer.start(_BETWEEN_MS)

    def attend(self) -> None:
        """Go on with the next pages, as somebody is at the window."""
        self._is_attended = True
        if self._rest is not None and not self._timer.isActive():
            self._timer.start(_BETWEEN_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first key or movement of the mouse in the window."""
        if event.type() in _SIGNS:
            watched.removeEventFilter(self)
            self.attend()
        return False

    def _make_next(self) -> None:
        piece = next(self._pieces, None)
        if piece is None and self._is_attended and self._rest is not None:
            self._pieces, self._rest = self._rest, None
        elif piece is None:
            self._timer.stop()
            gc.freeze()  # what was made stays: looking through it for waste would hold the window up
        else:
            self._actions.ask(piece)

    def _way(self) -> Iterator[Callable[[], object]]:
        desk = self._actions.desk
        for module in _MODULES:
            yield partial(import_module, module)
        yield lambda: desk.forms
        yield desk.guide.prepare
        yield from self._pages_at(_FIRST)

    def _next_pages(self) -> Iterator[Callable[[], object]]:
        for module in _LETTER_MODULES:
            yield partial(import_module, module)
        yield from self._pages_at(_THEN)

    def _pages_at(self, places: Sequence[str]) -> Iterator[Callable[[], object]]:
        """Yield the making of these pages, their pieces, and where everything in them will stand."""
        for place in places:
            yield partial(self._pages.prepare, place)
            page = self._pages.prepare(place)
            yield from page.pieces()
            yield from _dressing(page)
            yield partial(lay_out, page, self._pages.size())


def _dressing(page: QWidget) -> Iterator[Callable[[], None]]:
    """Yield the matching of a page's widgets against the style sheet, some at a time."""
    widgets = page.findChildren(QWidget)
    for first in range(0, len(widgets), _AT_ONCE):
        yield partial(_dress, widgets[first : first + _AT_ONCE])


def _dress(widgets: Sequence[QWidget]) -> None:
    for widget in filter(isValid, widgets):
        widget.ensurePolished()
