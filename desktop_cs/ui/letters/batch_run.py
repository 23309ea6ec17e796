"""Many letters one after the other in a worker: told how far it is, stopped between two letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from desktop_cs.errors import DeskError, UserError
from desktop_cs.ui.actions import Actions

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop_cs.desk.letter_batch import BatchLetter, Written
    from desktop_cs.desk.letter_work import LetterWork

GoesOn = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a batch.

    Args:
        done: The letters that are on paper, or whole files.
        refused: Those that no hand can write, each with the reason.
        stopped: It was stopped before its end.
        failure: What ended it, in a sentence; "" for nothing.
    """

    done: "tuple[BatchLetter, ...]"
    refused: "tuple[tuple[BatchLetter, str], ...]" = ()
    stopped: bool = False
    failure: str = ""


class BatchRun(QObject):
    """Runs one batch.

    Args:
        actions: Through which it is done in a worker.
        parent: The page.

    Signals:
        advanced: So many letters are done.
        ended: It is over; its `Outcome`.
    """

    advanced = Signal(int)
    ended = Signal(object)
    _told = Signal(int)

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._stop = Event()
        self.is_running = False
        self._told.connect(self.advanced, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._stop.set)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(
                self.stop, Qt.ConnectionType.DirectConnection
            )  # closing waits for one letter, not for all of them

    def save(self, chosen: "Sequence[BatchLetter]", folder: Path) -> None:
        """Write the letters into a folder, one PDF each."""
        desk = self._actions.desk
        write, letters = desk.letter_batches.write, desk.letters
        self._begin(lambda goes_on: _saved(write, letters, chosen, folder, goes_on))

    def print(
        self, chosen: "Sequence[BatchLetter]", printer: "QPrinter", shift_mm: tuple[float, float]
    ) -> None:
        """Print the letters, each as a job of its own: what is stopped leaves whole letters only."""
        letters = self._actions.desk.letters

        def put_out(one: "BatchLetter") -> None:
            from desktop_cs.ui.paper.printing import draw_on, set_page  # noqa: PLC0415 (only when printing)

            pdf = letters.pdf(one.record, shift_mm)
            set_page(printer, pdf)
            draw_on(printer, pdf)
            letters.printed(one.record)

        self._begin(lambda goes_on: _printed(put_out, chosen, goes_on))

    def stop(self) -> None:
        """Stop before the next letter."""
        self._stop.set()

    def _begin(self, work: Callable[[GoesOn], Outcome]) -> None:
        self._stop.clear()
        self.is_running = True

        stop = self._stop

        def goes_on(done: int) -> bool:
            if stop.is_set():  # also where the window was built anew meanwhile, and nobody is to be told
                return False
            self._told.emit(done)
            return True

        def worked() -> Outcome:
            try:
                return work(goes_on)
            except DeskError as failure:
                return Outcome((), failure=str(failure))

        self._actions.run_slow(worked, self._end)

    def _end(self, outcome: Outcome) -> None:
        self.is_running = False
        self.ended.emit(outcome)


def _printed(
    put_out: "Callable[[BatchLetter], None]", chosen: "Sequence[BatchLetter]", goes_on: GoesOn
) -> Outcome:
    done: list[BatchLetter] = []
    refused: list[tuple[BatchLetter, str]] = []
    for one in chosen:
        if not goes_on(len(done)):
            return Outcome(tuple(done), tuple(refused), stopped=True)
        try:
            put_out(one)
        except UserError as refusal:
            refused.append((one, str(refusal)))
        except DeskError as failure:
            return Outcome(tuple(done), tuple(refused), failure=str(failure))
        else:
            done.append(one)
    return Outcome(tuple(done), tuple(refused))


def _saved(
    write: "Callable[[Sequence[BatchLetter], Path, GoesOn], Written]",
    letters: "LetterWork",
    chosen: "Sequence[BatchLetter]",
    folder: Path,
    goes_on: GoesOn,
) -> Outcome:
    try:
        written = write(chosen, folder, goes_on)
    except DeskError as failure:  # a full disk: what is whole was kept as printed
        return Outcome(_kept_as_printed(letters, chosen), failure=str(failure))
    return Outcome(_kept_as_printed(letters, chosen), written.refused, stopped=written.stopped)


def _kept_as_printed(letters: "LetterWork", chosen: "Sequence[BatchLetter]") -> "tuple[BatchLetter, ...]":
    def is_printed(one: "BatchLetter") -> bool:
        try:
            return letters.kept(one.record.id).printed_at is not None
        except UserError:  # it was never kept
            return False

    return tuple(one for one in chosen if is_printed(one))
