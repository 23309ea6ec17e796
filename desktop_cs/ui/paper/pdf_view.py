"""A PDF on the screen, page below page, as wide as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.paper.pdf_pages import pictures_to_fit
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import M
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea

_SETTLED_MS = 120  # the window is drawn again sharp once it has stopped growing


class _Sheet(QWidget):
    """One page on its sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: QImage) -> None:
        """Show this page."""
        self._picture = picture
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps the page's shape."""
        if self._picture.isNull():
            return width
        return round(width * self._picture.height() / self._picture.width())

    def sizeHint(self) -> QSize:
        """Return a usual width."""
        return QSize(360, self.heightForWidth(360))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sheet and page; paper stays white in the dark too."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._picture.isNull():
            painter.drawImage(QRectF(self.rect()), self._picture)
        painter.setPen(QPen(look().colour("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PdfView(QWidget):
    """Shows the very PDF that is printed; drawing it never holds the window up."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._pdf = b""
        self._drawing = 0  # counts drawings, so that only the last one asked for is shown
        self._sheets: list[_Sheet] = []
        self._content = QWidget(self)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FocusScrollArea(self._content, self))
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._draw)
        self.setAccessibleName(_("Preview of what is printed"))

    def show_pdf(self, pdf: bytes) -> None:
        """Show this PDF; b"" shows nothing."""
        if pdf == self._pdf:
            return
        self._pdf = pdf
        self._draw()

    def pdf(self) -> bytes:
        """Return what is shown."""
        return self._pdf

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again once the size has settled."""
        super().resizeEvent(event)
        self._settled.start()

    def _draw(self) -> None:
        self._drawing += 1
        if not self._pdf:
            self._show([], self._drawing)
            return
        pdf, drawing = self._pdf, self._drawing
        width = max(round(self.width() * self.devicePixelRatioF()), 200)
        work = self._actions.run_slow(
            lambda: pictures_to_fit(pdf, width), lambda pictures: self._show(pictures, drawing)
        )
        self.destroyed.connect(work.cancel)  # the window is built anew when its language changes

    def _show(self, pictures: list[QImage], drawing: int) -> None:
        if drawing != self._drawing:
            return
        while len(self._sheets) > len(pictures):
            sheet = self._sheets.pop()
            sheet.hide()
            sheet.deleteLater()
        while len(self._sheets) < len(pictures):
            sheet = _Sheet(self._content)
            self._sheets.append(sheet)
            self._column.insertWidget(self._column.count() - 1, sheet)
            sheet.show()
        for sheet, picture in zip(self._sheets, pictures, strict=True):
            sheet.show_picture(picture)
