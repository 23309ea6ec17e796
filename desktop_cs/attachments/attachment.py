"""A picture or file that belongs to a case."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop_cs.attachments.kinds import AttachmentKind

LARGEST_BYTES = 50_000_000  # what the records and a backup stick can bear; a photograph has 2 to 12 million
MOST_OF_CASE = 100


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file of one case.

    Attributes:
        content_id: What is in it; the same file added twice has one content.
        name: What it is called, fit to be shown and to be saved under.
        kind: What it is, by its content.
        bytes: How large it is.
        has_place: Whether the picture tells where on earth it was taken.
        removed_at: When somebody took it off the case, or None; a day later it is gone for good.
    """

    id: UUID
    case_id: UUID
    content_id: UUID
    name: str
    kind: AttachmentKind
    bytes: int
    added_at: datetime
    added_by: UUID | None = None
    removed_at: datetime | None = None
    has_place: bool = False
