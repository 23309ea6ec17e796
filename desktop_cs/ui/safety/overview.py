"""The face of the safety page: the answer, and a row for each thing that keeps the data safe."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.desk.safety_reading import SafetyState
from desktop_cs.desk.safety_today import SafetyToday
from desktop_cs.i18n import _
from desktop_cs.ui.safety.answer_card import AnswerCard
from desktop_cs.ui.safety.figures_view import figures_file
from desktop_cs.ui.safety.progress_card import ProgressCard
from desktop_cs.ui.safety.safety_row import SafetyRow
from desktop_cs.ui.safety.state_words import (
    backup_words,
    check_words,
    drill_words,
    keys_words,
    second_place_words,
)
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import set_words
from desktop_cs.ui.widgets.labels import text_label


class Overview(QWidget):
    """What stands how, and one button for each.

    Args:
        when: Gives the words for a moment.
        parent: The page.

    Signals:
        wanted: A button was pressed; the name of its row.
    """

    wanted = Signal(str)

    def __init__(self, when: Callable[[datetime], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when = when
        self.answer = AnswerCard(self)
        self.progress = ProgressCard(self)
        self.rows: dict[str, SafetyRow] = {}
        self.is_damaged = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self._column.addWidget(self.answer)
        self._column.addWidget(self.progress)
        self._by_itself = self._add_group(_("Done by itself"))
        self._add("backup", "save", _("Backups on this PC"), _("Back up now"))
        self._add("second", "hard-drive", _("Second place"), _("Choose the second place…"))
        self._add("check", "shield-check", _("Check"), _("Check everything now"))
        self._add("drill", "refresh-cw", _("Restore drill"), _("Try it now"))
        self._when_it_happens = self._add_group(_("When something happens"))
        self._add("restore", "undo-2", _("Going back"), _("Show the backups"))
        self._add("move", "upload", _("Move to a new PC"), _("Show the three steps"))
        self._add("salvage", "download", _("Damaged records"), _("Save what can be read"))
        self._add_group(_("Who can read it, and who did what"))
        self._add("keys", "key-round", _("Pass phrase and recovery sheet"), _("Show the keys"))
        self._add("trail", "list-checks", _("Trail"), _("Read the trail"))
        self._add("erasing", "user", _("Erasing and retention"), _("Show what can be erased"))
        self._add("figures", "chart-column", _("How this was tested"), _("Show the figures"))
        self._column.addStretch(1)
        self.rows["figures"].setVisible(figures_file().is_file())
        self.rows["figures"].show_state(_("What was done to break it, how often, and what came of it."))
        self.rows["restore"].show_state(
            _("How everything was at an earlier moment, if something went wrong.")
        )
        self.rows["salvage"].show_state(_("What can still be read of them is saved beside them; they stay."))
        self.rows["salvage"].hide()
        self.rows["move"].show_state(_("All of the shop, with its history, in a few minutes."))
        self.rows["trail"].show_state(_("Who changed what, and when, in an unbroken chain."))
        self.rows["erasing"].show_state(_("Erasing a person who asks for it, and how long things are kept."))

    def show_state(self, today: SafetyToday, state: SafetyState) -> None:
        """Show the answer, and how everything stands."""
        record = state.record
        self.answer.show_today(today)
        self.rows["backup"].show_state(backup_words(state), self._last(state.newest_at))
        self.rows["second"].show_state(second_place_words(state), self._last(record.second_at))
        self.rows["check"].show_state(
            check_words(state), self._last(record.check_at), is_wrong=bool(record.check_problems)
        )
        self.rows["drill"].show_state(
            drill_words(state), self._last(record.drill_at), is_wrong=bool(record.drill_problems)
        )
        self._lead_on(is_damaged=bool(record.check_problems))
        self.rows["keys"].show_state(keys_words(state), self._last(state.keys.sheet_made_at))
        another = _("Choose another place…") if record.second_place else _("Choose the second place…")
        set_words(self.rows["second"].button, another)

    @property
    def first(self) -> SafetyRow:
        """Return what is done first: going back where the records are damaged, else a backup."""
        return self.rows["restore" if self.is_damaged else "backup"]

    def _lead_on(self, *, is_damaged: bool) -> None:
        """Put the ways out above all else where the records are damaged."""
        self.is_damaged = is_damaged
        self.rows["salvage"].setVisible(is_damaged)
        self._column.removeWidget(self._when_it_happens)
        below = self.progress if is_damaged else self._by_itself
        self._column.insertWidget(self._column.indexOf(below) + 1, self._when_it_happens)

    def set_busy(self, *, busy: bool) -> None:
        """Let nothing else be begun while something is under way."""
        for row in self.rows.values():
            row.button.setEnabled(not busy)

    def _last(self, moment: datetime | None) -> str:
        return self._when(moment) if moment is not None else ""

    def _add_group(self, words: str) -> QWidget:
        group = QWidget(self)
        self._group = QVBoxLayout(group)
        self._group.setContentsMargins(0, M, 0, 0)
        self._group.setSpacing(S)
        self._group.addWidget(text_label(words, "caption-strong", parent=group))
        self._column.addWidget(group)
        return group

    def _add(self, name: str, icon_name: str, title: str, button: str) -> None:
        row = SafetyRow(icon_name, title, button, self._group.parentWidget())
        row.wanted.connect(lambda: self.wanted.emit(name))
        self.rows[name] = row
        self._group.addWidget(row)
