"""The small pictures of files: known ones at once, the others one after the other while the page is used."""

from collections.abc import Callable, Iterable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.errors import DeskError
from desktop_cs.ui.actions import Actions

_MOST_KEPT = 400  # some 90 MB at most: 240 x 240 dots of 4 bytes each


class Thumbnails(QObject):
    """Gives thumbnails, and draws those that are missing in another thread.

    Args:
        actions: Through which they are asked for.
        parent: Who needs them.

    Signals:
        drawn: A thumbnail is there now; the id of its content.
    """

    drawn = Signal(object)

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._known: dict[UUID, QPixmap] = {}
        self._wanted: list[Attachment] = []
        self._is_drawing = False

    def picture(self, attachment: Attachment) -> QPixmap:
        """Return the thumbnail of a file, null where there is none (yet)."""
        if attachment.content_id in self._known or not attachment.kind.is_drawn:
            return self._known.get(attachment.content_id, QPixmap())
        work = self._actions.desk.attachments
        known = self._actions.ask(lambda: work.known_thumbnail(attachment))
        if known is None:
            self._want(attachment)
            return QPixmap()
        return self._keep(attachment, known)

    def want_only(self, attachments: Iterable[Attachment]) -> None:
        """Draw no others from now on: another case is shown."""
        wanted = {one.content_id for one in attachments}
        self._wanted = [one for one in self._wanted if one.content_id in wanted]

    def _want(self, attachment: Attachment) -> None:
        if all(one.content_id != attachment.content_id for one in self._wanted):
            self._wanted.append(attachment)
        self._draw_next()

    def _draw_next(self) -> None:
        if self._is_drawing or not self._wanted:
            return
        self._is_drawing = True
        attachment = self._wanted[0]
        work = _drawing(self._actions, attachment)
        slow = self._actions.run_slow(work, lambda jpeg: self._take(attachment, jpeg))
        self.destroyed.connect(slow.cancel)  # the window is built anew when its language changes

    def _take(self, attachment: Attachment, jpeg: bytes) -> None:
        self._is_drawing = False
        self._wanted = [one for one in self._wanted if one.content_id != attachment.content_id]
        self._keep(attachment, jpeg)
        self.drawn.emit(attachment.content_id)
        self._draw_next()

    def _keep(self, attachment: Attachment, jpeg: bytes) -> QPixmap:
        picture = QPixmap()
        if jpeg:
            picture.loadFromData(jpeg, "JPEG")
        while len(self._known) >= _MOST_KEPT:
            self._known.pop(next(iter(self._known)))
        self._known[attachment.content_id] = picture
        return picture


def _drawing(actions: Actions, attachment: Attachment) -> Callable[[], bytes]:
    work = actions.desk.attachments

    def draw() -> bytes:
        try:
            return work.thumbnail(attachment)
        except DeskError:
            return b""  # said where the file is opened; a row of small pictures is no place for it

    return draw
