"""What a manager changed in the guide, and what staff keep forgetting to mention."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class GuideEdit:
    """The manager's own version of one step in one file of the guide; `text` is TOML, "" the shipped one.

    `file` is named as the shipped one without its ending, such as "late"; `edited_at` is in UTC.
    """

    language: str
    file: str
    step: str
    text: str
    edited_at: datetime
    edited_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """A sentence beside a step that is easily forgotten, for one device or fault; `added_at` in UTC.

    It shows where all that is not empty fits: `product` a part of the product's or device's name, or the
    beginning of its serial number; `failure_kind` the kind of failure.
    """

    id: UUID
    text: str
    step: str
    product: str = ""
    failure_kind: str = ""
    added_at: datetime | None = None
    added_by: UUID | None = None
    active: bool = True
