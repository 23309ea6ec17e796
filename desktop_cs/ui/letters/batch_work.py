"""Prints, saves and posts the letters of the day from their view."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop_cs.desk.changes import Changes, Result
from desktop_cs.errors import DeskError, UserError
from desktop_cs.i18n import _, ngettext
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.batch_run import BatchRun, Outcome
from desktop_cs.ui.letters.batch_view import BatchView
from desktop_cs.ui.letters.label_work import LabelsPanel, LabelWork
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences

if TYPE_CHECKING:
    from desktop_cs.desk.letter_batch import Batch, BatchLetter
    from desktop_cs.desk.letter_work import LetterWork

_Act = tuple[LetterRecord, LetterRecord]  # the letter before it and after it


class BatchWork(QObject):
    """Does what is pressed in the view of the day's letters, in a worker.

    Args:
        actions: Through which it is done.
        preferences: Where printer, tray and calibration are remembered.
        view: The view.
        page: The page that it stands on.
    """

    def __init__(self, actions: Actions, preferences: Preferences, view: BatchView, page: Page) -> None:
        super().__init__(page)
        self._actions, self._preferences, self._view, self._page = actions, preferences, view, page
        self._by_printing = self._is_asking = False
        self._outcome: Outcome | None = None
        self.run = BatchRun(actions, self)
        self.run.advanced.connect(view.show_progress)
        self.run.ended.connect(self._end)
        view.print_wanted.connect(self.print)
        view.save_wanted.connect(self.save)
        self.labels = LabelWork(actions, preferences, page)
        view.labels_wanted.connect(self.ask_for_labels)
        view.stop_wanted.connect(self.stop)
        view.posted.connect(self.post)

    def read(self) -> None:
        """Read the letters of the day, away from the window."""
        desk, laser = self._actions.desk, self._preferences.printing.is_laser
        day = desk.settings.hours.wall(desk.clock.now()).date()
        work = self._actions.run_slow(lambda: desk.letter_batches.of_day(day, laser=laser), self._show)
        self.destroyed.connect(work.cancel)

    def begin_anew(self) -> None:
        """Forget what became of the letters before."""
        if not self.run.is_running:
            self._outcome = None
            self._view.put_outcome_away()

    def print(self) -> None:
        """Print the ticked letters, on a printer that is asked for once."""
        chosen = self._chosen()
        if not chosen or self._is_asking:
            return
        self._is_asking = True  # pressed twice it would print everything twice
        letters, shift = self._actions.desk.letters, self._preferences.printing.shift_mm
        work = self._actions.run_slow(
            lambda: _first_page(letters, chosen, shift), partial(self._print_on, chosen)
        )
        self.destroyed.connect(work.cancel)

    def save(self) -> None:
        """Save the ticked letters into a folder that is asked for."""
        chosen = self._chosen()
        if not chosen:
            return
        folder = QFileDialog.getExistingDirectory(self._page, _("Folder for the letters"))
        if folder:
            self._by_printing = False
            self._view.begin(len(chosen))
            self.run.save(chosen, Path(folder))

    def ask_for_labels(self) -> None:
        """Ask which labels are used for those that were just put out, or else for the ticked ones."""
        just_now = self._outcome.done if self._outcome is not None else ()
        letters = list(just_now) or list(self._chosen())
        if not letters:
            return
        panel = LabelsPanel(len(letters), self._preferences)

        def given(choice: tuple[str, int]) -> None:
            self._view.put_question_away()
            self.labels.print(letters, *choice)

        panel.given.connect(given)
        self._view.ask(panel)

    def stop(self) -> None:
        """Stop after the letter under way."""
        if self.run.is_running:
            self._view.show_stopping()
            self.run.stop()

    def post(self) -> None:
        """Note that the letters that were printed left the shop."""
        if self._outcome is None:
            return
        ids = [one.record.id for one in self._outcome.done]
        letters = self._actions.desk.letters

        def posted() -> Result[list[_Act]]:
            before = [letters.kept(key) for key in ids]
            return Result([(record, letters.posted(record).value) for record in before], _of(before))

        self._actions.run_slow(posted, self._say_posted)

    def _chosen(self) -> "Sequence[BatchLetter]":
        return [] if self.run.is_running else self._view.chosen()

    def _print_on(self, chosen: "Sequence[BatchLetter]", first: "tuple[str, bytes] | DeskError") -> None:
        from desktop_cs.ui.paper.printing import chosen_printer  # noqa: PLC0415 (the printing part of Qt only when printing)

        try:
            if isinstance(first, DeskError):
                raise first
            paper, pdf = first
            printer = chosen_printer(pdf, paper, self._preferences, self._page)
        except DeskError as failure:
            self._actions.refused.emit(failure)
            return
        finally:
            self._is_asking = False
        if printer is not None:
            self._by_printing = True
            self._view.begin(len(chosen))
            self.run.print(chosen, printer, self._preferences.printing.shift_mm)

    def _show(self, batch: "Batch") -> None:
        self._view.show_batch(batch)

    def _end(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._view.show_outcome(outcome, printed=self._by_printing)
        self._actions.tell(_of([one.record for one in outcome.done]), self._page)
        self.read()

    def _say_posted(self, done: "Result[list[_Act]]") -> None:
        self._outcome = None
        self._view.put_outcome_away()
        self._view.focus_first()
        self._actions.tell(done.changed, self._page)
        count = len(done.value)
        told = ngettext("{count} letter is posted.", "{count} letters are posted.", count)
        self._actions.say_done(told.format(count=count), _undoing(self._actions.desk.letters, done.value))


def _first_page(
    letters: "LetterWork", chosen: "Sequence[BatchLetter]", shift_mm: tuple[float, float]
) -> "tuple[str, bytes] | DeskError":
    """Return paper and page of the first letter that can be written; the last reason where none can."""
    for one in chosen:
        try:
            return one.record.look.paper, letters.pdf(one.record, shift_mm)
        except UserError as refusal:
            why: DeskError = refusal
        except DeskError as failure:
            return failure
    return why


def _undoing(letters: "LetterWork", acts: Sequence[_Act]) -> Callable[[], Result[object]]:
    """Return what takes the posting back."""

    def undo() -> Result[object]:
        for before, after in acts:
            letters.undo(before, after)
        return Result(None, _of([before for before, _after in acts]))

    return undo


def _of(records: Sequence[LetterRecord]) -> Changes:
    return Changes(cases=frozenset(record.case_id for record in records))
