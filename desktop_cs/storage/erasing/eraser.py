"""Erasing inside the records: words go, numbers stay. Each act is part of a transaction under way."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop_cs.customers.kept_words import Erased
from desktop_cs.i18n import _
from desktop_cs.storage.erasing.erased_list import ErasedEntry
from desktop_cs.storage.erasing.fates import FATES, OF_CASE, Fate
from desktop_cs.storage.erasing.names import NameTaker
from desktop_cs.storage.erasing.scrubbing import Scrubber
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.finding.search_index import SearchIndex
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.erasing_records import ErasureRow
from desktop_cs.storage.tables.fields import moment_from, stored_moment
from desktop_cs.storage.tables.rows import row_of
from desktop_cs.storage.tables.statements import insert_sql
from desktop_cs.storage.uuid7 import uuid7

if TYPE_CHECKING:
    from desktop_cs.storage.attachments.store import AttachmentStore

_UNTOUCHED = (Fate.KEPT, Fate.GOES, Fate.OF_SHOP)
# What is open when a case is erased: nobody is left who could be told.
# Promises are let go of as closing by hand lets go of them, which breaks none.
_OPEN_THINGS = (
    "UPDATE promise SET state = 'renegotiated', settled_at = ? WHERE case_id = ? AND state = 'open'",
    "UPDATE case_request SET state = 'withdrawn', answered_at = ? WHERE case_id = ? AND state = 'waiting'",
    (
        "UPDATE recovery_case SET state = 'closed', closed_at = ?"
        " WHERE id = ? AND state NOT IN ('closed', 'cancelled')"
    ),
)
_DROP = "UPDATE follow_up SET state = 'dropped' WHERE case_id = ? AND state = 'open'"
# Whose salt goes, so that nobody can try texts against what the trail says of them.
_OWNERS = {
    Erased.CUSTOMER: "SELECT ?",
    Erased.CASE: "SELECT ?",
    Erased.NAME: "SELECT ?",
    Erased.ATTACHMENT: "SELECT case_id FROM attachment WHERE id = ?",
    Erased.LETTER: "SELECT case_id FROM letter WHERE id = ?",
    Erased.FOLLOW_UP: "SELECT case_id FROM follow_up WHERE id = ?",
}


def neutral_word() -> str:
    """Return the word that stands where somebody's words stood, in the language in use."""
    return _("(erased)")


class Eraser:
    """Erases in the records of one file.

    Args:
        file: The opened records.
        trail: Notes what was erased.
        index: Learns what is left.
        attachments: Gives the pictures and files of cases.
    """

    def __init__(
        self, file: ShopFile, trail: Trail, index: SearchIndex, attachments: Callable[[], "AttachmentStore"]
    ) -> None:
        self._file = file
        self._trail = trail
        self._index = index
        self._attachments = attachments
        self._unneeded: list[str] = []
        self._scrubber = Scrubber("")

    def is_erased(self, entry: ErasedEntry) -> bool:
        """Return whether these very records have erased it before."""
        sql = "SELECT 1 FROM erasure WHERE row_id = ? AND what = ? LIMIT 1"
        return self._file.row(sql, (entry.id.bytes, self._mark_of(entry))) is not None

    def entries(self) -> list[ErasedEntry]:
        """Return all that these records erased, oldest first; names taken out of others' cases too."""
        rows = self._file.rows("SELECT row_id, what, at, of_id FROM erasure ORDER BY at, id")
        return [
            ErasedEntry(
                Erased(what.partition(":")[0]),
                UUID(bytes=row_id),
                moment_from(at),
                of_id and UUID(bytes=of_id),
            )
            for row_id, what, at, of_id in rows
        ]

    def prepare(self) -> None:
        """Learn what the shop has in its catalogue; once before things are erased."""
        rows = self._file.rows("SELECT name FROM gesture WHERE state IN ('adopted', 'retired')")
        self._scrubber = Scrubber(neutral_word(), frozenset(row[0] for row in rows))

    def erase(self, entry: ErasedEntry) -> bool:
        """Erase one thing, and return whether there was anything of it here."""
        if self.is_erased(entry):
            return False
        acts = {
            Erased.CUSTOMER: self._customer,
            Erased.CASE: self._case,
            Erased.LETTER: lambda one: self._rows_of("letter", "id", one.id),
            Erased.FOLLOW_UP: lambda one: self._rows_of("follow_up", "id", one.id),
            Erased.ATTACHMENT: self._attachment,
            Erased.NAME: self._name,
        }
        if not acts[entry.what](entry):
            return False
        self._mark(entry)
        return True

    def discard_files(self) -> None:
        """Take away the sealed files of what was erased, once that is kept; their keys are gone already."""
        if self._unneeded:
            self._attachments().discard(self._unneeded)
            self._unneeded = []

    def names_of(self, subject: UUID) -> list[str]:
        """Return what a customer, or the person of a case without one, is called and called on."""
        row = self._file.row("SELECT name, phone FROM customer WHERE id = ?", (subject.bytes,))
        if row is None:
            row = self._file.row("SELECT who, '' FROM recovery_case WHERE id = ?", (subject.bytes,))
        return [text for text in row or () if text.strip() and text != neutral_word()]

    def _customer(self, entry: ErasedEntry) -> bool:
        cases = self._file.rows("SELECT id FROM recovery_case WHERE customer_id = ?", (entry.id.bytes,))
        for (case_id,) in cases:
            self.erase(ErasedEntry(Erased.CASE, UUID(bytes=case_id), entry.at))
        place = self._file.value("SELECT place FROM customer WHERE id = ?", (entry.id.bytes,))
        if place is None:
            return False
        self._file.write("DELETE FROM customer_words WHERE rowid = ?", (place,))
        self._file.write("DELETE FROM customer WHERE id = ?", (entry.id.bytes,))
        return True

    def _case(self, entry: ErasedEntry) -> bool:
        if self._file.row("SELECT 1 FROM recovery_case WHERE id = ?", (entry.id.bytes,)) is None:
            return False
        self._file.write(_DROP, (entry.id.bytes,))
        for sql in _OPEN_THINGS:
            self._file.write(sql, (stored_moment(entry.at), entry.id.bytes))
        for table, key in OF_CASE.items():
            self._rows_of(table, key, entry.id)
        self._unneeded += self._attachments().erase_of_case(entry.id)
        self._index.touch_case(entry.id)
        return True

    def _attachment(self, entry: ErasedEntry) -> bool:
        if self._file.row("SELECT 1 FROM attachment WHERE id = ?", (entry.id.bytes,)) is None:
            return False
        self._unneeded += self._attachments().erase(entry.id)
        return True

    def _name(self, entry: ErasedEntry) -> bool:
        """Take the name of `of_id` out of all words of another case."""
        taker = NameTaker(self.names_of(entry.of_id) if entry.of_id else (), neutral_word())
        found = False
        for table, key in OF_CASE.items():
            for row in self._words(table, key, entry.id):
                texts = [
                    name for name, fate in FATES[table].items() if fate not in (*_UNTOUCHED, Fate.UNTIED)
                ]
                left = {name: taker.without(row[name]) for name in texts}
                new = {name: text for name, text in left.items() if text != row[name]}
                self._write(table, row["id"], new)
                found = found or bool(new)
        if found:
            self._index.touch_case(entry.id)
        return found

    def _rows_of(self, table: str, key: str, row_id: UUID) -> bool:
        """Erase the words of the rows that belong to an id, and return whether there are any rows."""
        rows = self._words(table, key, row_id)
        for row in rows:
            left = {
                name: self._scrubber.left_of(fate, row, name)
                for name, fate in FATES[table].items()
                if fate not in _UNTOUCHED
            }
            self._write(table, row["id"], {name: new for name, new in left.items() if new != row[name]})
        return bool(rows)

    def _words(self, table: str, key: str, row_id: UUID) -> list[dict[str, Any]]:
        names = list(FATES[table])
        sql = f'SELECT {_listed(names)} FROM {table} WHERE "{key}" = ?'  # noqa: S608 (names of our own table)
        return [dict(zip(names, row, strict=True)) for row in self._file.rows(sql, (row_id.bytes,))]

    def _write(self, table: str, row_id: bytes, changes: Mapping[str, object]) -> None:
        if changes:
            columns = ", ".join(f'"{name}" = ?' for name in changes)
            self._file.write(f"UPDATE {table} SET {columns} WHERE id = ?", (*changes.values(), row_id))  # noqa: S608 (as above)

    def _mark(self, entry: ErasedEntry) -> None:
        values = {
            "id": uuid7(),
            "shop_id": self._file.shop_id,
            "row_id": entry.id,
            "what": self._mark_of(entry),
            "at": entry.at,
            "by": self._file.act.by,
            "of_id": entry.of_id,
        }
        self._file.write(insert_sql(ErasureRow), row_of(ErasureRow, entry, values))
        for (owner,) in self._file.rows(_OWNERS[entry.what], (entry.id.bytes,)):
            self._trail.forget_salt(UUID(bytes=owner))
        self._trail.note(f"{entry.what}.erased", entry.id)

    def _mark_of(self, entry: ErasedEntry) -> str:
        """Return how an entry is marked; several names may go out of one case."""
        return f"{entry.what}:{entry.of_id}" if entry.of_id else str(entry.what)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
