"""How the customer is: trust and calm, as words and as two rows of marks."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.rehearsals.rehearsal import MOOD_MOST, Mood
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, S
from desktop_cs.ui.widgets.labels import text_label

_MARK, _GAP = 8, 4  # px at text size 1


class Marks(QWidget):
    """A row of marks, as many of them filled as there is of something; the words beside it say what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0
        self.setFixedSize(self.sizeHint())

    def show_level(self, level: int) -> None:
        """Fill so many marks."""
        self._filled = level
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all marks."""
        step = look().px(_MARK) + look().px(_GAP)
        return QSize(step * MOOD_MOST, look().px(_MARK) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the filled marks as discs, the others as rings."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, gap = look().px(_MARK), look().px(_GAP)
        for number in range(MOOD_MOST):
            held = number < self._filled
            painter.setPen(look().colour("primary" if held else "line_strong"))
            painter.setBrush(look().colour("primary") if held else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(number * (side + gap) + 0.5, 1, side - 1, side - 1))


class MoodLine(QWidget):
    """Trust and calm of the customer, now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        self._trust, self._calm = Marks(self), Marks(self)
        line.addWidget(text_label(_("Trust"), "caption-strong", parent=self))
        line.addWidget(self._trust)
        line.addSpacing(L)
        line.addWidget(text_label(_("Calm"), "caption-strong", parent=self))
        line.addWidget(self._calm)

    def show_mood(self, mood: Mood) -> None:
        """Show how the customer is."""
        self._trust.show_level(mood.trust)
        self._calm.show_level(mood.calm)
        told = _("Trust {trust} of {most}, calm {calm} of {most}")
        self.setAccessibleName(told.format(trust=mood.trust, calm=mood.calm, most=MOOD_MOST))
        self.setToolTip(self.accessibleName())


def told_move(before: Mood, after: Mood) -> str:
    """Return how a reply moved the customer, such as "Trust +2 · Calm -1"."""
    trust, calm = after.trust - before.trust, after.calm - before.calm
    return _("Trust {trust} · Calm {calm}").format(trust=_signed(trust), calm=_signed(calm))


def _signed(number: int) -> str:
    return f"+{number}" if number > 0 else "±0" if number == 0 else f"−{-number}"
