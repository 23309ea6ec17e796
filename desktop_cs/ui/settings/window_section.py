"""Settings, Window: language, scheme, text size and reminders of this PC."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.desk.changes import Changes, Result
from desktop_cs.errors import UserError
from desktop_cs.i18n import LANGUAGES, _, language_in_use
from desktop_cs.letters.languages import LANGUAGE_NAMES
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.autostart import autostart
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.field_line import FieldLine
from desktop_cs.ui.settings.one_of import OneOf
from desktop_cs.ui.settings.section import Section
from desktop_cs.ui.theme.fonts import can_show
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.tray import has_tray
from desktop_cs.ui.widgets.choice_button import ChoiceWords, ManyChoice
from desktop_cs.ui.widgets.labels import text_label

_SIZES = (0.9, 1.0, 1.15, 1.3, 1.5)  # Source: look.md, text size 0.9 to 1.5


class WindowSection(Section):
    """How the window looks and speaks, on this PC only."""

    for_everybody = True

    def __init__(self, acts: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(
            acts, preferences, _("Window"), _("Only for this PC, for everybody who uses it."), parent
        )
        self.language = OneOf([(code, LANGUAGE_NAMES[code]) for code in LANGUAGES], _("Language"), self)
        schemes = [("light", _("Light")), ("dark", _("Dark")), ("system", _("As the system"))]
        self.scheme = OneOf(schemes, _("Colours"), self)
        sizes = [(str(size), shown.percent(size, language_in_use())) for size in _SIZES]
        self.size_of_text = OneOf(sizes, _("Text size"), self)
        letters = _("Letters take the language of each customer, whatever is chosen here.")
        self.language_line = FieldLine(_("Language"), self.language, help=letters, parent=self)
        self.card.column.addWidget(self.language_line)
        self.card.column.addWidget(FieldLine(_("Colours"), self.scheme, parent=self))
        self.card.column.addWidget(FieldLine(_("Text size"), self.size_of_text, parent=self))
        self._autostart = autostart(self.desk.shop.data_folder)
        self._add_reminders()
        self.language.chosen.connect(self._speak)
        self.scheme.chosen.connect(self._take_scheme)
        self.size_of_text.chosen.connect(self._take_size)

    def load(self) -> None:
        """Show how the window is now."""
        self.language.set_choice(self.preferences.language or language_in_use())
        self.scheme.set_choice(self.preferences.scheme)
        nearest = min(_SIZES, key=lambda size: abs(size - self.preferences.text_size))
        self.size_of_text.set_choice(str(nearest))
        self.stays.setChecked(self.preferences.stays_in_tray)
        self.starts.setChecked(self._autostart is not None and self._autostart.is_on)

    def set_allowed(self, *, allowed: bool) -> None:
        """Everybody may choose how the window looks."""

    def _add_reminders(self) -> None:
        """Add the two ways of being reminded while the window is not open."""
        self.starts, self.stays = self._start_choice(), self._stay_choice()
        block = QVBoxLayout()
        block.setSpacing(S)
        block.addWidget(text_label(_("Reminders"), "strong", parent=self))
        for choice in (self.starts, self.stays):
            choice.setEnabled(choice.isEnabled() and not self.desk.settings.is_practice)
            block.addWidget(choice)
        self.card.column.addLayout(block)
        self.starts.clicked.connect(lambda: self._start_with_pc(on=self.starts.isChecked()))
        self.stays.clicked.connect(lambda: self._keep_reminding(on=self.stays.isChecked()))

    def _start_choice(self) -> ManyChoice:
        help = _("Whoever switches it on is reminded of who waits; nobody has to open the program.")
        if self._autostart is None:
            help = _("On this system, add the program yourself to what starts with it.")
        return self._choice(_("Start with this PC"), help, possible=self._autostart is not None)

    def _stay_choice(self) -> ManyChoice:
        possible = has_tray()
        help = _("An icon beside the clock shows how many people wait; “Quit” in its menu ends the program.")
        if not possible:
            help = _("This desktop has no place for an icon beside its clock.")
        return self._choice(_("Keep reminding when the window is closed"), help, possible=possible)

    def _choice(self, label: str, help: str, *, possible: bool) -> ManyChoice:
        made = ManyChoice(ChoiceWords(label, help), parent=self)
        made.setEnabled(possible)
        return made

    def _start_with_pc(self, *, on: bool) -> None:
        told = _("The program starts with this PC.") if on else _("The program starts only by hand.")
        entry = self._autostart
        if entry is not None:
            self._do(lambda on: entry.turn(on=on), told, on=on)

    def _keep_reminding(self, *, on: bool) -> None:
        leaves, ends = (
            _("Closing the window leaves the reminders."),
            _("Closing the window ends the program."),
        )
        self._do(self._set_staying, leaves if on else ends, on=on)

    def _set_staying(self, on: bool) -> None:
        self.preferences.stays_in_tray = on

    def _do(self, turn: Callable[[bool], None], words: str, *, on: bool) -> None:
        """Turn something on or off, and say so with the way back."""

        def turned(to: bool) -> Result[None]:
            turn(to)
            return Result(None, Changes(settings=True))

        if isinstance(self.acts.attempt(lambda: turned(on)), UserError):
            self.load()
            return
        self.tell_saved(words, lambda: turned(not on))

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
