"""The bar on top: one field to search or scan in, and the way to a new case."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.search_results import SearchResults
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, M, S
from desktop_cs.ui.widgets.buttons import icon_button, secondary_button
from desktop_cs.ui.widgets.labels import Pill
from desktop_cs.ui.widgets.search_field import SearchField


class TopBar(QFrame):
    """Search and "New case".

    Signals:
        case_wanted: "New case" was pressed.
        cover_wanted: The cover is to be put on or taken off.
        went: Something found was chosen; the place, and what is to be shown there.
    """

    case_wanted = Signal()
    cover_wanted = Signal()
    went = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self.search = SearchField(_("Search or scan: name, phone, case number"), "Ctrl+K", parent=self)
        self.search.setMinimumWidth(look().px(320))
        self.search.setMaximumWidth(look().px(560))
        self.results = SearchResults(self.search)
        self.results.went.connect(self.went)
        self.new_case = secondary_button(_("New case"), "plus", self)
        self.new_case.setToolTip("Ctrl+N")
        self.new_case.clicked.connect(self.case_wanted)
        self._row.addWidget(self.search, 1)
        self._covered = Pill(_("Cover on · F9 takes it off"), "warn", self)
        self._covered.hide()
        self.cover = icon_button("eye-off", _("Cover: the customer can see the screen  F9"), self)
        self.cover.clicked.connect(self.cover_wanted)
        self._row.addStretch(1)
        self._row.addWidget(self._covered)
        self._row.addWidget(self.cover)
        self._row.addWidget(self.new_case)
        self.set_low(low=False)

    def set_low(self, *, low: bool) -> None:
        """Take less height where the window is low."""
        self._row.setContentsMargins(XL, S if low else M, XL, S if low else M)

    def offer_new_case(self, *, offered: bool) -> None:
        """Offer "New case"; not on Today, where the door stands."""
        self.new_case.setVisible(offered)

    def show_cover(self, *, on: bool) -> None:
        """Say plainly that the cover is on, and how it is taken off."""
        self._covered.setVisible(on)
        words = _("Take the cover off  F9") if on else _("Cover: the customer can see the screen  F9")
        self.cover.setToolTip(words)
        self.cover.setAccessibleName(words)

    @property
    def spoken_cover(self) -> str:
        """Return what is said of the cover, "" while it is off."""
        return self._covered.text() if self._covered.isVisibleTo(self) else ""

    def focus_search(self) -> None:
        """Put the focus into the search field, everything in it selected."""
        self.results.come_from(self.window().focusWidget())
        self.search.setFocus()
        self.search.selectAll()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line below it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look().colour("line"))
