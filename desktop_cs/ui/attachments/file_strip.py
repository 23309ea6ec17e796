"""Pictures and files of a case, below its steps: a short row of small pictures, and the way to add more."""

from collections.abc import Sequence
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.i18n import _, ngettext
from desktop_cs.ui.attachments.file_tile import FileTile, Tile
from desktop_cs.ui.attachments.thumbnails import Thumbnails
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.buttons import icon_button
from desktop_cs.ui.widgets.labels import text_label

TILE_PX, IN_ROW = 46, 4  # four with their spaces are as wide as the steps above them


class FileStrip(QWidget):
    """Shows up to four files; the fourth place says how many more there are.

    Args:
        thumbnails: Gives the small pictures.
        parent: The widget that it stands in.

    Signals:
        add_wanted: Files are to be chosen and added.
        open_wanted: A file is to be shown large; the `Attachment`.
    """

    add_wanted = Signal()
    open_wanted = Signal(object)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._files: list[Attachment] = []
        self._tiles: list[Tile] = []
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that Ctrl+V is not a text field's after a click
        self._title = text_label(_("Pictures and files"), "caption-strong", parent=self)
        self.add = icon_button("plus", _("Add pictures or files to this case"), self)
        self.add.clicked.connect(self.add_wanted)
        self._hint = text_label("", "caption", wrap=True, parent=self)
        head = QHBoxLayout()
        head.setSpacing(XS)
        head.addWidget(self._title, 1)
        head.addWidget(self.add)
        self._row = QHBoxLayout()
        self._row.setSpacing(S)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addLayout(self._row)
        column.addWidget(self._hint)
        thumbnails.drawn.connect(self._take)
        keep_private(self)
        self.show_busy("")

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Show what a case has."""
        if list(files) == self._files:
            return
        self._files = list(files)
        self.show_busy("")
        for tile in self._tiles:
            tile.hide()
            self._row.removeWidget(tile)
            tile.deleteLater()
        shown = self._files if len(self._files) <= IN_ROW else self._files[: IN_ROW - 1]
        self._tiles = [self._tile(one) for one in shown]
        more = len(self._files) - len(shown)
        if more:
            self._tiles.append(self._more_tile(more))
        for place, tile in enumerate(self._tiles):
            self._row.insertWidget(place, tile)
            tile.show()
        for before, after in pairwise([self.add, *self._tiles]):
            self.setTabOrder(before, after)  # the squares are newer than all else on the page

    def show_busy(self, words: str) -> None:
        """Say what is going on; "" says what can be done where there is nothing yet."""
        hint = "" if self._files else _("Drag them here, or Ctrl+V")
        self._hint.setText(words or hint)
        self._hint.setVisible(bool(words or hint))

    def tiles(self) -> list[Tile]:
        """Return the squares in the row."""
        return list(self._tiles)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus on a press beside the squares: a picture can be pasted then."""
        event.accept()

    def _tile(self, attachment: Attachment) -> FileTile:
        tile = FileTile(attachment, TILE_PX, self)
        tile.show_picture(self._thumbnails.picture(attachment))
        tile.clicked.connect(lambda _checked=False: self.open_wanted.emit(attachment))
        return tile

    def _more_tile(self, count: int) -> Tile:
        tile = Tile(TILE_PX, self)
        tile.setText(f"+{count}")
        told = ngettext("{count} more file", "{count} more files", count).format(count=count)
        tile.setAccessibleName(told)
        tile.setToolTip(told)
        tile.setFont(look().font("caption"))
        first_hidden = self._files[IN_ROW - 1]
        tile.clicked.connect(lambda _checked=False: self.open_wanted.emit(first_hidden))
        return tile

    def _take(self, content_id: UUID) -> None:
        for tile in self._tiles:
            if isinstance(tile, FileTile) and tile.attachment.content_id == content_id:
                tile.show_picture(self._thumbnails.picture(tile.attachment))
