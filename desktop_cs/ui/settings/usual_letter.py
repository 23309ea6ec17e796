"""What a letter of this shop usually looks like: hand by language, pen, care, ink, lines, signature."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.letters.languages import LANGUAGE_NAMES
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.known_hands import KnownHands
from desktop_cs.ui.letters.look_words import EVERY, TITLES, told
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.settings.one_of import OneOf
from desktop_cs.ui.theme.tokens import L, M, S
from desktop_cs.ui.widgets.combo import Combo
from desktop_cs.ui.widgets.labels import text_label

_QUESTIONS = ("pen", "degree", "ink", "ruling", "signing")


class UsualLetter(QWidget):
    """The questions, made in pieces; it keeps nothing itself.

    Args:
        actions: Through which the hands are known.
        parent: The section.

    Signals:
        changed: One was answered otherwise; the name of the setting, its value, and what was chosen in words.
    """

    changed = Signal(str, object, str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: Mapping[str, str] = {}
        self._hands = KnownHands(actions, self)
        self._hands.known.connect(self._fill)
        self.hands: dict[str, Combo] = {}
        self.questions: dict[str, OneOf] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(L)
        self._column.addWidget(text_label(_("What letters usually look like"), "h2", parent=self))

    def pieces(self) -> Iterator[Callable[[], object]]:
        """Yield the making of what is not there yet, question by question."""
        if not self.hands:
            yield self._add_hands
        for name in _QUESTIONS:
            if name not in self.questions:
                yield partial(self._add_question, name)

    def show_settings(self, settings: ShopSettings) -> None:
        """Show what is usual now."""
        self._held = settings.letter_hands
        for name, question in self.questions.items():
            question.set_choice(str(getattr(settings, f"letter_{name}")))
        self._fill()

    def _add_hands(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        for row, (code, name) in enumerate(LANGUAGE_NAMES.items()):
            label = text_label(_("Hand: {language}").format(language=name), "strong", parent=self)
            combo = self.hands[code] = Combo(label.text(), self)
            combo.activated.connect(lambda _row, code=code: self._on_hand(code))
            label.setBuddy(combo)
            grid.addWidget(label, row, 0)
            grid.addWidget(combo, row, 1)
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)

    def _add_question(self, name: str) -> None:
        question = self.questions[name] = OneOf(_choices(name), _(TITLES[name]), self)
        question.chosen.connect(lambda key: self._on_chosen(name, key))
        self._column.addWidget(FieldLine(_(TITLES[name]), question, parent=self))

    def _fill(self) -> None:
        """Offer the hands of each language as soon as they are known."""
        for code, combo in self.hands.items():
            hands = self._hands.of(code) or ()
            combo.clear()
            for hand in hands:
                combo.addItem(_(hand.name), hand.id)
            combo.setEnabled(len(hands) > 1)
            combo.setCurrentIndex(max(combo.findData(self._held.get(code, "")), 0) if hands else -1)

    def _on_hand(self, code: str) -> None:
        combo = self.hands[code]
        hands = MappingProxyType({**self._held, code: str(combo.currentData())})
        self._held = hands
        words = _("{question}: {choice}")
        self.changed.emit(
            "letter_hands",
            hands,
            words.format(question=LANGUAGE_NAMES[code], choice=combo.currentText()),
        )

    def _on_chosen(self, name: str, key: str) -> None:
        self.changed.emit(f"letter_{name}", key, told(name, key))


def _choices(name: str) -> list[tuple[str, str]]:
    return [(key, _(label)) for key, (label, _help) in EVERY[name].items()]
