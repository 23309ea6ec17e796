"""The register of letters: searched, filtered, and what is done with the letter that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.letters.register_details import RegisterDetails
from desktop_cs.ui.letters.register_list import RegisterList
from desktop_cs.ui.letters.register_rows import RegisterRow, Shown, rows_of
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.one_of import OneOf
from desktop_cs.ui.slow_work import SlowWork
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, M
from desktop_cs.ui.widgets.buttons import primary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label
from desktop_cs.ui.widgets.search_field import SearchField

PAUSE_MS = 120  # between the last key and the search, so that fast typing asks once
_SEARCH_PX, _DETAILS_PX = 300, 380  # at text size 1
_DOWN = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RegisterView(QWidget):
    """Search and list on the left, the chosen letter on the right.

    Args:
        actions: Through which everything is read.
        preferences: What this PC remembers.
        parent: The page.

    Signals:
        today_wanted: The letters of the day are to be made in one go.
        opened: The chosen letter is to be opened.
    """

    today_wanted = Signal()
    opened = Signal()

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._reading: SlowWork | None = None
        self.today = primary_button(_("Letters for today"), "list-checks", self)
        self.search = SearchField(_("Name or case number"), icon_name="search", parent=self)
        self.search.setFixedWidth(look().px(_SEARCH_PX))
        self.search.installEventFilter(self)
        filters = [
            (Shown.DUE.value, _("To print today")),
            (Shown.UNPOSTED.value, _("Not posted")),
            (Shown.ALL.value, _("All")),
        ]
        self.filter = OneOf(filters, _("Which letters"), self)
        self.filter.set_choice(Shown.DUE.value)
        self.list = RegisterList(self)
        self._nothing = text_label("", "muted", wrap=True, parent=self)
        self._nothing.setContentsMargins(M, M, M, M)
        self.details = RegisterDetails(actions, preferences, self)
        self.details.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._connect()

    def read(self) -> None:
        """Read the register again, away from the window; what is shown stays until then."""
        self._pause.stop()
        desk, which, text = self._actions.desk, Shown(self.filter.choice()), self.search.text()
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._actions.run_slow(lambda: rows_of(desk, which, text), self._show)
        self.destroyed.connect(self._reading.cancel)  # the window is built anew when its language changes

    def row(self) -> RegisterRow | None:
        """Return the letter that is chosen, or None."""
        return self.list.row_shown()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the chosen letter two fifths of the page at most."""
        super().resizeEvent(event)
        self.details.setFixedWidth(min(look().px(_DETAILS_PX), self.width() * 2 // 5))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go from the search down into the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if Qt.Key(event.key()) not in _DOWN or not self.list.count():
            return False
        self.list.setFocus()
        return True

    def _show(self, rows: Sequence[RegisterRow]) -> None:
        hours, now = self._actions.desk.settings.hours, self._actions.desk.clock.now()
        self.list.show_rows(rows, hours, now)
        self.list.setVisible(bool(rows))
        self._nothing.setText(self._why_nothing())
        self._nothing.setVisible(not rows)

    def _why_nothing(self) -> str:
        if self.search.text().strip():
            return _("Nothing found. Try a part of the name, or the number of the case.")
        return {
            Shown.DUE: _("No letter is due today. A case gets its letter some days after it was put right."),
            Shown.UNPOSTED: _("Every letter is posted."),
            Shown.ALL: _("No letter yet. At the end of a case its letter is written here."),
        }[Shown(self.filter.choice())]

    def _show_details(self, row: RegisterRow | None) -> None:
        self.details.show_row(row, self._actions.desk.settings.hours, self._actions.desk.clock.now())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(text_label(_("Letters"), "h1", parent=self))
        head.addStretch(1)
        head.addWidget(self.today)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(M)
        narrowing.addWidget(self.search)
        narrowing.addWidget(self.filter, 1)
        card = Card("surface", 1, self)
        card.column.addWidget(self.list, 1)
        card.column.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignTop)
        keep_private(card)
        halves = QHBoxLayout()
        halves.setSpacing(L)
        halves.addWidget(card, 1)
        halves.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addLayout(narrowing)
        column.addLayout(halves, 1)

    def _connect(self) -> None:
        self.today.clicked.connect(lambda _checked=False: self.today_wanted.emit())
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self.read)
        self.filter.chosen.connect(lambda _which: self.read())
        self.list.chosen.connect(self._show_details)
        self.list.entered.connect(self.opened)
        self.list.left_upwards.connect(self.search.setFocus)
        self.details.open_wanted.connect(self.opened)
        for digit, button in enumerate(self.filter.buttons(), start=1):
            keys = QShortcut(QKeySequence(f"Alt+{digit}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(button.click)
