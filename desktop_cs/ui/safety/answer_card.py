"""The answer at the top of the safety page: one sentence, large, and what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.desk.safety_today import Level, SafetyToday
from desktop_cs.ui.theme.tokens import XL, L, S
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.labels import TextLabel, set_property, text_label

_LOOKS = {  # ground and colour, icon
    Level.GOOD: ("ok", "shield-check"),
    Level.WATCH: ("warn", "circle-alert"),
    Level.DANGER: ("danger", "triangle-alert"),
}
_ICON_PX = 40


class AnswerCard(Card):
    """Says whether the data is safe, calmly when it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ok", XL, parent)
        self._signs = {
            level: IconLabel(icon, colour, _ICON_PX, self) for level, (colour, icon) in _LOOKS.items()
        }
        self.sentence = text_label("", "h1", wrap=True, parent=self)
        self._words = QVBoxLayout()
        self._words.setSpacing(S)
        self._words.addWidget(self.sentence)
        self._below: list[TextLabel] = []
        line = QHBoxLayout()
        line.setSpacing(L)
        for sign in self._signs.values():
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._words, 1)
        self.column.addLayout(line)

    def show_today(self, today: SafetyToday) -> None:
        """Show the answer, and below it what each reason asks for."""
        set_property(self, "card", _LOOKS[today.level][0])
        for level, sign in self._signs.items():
            sign.setVisible(level is today.level)
        self.sentence.setText(today.sentence)
        self._show_below([reason.to_do for reason in today.reasons])

    def show_details(self, sentences: Sequence[str]) -> None:
        """Show what exactly was found, below the answer."""
        self._show_below([*(label.text() for label in self._below), *sentences])

    def _show_below(self, sentences: Sequence[str]) -> None:
        for label in self._below:
            label.hide()
            label.deleteLater()
        self._below = [text_label(sentence, wrap=True, parent=self) for sentence in sentences]
        for label in self._below:
            self._words.addWidget(label)
            label.show()
