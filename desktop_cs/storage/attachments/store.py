"""Which case has which files, and how they go."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import peewee

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.attachments.kinds import AttachmentKind
from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.attachments.contents import Contents, Kept, Progress
from desktop_cs.storage.attachments.pool import LEFT_ALONE, Pool
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.attachment_records import AttachmentRow, ContentRow
from desktop_cs.storage.tables.fields import stored_moment
from desktop_cs.storage.tables.rows import RowValues, fields_of, row_of, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, insert_sql, update_sql
from desktop_cs.storage.uuid7 import uuid7

_OF_CONTENT = (ContentRow.kind, ContentRow.bytes, ContentRow.has_place)
_WIDTH = len(fields_of(AttachmentRow))
_REMOVED_AT = ("removed_at",)


def _joined(condition: peewee.Expression) -> peewee.Query:
    return (
        AttachmentRow.select(*fields_of(AttachmentRow), *_OF_CONTENT)
        .join(ContentRow, on=(AttachmentRow.content_id == ContentRow.id))
        .where(condition)
        .order_by(AttachmentRow.id)
    )


_BY_ID = Statement(lambda: _joined(AttachmentRow.id == GIVEN))
_OF_CASE = Statement(lambda: _joined((AttachmentRow.case_id == GIVEN) & AttachmentRow.removed_at.is_null()))
_ALL_OF_CASE = Statement(lambda: _joined(AttachmentRow.case_id == GIVEN))
_REMOVED_BEFORE = Statement(lambda: _joined(AttachmentRow.removed_at < GIVEN))
_ERASE = Statement(lambda: AttachmentRow.delete().where(AttachmentRow.id == GIVEN))


class AttachmentStore:
    """The pictures and files of one data folder.

    Args:
        folder: The data folder.
        file: Its database file.
        trail: Notes every change.
    """

    def __init__(self, folder: Path, file: ShopFile, trail: Trail) -> None:
        self._pool = Pool(folder)
        self._contents = Contents(self._pool, file)
        self._file = file
        self._trail = trail

    def keep(self, content: bytes) -> Kept:
        """Put a content safely on the disk, sealed; in no transaction, as a large one takes its time.

        Raises:
            ShopError: The records are damaged, or the disk is full, gone or not writable; nothing is left.
        """
        self._file.damage.refuse()
        return self._contents.keep(content)

    def add(self, case_id: UUID, kept: Kept, name: str, at: datetime | None = None) -> Attachment:
        """Let a case have a content; part of a transaction.

        Args:
            case_id: The case.
            kept: What `keep` gave.
            name: What it is called, clean.
            at: When that was; None for now.
        """
        sealed, act = self._contents.take_in(kept), self._file.act
        at = at or act.at
        added = Attachment(uuid7(), case_id, sealed.id, name, sealed.kind, sealed.bytes, at, act.by)
        row = _row(added, self._file.shop_id)
        self._file.write(insert_sql(AttachmentRow), row)
        self._trail.note("attachment.added", added.id, (), (AttachmentRow, row), case_id)
        return added

    def get(self, attachment_id: UUID) -> Attachment:
        """Return an attachment, also one that was removed but is not gone yet, or raise KeyError."""
        row = self._file.row(_BY_ID.sql, (attachment_id.bytes,))
        if row is None:
            raise KeyError(attachment_id)
        return _attachment(row)

    def of_case(self, case_id: UUID) -> list[Attachment]:
        """Return what a case has, in the order in which it was added."""
        return [_attachment(row) for row in self._file.rows(_OF_CASE.sql, (case_id.bytes,))]

    def content(self, attachment: Attachment) -> bytes:
        """Return what is in an attachment, proven to be as it was added.

        Raises:
            ShopError: Its file is missing or damaged, or the disk does not give it.
        """
        content = self._contents.opened(attachment.content_id)
        if content is None:
            sentence = _(
                "This file is damaged or no longer in the folder “attachments”. The case and all else are "
                "kept. If you have it elsewhere, add it again; else restore it from a backup."
            )
            raise ShopError(sentence, f"attachment {attachment.id}")
        return content

    def thumbnail(self, attachment: Attachment) -> bytes | None:
        """Return the small picture of an attachment: empty where there can be none, None until drawn."""
        return self._contents.thumbnail(attachment.content_id)

    def save_thumbnail(self, attachment: Attachment, thumbnail: bytes, *, has_place: bool) -> None:
        """Keep the small picture of an attachment, and whether it tells where it was taken."""
        self._contents.save_thumbnail(attachment.content_id, thumbnail, has_place=has_place)

    def remove(self, attachment: Attachment) -> Attachment:
        """Take an attachment off its case; `put_back` brings it back until it is swept away a day later."""
        return self._marked(attachment.id, self._file.act.at, "attachment.removed")

    def put_back(self, attachment: Attachment) -> Attachment:
        """Let its case have an attachment again that was removed, or raise KeyError where it is gone."""
        return self._marked(attachment.id, None, "attachment.put_back")

    def names(self) -> list[str]:
        """Return the names of all sealed files in use, below the folder "attachments"."""
        return self._contents.names()

    def erase_of_case(self, case_id: UUID) -> list[str]:
        """Take all attachments of a case away for good, with the keys to them; part of a transaction.

        Returns:
            The names of the files that nobody needs any more, for `discard` once the transaction is kept.
        """
        return self._erase(self._file.rows(_ALL_OF_CASE.sql, (case_id.bytes,)))

    def erase(self, attachment_id: UUID) -> list[str]:
        """Take one attachment away for good; part of a transaction, with what `erase_of_case` gives."""
        return self._erase(self._file.rows(_BY_ID.sql, (attachment_id.bytes,)))

    def discard(self, names: Sequence[str]) -> None:
        """Take sealed files away that `erase_of_case` named."""
        in_use = set(self.names())
        self._pool.discard(name for name in names if name not in in_use)

    def orphans(self) -> list[str]:
        """Return the files that no row names and that are older than a day."""
        return self._pool.strays(set(self.names()), self._file.clock.now())

    def sweep(self) -> int:
        """Take away for good what was removed a day ago, and files that nobody names; return how many.

        Raises:
            DamagedError: The records are damaged, and cannot be trusted to name all that they need.
        """
        self._file.damage.refuse()
        before = (stored_moment(self._file.clock.now() - LEFT_ALONE),)
        if self._file.row(_REMOVED_BEFORE.sql, before) is not None:
            with self._file.transaction(None):
                self._erase(self._file.rows(_REMOVED_BEFORE.sql, before))
        orphans = self.orphans()
        self._pool.discard(orphans)
        return len(orphans)

    def verify(self, progress: Progress | None = None) -> list[str]:
        """Return which cases have files that are missing or damaged, as sentences; reads every file.

        Args:
            progress: Is told the share that is done, 0 to 1; may raise to stop.
        """
        return self._contents.verify(progress)

    def mend(self, place: Path, progress: Progress | None = None) -> int:
        """Write the files anew that rotted beside the backups of a place, and return how many.

        Args:
            place: The folder of the backups.
            progress: Is told the share that is done; may raise to stop.

        Raises:
            ShopError: The disk of the backups cannot be written to; what rotted is as it was.
        """
        return self._contents.mend(Pool(place), progress)

    def _marked(self, attachment_id: UUID, removed_at: datetime | None, deed: str) -> Attachment:
        changed = replace(self.get(attachment_id), removed_at=removed_at)
        row, moment = (
            _row(changed, self._file.shop_id),
            None if removed_at is None else stored_moment(removed_at),
        )
        self._file.write(update_sql(AttachmentRow, _REMOVED_AT), (moment, attachment_id.bytes))
        self._trail.note(deed, attachment_id, _REMOVED_AT, (AttachmentRow, row), changed.case_id)
        return changed

    def _erase(self, rows: Sequence[RowValues]) -> list[str]:
        attachments = [_attachment(row) for row in rows]
        for one in attachments:
            self._file.write(_ERASE.sql, (one.id.bytes,))
            self._trail.note("attachment.erased", one.id)
        return self._contents.erase_unused({one.content_id for one in attachments})


def _row(attachment: Attachment, shop_id: UUID) -> RowValues:
    return row_of(AttachmentRow, attachment, {"shop_id": shop_id})


def _attachment(row: RowValues) -> Attachment:
    kind, size, has_place = row[_WIDTH:]
    values = values_of(AttachmentRow, row[:_WIDTH], frozenset({"shop_id"}))
    return Attachment(**values, kind=AttachmentKind(kind), bytes=size, has_place=bool(has_place))
