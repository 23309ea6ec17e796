"""The catalogue of gestures: what may be given as goodwill or extra, and the ideas of staff for it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class GestureKind(StrEnum):
    """On which line a gesture is given."""

    GOODWILL = "goodwill"
    EXTRA = "extra"
    EITHER = "either"


class GestureState(StrEnum):
    """Where an entry of the catalogue stands. An idea is offered to nobody until a manager adopts it."""

    IDEA = "idea"
    ADOPTED = "adopted"
    RETIRED = "retired"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Gesture:
    """One entry of the catalogue; `cost` in minor units, times in UTC.

    `suits` holds ids of `what_matters_most` that it answers, joined by commas; `on_hold` marks goods under
    "hold and check", which are never offered as a gesture.  Source: practice.md 1 and 3 (S11).
    """

    id: UUID
    name: str
    cost: int = 0
    kind: GestureKind = GestureKind.EITHER
    suits: str = ""
    state: GestureState = GestureState.ADOPTED
    on_hold: bool = False
    idea_by: UUID | None = None
    case_id: UUID | None = None
    added_at: datetime | None = None
    adopted_by: UUID | None = None
    adopted_at: datetime | None = None

    @property
    def is_offered(self) -> bool:
        """Return whether staff may choose it."""
        return self.state is GestureState.ADOPTED and not self.on_hold
