"""The letter as it will be on paper: the whole page, at its true size, or as near as one likes."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QScrollArea, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.i18n import N_, _, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.paper.pdf_pages import page_picture, page_size_mm
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.buttons import icon_button, quiet_button
from desktop_cs.ui.widgets.flow_layout import FlowLayout
from desktop_cs.ui.widgets.labels import text_label

PAPER_COLOURS = {"white": QColor("#FFFFFF"), "ivory": QColor("#FBF4E2"), "grey": QColor("#EFEEE9")}
_COLOUR_WORDS = {"white": N_("White paper"), "ivory": N_("Ivory paper"), "grey": N_("Recycled paper")}
_MM_PER_INCH = 25.4
_STEP, _LEAST, _MOST = 1.25, 0.25, 4.0  # of the true size
_SETTLED_MS = 120  # the page is drawn again sharp once it has stopped growing
_LARGEST_PX = 6000  # a side of the picture: A4 four times as large would take 200 MB


class _Sheet(QWidget):
    """The page; its picture is multiplied with the colour of the paper, as ink is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self.colour = PAPER_COLOURS["white"]
        self.setAccessibleName(_("Preview of what is printed"))

    def show_picture(self, picture: QImage) -> None:
        """Show this page."""
        self._picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper, ink and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self.colour)
        if not self._picture.isNull():
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage(self.rect(), self._picture)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(look().colour("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class _Desk(QScrollArea):
    """What the page lies on; the wheel with Ctrl makes it larger or smaller.

    Signals:
        zoomed: Steps nearer (1) or farther (-1) are wanted.
    """

    zoomed = Signal(int)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)


class LetterPreview(QWidget):
    """Shows the very PDF that is printed; drawing it never holds the window up.

    Args:
        actions: Through which it is drawn away from the window.
        parent: The page; the zoom keys are heard wherever the focus is in it.

    Signals:
        colour_chosen: The paper is to be shown in another colour; its name.
    """

    colour_chosen = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._pdf = b""
        self._size_mm = (148.0, 210.0)
        self._drawing = 0  # counts drawings, so that only the last one asked for is shown
        self._scale: float | None = None  # of the true size; None shows the whole page
        self._sheet = _Sheet()
        self._desk = _Desk(self)
        self._desk.setWidget(self._sheet)
        self._desk.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._desk.viewport().setAutoFillBackground(False)
        self._sheet.hide()
        self._desk.zoomed.connect(self.zoom)
        self._desk.setAccessibleName(_("The letter; Ctrl and plus or minus zoom"))
        self.farther = icon_button("zoom-out", _("Smaller (Ctrl+−)"), self)
        self.nearer = icon_button("zoom-in", _("Larger (Ctrl++)"), self)
        self.whole = quiet_button(_("Whole page"), parent=self)
        self.whole.setToolTip("Ctrl+0")
        self.true_size = quiet_button(shown.percent(1.0, language_in_use()), parent=self)
        self.true_size.setAccessibleName(_("True size"))
        self.true_size.setToolTip(_("True size"))
        self.paper = quiet_button(_("Paper colour"), parent=self)
        self._colours = QMenu(self.paper)
        for name, words in _COLOUR_WORDS.items():
            self._colours.addAction(_(words)).setData(name)
        self.paper.setMenu(self._colours)
        self._told = text_label("", "caption", parent=self)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._draw)
        self._lay_out()
        self._connect()

    def show_pdf(self, pdf: bytes) -> None:
        """Show this PDF; b"" shows nothing."""
        if pdf == self._pdf:
            return
        self._pdf = pdf
        self._sheet.setVisible(bool(pdf))
        if pdf:
            self._size_mm = page_size_mm(pdf)
            self._place()
            self._draw()

    def pdf(self) -> bytes:
        """Return what is shown."""
        return self._pdf

    def scale(self) -> float:
        """Return how large the page is shown, of its true size."""
        return self._fitting() if self._scale is None else self._scale

    def zoom(self, steps: int) -> None:
        """Go so many steps nearer, or farther where negative."""
        self.set_scale(min(max(self.scale() * _STEP**steps, _LEAST), _MOST))

    def set_scale(self, scale: float | None) -> None:
        """Show the page at this share of its true size, or the whole of it with None."""
        self._scale = scale
        self._place()
        self._settled.start()

    def set_paper_colour(self, name: str) -> None:
        """Show paper of this colour; one that is not known is white."""
        self._sheet.colour = PAPER_COLOURS.get(name, PAPER_COLOURS["white"])
        self._sheet.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page again, and draw it sharp once the size has settled."""
        super().resizeEvent(event)
        self._place()
        self._settled.start()

    def _lay_out(self) -> None:
        line = FlowLayout(gap=(XS, XS))
        for widget in (self.farther, self._told, self.nearer, self.whole, self.true_size, self.paper):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, S)
        column.setSpacing(S)
        column.addWidget(self._desk, 1)
        column.addLayout(line)

    def _connect(self) -> None:
        self.farther.clicked.connect(lambda: self.zoom(-1))
        self.nearer.clicked.connect(lambda: self.zoom(1))
        self.whole.clicked.connect(lambda: self.set_scale(None))
        self.true_size.clicked.connect(lambda: self.set_scale(1.0))
        self._colours.triggered.connect(lambda act: self.colour_chosen.emit(act.data()))
        for keys, act in (
            (QKeySequence.StandardKey.ZoomIn, self.nearer.click),
            (QKeySequence("Ctrl+="), self.nearer.click),
            (QKeySequence.StandardKey.ZoomOut, self.farther.click),
            (QKeySequence("Ctrl+0"), self.whole.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _fitting(self) -> float:
        room = self._desk.size()
        per_mm = self.logicalDpiX() / _MM_PER_INCH
        width, height = (length * per_mm for length in self._size_mm)
        return max(min((room.width() - 4) / width, (room.height() - 4) / height), 0.05)

    def _size(self) -> QSize:
        per_mm = self.scale() * self.logicalDpiX() / _MM_PER_INCH
        return QSize(round(self._size_mm[0] * per_mm), round(self._size_mm[1] * per_mm))

    def _place(self) -> None:
        self._sheet.setFixedSize(self._size())
        self._told.setText(shown.percent(self.scale(), language_in_use()))

    def _draw(self) -> None:
        self._drawing += 1
        if not self._pdf:
            self._sheet.show_picture(QImage())
            return
        pdf, drawing = self._pdf, self._drawing
        longest = max(self._size().width(), self._size().height()) * self.devicePixelRatioF()
        per_inch = min(longest, _LARGEST_PX) / max(self._size_mm) * _MM_PER_INCH
        work = self._actions.run_slow(
            lambda: page_picture(pdf, 0, per_inch), lambda picture: self._show(picture, drawing)
        )
        self.destroyed.connect(work.cancel)  # the window is built anew when its language changes

    def _show(self, picture: QImage, drawing: int) -> None:
        if drawing == self._drawing:
            self._sheet.show_picture(picture)
