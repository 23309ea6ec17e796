"""The whole story of a case, as one page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from desktop_cs.cases.authority import Judgement
from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.promises import Promise
from desktop_cs.cases.remedies import Remedies, remedies_of
from desktop_cs.cases.steps import Step, StepEntry, Walk
from desktop_cs.customers.customer import Customer
from desktop_cs.followups.followup import FollowUp

EXPRESS = "express"  # the event of a case that was finished on the express page, with its few questions


@dataclass(frozen=True, slots=True)
class Story:
    """A case with everything that belongs to it, read in one go."""

    case: Case
    walk: Walk
    customer: Customer | None
    promises: tuple[Promise, ...]
    follow_ups: tuple[FollowUp, ...]
    events: tuple[CaseEvent, ...]
    earlier: Case | None
    names: Mapping[UUID, str]
    approved: int

    def after(self, saved: "Saved") -> "Story":
        """Return the story as it is once a step was saved."""
        entries = {**self.walk.entries, saved.entry.step: saved.entry}
        return replace(self, case=saved.case, walk=Walk(entries))

    def answers(self, step: Step) -> Mapping[str, str]:
        """Return the stored answers of a step."""
        return self.walk.entry(step).answers

    @property
    def remedies(self) -> Remedies:
        """Return what was given."""
        return remedies_of(self.answers(Step.RESOLUTION))

    @property
    def price(self) -> int:
        """Return the price that the case is about, in minor units; 0 when it is not known."""
        return int(self.answers(Step.REVIEW).get("price") or 0)

    @property
    def is_express(self) -> bool:
        """Return whether the few questions of the express page were enough for this case."""
        return any(event.what == EXPRESS for event in self.events)

    def rules(self, judgement: Judgement | None = None) -> frozenset[str]:
        """Return the rules for the forms that hold for this case."""
        found = set(self.walk.rules())
        if self.case.is_second_failure:
            found.add("second_failure")
        if self.case.severity == "safety":
            found.add("safety")
        if judgement is not None and not judgement.within:
            found.add("beyond_authority")
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that still keeps a case from being finished: in which step, at which question, in words."""

    step: Step
    field_id: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of "check, then finish"."""

    step: Step
    field_id: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Saved:
    """A step as it was saved: its entry, and a sentence for each answer that could not be read yet."""

    case: Case
    entry: StepEntry
    problems: Mapping[str, str]
