"""Who has read a handle-with-care card."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CardReading:
    """One person's reading of the card of an internal follow-up, at a moment in UTC."""

    follow_up_id: UUID
    staff_id: UUID
    at: datetime
