"""The large view of the files of a case: a picture, a page, a text, or words on why there is none."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget
from shiboken6 import isValid

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.attachments.kinds import AttachmentKind
from desktop_cs.attachments.previews import MOST_ROOM, Preview
from desktop_cs.i18n import _
from desktop_cs.ui.attachments.file_row import FileRow
from desktop_cs.ui.attachments.picture_view import PictureView
from desktop_cs.ui.attachments.thumbnails import Thumbnails
from desktop_cs.ui.attachments.viewer_head import ViewerHead
from desktop_cs.ui.cover import keep_private
from desktop_cs.ui.escape import took_escape
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

_LEAST_ROOM = 200  # dots


class FileViewer(Card):
    """Lies over the page of a case, above its action bar, until it is closed.

    Keys: Esc closes it, left and right show another file, page up and down another page, + and - its size;
    arrows move what is larger than the view.

    Args:
        thumbnails: Gives the small pictures.
        ground: The widget over which it lies.

    Signals:
        file_wanted: Another file is to be shown; the `Attachment`.
        page_wanted: Another page is to be shown, from 0.
        finer_wanted: The same page is to be drawn with so many dots across and down at most.
        save_wanted: A copy is to be saved; the `Attachment`.
        remove_wanted: It is to be taken off the case; the `Attachment`.
        closed: It was put away.
    """

    file_wanted = Signal(object)
    page_wanted = Signal(int)
    finer_wanted = Signal(int, int)
    save_wanted = Signal(object)
    remove_wanted = Signal(object)
    closed = Signal()

    def __init__(self, thumbnails: Thumbnails, ground: QWidget) -> None:
        super().__init__("surface", 0, ground)
        self._ground = ground
        self._above_px = 0
        self._files: list[Attachment] = []
        self._file: Attachment | None = None
        self._page, self._pages = 0, 1
        self._before: QWidget | None = None
        self.setAccessibleName(_("Pictures and files"))
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = ViewerHead(self)
        self.picture = PictureView(self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("The text"))
        self.words = text_label("", "muted", wrap=True, parent=self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.row = FileRow(thumbnails, self)
        ground_of_pictures = Card("quiet", 0, self)
        self._middle = QStackedWidget(ground_of_pictures)
        ground_of_pictures.column.addWidget(self._middle)
        for widget in (self.words, self.picture, self.text):
            self._middle.addWidget(widget)
        self.column.setContentsMargins(L, S, S, S)
        self.column.setSpacing(S)
        self.column.addWidget(self.head)
        self.column.addWidget(ground_of_pictures, 1)
        self.column.addWidget(self.row)
        self._connect()
        ground.installEventFilter(self)
        keep_private(self)
        self.hide()

    def show_files(self, files: Sequence[Attachment], above_px: int) -> None:
        """Show the row of all files, and lie over the ground but for so many px at its foot."""
        self._files, self._above_px = list(files), above_px
        self.row.show_files(self._files)

    def show_file(self, attachment: Attachment, facts: str) -> None:
        """Say what is being opened."""
        self._file = attachment
        self.head.show_file(attachment.name, facts)
        self.row.mark(attachment)
        self.say(_("Opening …"))
        if not self.isVisible():
            self._before = self.window().focusWidget()
            self._place()
            self.show()
            self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self, preview: Preview, picture: QImage, page: int) -> None:
        """Show a picture or a page whole.

        Args:
            preview: What was drawn.
            picture: Its dots, as `picture_of` gives them.
            page: From 0.
        """
        self._page, self._pages = page, preview.pages
        self.head.show_page(page, preview.pages)
        self.head.offer_zoom(offered=True)
        is_page = self._file is not None and self._file.kind is AttachmentKind.PDF
        full = QSize(preview.full_width, preview.full_height)
        self.picture.show_picture(picture, full, may_grow=is_page)
        self._middle.setCurrentWidget(self.picture)

    def show_text(self, text: str) -> None:
        """Show the words of a text."""
        self.text.setPlainText(text)
        self._middle.setCurrentWidget(self.text)

    def say(self, sentence: str) -> None:
        """Say in words what there is to say in the place of a picture."""
        self._pages = 1
        self.words.setText(sentence)
        self._middle.setCurrentWidget(self.words)

    def files(self) -> list[Attachment]:
        """Return the files in the row."""
        return list(self._files)

    def file(self) -> Attachment | None:
        """Return the file that is shown."""
        return self._file

    def room(self) -> tuple[int, int]:
        """Return how many dots of the screen there are for what is shown; a page may be longer than that."""
        ratio, size = self.devicePixelRatioF(), self._middle.size()
        is_page = self._file is not None and self._file.kind is AttachmentKind.PDF
        high = MOST_ROOM if is_page else round(size.height() * ratio)
        return max(round(size.width() * ratio), _LEAST_ROOM), max(high, _LEAST_ROOM)

    def put_away(self) -> None:
        """Close it and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        self._file = None
        self.picture.show_picture(QImage(), QSize(1, 1), may_grow=False)  # it may take 48 MB
        self.text.clear()
        before, self._before = self._before, None
        if before is not None and isValid(before) and self._ground.isAncestorOf(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the ground as that changes its size."""
        if watched is self._ground and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this view, the top layer."""
        return took_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, or show another file, page or size."""
        acts = {
            Qt.Key.Key_Escape: self.put_away,
            Qt.Key.Key_Left: lambda: self._aside(-1),
            Qt.Key.Key_Right: lambda: self._aside(1),
            Qt.Key.Key_Up: lambda: self.picture.scrolled(0, -1),
            Qt.Key.Key_Down: lambda: self.picture.scrolled(0, 1),
            Qt.Key.Key_PageUp: lambda: self._turn(-1),
            Qt.Key.Key_PageDown: lambda: self._turn(1),
            Qt.Key.Key_Plus: self.picture.zoom_in,
            Qt.Key.Key_Minus: self.picture.zoom_out,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _aside(self, by: int) -> None:
        """Move what is wider than the view; at its edge show the file beside it."""
        if self._middle.currentWidget() is not self.picture or not self.picture.scrolled(by, 0):
            self._step(by)

    def _step(self, by: int) -> None:
        """Show the file so many places further on."""
        ids = [one.id for one in self._files]
        if self._file is None or self._file.id not in ids:
            return
        place = ids.index(self._file.id) + by
        if 0 <= place < len(ids):
            self.file_wanted.emit(self._files[place])

    def _turn(self, by: int) -> None:
        if 0 <= self._page + by < self._pages:
            self.page_wanted.emit(self._page + by)

    def _place(self) -> None:
        self.setGeometry(M, S, self._ground.width() - 2 * M, self._ground.height() - self._above_px - 2 * S)

    def _connect(self) -> None:
        self.row.chosen.connect(self.file_wanted)
        self.picture.finer_wanted.connect(self.finer_wanted)
        for button, act in (
            (self.head.before, lambda: self._turn(-1)),
            (self.head.after, lambda: self._turn(1)),
            (self.head.smaller, self.picture.zoom_out),
            (self.head.larger, self.picture.zoom_in),
            (self.head.save, lambda: self.save_wanted.emit(self._file)),
            (self.head.remove, lambda: self.remove_wanted.emit(self._file)),
            (self.head.close_button, self.put_away),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())


def picture_of(preview: Preview) -> QImage:
    """Return what was drawn as a picture of Qt that has its dots for itself; from any thread."""
    row = 3 * preview.width
    picture = QImage(preview.dots, preview.width, preview.height, row, QImage.Format.Format_RGB888)
    return picture.copy()
