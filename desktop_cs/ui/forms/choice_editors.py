"""Editors of answers that are chosen: one of several, several, ticks, yes or no, a person."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_cs.forms.definition import Field, words_in
from desktop_cs.i18n import _
from desktop_cs.ui.forms.editor import Editor, EditorSetting
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup
from desktop_cs.ui.widgets.combo import Combo

_FEW = 3  # so many short choices need no digits and stand side by side
_SHORT = 18  # letters of a short choice


class ChoiceEditor(Editor):
    """One of the field's options, or none."""

    many = False

    def __init__(self, field: Field, setting: EditorSetting, parent: QWidget | None = None) -> None:
        super().__init__(field, setting, parent)
        self._group = ChoiceGroup(
            self._choices(),
            self._mark(),
            many=self.many,
            at_most=field.at_most if self.many else None,
            parent=self,
        )
        self._group.setAccessibleName(self.name)
        self._group.picked.connect(self.edited)
        self.set_problem("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._group)
        self.setFocusProxy(self._group)

    def raw(self) -> str:
        """Return the ids that hold, joined by commas."""
        return ",".join(self._group.ids())

    def set_raw(self, raw: str) -> None:
        """Let these ids hold."""
        self._group.set_ids(raw.split(","))

    def inputs(self) -> list[QWidget]:
        """Return the choices."""
        return list(self._group.buttons())

    def pick_number(self, number: int) -> bool:
        """Pick the n-th choice, from 1; return whether there is one."""
        return self._group.pick_number(number)

    def is_short(self) -> bool:
        """Return whether the choices are few and short, so that another question fits beside."""
        return self._mark() is Mark.NONE

    def set_problem(self, sentence: str) -> None:
        """Say on every choice what is not yet right, beside the question and its own help.

        A screen reader hears a choice alone, without the label above all of them.
        """
        for button in self._group.buttons():
            parts = (sentence, self.name, button.words.help)
            button.setAccessibleDescription(" · ".join(part for part in parts if part))

    def _choices(self) -> list[tuple[str, ChoiceWords]]:
        language = self.setting.context.language
        return [
            (
                option.id,
                ChoiceWords(
                    words_in(option.label, language),
                    words_in(option.help, language),
                    _("counts most") if option.weighs_most else "",
                ),
            )
            for option in self.field.options
        ]

    def _mark(self) -> Mark:
        choices = self._choices()
        few = len(choices) <= _FEW and all(
            len(words.label) <= _SHORT and not words.help for _id, words in choices
        )
        return Mark.NONE if few else Mark.DIGIT


class ChoicesEditor(ChoiceEditor):
    """Any of the field's options, up to its most."""

    many = True


class ChecklistEditor(ChoicesEditor):
    """Ticks before the field's options."""

    def _mark(self) -> Mark:
        return Mark.TICK


class YesNoEditor(ChoiceEditor):
    """Yes, no, or not answered."""

    def _choices(self) -> list[tuple[str, ChoiceWords]]:
        return [("yes", ChoiceWords(_("Yes"))), ("no", ChoiceWords(_("No")))]


class PersonEditor(Editor):
    """One of the staff; a name that is no longer among them stays as it was stored."""

    def __init__(self, field: Field, setting: EditorSetting, parent: QWidget | None = None) -> None:
        super().__init__(field, setting, parent)
        self._combo = Combo(self.name, self)
        self._combo.addItem("", "")
        for name in setting.staff_names:
            self._combo.addItem(name, name)
        self._combo.setMinimumWidth(look().px(160 if setting.compact else 240))
        self._combo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._combo.activated.connect(lambda _index: self.edited.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._combo)
        row.addStretch(1)
        self.setFocusProxy(self._combo)

    def raw(self) -> str:
        """Return the name."""
        return str(self._combo.currentData() or "")

    def set_raw(self, raw: str) -> None:
        """Choose this name."""
        if self._combo.findData(raw) < 0:
            self._combo.addItem(raw, raw)
        self._combo.setCurrentIndex(self._combo.findData(raw))

    def inputs(self) -> list[QWidget]:
        """Return the combo box."""
        return [self._combo]
