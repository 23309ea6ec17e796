"""Safety: whether the shop's data is safe today, in one sentence, and what was done for it when."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_cs.desk.bringing_back import Order
from desktop_cs.desk.kept import Kept
from desktop_cs.desk.safety_work import BackedUp, TriedOut
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.safety.backup_words import lost_words, moment_words
from desktop_cs.ui.safety.backups_view import BackupsView
from desktop_cs.ui.safety.move_view import MoveView
from desktop_cs.ui.safety.overview import Overview
from desktop_cs.ui.safety.progress_card import ProgressCard
from desktop_cs.ui.safety.watch import Watch
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea

T = TypeVar("T")
_WIDEST_PX = 920


class SafetyPage(Page):
    """The answer with its rows; the backups; moving to a new PC. One of them has the page at a time."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self.overview = Overview(self._when, self)
        self.backups = BackupsView(self._when, self._lost, self)
        self.move_away = MoveView(self)
        self._stack = QStackedWidget(self)
        for view in (self.overview, self.backups, self.move_away):
            self._stack.addWidget(FocusScrollArea(_framed(view), self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.overview.wanted.connect(self._begin)
        self.backups.wanted.connect(lambda kept: self.bring_back_wanted.emit(Order(kept.folder)))
        self.move_away.save_wanted.connect(self._save_to_stick)
        self.move_away.sheet_wanted.connect(lambda: self.went.emit("keys", None))
        for view in (self.backups, self.move_away):
            view.left.connect(self._show_overview)

    def load(self, subject: object = None) -> None:
        """Ask how the data stands now; `subject` "backups" shows them at once."""
        self._show_overview()
        if subject == "backups":
            self._show_backups()

    def focus_first(self) -> None:
        """Begin at the backup."""
        self.overview.rows["backup"].button.setFocus()

    def _begin(self, row: str) -> None:
        """Do what the button of a row says."""
        acts: dict[str, Callable[[], None]] = {
            "backup": self._back_up,
            "second": self._choose_second_place,
            "check": self._check,
            "drill": self._try_out,
            "restore": self._show_backups,
            "move": self._show_moving,
            "salvage": self._salvage,
        }
        acts.get(row, lambda: self.went.emit(row, None))()

    def _show_overview(self) -> None:
        safety = self.desk.safety
        today, state = self.actions.ask(safety.today), self.actions.ask(safety.state)
        if today is not None and state is not None:
            self.overview.show_state(today, state)
        self._stack.setCurrentIndex(0)

    def _show_moving(self) -> None:
        self._stack.setCurrentIndex(2)
        self.move_away.save.setFocus()

    def _back_up(self) -> None:
        self._run(_("The backup is being made and checked…"), self.desk.safety.back_up, self._backed_up)

    def _backed_up(self, done: BackedUp) -> None:
        both = _("The backup is made and checked, here and in the second place.")
        self.actions.say_done(both if done.in_second_place else _("The backup is made and checked."))

    def _choose_second_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where are further backups to lie?"))
        if chosen and self.actions.ask(lambda: self.desk.safety.choose_second_place(Path(chosen))):
            self._back_up()

    def _check(self) -> None:
        safety = self.desk.safety
        self._run(_("Every record is being read…"), safety.check_everything, self._checked)

    def _checked(self, problems: list[str]) -> None:
        if problems:
            self.overview.answer.show_details(problems)
        else:
            self.actions.say_done(_("All records and the newest backup are sound."))

    def _try_out(self) -> None:
        self._run(
            _("The newest backup is being brought back for trial…"), self.desk.safety.try_out, self._tried
        )

    def _tried(self, tried: TriedOut) -> None:
        if tried.problems:
            self.overview.answer.show_details(tried.problems)
        else:
            told = _("The backup of {when} came back whole.")
            self.actions.say_done(told.format(when=self._when(tried.made_at)))

    def _show_backups(self) -> None:
        """Show the backups here at once, those of the second place as soon as it answers."""
        safety = self.desk.safety
        self.backups.show_backups(self.actions.ask(safety.here) or [])
        self._stack.setCurrentIndex(1)
        self.actions.run_slow(safety.everywhere, self._show_everywhere)

    def _show_everywhere(self, backups: list[Kept]) -> None:
        if self.backups.panel is None:
            self.backups.show_backups(backups)

    def _lost(self, kept: Kept) -> str | None:
        """Return what going back to a backup takes away; None, which is told, where whoever acts may not."""
        if not self._may_bring_back():
            return None
        later = self.actions.ask(lambda: self.desk.safety.later(kept))
        if later is None:
            return _("It holds another course of things: all that was changed since then would be gone.")
        return lost_words(later.changes, later.cases_taken)

    def _salvage(self) -> None:
        if self._may_bring_back():
            self.salvage_wanted.emit()

    def _may_bring_back(self) -> bool:
        """Return whether whoever acts may; a refusal is told."""
        return self.actions.ask(lambda: (self.desk.safety.allow_restore(), True)) is not None

    def _save_to_stick(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Which stick?"))
        if not chosen:
            return
        folder = self.actions.ask(lambda: self.desk.safety.prepare_stick(Path(chosen)))
        if folder is not None:
            self.move_away.show_saved("")
            self._run(
                _("Everything is being saved to the stick and checked…"),
                lambda watch: self.desk.safety.save_to(folder, watch),
                lambda _made: self._saved_to_stick(folder),
                self.move_away.progress,
            )

    def _saved_to_stick(self, folder: Path) -> None:
        told = _("Everything is on the stick, and checked: {folder}. You can pull it out now.")
        self.move_away.show_saved(told.format(folder=folder))

    def _run(
        self,
        words: str,
        work: Callable[[Watch], T],
        then: Callable[[T], None],
        progress: ProgressCard | None = None,
    ) -> None:
        """Do something long in another thread, told and stopped by a card."""
        watch, card, before = Watch(self), progress or self.overview.progress, self.focusWidget()
        card.begin(words, watch)
        card.stop.setFocus()  # so that the page stays where it is when buttons are put out of use
        self.overview.set_busy(busy=True)
        slow = self.actions.run_slow(lambda: work(watch), then)
        slow.ended.connect(lambda: self._end(card, before))

    def _end(self, card: ProgressCard, before: QWidget | None) -> None:
        self.overview.set_busy(busy=False)
        if before is not None and card.stop.hasFocus():
            before.setFocus()
        card.hide()
        if self._stack.currentIndex() == 0:
            self._show_overview()

    def _when(self, moment: datetime) -> str:
        hours = self.desk.settings.hours
        return moment_words(hours.wall(moment), hours.wall(self.desk.clock.now()))


def _framed(view: QWidget) -> QWidget:
    """Return a view with room around it, no wider than can be read."""
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(XL, XL, XL, XL)
    row.addWidget(view, 100)
    row.addStretch(1)
    view.setMaximumWidth(look().px(_WIDEST_PX))
    return frame
