"""The conversations that can be rehearsed."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.i18n import _, language_in_use
from desktop_cs.rehearsals.rehearsal import Rehearsal
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup
from desktop_cs.ui.widgets.labels import text_label


class RehearsalList(QWidget):
    """One row per conversation; a digit begins it.

    Args:
        rehearsals: In order.
        rehearsed_on: Gives the day on which one was last rehearsed on this PC.
        parent: The page.

    Signals:
        chosen: A conversation is to begin; its id.
    """

    chosen = Signal(str)

    def __init__(
        self,
        rehearsals: Sequence[Rehearsal],
        rehearsed_on: Callable[[str], date | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(text_label(_("Rehearse a hard conversation"), "h1", wrap=True, parent=self))
        told = _(
            "Choose what you would say and see where it leads. Try the bad answers too: nobody is marked, "
            "nothing is kept, and every answer can be taken back."
        )
        column.addWidget(text_label(told, "muted", wrap=True, parent=self))
        column.addSpacing(M - S)
        rows = [
            (one.id, ChoiceWords(one.title, one.told, _noted(rehearsed_on(one.id)))) for one in rehearsals
        ]
        self.group = ChoiceGroup(rows, Mark.DIGIT, in_line=1, parent=self)
        self.group.setAccessibleName(_("Conversations"))
        self.group.picked.connect(self._choose)
        column.addWidget(self.group)
        column.addStretch(1)

    def _choose(self) -> None:
        self.chosen.emit(self.group.ids()[0])


def _noted(day: date | None) -> str:
    return _("Rehearsed on {day}").format(day=shown.day(day, language_in_use())) if day else ""
