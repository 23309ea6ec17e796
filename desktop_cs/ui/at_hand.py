"""What is at hand on every page, brought in behind the first one: the cover, the scanner, the cards."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from desktop_cs.cases.case_code import case_number_of
from desktop_cs.i18n import _
from desktop_cs.shop.recovery_code import read_code
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.care_keeper import CareKeeper
from desktop_cs.ui.cover import cover
from desktop_cs.ui.page_stack import PageStack
from desktop_cs.ui.scanner import ScanCatcher

if TYPE_CHECKING:
    from desktop_cs.ui.main_window import MainWindow


class AtHand(QObject):
    """Cover, scanner and handle-with-care cards of one window."""

    def __init__(self, window: "MainWindow", actions: Actions, pages: PageStack) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._pages = pages
        self.cards = CareKeeper(window, actions, pages)
        self.scanner = ScanCatcher(window)
        self.scanner.scanned.connect(self.take_scan)
        QShortcut(QKeySequence("F9"), window.inside).activated.connect(cover.toggle)
        window.top.cover_wanted.connect(cover.toggle)
        cover.turned.connect(self._show_cover)
        self._show_cover(on=cover.is_on)

    def take_scan(self, code: str) -> None:
        """Open the record with this code; a page may have a place for it, and what nobody knows is said."""
        desk = self._actions.desk
        if not desk.settings.is_set_up or self._window.is_covered:
            return
        if read_code(code) is not None:  # it opens the records: nobody else shall read it from the screen
            self._say_recovery_code()
            return
        cases = self._actions.ask(lambda: desk.customers.scanned(code))
        page = self._pages.page()
        if cases is None:
            return
        is_slip = bool(cases) and cases[0].number == case_number_of(code)
        if not is_slip and page is not None and page.take_scan(code):
            return
        if cases:
            self._window.go("case", cases[0].id)
        else:
            self._say_unknown(code)

    def _say_recovery_code(self) -> None:
        told = _("That was the code of a recovery sheet. It is asked for at the start of the program.")
        self._window.notices.show_notice(told)

    def _say_unknown(self, code: str) -> None:
        told = _("Nothing is kept under {code}.").format(code=code)
        notice = self._window.notices.show_notice(told)
        notice.add_button(_("New case with this serial")).clicked.connect(lambda: self._take_case(code))
        notice.add_button(_("Search")).clicked.connect(lambda: self._window.top.results.search_for(code))

    def _take_case(self, code: str) -> None:
        self._window.go("new_case")
        page = self._pages.page()
        if page is not None:
            page.take_scan(code)

    def _show_cover(self, on: bool) -> None:
        self._window.top.show_cover(on=on)
        self._window.top.results.find_again()
