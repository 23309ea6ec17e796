"""A letter of a case as it is kept."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop_cs.letters.blocks import Block


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """A letter of a case; parts and seed write it again just so. Times in UTC, `paper` and `style` ids."""

    id: UUID
    case_id: UUID
    language: str
    text_blocks: tuple[Block, ...]
    seed: int
    paper: str
    style: str
    made_at: datetime
    printed_at: datetime | None = None
