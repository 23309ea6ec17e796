"""The answer at the top of the safety page: one sentence, large, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cs.desk.safety_today import Level, SafetyToday
from desktop_cs.ui.theme.tokens import XL, L, S
from desktop_cs.ui.widgets.cards import Card, IconLabel
from desktop_cs.ui.widgets.labels import set_property, text_label

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
        self._to_do: list[QWidget] = []
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
        for label in self._to_do:
            label.deleteLater()
        self._to_do = [text_label(reason.to_do, wrap=True, parent=self) for reason in today.reasons]
        for label in self._to_do:
            self._words.addWidget(label)
