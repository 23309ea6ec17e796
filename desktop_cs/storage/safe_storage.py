"""The opened records as a whole: copies, checks, what keeps them safe."""

from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import peewee

from desktop_cs.clock import Clock
from desktop_cs.storage.file.damage_mark import DamageMark
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.shop_file import ShopFile

if TYPE_CHECKING:
    from desktop_cs.storage.attachments.store import AttachmentStore
    from desktop_cs.storage.keys.shop_keys import ShopKeys
    from desktop_cs.storage.stores.later_facts import LaterFacts
    from desktop_cs.storage.stores.people_store import PeopleStore
    from desktop_cs.storage.stores.trail import Trail


class SafeStorage:
    """What concerns the records of one folder as a whole. Parts are made when they are first needed."""

    trail: "Trail"

    def __init__(self, folder: Path, database: CipherDatabase, file: ShopFile) -> None:
        self.folder = folder
        self._database = database
        self._file = file
        self.master_key = b""  # that of the key file where it is locked; see `keys.slot_file`
        self.key_text = ""  # the key file as it was read, in case that the disk loses it

    @cached_property
    def attachments(self) -> "AttachmentStore":
        """The pictures and files of cases."""
        from desktop_cs.storage.attachments.store import AttachmentStore  # noqa: PLC0415 (a start must not wait for it)

        return AttachmentStore(self.folder, self._file, self.trail)

    @cached_property
    def later(self) -> "LaterFacts":
        """What was changed after a backup was made."""
        from desktop_cs.storage.stores.later_facts import LaterFacts  # noqa: PLC0415 (a start must not wait for it)

        return LaterFacts(self._file)

    @cached_property
    def keys(self) -> "ShopKeys":
        """Who may open the records: pass phrase, recovery sheet, keychain."""
        from desktop_cs.storage.keys.shop_keys import ShopKeys  # noqa: PLC0415 (not needed at start)

        keys = ShopKeys(self.folder, self._database, self.master_key, self._file.clock.now)
        keys.text = self.key_text
        return keys

    @cached_property
    def people(self) -> "PeopleStore":
        """Who typed wrong digits, and what somebody who leaves has open."""
        from desktop_cs.storage.stores.people_store import PeopleStore  # noqa: PLC0415 (a start must not wait for it)
        from desktop_cs.storage.stores.tries_beside import TriesBeside  # noqa: PLC0415 (as above)

        return PeopleStore(self._file, self.trail, TriesBeside(self.folder))

    @property
    def database(self) -> CipherDatabase:
        """The opened file, for what concerns it as a whole."""
        return self._database

    @property
    def damage(self) -> DamageMark:
        """Whether the records are known to be damaged, and are only read."""
        return self._file.damage

    @property
    def clock(self) -> Clock:
        """What tells when things are done."""
        return self._file.clock

    @property
    def shop_id(self) -> UUID:
        """Whose records they are."""
        return self._file.shop_id

    def data_version(self) -> int:
        """Return a number that changes when another process, or another thread of this one, saved."""
        return int(self._file.value("PRAGMA data_version"))

    def copy_to(self, folder: Path | None = None) -> Path:
        """Make a checked backup of the records and return its folder, which can be opened by itself.

        Args:
            folder: Where the backup's folder is made; "copies" in the data folder where it is None.

        Raises:
            ShopError: It could not be made; nothing of it is left.
        """
        from desktop_cs.storage.copying.backing_up import Source, make_backup  # noqa: PLC0415 (not needed at start)

        self.keys.keep_whole()  # a copy without its key would be worth nothing
        return make_backup(Source(self._database, self.folder, self._file.clock), folder).folder

    def tidy(self) -> None:
        """Bring what was saved lately into the main file, without holding anybody up; for idle moments."""
        if self.damage.is_set:
            return
        with suppress(peewee.PeeweeException):  # a disk that does not take it now: the log keeps all of it
            self._database.run("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
