"""Choices that show what they mean: a small picture over the words, exactly one of them holding."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice, Mark, OneChoice
from desktop_cs.ui.widgets.choice_group import ChoiceGroup
from desktop_cs.ui.widgets.choice_marks import draw_digit

Drawing = Callable[[QPainter, QRect], None]
_DIGITS = 9  # Alt+1 to Alt+9


@dataclass(frozen=True, slots=True)
class Pictured:
    """One choice: its id, its words, and what draws its picture where none is written for it.

    A choice that cannot be made now is `possible` no more; its words say why.
    """

    key: str
    words: ChoiceWords
    drawing: Drawing | None = None
    possible: bool = True


class PictureChoice(OneChoice):
    """A choice with a picture on paper above its words.

    Args:
        words: What it says.
        digit: Its number, from 1.
        picture_px: Height of the picture at text size 1.
        parent: The group.
    """

    def __init__(
        self, words: ChoiceWords, digit: int, picture_px: int, parent: QWidget | None = None
    ) -> None:
        self.picture = QImage()
        self.drawing: Drawing | None = None
        self._picture_px = picture_px
        super().__init__(words, Mark.DIGIT, digit, parent)

    def show_picture(self, picture: QImage) -> None:
        """Show what was written for it."""
        self.picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for its words below its picture."""
        hint = super().sizeHint()
        width = max(look().px(124), min(hint.width(), look().px(188)))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return room for the words to be broken into lines."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), hint.height() + self._above())

    def heightForWidth(self, width: int) -> int:
        """Return the height of picture and words at this width."""
        return super().heightForWidth(width) + self._above()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the paper with the picture, the digit and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter)
        self._paint_picture(painter)
        painter.translate(0, self._above() / 2)
        if self.digit <= _DIGITS:
            draw_digit(painter, self.height(), self.digit, picked=self.isChecked())
        self._paint_words(painter)

    def _above(self) -> int:
        return look().px(self._picture_px) + S

    def _paint_picture(self, painter: QPainter) -> None:
        room = QRect(S, S, self.width() - 2 * S, look().px(self._picture_px))
        painter.setPen(look().colour("line"))
        painter.setBrush(Qt.GlobalColor.white)  # paper is white in the dark too
        painter.drawRect(room)
        inside = room.adjusted(4, 4, -4, -4)
        if self.drawing is not None:
            painter.save()
            self.drawing(painter, inside)
            painter.restore()
        elif not self.picture.isNull():
            fitted = QRectF(_fitted(self.picture.size(), inside))
            painter.drawImage(fitted, self.picture)


def _fitted(size: QSize, room: QRect) -> QRect:
    """Return where a picture of this size stands in the middle of the room, as large as it may be."""
    scaled = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    corner = room.center() - QRect(0, 0, scaled.width(), scaled.height()).center()
    return QRect(corner, scaled)


class _PictureGroup(ChoiceGroup):
    """Picture choices side by side, or one below the other."""

    def __init__(
        self, choices: Sequence[Pictured], picture_px: int, in_line: int, parent: QWidget | None = None
    ) -> None:
        self._drawings = {one.key: one.drawing for one in choices}
        self._picture_px = picture_px
        words = [(one.key, one.words) for one in choices]
        super().__init__(words, Mark.DIGIT, in_line=in_line, parent=parent)
        for one, button in zip(choices, self.buttons(), strict=True):
            button.setEnabled(one.possible)

    def _made(self, choice_id: str, words: ChoiceWords, _mark: Mark, number: int) -> OneChoice | ManyChoice:
        made = PictureChoice(words, number, self._picture_px, self)
        made.drawing = self._drawings[choice_id]
        return made


class PictureChoices(QWidget):
    """A question of the look of a letter, answered by seeing.

    Args:
        name: What is chosen; what a screen reader calls the choice as a whole.
        picture_px: Height of the pictures at text size 1.
        in_line: How many stand side by side at most.
        parent: The widget that it stands in.

    Signals:
        chosen: Another one was picked by hand; its key.
    """

    chosen = Signal(str)

    def __init__(self, name: str, picture_px: int, in_line: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._picture_px, self._in_line = name, picture_px, in_line
        self._group: _PictureGroup | None = None
        self._shown: Sequence[Pictured] = ()
        self._held = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(name)

    def show_choices(self, choices: Sequence[Pictured]) -> None:
        """Offer these; where they are as before, nothing is touched."""
        if [(one.key, one.words, one.possible) for one in choices] == [
            (one.key, one.words, one.possible) for one in self._shown
        ]:
            return
        self._shown = choices
        had_focus = self._group is not None and self._group.isAncestorOf(self.focusWidget() or self)
        if self._group is not None:
            self._group.hide()
            self._group.deleteLater()
            self._group = None
        if not choices:
            return
        self._group = _PictureGroup(choices, self._picture_px, self._in_line, self)
        self._group.setAccessibleName(self._name)
        self._group.picked.connect(self._on_picked)
        self._column.addWidget(self._group)
        self.set_choice(self._held)
        if had_focus:
            self._group.setFocus()

    def keys(self) -> list[str]:
        """Return what is offered."""
        return [one.key for one in self._shown]

    def button(self, key: str) -> PictureChoice | None:
        """Return the choice with this key, None where there is none."""
        if self._group is None or key not in self.keys():
            return None
        made = self._group.buttons()[self.keys().index(key)]
        return made if isinstance(made, PictureChoice) else None

    def choice(self) -> str:
        """Return the key that holds, "" before any was set."""
        return self._held

    def set_choice(self, key: str) -> None:
        """Let this one hold; nothing is reported."""
        self._held = key
        if self._group is not None:
            self._group.set_ids([key])

    def pick_number(self, number: int) -> bool:
        """Pick the n-th choice, from 1, as if by hand; return whether there is one."""
        return self._group is not None and self._group.pick_number(number)

    def _on_picked(self) -> None:
        picked = next(iter(self._group.ids()), "") if self._group else ""
        if picked in {"", self._held}:
            self.set_choice(self._held)
            return
        self._held = picked
        self.chosen.emit(picked)
