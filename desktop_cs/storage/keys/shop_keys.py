"""Who may open the records of a folder, and changing that: pass phrase, recovery sheet, keychain.

Every change is whole on the disk, as both copies of the key file, before anything is said to be done. The
records themselves are touched only when they get a new key.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_cs.errors import ShopError, UserError
from desktop_cs.i18n import _
from desktop_cs.shop.recovery_code import RecoveryCode
from desktop_cs.storage.copying.progress import Progress, silent
from desktop_cs.storage.file.data_folder import folder_error
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.keys.carrying import Carried, carry
from desktop_cs.storage.keys.key_slots import Copies, found_copies, new_key, read_copies, write_text
from desktop_cs.storage.keys.renewal import check_settled, renew, settle_swap
from desktop_cs.storage.keys.slot_file import (
    KEYCHAIN,
    PHRASE,
    SHEET,
    Slot,
    SlotFile,
    bound_text,
    locked_text,
    mark_of_key,
    new_master,
    open_text,
)
from desktop_cs.storage.keys.wrapping import (
    PHRASE_COST,
    Cost,
    key_of_code,
    key_of_phrase,
    random_key,
    random_salt,
    wrap,
)


@dataclass(frozen=True, slots=True)
class KeyState:
    """Who may open the records now.

    Args:
        has_phrase: A pass phrase is needed.
        phrase_at: Since when, in UTC; None for none.
        has_sheet: There is a recovery sheet.
        sheet_made_at: Since when, in UTC; None for none.
        has_keychain: The keychain of a PC may open them too.
        keychain_offered: This PC has a keychain that could.
        renewal_due: The records still have the key from before the pass phrase: the change was interrupted.
    """

    has_phrase: bool = False
    phrase_at: datetime | None = None
    has_sheet: bool = False
    sheet_made_at: datetime | None = None
    has_keychain: bool = False
    keychain_offered: bool = False
    renewal_due: bool = False


class ShopKeys:
    """The keys of one folder, whose records are open.

    Args:
        folder: The data folder.
        database: Its opened file.
        master: The master key, as unlocking gave it; b"" where the key lay in the open.
        now: Gives the present moment in UTC.
    """

    def __init__(
        self, folder: Path, database: CipherDatabase, master: bytes, now: Callable[[], datetime]
    ) -> None:
        self._folder = folder
        self._database = database
        self._now = now
        self.master = master
        self.text = ""  # the key file as it was last known to be whole

    def state(self) -> KeyState:
        """Return who may open the records now.

        Raises:
            ShopError: The key file is damaged, both copies.
        """
        from desktop_cs.storage.keys import keychain  # noqa: PLC0415 (asking the system takes a while)

        file = read_copies(self._folder).newest
        phrase, sheet = file.slot(PHRASE), file.slot(SHEET)
        return KeyState(
            has_phrase=not file.is_open,
            phrase_at=_moment(phrase),
            has_sheet=sheet is not None,
            sheet_made_at=_moment(sheet),
            has_keychain=file.slot(KEYCHAIN) is not None,
            keychain_offered=keychain.is_offered(),
            renewal_due=not file.is_open and self._keys(file)[0] != self._database.key,
        )

    def keep_whole(self) -> None:
        """Write the key file again where both copies were lost, damaged or exchanged since the start.

        Raises:
            ShopError: It cannot be written, or was made by a newer program.
        """
        mark = mark_of_key(self._database.key)
        if self.text and not any(mark in file.marks for file in found_copies(self._folder).whole):
            self._write_text(self.text)

    def lock(self, phrase: str, progress: Progress = silent) -> None:
        """Set a pass phrase and give the records a new key; sheet and keychain are to be made anew then.

        The records are closed by it, for all threads, and have to be opened again.

        Raises:
            ShopError: Somebody else uses the records, or the disk does not let us; they are as they were, or
                already locked with the new pass phrase: `state` says which.
        """
        check_settled(self._folder)
        file = self._file()
        old, new, master = self._database.key, new_key(), new_master()
        slots = (self._phrase_slot(phrase, master),)
        self._database.close_everywhere()

        def lock_both() -> None:
            self._write_text(locked_text((new, old), file.revision + 1, slots, master))
            self.master = master

        renew(self._folder, (old, new), progress, lock_both)
        self._database.key = new
        settle_swap(self._folder)
        self._write((new,), slots)

    def renew_key(self, progress: Progress = silent) -> None:
        """Give the records the new key that an interrupted `lock` left for them; closes them as that does.

        Raises:
            ShopError: As in `lock`.
        """
        file = self._file()
        old, new = self._database.key, self._keys(file)[0]
        self._database.close_everywhere()
        renew(self._folder, (old, new), progress, lambda: None)
        self._database.key = new
        settle_swap(self._folder)
        self._write((new,), file.slots)

    def set_phrase(self, phrase: str) -> None:
        """Let another pass phrase open locked records from now on, instead of the one before.

        Raises:
            UserError: They are not locked: `lock` comes first.
            ShopError: The key file cannot be written; it is as it was.
        """
        file = self._locked_file()
        others = tuple(one for one in file.slots if one.kind != PHRASE)
        self._write(self._keys(file), (self._phrase_slot(phrase, self.master), *others))

    def put_sheet(self, code: RecoveryCode) -> None:
        """Let the code of a recovery sheet open locked records from now on, instead of the sheet before.

        Raises:
            UserError: They are not locked: there would be nothing to open.
            ShopError: The key file cannot be written; it is as it was.
        """
        salt = random_salt()
        self._put(SHEET, salt, key_of_code(code.secret, salt))

    def use_keychain(self, *, on: bool) -> None:
        """Let the keychain of this PC open locked records too, or not any more.

        Raises:
            UserError: They are not locked.
            ShopError: The keychain does not take it, or the key file cannot be written; all is as it was.
        """
        from desktop_cs.storage.keys import keychain  # noqa: PLC0415 (asking the system takes a while)

        file = self._locked_file()
        before = file.slot(KEYCHAIN)
        if on:
            salt, key = random_salt(), random_key()
            keychain.put(salt.hex(), key)
            self._put(KEYCHAIN, salt, key)
        elif before is not None:
            self._write(self._keys(file), tuple(one for one in file.slots if one is not before))
        if before is not None:
            keychain.remove(before.salt.hex())

    def unlock_for_good(self) -> None:
        """Take pass phrase, sheet and keychain away: the key lies in the open again.

        Raises:
            UserError: They are not locked.
            ShopError: The key file cannot be written; it is as it was.
        """
        file = self._locked_file()
        keys = self._keys(file)
        self._write_text(open_text(keys, file.revision + 1))
        self.master = b""

    def carry(self, backups: Iterable[Path], masters: Iterable[bytes] = ()) -> Carried:
        """Let what opens the records open these backups too, and nothing else.

        Args:
            backups: Their folders.
            masters: Master keys of before, with which they may be locked still.
        """
        known = (self.master, *masters)
        return carry(backups, known, self._file().slots, self.master)

    def _put(self, kind: str, salt: bytes, key: bytes) -> None:
        file = self._locked_file()
        slot = self._slot(kind, salt, key)
        self._write(self._keys(file), (*(one for one in file.slots if one.kind != kind), slot))

    def _phrase_slot(self, phrase: str, master: bytes) -> Slot:
        salt = random_salt()
        return self._slot(PHRASE, salt, key_of_phrase(phrase, salt, PHRASE_COST), master, PHRASE_COST)

    def _slot(
        self, kind: str, salt: bytes, key: bytes, master: bytes = b"", cost: Cost | None = None
    ) -> Slot:
        made_at = self._now().isoformat(timespec="seconds")
        bound = bound_text(kind, made_at, salt, cost)
        return Slot(kind, made_at, salt, wrap(key, master or self.master, bound), cost)

    def _file(self) -> SlotFile:
        return self._copies().newest

    def _copies(self) -> Copies:
        return read_copies(self._folder)

    def _locked_file(self) -> SlotFile:
        file = self._file()
        if file.is_open:
            raise UserError(_("Set a pass phrase first: without one the records open without any key."))
        return file

    def _keys(self, file: SlotFile) -> tuple[str, ...]:
        keys = file.unsealed(self.master)
        if not keys:
            raise ShopError(
                _(
                    "The pass phrase was set or taken away by another window or command meanwhile. "
                    "Nothing was changed. Close the program and start it again."
                )
            )
        return keys

    def _write(self, keys: tuple[str, ...], slots: tuple[Slot, ...]) -> None:
        self._write_text(locked_text(keys, self._file().revision + 1, slots, self.master))

    def _write_text(self, text: str) -> None:
        try:
            write_text(self._folder, text)
        except OSError as error:
            raise folder_error(self._folder, error) from error
        self.text = text


def _moment(slot: Slot | None) -> datetime | None:
    try:
        return datetime.fromisoformat(slot.made_at) if slot else None
    except ValueError:
        return None  # it opens all the same
