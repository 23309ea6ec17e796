"""All keys on one sheet; F1 twice shows it, Esc puts it away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from shiboken6 import isValid

from desktop_cs.i18n import N_, _
from desktop_cs.ui.escape import took_escape
from desktop_cs.ui.theme.tokens import XL, L, M, S
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_cs.ui.pages.page import Page

_TWICE_MS = 700  # between two presses of F1 that ask for all keys
# Source: look.md, "keyboard"
KEYS = (
    ("F2, Ctrl+K", N_("Search, scan, or a command after >")),
    ("Ctrl+N", N_("New case")),
    ("Ctrl+Shift+N", N_("From Today: a repair is dropped off")),
    ("Ctrl+M", N_("From Today: call a manager now")),
    ("Ctrl+E", N_("From a new case: all on one page")),
    ("Ctrl+1 … Ctrl+4", N_("Go to a step")),
    ("Alt+1 … Alt+9", N_("Pick an answer by its number")),
    ("Enter", N_("On to the next question")),
    ("Ctrl+Enter", N_("On to the next step, or finish")),
    ("Ctrl+L", N_("On Today: later")),
    ("Ctrl+R", N_("In a follow-up: open the case again")),
    ("Alt+←", N_("Back to where you were")),
    ("F1", N_("Show the guide, or put it away")),
    ("F1 F1", N_("All keys")),
    ("F4", N_("Into the guide’s hints, and back")),
    ("F6", N_("Handle with care: I have read it")),
    ("F7", N_("On to the next wording mark")),
    ("Alt+Enter", N_("Take the better words")),
    ("F8", N_("Ask a colleague")),
    ("F9", N_("Cover: hide what is not for the customer")),
    ("Ctrl+Shift+L", N_("Somebody else comes, or you leave the PC")),
    ("Ctrl+P", N_("Print the letter, the slip or the month")),
    ("Ctrl+V", N_("On a case: add a copied picture or file")),
    ("Ctrl+Z", N_("Take back the last thing")),
    ("Esc", N_("Close what lies on top")),
)


class KeySheet(Card):
    """Lies over the page, in its middle, until it is put away."""

    def __init__(self, page: QWidget) -> None:
        super().__init__("surface", XL, page)
        self.setAccessibleName(_("All keys"))
        self.setAutoFillBackground(True)
        self.column.setSpacing(L)
        self.column.addWidget(text_label(_("All keys"), "h2", parent=self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(XL)
        grid.setVerticalSpacing(S)
        rows = (len(KEYS) + 1) // 2  # side by side: the lowest window has no room for one below the other
        for place, (keys, words) in enumerate(KEYS):
            half, row = divmod(place, rows)
            grid.addWidget(text_label(keys, "strong", parent=self), row, 2 * half)
            grid.addWidget(text_label(_(words), parent=self), row, 2 * half + 1)
        self.column.addLayout(grid)
        self.close_button = secondary_button(_("Close"), parent=self)
        self.close_button.clicked.connect(self.put_away)
        foot = QHBoxLayout()
        foot.setSpacing(M)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self._before: QWidget | None = None
        self.hide()

    def put_away(self) -> None:
        """Hide the sheet and give the focus back."""
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before):  # what had it may be gone with its page
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, with the focus."""
        super().showEvent(event)
        page = self.parentWidget()
        self.resize(self.sizeHint())
        if page is not None:
            self.move((page.width() - self.width()) // 2, max((page.height() - self.height()) // 2, 0))
        self._before = self.window().focusWidget()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for the sheet, the top layer."""
        return took_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)


class HelpKey(QObject):
    """F1: the guide of the page; pressed twice, all keys.

    Args:
        page: The widget over which the sheet lies.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.sheet: KeySheet | None = None
        self._page = page
        self._pressed = QElapsedTimer()

    def press(self, page: "Page | None") -> None:
        """Show or hide the guide of a page; the second time show all keys."""
        twice = self._pressed.isValid() and self._pressed.elapsed() < _TWICE_MS
        self._pressed.start()
        if page is not None:
            page.toggle_guide()
        if twice:
            self.show_keys()
            self._pressed.invalidate()

    def show_keys(self) -> None:
        """Show all keys on one sheet."""
        self.sheet = self.sheet or KeySheet(self._page)
        self.sheet.show()

    def put_away(self) -> None:
        """Show the sheet no more."""
        if self.sheet is not None:
            self.sheet.hide()
