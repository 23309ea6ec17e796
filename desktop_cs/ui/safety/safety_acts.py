"""What takes long on the safety page: done in another thread, told and stopped by a card."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_cs.desk.safety_work import BackedUp, TriedOut
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.safety.move_view import MoveView
from desktop_cs.ui.safety.overview import Overview
from desktop_cs.ui.safety.progress_card import ProgressCard
from desktop_cs.ui.safety.watch import Watch

T = TypeVar("T")


class SafetyActs(QObject):
    """Backups, checks and trials, begun on the page.

    Args:
        actions: Through which they are done.
        overview: Where most of them are begun and told.
        move_away: Where everything is saved to a stick.
        when: Gives the words for a moment.

    Signals:
        ended: One is over; how the data stands is to be read again.
    """

    ended = Signal()

    def __init__(
        self, actions: Actions, overview: Overview, move_away: MoveView, when: Callable[[datetime], str]
    ) -> None:
        super().__init__(overview)
        self._actions = actions
        self._overview = overview
        self._move_away = move_away
        self._when = when

    def back_up(self) -> None:
        """Make a backup."""
        self._run(
            _("The backup is being made and checked…"), self._actions.desk.safety.back_up, self._backed_up
        )

    def _backed_up(self, done: BackedUp) -> None:
        if done.in_second_place:
            told = _("The backup is made and checked, here and in the second place.")
        elif self._actions.desk.safety.record.second_place:
            told = _("The backup is made here. The second place cannot be reached now and follows by itself.")
        else:
            told = _("The backup is made and checked.")
        self._actions.say_done(told)

    def choose_second_place(self) -> None:
        """Choose the second place, and make a backup there at once."""
        chosen = QFileDialog.getExistingDirectory(self._overview, _("Where should further backups go?"))
        if not chosen:
            return
        place = self._actions.ask(lambda: self._actions.desk.safety.choose_second_place(Path(chosen)))
        if place is not None:
            self.back_up()

    def check(self) -> None:
        """Check the records and the newest backup."""
        safety = self._actions.desk.safety
        self._run(_("Every record is being read…"), safety.check_everything, self._checked)

    def _checked(self, problems: list[str]) -> None:
        if problems:
            self._overview.answer.show_details(problems)
        else:
            self._actions.say_done(_("All records and the newest backup are sound."))

    def try_out(self) -> None:
        """Bring the newest backup back for trial."""
        self._run(
            _("The newest backup is being brought back for trial…"),
            self._actions.desk.safety.try_out,
            self._tried,
        )

    def _tried(self, tried: TriedOut) -> None:
        if tried.problems:
            self._overview.answer.show_details(tried.problems)
        else:
            told = _("The backup of {when} came back whole.")
            self._actions.say_done(told.format(when=self._when(tried.made_at)))

    def save_to_stick(self) -> None:
        """Save everything to a stick that the shop is to move with."""
        chosen = QFileDialog.getExistingDirectory(self._overview, _("Which stick?"))
        if not chosen:
            return
        folder = self._actions.ask(lambda: self._actions.desk.safety.prepare_stick(Path(chosen)))
        if folder is not None:
            self._move_away.show_saved("")
            self._run(
                _("Everything is being saved to the stick and checked…"),
                lambda watch: self._actions.desk.safety.save_to(folder, watch),
                lambda _made: self._saved_to_stick(folder),
                self._move_away.progress,
            )

    def _saved_to_stick(self, folder: Path) -> None:
        told = _("Everything is on the stick, and checked: {folder}. You can pull it out now.")
        self._move_away.show_saved(told.format(folder=folder))

    def _run(
        self,
        words: str,
        work: Callable[[Watch], T],
        then: Callable[[T], None],
        progress: ProgressCard | None = None,
    ) -> None:
        """Do something long in another thread, told and stopped by a card."""
        watch, card, before = (
            Watch(self),
            progress or self._overview.progress,
            self._overview.window().focusWidget(),
        )
        card.begin(words, watch)
        card.stop.setFocus()  # so that the page stays where it is when buttons are put out of use
        self._overview.set_busy(busy=True)
        slow = self._actions.run_slow(lambda: work(watch), then)
        slow.ended.connect(lambda: self._end(card, before))

    def _end(self, card: ProgressCard, before: QWidget | None) -> None:
        self._overview.set_busy(busy=False)
        if before is not None and card.stop.hasFocus():
            before.setFocus()
        card.hide()
        self.ended.emit()
