"""Acts that keep the shop's data safe: backups, the second place, checks, trying a backup out."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_cs.desk import second_place
from desktop_cs.desk.allowed import check
from desktop_cs.desk.safety_chores import Chore
from desktop_cs.desk.safety_reading import SafetyReading
from desktop_cs.errors import DamagedError, ShopError, UserError
from desktop_cs.i18n import _
from desktop_cs.shop.roles import Act, may
from desktop_cs.storage.file.data_folder import COPIES

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made: when, and whether the second place has it too."""

    made_at: datetime
    in_second_place: bool


@dataclass(frozen=True, slots=True)
class TriedOut:
    """A backup that was brought back elsewhere for trial: when it was made, and what is wrong with it.

    `mended` is how many files of cases had rotted beside the backups and were written anew by it.
    """

    made_at: datetime
    problems: list[str]
    mended: int = 0


class SafetyWork(SafetyReading):
    """Acts that keep the data safe; each leaves the records as they are.

    Those that read or write whole files are told with a progress and belong on a worker's thread.
    """

    def back_up(self, progress: Progress) -> BackedUp:
        """Make a backup beside the data, and one in the second place where that can be reached.

        Everybody may, also while nobody is signed in.

        Raises:
            ShopError: It could not be made; nothing of it is left.
        """
        place = self._second_place()
        made_at = self._save(None, lambda share: progress(share / 2 if place else share))
        if place is not None:
            self._save_second(place, _from(0.5, progress))
        return BackedUp(made_at, place is not None)

    def choose_second_place(self, chosen: Path) -> Path:
        """Remember a stick or a share as the second place, and return the folder for backups on it.

        Raises:
            UserError: Whoever acts may not, or the place is no second one.
            ShopError: It cannot be written to.
        """
        check(self._desk, Act.RESTORE)
        mark = self._mark()
        folder = second_place.prepare(chosen, self._shop_id, self._folder, mark)
        self._note(second_place=str(folder), second_mark=mark, second_at=None)
        return folder

    def prepare_stick(self, stick: Path) -> Path:
        """Return the folder for backups on a stick that the shop is to move with.

        Raises:
            UserError: Whoever acts may not, or the stick holds another shop.
            ShopError: It cannot be written to.
        """
        check(self._desk, Act.RESTORE)
        mark = self._mark()
        folder = second_place.prepare(stick, self._shop_id, self._folder, mark)
        self._note(second_mark=mark)
        return folder

    def save_to(self, folder: Path, progress: Progress) -> None:
        """Make a backup in a folder that `prepare_stick` gave.

        Raises:
            ShopError: It could not be made; nothing of it is left.
        """
        self._save(folder, progress)

    def check_everything(self, progress: Progress) -> list[str]:
        """Return what is wrong with the records and the newest backup; nothing when all is sound.

        Raises:
            UserError: It was stopped.
        """
        from desktop_cs.storage.copying.checking import problems_in  # noqa: PLC0415 (once a week)
        from desktop_cs.storage.copying.reading import check_backup  # noqa: PLC0415 (as above)

        storage, newest = self._desk.storage, self.newest()
        ours = problems_in(storage, progress=lambda share: progress(0.6 * share))
        theirs: list[str] = []
        if newest is not None:
            theirs = check_backup(newest.folder, progress=_from(0.6, progress), opened=storage)
        self._note(check_at=self._desk.clock.now(), check_problems=len(ours))
        if theirs:
            self._note(drill_problems=len(theirs))  # it would not come back
        return ours + theirs

    def try_out(self, progress: Progress) -> TriedOut:
        """Bring the newest backup back in a folder of its own, and say whether all of it came.

        Before that, files of cases that rotted beside the backups, here and in the second place, are written
        anew: those of a disk that does not give them any more would not let the backup be tried.

        Raises:
            UserError: There is no backup yet, or it was stopped.
            ShopError: The disk does not let us.
        """
        from desktop_cs.storage.copying.drilling import drill  # noqa: PLC0415 (once a month)

        newest = self.newest()
        if newest is None:
            raise UserError(_("There is no backup yet that could be tried. Back up first."))
        mended = self._mended(newest.folder.parent, lambda share: progress(0.3 * share))
        found = drill(newest.folder, progress=_from(0.3, progress), opened=self._desk.storage)
        self._note(drill_at=self._desk.clock.now(), drill_problems=len(found.problems))
        return TriedOut(newest.made_at, found.problems, mended)

    def allow_restore(self) -> bool:
        """Make sure that whoever acts may put a backup in the place of the records; then it is true.

        Damaged records cannot say any more who is a manager, and are what has to be replaced: then it counts
        as what whoever acts signed in.

        Raises:
            UserError: They may not.
            DamagedError: The records cannot say it, and nobody signed in as a manager.
        """
        try:
            check(self._desk, Act.RESTORE)
        except DamagedError:
            actor = self._desk.actor
            if actor is None or not may(actor.role, Act.RESTORE):
                raise
        return True

    def do(self, chore: Chore, progress: Progress) -> None:
        """Do one of the chores.

        Raises:
            DeskError: It could not be done, or was stopped.
        """
        if chore is Chore.BACK_UP:
            self._save(None, progress)
            self._desk.storage.attachments.sweep()  # after it: what goes now is still in that backup
        elif chore is Chore.CHECK:
            self.check_everything(progress)
        elif chore is Chore.DRILL:
            self.try_out(progress)
        elif (place := self._second_place()) is not None:
            self._save_second(place, progress)

    def wants_last_backup(self) -> bool:
        """Return whether anything is new since the newest backup, as the day ends."""
        settings = self._desk.settings
        if settings.is_practice or not settings.is_set_up or self._desk.storage.damage.is_set:
            return False
        newest = self.newest()
        return newest is None or newest.trail_count != self._desk.storage.trail.head()[0]

    def back_up_last(self) -> None:
        """Make the backup of the day's end, in the second place too where that can be reached.

        Raises:
            ShopError: It could not be made; the next start tries again.
        """
        self.back_up(_tell_nobody)
        self._desk.storage.release()

    def note_damage(self) -> None:
        """Remember that damage was met while people worked, and have all of it checked soon.

        It may have passed by: whole records are called damaged until that check, not until the weekly one.
        """
        if not self.record.check_problems:
            self._note(check_at=None, check_problems=1)

    def _mended(self, place: Path, progress: Progress) -> int:
        """Write files anew that rotted beside backups, and return how many."""
        attachments, second = self._desk.storage.attachments, self._second_place()
        places = (place, *((second,) if second else ()))
        count = 0
        for number, one in enumerate(places):
            with suppress(
                ShopError
            ):  # a stick that was pulled out, a full disk: it is tried again in a month
                count += attachments.mend(one, _part(number, len(places), progress))
        return count

    def _save(self, into: Path | None, progress: Progress) -> datetime:
        """Make a backup in a place, put away those that need not stay there, and return when it was made."""
        from desktop_cs.storage.copying.backing_up import back_up  # noqa: PLC0415 (a start must not wait for it)
        from desktop_cs.storage.copying.retention import swept  # noqa: PLC0415 (as above)

        try:
            made = back_up(self._desk.storage, into, progress)
        except DamagedError as refusal:
            self._desk.storage.damage.note_met(refusal.details)
            self.note_damage()
            raise
        with suppress(OSError):  # they go the next time; the new one is whole
            swept(into or self._folder / COPIES, self._desk.settings.hours.zone, self._shop_id)
        return made.made_at

    def _save_second(self, place: Path, progress: Progress) -> None:
        made_at = self._save(place, progress)
        if not self.record.second_mark:  # chosen before there were secrets
            mark = self._mark()
            second_place.prepare(place, self._shop_id, self._folder, mark)
            self._note(second_mark=mark)
        self._note(second_place=str(place), second_at=made_at)

    def _mark(self) -> str:
        """Return the secret of this shop's places, a new one where there is none."""
        return self.record.second_mark or second_place.new_mark()

    def _note(self, **done: Any) -> None:  # noqa: ANN401 (whatever the record holds)
        from desktop_cs.storage.copying.safety_record import write_record  # noqa: PLC0415 (as above)

        write_record(self._folder, replace(self.record, **done))


def _tell_nobody(_share: float) -> None:
    """Stand where nobody looks on any more."""


def _part(number: int, count: int, progress: Progress) -> Progress:
    """Return the progress of one of several equal parts, numbered from 0."""
    return lambda share: progress((number + share) / count)


def _from(start: float, progress: Progress) -> Progress:
    """Return the progress of what is left to do."""
    return lambda share: progress(start + (1 - start) * share)
