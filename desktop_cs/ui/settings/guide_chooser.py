"""Which text of the guide is edited: for which kind of failure, at which step, in which language."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cs.cases.steps import Step
from desktop_cs.desk.desk import Desk
from desktop_cs.desk.guide_words import file_words, step_words
from desktop_cs.guide.procedure import FILES
from desktop_cs.i18n import LANGUAGES, _
from desktop_cs.letters.languages import LANGUAGE_NAMES
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.theme.tokens import L, S
from desktop_cs.ui.widgets.combo import Combo
from desktop_cs.ui.widgets.flow_layout import FlowLayout


@dataclass(frozen=True, slots=True)
class GuidePlace:
    """One step in one file of one language."""

    file: str
    step: str
    language: str


class GuideChooser(QWidget):
    """Three lists to choose from, side by side where there is room.

    Args:
        desk: Gives the words of kinds and steps.
        parent: The widget that it stands in.

    Signals:
        chosen: Another text is wanted.
    """

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms = desk.forms
        self.kinds = self._combo(_("Kind of failure"), [(file, file_words(forms, file)) for file in FILES])
        self.steps = self._combo(_("Step"), [(step.value, step_words(forms, step)) for step in Step])
        self.languages = self._combo(_("Language"), [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES])
        row = FlowLayout(gap=(L, S), parent=self)
        for combo in self.combos():
            line = FieldLine(combo.accessibleName(), combo, parent=self)
            line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            row.addWidget(line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def combos(self) -> list[Combo]:
        """Return what Tab stops at, in order."""
        return [self.kinds, self.steps, self.languages]

    def place(self) -> GuidePlace:
        """Return which text is chosen."""
        return GuidePlace(self.kinds.currentData(), self.steps.currentData(), self.languages.currentData())

    def show_place(self, place: GuidePlace) -> None:
        """Let this text be the chosen one; nothing is reported."""
        for combo, key in zip(self.combos(), (place.file, place.step, place.language), strict=True):
            combo.setCurrentIndex(combo.findData(key))

    def _combo(self, name: str, entries: list[tuple[str, str]]) -> Combo:
        combo = Combo(name, self)
        for key, words in entries:
            combo.addItem(words, key)
        combo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        combo.activated.connect(self.chosen)
        return combo
