"""Erasing as a whole: the list first, then one transaction, then what it leaves behind.

So an erasing is done, or not done, or finished later: whatever stops the program in between, the list says
what was begun, and the records say what they have erased.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_cs.customers.kept_words import Erased
from desktop_cs.errors import ShopError
from desktop_cs.storage.erasing.erased_list import (
    ErasedEntry,
    read_erased,
    united,
    write_erased,
)
from desktop_cs.storage.erasing.eraser import Eraser
from desktop_cs.storage.erasing.residue import forget_drafts, sweep
from desktop_cs.storage.file.shop_file import ShopFile

if TYPE_CHECKING:
    from desktop_cs.storage.storage import Storage


Progress = Callable[[float], None]

_PORTION = 100  # things, some 0.2 s: another window that wants to save waits no longer


class Erasing:
    """Erasing in one data folder.

    Args:
        folder: The data folder.
        file: Its opened records.
        eraser: What erases in them.
    """

    def __init__(self, folder: Path, file: ShopFile, eraser: Eraser) -> None:
        self._folder = folder
        self._file = file
        self._eraser = eraser

    def erase_customer(self, customer_id: UUID, by: UUID | None = None) -> bool:
        """Erase a customer with all their cases, and return whether nothing of them is left in the files.

        As `erase`, for one customer alone.
        """
        at = self._file.clock.now()
        return self.erase([ErasedEntry(Erased.CUSTOMER, customer_id, at)], by)

    def erase(
        self, entries: Sequence[ErasedEntry], by: UUID | None = None, progress: Progress | None = None
    ) -> bool:
        """Erase these, and return whether nothing of them is left in the files of the folder.

        Up to 100 things go all together or not at all; more go in portions, so that others who want to save
        have their turn. False where the last bytes go later (`finish`), since somebody was reading just then.

        Args:
            entries: What; names go out of others' cases before those whose names they are.
            by: Who acts, for the trail.
            progress: Is told the share that is done.

        Raises:
            ShopError: It could not be done, and the portion was not erased; the sentence says why.
        """
        self._file.damage.refuse()  # before the list says that anything was begun
        begun = [replace(entry, finished=False) for entry in _names_first(entries)]
        before = self.entries()
        write_erased(self._folder, united(before, begun))
        try:
            for start in range(0, len(begun), _PORTION):
                with self._file.transaction(by):
                    self._erase_here(begun[start : start + _PORTION])
                if progress is not None:
                    progress(min(start + _PORTION, len(begun)) / len(begun))
        except BaseException:
            with suppress(ShopError):
                write_erased(self._folder, united(before, filter(self._eraser.is_erased, begun)))
            raise
        return self.finish()

    def reapply(self, *lists: Iterable[ErasedEntry]) -> int:
        """Erase again what an older copy brought back, and return how many things that were.

        Args:
            lists: The lists of the folder as it was before, and of its backups.

        Raises:
            ShopError: It could not be done; the list is kept, and `finish` does it later.
        """
        known = united(self._readable(), *lists)
        coming = [replace(entry, finished=False) for entry in known if not self._eraser.is_erased(entry)]
        write_erased(self._folder, united(known, coming))
        with self._file.transaction(None):
            erased = self._erase_here(coming)
        self.finish()
        return erased

    def is_finished(self) -> bool:
        """Return whether nothing waits for `finish`; quick, for each start."""
        try:
            known = read_erased(self._folder)
        except ShopError:
            return False
        return all(entry.finished for entry in known) and not self._lacks(known)

    def finish(self) -> bool:
        """Finish what was begun, and return whether nothing of it is left in the files of the folder.

        Raises:
            ShopError: The records are damaged, or the disk does not let us; it is tried again later.
        """
        entries = self.entries()
        waiting = [entry for entry in entries if not entry.finished]
        if not waiting:
            if self._lacks(
                self._readable()
            ):  # lost or damaged: without it an older copy would bring people back
                write_erased(self._folder, entries)
            return True
        self._file.damage.refuse()
        late = [entry for entry in waiting if not self._eraser.is_erased(entry)]
        if late:
            with self._file.transaction(None):
                self._erase_here(late)
        self._eraser.discard_files()
        cases = {entry.id for entry in self._eraser.entries() if entry.what is Erased.CASE}
        is_out = forget_drafts(self._folder, cases) and sweep(self._file.connection())
        if is_out:
            write_erased(self._folder, [replace(entry, finished=True) for entry in entries])
        return is_out

    def entries(self) -> list[ErasedEntry]:
        """Return all that was ever erased here; made anew from the records where the list was lost."""
        return united(self._readable(), self._eraser.entries())

    def _lacks(self, known: Iterable[ErasedEntry]) -> bool:
        """Return whether a list lacks something that the records have erased."""
        told = {(entry.what, entry.id, entry.of_id) for entry in known}
        return any((one.what, one.id, one.of_id) not in told for one in self._eraser.entries())

    def _readable(self) -> list[ErasedEntry]:
        try:
            return read_erased(self._folder)
        except ShopError:
            return []

    def _erase_here(self, entries: Iterable[ErasedEntry]) -> int:
        """Erase in the records, and return how many things there were."""
        self._eraser.prepare()
        return sum(self._eraser.erase(entry) for entry in _names_first(entries))


def _names_first(entries: Iterable[ErasedEntry]) -> list[ErasedEntry]:
    """Return the entries so that names go out of others' cases while it is known whose they are."""
    return sorted(entries, key=lambda entry: entry.what is not Erased.NAME)


def reapply(storage: "Storage", lists: Iterable[Path]) -> int:
    """Erase again in restored records what was erased since, and return how many things that were.

    Args:
        storage: The restored records, opened.
        lists: Folders that may hold a list: the data folder as it was before, backups, where they lie.

    Raises:
        ShopError: It could not be done; the list is kept, and it is done at the next start.
    """
    found = []
    for folder in lists:
        with suppress(ShopError):  # a damaged list beside sound ones: the others, and the records, say it too
            found.append(read_erased(folder))
    return storage.erasing.reapply(*found)
