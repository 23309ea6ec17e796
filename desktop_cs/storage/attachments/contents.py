"""What is in files: sealed on the disk, each content once, opened only when it is as it was written."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from uuid import UUID

import peewee

from desktop_cs.attachments.kinds import AttachmentKind, kind_of
from desktop_cs.errors import ShopError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shown import listed
from desktop_cs.storage.attachments import sealing
from desktop_cs.storage.attachments.pool import Pool
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.tables.attachment_records import AttachmentRow, ContentRow
from desktop_cs.storage.tables.records import CaseRow
from desktop_cs.storage.tables.rows import RowValues, row_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, insert_sql, update_sql
from desktop_cs.storage.uuid7 import uuid7

Progress = Callable[[float], None]


def _contents(condition: peewee.Expression) -> peewee.Query:
    return (
        ContentRow.select(
            ContentRow.id, ContentRow.digest, ContentRow.sealing_key, ContentRow.kind, ContentRow.bytes
        )
        .where(condition)
        .order_by(ContentRow.id)
    )


_BY_DIGEST = Statement(lambda: _contents(ContentRow.digest == GIVEN))
_BY_ID = Statement(lambda: _contents(ContentRow.id == GIVEN))
_ALL = Statement(lambda: _contents(ContentRow.bytes >= peewee.SQL("0")))
_THUMBNAIL = Statement(lambda: ContentRow.select(ContentRow.thumbnail).where(ContentRow.id == GIVEN))
_NUMBERS = Statement(
    lambda: (
        CaseRow.select(CaseRow.number)
        .join(AttachmentRow, on=(AttachmentRow.case_id == CaseRow.id))
        .where(AttachmentRow.content_id == GIVEN)
        .order_by(CaseRow.number)
        .distinct()
    )
)
_ERASE = Statement(lambda: ContentRow.delete().where(ContentRow.id == GIVEN))
_USER = Statement(lambda: AttachmentRow.select(AttachmentRow.id).where(AttachmentRow.content_id == GIVEN))


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed file, with what opens it."""

    id: UUID
    digest: bytes
    sealing_key: bytes
    kind: AttachmentKind
    bytes: int

    @property
    def name(self) -> str:
        """Return the name of its file."""
        return sealing.file_name(self.sealing_key, self.digest)

    @property
    def mended(self) -> str:
        """Return the name of its file while that is written anew in a pool where it rotted."""
        return f"{self.name}.mended"


@dataclass(frozen=True, slots=True)
class Kept:
    """A content that lies sealed on the disk; no case has it yet.

    Attributes:
        sealed: Its file.
        content: What is in it.
        is_fresh: Whether it was sealed just now; otherwise the records know it already.
    """

    sealed: Sealed
    content: bytes
    is_fresh: bool


class Contents:
    """The sealed contents of one data folder.

    Args:
        pool: Their files.
        file: The database file.
    """

    def __init__(self, pool: Pool, file: ShopFile) -> None:
        self._pool = pool
        self._file = file

    def keep(self, content: bytes) -> Kept:
        """Put a content safely on the disk, sealed; in no transaction, as a large one takes its time.

        A content that is there already is not written again, unless its file is missing or damaged.

        Raises:
            ShopError: The disk is full, gone or not writable; nothing of it is left.
        """
        digest = sealing.digest_of(content)
        known = self._found(_BY_DIGEST, digest)
        if known is None:
            return self._sealed_anew(content, digest)
        if self._unsealed(known) is None:
            self._pool.write(known.name, sealing.sealed(known.sealing_key, digest, content))
        return Kept(known, content, is_fresh=False)

    def take_in(self, kept: Kept) -> Sealed:
        """Make a content part of the records and return what they know of it; part of a transaction."""
        known = self._found(_BY_DIGEST, kept.sealed.digest)
        if known is None:
            if not kept.is_fresh:  # it was swept away since, and its file may go at any moment
                kept = self._sealed_anew(kept.content, kept.sealed.digest)
            extra = {"shop_id": self._file.shop_id, "has_place": False, "thumbnail": None}
            self._file.write(insert_sql(ContentRow), row_of(ContentRow, kept.sealed, extra))
            return kept.sealed
        if known.id != kept.sealed.id:  # somebody else kept the same at the same time
            self._pool.discard([kept.sealed.name])
        return known

    def opened(self, content_id: UUID) -> bytes | None:
        """Return a content that is proven to be as it was kept; None where it is missing or damaged.

        Raises:
            ShopError: The disk does not give it just now.
        """
        sealed = self._found(_BY_ID, content_id.bytes)
        return None if sealed is None else self._unsealed(sealed)

    def thumbnail(self, content_id: UUID) -> bytes | None:
        """Return the small picture of a content: empty where there can be none, None until it is drawn."""
        thumbnail: bytes | None = self._file.value(_THUMBNAIL.sql, (content_id.bytes,))
        return thumbnail

    def save_thumbnail(self, content_id: UUID, thumbnail: bytes, *, has_place: bool) -> None:
        """Keep the small picture of a content, and whether it tells where it was taken."""
        sql = update_sql(ContentRow, ("has_place", "thumbnail"))
        self._file.write(sql, (int(has_place), thumbnail, content_id.bytes))

    def names(self) -> list[str]:
        """Return the names of all files in use."""
        return [one.name for one in self._all()]

    def erase_unused(self, content_ids: Collection[UUID]) -> list[str]:
        """Take those of these contents away that no case has, with their keys; part of a transaction.

        Returns:
            The names of their files.
        """
        names = []
        for content_id in content_ids:
            sealed = self._found(_BY_ID, content_id.bytes)
            if sealed is not None and self._file.row(_USER.sql, (content_id.bytes,)) is None:
                self._file.write(_ERASE.sql, (content_id.bytes,))
                names.append(sealed.name)
        return names

    def verify(self, progress: Progress | None = None) -> list[str]:
        """Return which cases have files that are missing or damaged, as sentences; reads every file."""
        contents, problems = self._all(), []
        for done, sealed in enumerate(contents, start=1):
            if _given(self._pool, sealed) is None:
                rows = self._file.rows(_NUMBERS.sql, (sealed.id.bytes,))
                numbers = listed((str(row[0]) for row in rows), language_in_use())
                told = _("A picture or file is missing or damaged in case {numbers}.")
                problems.append(told.format(numbers=numbers))
            if progress is not None:
                progress(done / len(contents))
        return problems

    def mend(self, other: Pool, progress: Progress | None = None) -> int:
        """Write files anew that another pool has and that rotted there, and return how many.

        What rotted is replaced only by what was read again and proven.

        Args:
            other: The pool of backups beside these records or elsewhere.
            progress: Is told the share that is done; may raise to stop.

        Raises:
            ShopError: The other disk cannot be written to; what rotted is as it was.
        """
        contents, count = self._all(), 0
        for done, sealed in enumerate(contents, start=1):
            count += self._mended(other, sealed)
            if progress is not None:
                progress(done / len(contents))
        return count

    def _mended(self, other: Pool, sealed: Sealed) -> bool:
        if not other.has(sealed.name) or _given(other, sealed) is not None:
            return False
        content = _given(self._pool, sealed)
        if content is None:
            return False
        other.write(sealed.mended, sealing.sealed(sealed.sealing_key, sealed.digest, content))
        if _unsealed_in(other, sealed, sealed.mended) != content:
            other.discard([sealed.mended])
            return False
        other.rename(sealed.mended, sealed.name)
        return True

    def _sealed_anew(self, content: bytes, digest: bytes) -> Kept:
        sealed = Sealed(uuid7(), digest, sealing.new_key(), kind_of(content), len(content))
        self._pool.write(sealed.name, sealing.sealed(sealed.sealing_key, digest, content))
        return Kept(sealed, content, is_fresh=True)

    def _unsealed(self, sealed: Sealed) -> bytes | None:
        return _unsealed_in(self._pool, sealed, sealed.name)

    def _found(self, statement: Statement, value: bytes) -> Sealed | None:
        row = self._file.row(statement.sql, (value,))
        return None if row is None else _sealed(row)

    def _all(self) -> list[Sealed]:
        return [_sealed(row) for row in self._file.rows(_ALL.sql)]


def _unsealed_in(pool: Pool, sealed: Sealed, name: str) -> bytes | None:
    """Return the proven content of a file in a pool; None where it is missing or damaged."""
    file = pool.read(name, sealed.bytes + sealing.OVERHEAD + 1)
    if file is None:
        return None
    try:
        return sealing.unsealed(sealed.sealing_key, sealed.digest, file)
    except sealing.UnsoundError:
        return None


def _given(pool: Pool, sealed: Sealed) -> bytes | None:
    """Return the proven content of a file in a pool; None also where the disk does not give it any more."""
    try:
        return _unsealed_in(pool, sealed, sealed.name)
    except ShopError:
        return None


def _sealed(row: RowValues) -> Sealed:
    content_id, digest, key, kind, size = row
    return Sealed(UUID(bytes=content_id), digest, key, AttachmentKind(kind), size)
