"""The four steps and the walk through them; needs no window to be tested."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from desktop_cs.errors import UserError
from desktop_cs.i18n import _


class Step(StrEnum):
    """The steps, in the order staff take them; each value is the id of its form."""

    APOLOGY = "apology"
    REVIEW = "review"
    RESOLUTION = "resolution"
    LOGGING = "logging"


class StepState(StrEnum):
    """How far a step is."""

    TODO = "todo"
    DONE = "done"
    SKIPPED = "skipped"


SKIP_REASONS = ("in_a_hurry", "done_by_colleague", "by_letter_or_phone", "not_wanted", "other")


@dataclass(frozen=True, slots=True)
class StepEntry:
    """One step of one case: its answers (field id to canonical text) and how far it is."""

    step: Step
    state: StepState = StepState.TODO
    answers: Mapping[str, str] = field(default_factory=dict)
    form_version: int = 1
    skip_reason: str = ""
    done_at: datetime | None = None
    done_by: UUID | None = None

    @property
    def is_passed(self) -> bool:
        """Return whether the step is done or was skipped with a reason."""
        return self.state is not StepState.TODO


@dataclass(frozen=True, slots=True)
class Walk:
    """All steps of one case. Moving between them is free; finishing is not."""

    entries: Mapping[Step, StepEntry]

    def entry(self, step: Step) -> StepEntry:
        """Return the step's entry, an empty one where nothing was written yet."""
        return self.entries.get(step, StepEntry(step))

    def first_open(self) -> Step | None:
        """Return the first step that is neither done nor skipped, or None."""
        return next((step for step in Step if not self.entry(step).is_passed), None)

    def after(self, step: Step) -> Step | None:
        """Return the step that comes next in order, or None after the last."""
        order = list(Step)
        place = order.index(step) + 1
        return order[place] if place < len(order) else None

    def unpassed(self) -> tuple[Step, ...]:
        """Return the steps that still keep the case from being finished, in order."""
        return tuple(step for step in Step if not self.entry(step).is_passed)

    def rules(self) -> frozenset[str]:
        """Return the rules for forms that follow from the steps."""
        return frozenset({"apology_passed"}) if self.entry(Step.APOLOGY).is_passed else frozenset()


def checked_skip_reason(reason: str) -> str:
    """Return the reason for skipping a step: an id of SKIP_REASONS or the person's own words.

    Raises:
        UserError: There is none.
    """
    stripped = reason.strip()
    if not stripped or stripped == "other":
        raise UserError(_("Say in a few words why this step is skipped."), "skip_reason")
    return stripped
