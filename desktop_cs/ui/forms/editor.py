"""What every editor can do, whatever kind of answer it edits."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_cs.forms.checking import CheckContext
from desktop_cs.forms.definition import Field, words_in
from desktop_cs.ui.widgets.labels import set_property


@dataclass(frozen=True, slots=True)
class EditorSetting:
    """What editors are told about their surroundings.

    Attributes:
        context: Currency, wall time and language of the shop.
        staff_names: Who can be chosen as a person.
        quick_moments: Days with a time that can be picked with one press for what is still to come.
        compact: Whether there is room only for a line to type in.
    """

    context: CheckContext
    staff_names: tuple[str, ...] = ()
    quick_moments: tuple[datetime, ...] = ()
    compact: bool = False


class Editor(QWidget):
    """A widget that edits one answer as the text that staff type or pick.

    `raw` and `set_raw` speak the same text, which `desktop_cs.forms` checks (`FieldType.check`) and gives
    back (`FieldType.as_typed`).

    Signals:
        edited: The answer changed by hand.
    """

    edited = Signal()

    def __init__(self, field: Field, setting: EditorSetting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setting = setting
        self.name = words_in(field.label, setting.context.language)

    def raw(self) -> str:
        """Return what was typed or picked; "" for nothing."""
        raise NotImplementedError

    def set_raw(self, raw: str) -> None:
        """Show this answer; nothing is reported."""
        raise NotImplementedError

    def inputs(self) -> list[QWidget]:
        """Return what the focus can stand in, in reading order."""
        raise NotImplementedError

    def take_setting(self, setting: EditorSetting) -> None:
        """Go on in other surroundings, such as on the next day; what was typed stays."""
        self.setting = setting

    def set_problem(self, sentence: str) -> None:
        """Mark the answer as not yet right, and say why to a screen reader; "" takes it back."""
        for widget in self.inputs():
            set_property(widget, "problem", bool(sentence))
            widget.setAccessibleDescription(sentence)
