"""Which cases a list shows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop_cs.cases.states import CaseState


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What must hold for every case in a list; what is left empty lets all through.

    Args:
        states: It stands in one of these.
        failure_kind: It is of this kind.
        text: It is found by these words (see `storage.search`).
        customer_id: It is this customer's.
        logged_from: It was logged at or after this moment, in UTC.
        logged_until: It was logged before this moment, in UTC.
    """

    states: frozenset[CaseState] = frozenset()
    failure_kind: str = ""
    text: str = ""
    customer_id: UUID | None = None
    logged_from: datetime | None = None
    logged_until: datetime | None = None
