"""Settings, Window: language, scheme and text size of this PC."""

from PySide6.QtWidgets import QWidget

from desktop_cs import shown
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.settings.one_of import LANGUAGE_NAMES, OneOf
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.theme.fonts import can_show

_SIZES = (0.9, 1.0, 1.15, 1.3, 1.5)  # Source: look.md, text size 0.9 to 1.5


class WindowSection(Section):
    """How the window looks and speaks, on this PC only."""

    for_everybody = True

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(
            acts, preferences, _("Window"), _("Only for this PC, for everybody who uses it."), parent
        )
        self.language = OneOf(list(LANGUAGE_NAMES.items()), _("Language"), self)
        schemes = [("light", _("Light")), ("dark", _("Dark")), ("system", _("As the system"))]
        self.scheme = OneOf(schemes, _("Colours"), self)
        sizes = [(str(size), shown.percent(size, language_in_use())) for size in _SIZES]
        self.size_of_text = OneOf(sizes, _("Text size"), self)
        letters = _("Letters take the language of each customer, whatever is chosen here.")
        self.language_line = FieldLine(_("Language"), self.language, help=letters, parent=self)
        self.card.column.addWidget(self.language_line)
        self.card.column.addWidget(FieldLine(_("Colours"), self.scheme, parent=self))
        self.card.column.addWidget(FieldLine(_("Text size"), self.size_of_text, parent=self))
        self.language.chosen.connect(self._speak)
        self.scheme.chosen.connect(self._take_scheme)
        self.size_of_text.chosen.connect(self._take_size)

    def load(self) -> None:
        """Show how the window is now."""
        self.language.set_choice(self.preferences.language or language_in_use())
        self.scheme.set_choice(self.preferences.scheme)
        nearest = min(_SIZES, key=lambda size: abs(size - self.preferences.text_size))
        self.size_of_text.set_choice(str(nearest))

    def set_allowed(self, *, allowed: bool) -> None:
        """Everybody may choose how the window looks."""

    def _speak(self, language: str) -> None:
        if not can_show(language):
            told = _("This PC has no font that can show {language}. Install one, then choose it again.")
            self.language_line.set_problem(told.format(language=LANGUAGE_NAMES[language]))
            self.language.set_choice(language_in_use())
            return
        self.preferences.language = language
        self._changed()

    def _take_scheme(self, scheme: str) -> None:
        self.preferences.scheme = scheme
        self._changed()

    def _take_size(self, size: str) -> None:
        self.preferences.text_size = float(size)
        self._changed()

    def _changed(self) -> None:
        self.saved.emit()
        self.look_changed.emit()
