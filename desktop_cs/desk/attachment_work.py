"""Acts on the pictures and files of a case; everybody who works on cases may do them."""

import os
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_cs.attachments.attachment import LARGEST_BYTES, MOST_OF_CASE, Attachment
from desktop_cs.attachments.names import clean_name
from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseState
from desktop_cs.desk.changes import Result, of_case
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.whole_file import write_whole
from desktop_cs.errors import UserError
from desktop_cs.i18n import _

if TYPE_CHECKING:
    from desktop_cs.attachments.previews import Preview

_MILLION = 1_000_000


class AttachmentWork:
    """Acts on pictures and files; each change is one transaction."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def of_case(self, case_id: UUID) -> list[Attachment]:
        """Return what a case has, in the order in which it was added."""
        return self._ground.storage.attachments.of_case(case_id)

    def get(self, attachment_id: UUID) -> Attachment:
        """Return an attachment.

        Raises:
            UserError: There is none with this id.
        """
        try:
            return self._ground.storage.attachments.get(attachment_id)
        except KeyError as error:
            raise UserError(_gone()) from error

    def add(self, case: Case, source: Path) -> Result[Attachment]:
        """Add a file to a case, byte for byte; the file itself stays where it is.

        Raises:
            UserError: It cannot be read, is empty, no file or too large; or the case has too many, or is
                cancelled.
            ShopError: The disk is full, gone or not writable; nothing of it was kept.
        """
        self._check_room(case)
        return self.add_content(case, _content_of(source), source.name)

    def add_content(self, case: Case, content: bytes, name: str) -> Result[Attachment]:
        """Add what was pasted to a case; see `add`."""
        if not content:
            raise UserError(_("“{file}” is empty. Choose the file once more.").format(file=clean_name(name)))
        if len(content) > LARGEST_BYTES:
            raise UserError(_too_large(name))
        store = self._ground.storage.attachments
        kept = store.keep(content)
        with self._ground.storage.transaction(self._ground.actor_id):
            self._check_room(case)
            added = store.add(case.id, kept, clean_name(name), self._ground.clock.now())
        return Result(added, of_case(case.id))

    def remove(self, attachment: Attachment) -> Result[Attachment]:
        """Take an attachment off its case; it can be put back for a day.

        Raises:
            UserError: It is gone already.
        """
        return self._changed(attachment, put_back=False)

    def undo_removal(self, attachment: Attachment) -> Result[Attachment]:
        """Let a case have an attachment again.

        Raises:
            UserError: It was removed more than a day ago and is gone for good, or its person was erased.
        """
        return self._changed(attachment, put_back=True)

    def content(self, attachment: Attachment) -> bytes:
        """Return what is in an attachment, proven to be as it was added.

        Raises:
            ShopError: Its file is missing or damaged, or the disk does not give it.
        """
        return self._ground.storage.attachments.content(attachment)

    def save_copy(self, attachment: Attachment, path: Path) -> Path:
        """Write a copy of an attachment elsewhere, byte for byte, and return where.

        Raises:
            ShopError: The content cannot be read, or the copy cannot be written there.
        """
        write_whole(path, self.content(attachment))
        return path

    def preview(self, attachment: Attachment, room: tuple[int, int], page: int = 0) -> "Preview":
        """Return a picture or a page of an attachment, drawn to fit the room in dots; takes a while.

        Raises:
            UserError: It cannot be shown.
            ShopError: Its file is missing or damaged.
        """
        from desktop_cs.attachments.previews import drawn  # noqa: PLC0415 (no page of a case waits for it)

        return drawn(self.content(attachment), attachment.kind, room, page)

    def known_thumbnail(self, attachment: Attachment) -> bytes | None:
        """Return the small picture of an attachment that was drawn before, None where none was; at once."""
        return self._ground.storage.attachments.thumbnail(attachment)

    def thumbnail(self, attachment: Attachment) -> bytes:
        """Return the small picture of an attachment as a JPEG, b"" where there can be none.

        The first time it is drawn, which takes a while, and kept; of damaged records it is only drawn.

        Raises:
            ShopError: Its file is missing or damaged.
        """
        if not attachment.kind.is_drawn:
            return b""
        storage = self._ground.storage
        known = self.known_thumbnail(attachment)
        if known is not None:
            return known
        from desktop_cs.attachments.previews import thumbnail  # noqa: PLC0415 (as above)

        dots, has_place = b"", False
        try:
            small = thumbnail(self.content(attachment), attachment.kind)
            dots, has_place = small.dots, small.has_place
        except UserError:
            pass  # kept as such: it will not be tried each time the case is opened
        if not storage.damage.is_set:
            with storage.transaction(self._ground.actor_id):
                storage.attachments.save_thumbnail(attachment, dots, has_place=has_place)
        return dots

    def tidy(self) -> int:
        """Take away for good what was removed a day ago and what no case has; return how many files went."""
        return self._ground.storage.attachments.sweep()

    def _changed(self, attachment: Attachment, *, put_back: bool) -> Result[Attachment]:
        store = self._ground.storage.attachments
        try:
            with self._ground.storage.transaction(self._ground.actor_id):
                changed = (store.put_back if put_back else store.remove)(attachment)
        except KeyError as error:
            raise UserError(_gone()) from error
        return Result(changed, of_case(attachment.case_id))

    def _check_room(self, case: Case) -> None:
        """Make sure that a case can take one more.

        Raises:
            UserError: It has as many as it can, or was cancelled.
        """
        if self._ground.storage.cases.by_id(case.id).state is CaseState.CANCELLED:
            raise UserError(_("This case was cancelled; nothing more is added to it."))
        if len(self.of_case(case.id)) >= MOST_OF_CASE:
            sentence = _(
                "This case has {count} pictures and files, which is as many as it can. Remove one first."
            )
            raise UserError(sentence.format(count=MOST_OF_CASE))


def _content_of(source: Path) -> bytes:
    """Return what is in a file.

    Raises:
        UserError: It cannot be read, is no file, is too large, or is being written just now.
    """
    shown = clean_name(source.name)
    try:
        if source.exists() and not source.is_file():
            raise UserError(_("“{file}” is no file. Choose the files in it.").format(file=shown))
        with source.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            content = file.read(size) if size <= LARGEST_BYTES else b""
            is_whole = len(content) == size and not file.read(1)
    except (OSError, ValueError) as error:  # the latter for a name with a NUL in it
        sentence = _("“{file}” cannot be opened. Is it still there? Choose it once more.")
        raise UserError(sentence.format(file=shown)) from error
    if size > LARGEST_BYTES:
        raise UserError(_too_large(source.name))
    if not is_whole:
        sentence = _("“{file}” is being written just now. Add it once it is finished.")
        raise UserError(sentence.format(file=shown))
    return content


def _too_large(name: str) -> str:
    sentence = _("“{file}” is larger than {size} MB. Make it smaller, or keep it elsewhere and note where.")
    return sentence.format(file=clean_name(name), size=LARGEST_BYTES // _MILLION)


def _gone() -> str:
    return _("This file is no longer kept: it was removed, or the person whose case it was is erased.")
