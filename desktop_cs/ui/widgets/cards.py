"""Frames: cards that hold other widgets, and the 64 px row of a list that can be chosen as a whole."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_cs.ui import icons
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import RADIUS, ROW_HEIGHT, XL, L, M, S
from desktop_cs.ui.widgets.labels import ElidedLabel, Pill, text_label


class Card(QFrame):
    """A frame with a column of widgets in it.

    Args:
        kind: "surface" for the page's main card, "quiet" for what stands beside it, "line" for a list,
            "danger", "warn", "ok" or "info" for a notice.
        margin: Px inside the frame.
        parent: The widget that it stands in.
    """

    def __init__(self, kind: str = "surface", margin: int = XL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", kind)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(S)


class IconLabel(QWidget):
    """An icon beside words; a screen reader passes over it.

    Args:
        name: File name under `resources/icons` without its ending.
        colour: Name of a colour token.
        size: Px at text size 1.
        parent: The widget that it stands in.
    """

    def __init__(
        self, name: str, colour: str = "text", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._colour = name, colour
        self.setFixedSize(look().px(size), look().px(size))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the colours of the look."""
        painter = QPainter(self)
        icons.draw(painter, self._name, self._colour, self.rect())


class RowCard(QAbstractButton):
    """One row of a list: time, icon, name with badges, a second line, and buttons of its own at the end.

    `clicked` says that the row was chosen. Further buttons are put in with `add_button`.

    Args:
        time: What stands first, such as "10:00"; "" leaves no room for it.
        icon_name: The icon beside it, or "".
        title: Who or what it is about.
        text: The second line.
        late: Whether it is late: red edge and red time; the badge must say so too.
        parent: The widget that it stands in.
    """

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        time: str = "",
        icon_name: str = "",
        late: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._late = late
        self._spoken = [part for part in (time, title, text) if part]
        self.setAccessibleName(", ".join(self._spoken))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(look().px(ROW_HEIGHT))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(L, S, M, S)
        self._line.setSpacing(M)
        if time:
            self._add_time(time)
        if icon_name:
            self._line.addWidget(IconLabel(icon_name, "muted", parent=self))
        self._badges = QHBoxLayout()
        self._badges.setSpacing(S)
        self._add_words(title, text)

    def add_badge(self, text: str, kind: str) -> QLabel:
        """Put a badge behind the title and return it."""
        made = Pill(text, kind, self)
        self._badges.insertWidget(self._badges.count() - 1, made)
        self._spoken.append(text)
        self.setAccessibleName(", ".join(self._spoken))
        _see_through(made)
        return made

    def add_button(self, button: QWidget) -> None:
        """Put a button at the end of the row."""
        self._line.addWidget(button)

    def sizeHint(self) -> QSize:
        """Return the size of what it holds, 64 px high at least."""
        return self._line.sizeHint().expandedTo(QSize(0, look().px(ROW_HEIGHT)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the row on Return as well as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers().value:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, thick = ("focus", 2.0) if self.hasFocus() else ("danger" if self._late else "line", 1.0)
        painter.setPen(QPen(look().colour(edge), thick))
        painter.setBrush(look().colour("surface2" if self.underMouse() else "surface"))
        half = thick / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)

    def _add_time(self, time: str) -> None:
        label = text_label(time, "late" if self._late else "strong", parent=self)
        label.setMinimumWidth(look().px(72))
        _see_through(label)
        self._line.addWidget(label)

    def _add_words(self, title: str, text: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        name = ElidedLabel(title, "strong", self)
        self._badges.addWidget(name)
        self._badges.addStretch(1)
        words.addStretch(1)
        words.addLayout(self._badges)
        if text:
            words.addWidget(ElidedLabel(text, "muted", self))
        words.addStretch(1)
        self._line.addLayout(words, 1)


def _see_through(label: QLabel) -> None:
    """Let clicks through to the row."""
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
