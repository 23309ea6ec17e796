"""Where a letter is found, and where one came from."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class LetterPlace:
    """A letter by its own id or by that of its case, and the place that "back" leads to."""

    id: UUID
    came_from: str = "case"
