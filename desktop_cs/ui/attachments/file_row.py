"""All files of a case in one row below the large view; the one that is shown has a strong edge."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.ui.attachments.file_tile import FileTile
from desktop_cs.ui.attachments.thumbnails import Thumbnails
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import S

_TILE_PX = 52
_BAR_PX = 12  # of the scroll bar, where there are more than fit


class FileRow(QScrollArea):
    """A row of squares that scrolls.

    Args:
        thumbnails: Gives the small pictures.
        parent: The widget that it stands in.

    Signals:
        chosen: Another file is to be shown; the `Attachment`.
    """

    chosen = Signal(object)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._tiles: list[FileTile] = []
        self._content = QWidget(self)
        self._line = QHBoxLayout(self._content)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(S)
        self._line.addStretch(1)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(look().px(_TILE_PX) + _BAR_PX)
        self.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        thumbnails.drawn.connect(self._take)

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Show these; a row of one says nothing."""
        for tile in self._tiles:
            tile.hide()
            self._line.removeWidget(tile)
            tile.deleteLater()
        self._tiles = [self._tile(one) for one in files]
        for place, tile in enumerate(self._tiles):
            self._line.insertWidget(place, tile)
            tile.show()
        self.setVisible(len(files) > 1)

    def mark(self, attachment: Attachment) -> None:
        """Give the file that is shown a strong edge, and bring it into sight."""
        for tile in self._tiles:
            tile.setChecked(tile.attachment.id == attachment.id)
            if tile.isChecked():
                self.ensureWidgetVisible(tile)

    def _tile(self, attachment: Attachment) -> FileTile:
        tile = FileTile(attachment, _TILE_PX, self._content)
        tile.setCheckable(True)
        tile.show_picture(self._thumbnails.picture(attachment))
        tile.clicked.connect(lambda _checked=False: self.chosen.emit(attachment))
        return tile

    def _take(self, content_id: UUID) -> None:
        for tile in self._tiles:
            if tile.attachment.content_id == content_id:
                tile.show_picture(self._thumbnails.picture(tile.attachment))
