"""The tables of pictures and files.

As in `records`, nothing outside `storage` may import this module.
"""

from desktop_cs.attachments.kinds import AttachmentKind
from desktop_cs.storage.tables.fields import (
    IdField,
    MomentField,
    PlainBytes,
    PlainNumber,
    PlainText,
    WordField,
    YesNoField,
)
from desktop_cs.storage.tables.records import Row


class ContentRow(Row):
    """What is in a file: its digest, the key that opens it on the disk, and a small picture of it.

    `thumbnail` is None until one was drawn, and empty where it cannot be.
    """

    digest = PlainBytes()
    sealing_key = PlainBytes()
    kind = WordField(AttachmentKind)
    bytes = PlainNumber()
    has_place = YesNoField()
    thumbnail = PlainBytes(null=True)

    class Meta:
        """Named as in the file."""

        table_name = "attachment_content"


class AttachmentRow(Row):
    """Which case has which content, and what it is called there."""

    case_id = IdField()
    content_id = IdField()
    name = PlainText()
    added_at = MomentField()
    added_by = IdField(null=True)
    removed_at = MomentField(null=True)

    class Meta:
        """Named as in the file."""

        table_name = "attachment"


ATTACHMENT_TABLES = (ContentRow, AttachmentRow)
