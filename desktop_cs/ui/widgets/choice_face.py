"""How a choice looks: a large button with a digit, a small one, or a tick; its size and its drawing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import CHOICE_HEIGHT, FIELD_HEIGHT, S
from desktop_cs.ui.widgets.choice_marks import draw_digit, draw_frame, draw_tick

_WIDEST = 340  # px at text size 1; longer words wrap
_DIGITS = 9  # Alt+1 to Alt+9; a tenth choice has no badge
_WRAP = int(Qt.TextFlag.TextWordWrap)


class Mark(StrEnum):
    """What stands before the words."""

    NONE = "none"
    DIGIT = "digit"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class ChoiceWords:
    """What a choice says: its label, a second smaller line, and a few words after the label."""

    label: str
    help: str = ""
    note: str = ""


if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # a class of Python with two classes of C++ below it crashes PySide


class ChoiceFace(_Button):
    """The size and the drawing that buttons to choose share; mixed into a radio button or a check box."""

    words: ChoiceWords
    mark: Mark
    digit: int

    def set_up(self, words: ChoiceWords, mark: Mark, digit: int) -> None:
        """Take what it says, what stands before it, and its number."""
        self.words, self.mark, self.digit = words, mark, digit
        self._heights: dict[int, tuple[int, int]] = {}  # of label and help, by width, until the look changes
        self._hint: QSize | None = None
        self.setText(words.label.replace("&", "&&"))
        self.setAccessibleName(" · ".join(part for part in (words.label, words.note) if part))
        self.setAccessibleDescription(words.help)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return room for its words in one line, up to the widest that a choice may be."""
        if self._hint is None:
            self._hint = self._wanted_size()
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Return room for the words to be broken into lines."""
        return QSize(min(self.sizeHint().width(), look().px(96)), self._least_height())

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at this width."""
        label, help_text = self._text_heights(width)
        return max(self._least_height(), label + help_text + look().px(12))

    def hitButton(self, pos: QPoint) -> bool:
        """Let a click anywhere count, not only on a mark."""
        return self.rect().contains(pos)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._heights.clear()
            self._hint = None
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the mark and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if self.mark is Mark.DIGIT and self.digit <= _DIGITS:
            draw_digit(painter, self.height(), self.digit, picked=self.isChecked())
        elif self.mark is Mark.TICK:
            draw_tick(painter, self.height(), picked=self.isChecked())
        self._paint_words(painter)

    def _wanted_size(self) -> QSize:
        label = QFontMetrics(self._label_font())
        widest = max(
            label.horizontalAdvance(self.words.label) + self._note_width(),
            QFontMetrics(look().font("caption")).horizontalAdvance(self.words.help),
        )
        width = min(widest + self._left() + self._right() + 2, look().px(_WIDEST))
        return QSize(width, self.heightForWidth(width))

    def _least_height(self) -> int:
        return look().px({Mark.DIGIT: CHOICE_HEIGHT, Mark.NONE: FIELD_HEIGHT, Mark.TICK: 36}[self.mark])

    def _label_font(self) -> QFont:
        return look().font("body", QFont.Weight.Normal if self.mark is Mark.TICK else QFont.Weight.DemiBold)

    def _left(self) -> int:
        return {Mark.DIGIT: look().px(46), Mark.NONE: look().px(14), Mark.TICK: look().px(36)}[self.mark]

    def _right(self) -> int:
        return look().px(12 if self.mark is Mark.DIGIT else 14)

    def _note_width(self) -> int:
        if not self.words.note:
            return 0
        return (
            QFontMetrics(look().font("caption", QFont.Weight.DemiBold)).horizontalAdvance(self.words.note) + S
        )

    def _text_heights(self, width: int) -> tuple[int, int]:
        if width not in self._heights:
            self._heights[width] = self._measured(width)
        return self._heights[width]

    def _measured(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(width - self._left() - self._right() - self._note_width(), 1), 10_000)
        label = QFontMetrics(self._label_font()).boundingRect(room, _WRAP, self.words.label).height()
        if not self.words.help:
            return label, 0
        caption = QFontMetrics(look().font("caption"))
        room.setWidth(room.width() + self._note_width())  # the note stands beside the label alone
        return label, caption.boundingRect(room, _WRAP, self.words.help).height()

    def _paint_ground(self, painter: QPainter) -> None:
        focused, checked = self.hasFocus(), self.isChecked()
        ground = (
            "primary_soft" if checked or self.isDown() else "surface2" if self.underMouse() else "surface"
        )
        edge, thick = ("primary", 2.0) if checked else ("line_strong", 1.0)
        if self.mark is Mark.TICK:
            ground, edge, thick = ("surface2" if self.underMouse() else ""), "", 0.0
        if ground or edge:
            draw_frame(painter, self.rect(), ground, edge, thick)
        if focused:
            draw_frame(painter, self.rect(), "", "focus", 2.0)
            if checked and edge:
                draw_frame(painter, self.rect(), "", "primary", 1.0, inset=3.0)

    def _paint_words(self, painter: QPainter) -> None:
        label_px, help_px = self._text_heights(self.width())
        room = self.rect().adjusted(self._left(), 0, -self._right(), 0)
        top = (self.height() - label_px - help_px) // 2
        centred = self.mark is Mark.NONE and not self.words.help
        align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._label_font())
        painter.setPen(self._word_colour())
        label_room = QRect(room.x(), top, room.width() - self._note_width(), label_px)
        painter.drawText(label_room, int(align) | _WRAP, self.words.label)
        if self.words.note:
            self._paint_note(painter, label_room)
        if self.words.help:
            painter.setFont(look().font("caption"))
            painter.setPen(look().colour("muted"))
            painter.drawText(QRect(room.x(), top + label_px, room.width(), help_px), _WRAP, self.words.help)

    def _paint_note(self, painter: QPainter, label_room: QRect) -> None:
        written = QFontMetrics(self._label_font()).boundingRect(label_room, _WRAP, self.words.label)
        painter.setFont(look().font("caption", QFont.Weight.DemiBold))
        painter.setPen(look().colour("primary_text"))
        room = QRect(written.right() + S, label_room.y(), self._note_width(), label_room.height())
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.words.note
        )

    def _word_colour(self) -> QColor:
        if not self.isEnabled():
            return look().colour("muted")
        return look().colour("primary_text" if self.isChecked() and self.mark is not Mark.TICK else "text")
