"""One hint of the guide: its reason folds out below it, by mouse or by Enter and Space."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs.guide.advice import Hint
from desktop_cs.ui import icons
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XS, S
from desktop_cs.ui.widgets.labels import TextLabel, text_label

_ICON, _FOLD, _GAP = 16, 14, 6  # px at text size 1
_RADIUS = 6


class HintRow(QAbstractButton):
    """A hint with its icon; the reason is made when it is first asked for.

    Args:
        hint: What is shown, and why.
        icon_name: The icon before it, or "".
        colour: Name of the icon's colour token.
        role: Type of the text, as a label's.
        parent: The widget that it stands in.

    Signals:
        moved: The row above (-1) or below (1) is wanted.
    """

    moved = Signal(int)

    def __init__(
        self,
        hint: Hint,
        icon_name: str = "",
        colour: str = "text",
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.hint = hint
        self._icon, self._colour = icon_name, colour
        self._reason: TextLabel | None = None
        self.setAccessibleName(hint.text)
        self.setAccessibleDescription(hint.because)
        self.setCheckable(bool(hint.because))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if hint.because:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        left = look().px(_ICON) + S if icon_name else 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(left + _GAP, XS, look().px(_FOLD) + _GAP + S, XS)
        self._column.setSpacing(XS)
        self._put_in(hint.text, role)
        self.toggled.connect(self._unfold)

    @property
    def reason(self) -> str:
        """Return the reason as long as it is folded out, else ""."""
        return self._reason.text() if self._reason is not None and not self._reason.isHidden() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold on Return as well as on Space; the arrow keys lead to the rows around."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers().value:
            self.moved.emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers().value:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, the fold, and a ground or ring where the mouse or the focus is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or (self.underMouse() and self.isCheckable()):
            ring = QPen(look().colour("focus"), 2.0) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
            painter.setPen(ring)
            painter.setBrush(Qt.BrushStyle.NoBrush if self.hasFocus() else look().colour("primary_soft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        line = self.fontMetrics().lineSpacing()
        side, fold = look().px(_ICON), look().px(_FOLD)
        if self._icon:
            icons.draw(painter, self._icon, self._colour, QRect(_GAP, XS + (line - side) // 2, side, side))
        if self.isCheckable():
            sign = "chevron-down" if self.isChecked() else "chevron-right"
            place = QRect(self.width() - fold - _GAP, XS + (line - fold) // 2, fold, fold)
            icons.draw(painter, sign, "muted", place)

    def _unfold(self, unfolded: bool) -> None:
        if self._reason is None:
            self._reason = self._put_in(self.hint.because, "caption")
        self._reason.setVisible(unfolded)
        self.update()

    def _put_in(self, text: str, role: str) -> TextLabel:
        label = text_label(text, role, wrap=True, parent=self)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column.addWidget(label)
        return label
