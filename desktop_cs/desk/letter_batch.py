"""The letters of a day, made in one go."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_cs.desk.case_view import Story
from desktop_cs.desk.casework import Casework
from desktop_cs.desk.letter_work import LetterWork
from desktop_cs.desk.whole_file import write_whole
from desktop_cs.errors import DeskError, ShopError, UserError
from desktop_cs.i18n import _, ngettext
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.likeness import alike_pairs


@dataclass(frozen=True, slots=True)
class BatchLetter:
    """One letter of a batch: its case, the letter, and a sentence for each thing that it still needs."""

    story: Story
    record: LetterRecord
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A case whose letter is due and cannot be composed, and a sentence why."""

    story: Story
    why: str


@dataclass(frozen=True, slots=True)
class Batch:
    """The letters of a day.

    Args:
        day: The day.
        letters: Those that are due.
        alike: The places of two that say too much in the same words, and the share.
        left_out: Those that are due and cannot be composed.
    """

    day: date
    letters: tuple[BatchLetter, ...]
    alike: tuple[tuple[int, int, float], ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a batch.

    Args:
        files: The letters that were written.
        refused: Those that no hand can write, each with the reason.
        stopped: It was stopped before its end.
    """

    files: tuple[Path, ...]
    refused: tuple[tuple[BatchLetter, str], ...]
    stopped: bool


class LetterBatches:
    """Makes the letters of a day."""

    def __init__(self, letters: LetterWork, casework: Casework) -> None:
        self._letters = letters
        self._casework = casework

    def of_day(self, day: date, *, laser: bool = False) -> Batch:
        """Return the letters that are due on a day; nothing is kept yet.

        One that cannot be composed is named with the reason; it does not hold up the others.

        Args:
            day: The day.
            laser: Those that are composed now will come out of a laser printer.
        """
        found: list[BatchLetter] = []
        left_out: list[LeftOut] = []
        for case_id in self._letters.due(day):
            story = self._casework.story(case_id)
            try:
                record = self._letters.of_case(story, LetterKind.THANK_YOU, laser=laser)
            except DeskError as refusal:  # a damaged file of words stops the letters of its language only
                left_out.append(LeftOut(story, str(refusal)))
                continue
            found.append(BatchLetter(story, record, tuple(self._letters.missing(story, record.kind))))
        alike = alike_pairs([one.record.text_blocks for one in found])
        return Batch(day, tuple(found), tuple(alike), tuple(left_out))

    def write(
        self,
        chosen: Iterable[BatchLetter],
        folder: Path,
        goes_on: Callable[[int], bool],
        shift_mm: tuple[float, float] = (0.0, 0.0),
    ) -> Written:
        """Write letters into a folder, one PDF each, and keep each as printed once its file is whole.

        A letter that no hand can write is left out and named; the others are written.

        Args:
            chosen: The letters.
            folder: Where to.
            goes_on: Asked before every letter with how many are written; False stops.
            shift_mm: As in `LetterWork.pdf`.

        Raises:
            ShopError: The disk is full or the folder cannot be written; what was written before is whole, and
                the sentence says how many letters that are.
        """
        files: list[Path] = []
        refused: list[tuple[BatchLetter, str]] = []
        for one in chosen:
            if not goes_on(len(files)):
                return Written(tuple(files), tuple(refused), stopped=True)
            path = folder / file_name(one)
            try:
                self._letters.check_one_per_case(one.record)
                write_whole(path, self._letters.pdf(one.record, shift_mm))
                self._letters.printed(one.record)
            except UserError as refusal:
                refused.append((one, str(refusal)))
                continue
            except ShopError as failure:
                raise ShopError(_stopped_at(len(files), str(failure)), failure.details) from failure
            files.append(path)
        return Written(tuple(files), tuple(refused), stopped=False)


def file_name(one: BatchLetter) -> str:
    """Return the name of a letter's file: its kind and the number of its case."""
    return f"letter-{one.story.case.number}-{one.record.kind.value.replace('_', '-')}.pdf"


def _stopped_at(count: int, why: str) -> str:
    told = ngettext(
        "{count} letter was written and is whole.", "{count} letters were written and are whole.", count
    )
    return _("{why} {told} The others are still on the list.").format(why=why, told=told.format(count=count))
