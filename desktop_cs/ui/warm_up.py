"""While nobody does anything: what the first visits would wait for is made ready, in small pieces.

No piece holds the window up for longer than a person notices; whoever is quicker gets it made at once.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer
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
_THEN = ("letter", "letters", "customers", "cases")


class WarmUp(QObject):
    """Makes ready the way from Today to the first case, then the next pages; at once, and once."""

    def __init__(self, actions: Actions, pages: PageStack) -> None:
        super().__init__(pages)
        self._actions = actions
        self._pages = pages
        self._pieces = self._all()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._make_next)
        self._timer.start(_BETWEEN_MS)

    def _make_next(self) -> None:
        piece = next(self._pieces, None)
        if piece is None:
            self._timer.stop()
            gc.freeze()  # what was made stays: looking through it for waste would hold the window up
        else:
            self._actions.ask(piece)

    def _all(self) -> Iterator[Callable[[], object]]:
        desk = self._actions.desk
        for module in _MODULES:
            yield partial(import_module, module)
        yield lambda: desk.forms
        yield desk.guide.prepare
        yield from self._pages_at(_FIRST)
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
