"""Who is here? Tiles with names, digits beside them; all that is seen until somebody has signed in."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.desk.people_work import Tile
from desktop_cs.i18n import _
from desktop_cs.shop.staff import Staff
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.entry.person_tile import PersonTile
from desktop_cs.ui.entry.proof import Proof
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label

_EVERY_MS = 500  # a wait is counted down by the second
_WIDEST_PX, _LOWEST_PX = 1040, 560


class SignInView(QWidget):
    """Lies over the whole window.

    Args:
        actions: Through which people are asked for.
        parent: The window.

    Signals:
        let_in: Somebody has signed in; the `Staff`.
    """

    let_in = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Who is here?"))
        self._actions = actions
        self._people = actions.desk.people
        self.tiles: list[PersonTile] = []
        self.proof = Proof(actions, self)
        self.word = text_label("", "problem", wrap=True, parent=self)
        self.word.hide()
        self._flow = FlowLayout(equal=True, column_px=look().px(216), gap=(M, M))
        self._build()
        self.proof.let_in.connect(self.let_in)
        self.proof.refused.connect(self.refresh)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self._timer.start(_EVERY_MS)
        self._show_people(self._people.tiles())

    @property
    def chosen(self) -> Staff | None:
        """Return whose digits are asked for, or None."""
        return self.proof.staff

    def begin(self, known: str) -> None:
        """Ask for the digits of whoever was here last, or else begin at the first tile.

        Args:
            known: The name of who was here last; "" where it is somebody else who comes.
        """
        named = [tile for tile in self.tiles if tile.staff.name == known]
        if named or len(self.tiles) == 1:
            self.choose((named or self.tiles)[0].staff.id)
        elif self.tiles:
            self.tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, staff_id: UUID) -> None:
        """Ask this person for their digits."""
        tile = next(one for one in self._people.tiles() if one.staff.id == staff_id)
        for one in self.tiles:
            one.setChecked(one.staff.id == staff_id)
        self.proof.ask(tile)

    def refresh(self) -> None:
        """Show who works here now, and how long somebody has to wait still."""
        tiles = self._actions.ask(self._people.tiles)
        if tiles is None:
            return
        if [one.staff for one in tiles] != [one.staff for one in self.tiles]:
            self._show_people(tiles)
        for button, tile in zip(self.tiles, tiles, strict=True):
            button.show_tile(tile)
            self.proof.show_wait(tile)

    def rest(self) -> None:
        """Look at nothing any more."""
        self._timer.stop()

    def say(self, sentence: str) -> None:
        """Say what whoever comes back should know."""
        self.word.setText(sentence)
        self.word.setVisible(bool(sentence))

    def take_focus(self) -> None:
        """Take the focus back from what lies below."""
        first = self.proof.card.field if self.proof.can_type() else next(iter(self.tiles), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let digits that are typed at a tile go where they belong."""
        if self.proof.can_type() and event.text().isdigit() and event.text().isascii():
            self.proof.card.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.proof.card.keypad.digit.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand lower where there is room: in the middle of what is looked at."""
        super().resizeEvent(event)
        above = max((self.height() - look().px(_LOWEST_PX)) // 2, XL)
        self._row.setContentsMargins(XL, above, XL, XL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, through which nothing is seen."""
        QPainter(self).fillRect(self.rect(), look().colour("bg"))

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(L)
        left.addWidget(text_label(_("Who is here?"), "h1", parent=self))
        left.addWidget(self.word)
        people = QWidget()
        people.setLayout(self._flow)
        self._room = FocusScrollArea(people, self)
        left.addWidget(self._room, 1)
        frame = QWidget(self)
        frame.setMaximumWidth(look().px(_WIDEST_PX))
        inner = QHBoxLayout(frame)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(XL)
        inner.addLayout(left, 1)
        inner.addWidget(self.proof)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(frame, 100)
        self._row.addStretch(1)

    def _show_people(self, tiles: list[Tile]) -> None:
        for old in self.tiles:
            old.hide()
            self._flow.removeWidget(old)
            old.deleteLater()
        self.tiles = [PersonTile(tile, self._flow.parentWidget()) for tile in tiles]
        for tile in self.tiles:
            tile.clicked.connect(lambda _checked=False, staff_id=tile.staff.id: self.choose(staff_id))
            self._flow.addWidget(tile)
        chosen = self.chosen
        if chosen is not None and all(one.staff.id != chosen.id for one in self.tiles):
            self.proof.forget()
