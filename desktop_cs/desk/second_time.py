"""The second time: found while a case is taken, proposed, tied or refused, with the way back."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.second_failure import KnownBy, days_between, find_second_failure, share_a_name
from desktop_cs.cases.serials import same_serial
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_lookup import NOT_THE_SAME, TIED, CaseLookup
from desktop_cs.desk.casework import Casework, Intake
from desktop_cs.desk.changes import Result, of_case
from desktop_cs.desk.derived import changed_fields
from desktop_cs.desk.ground import Ground
from desktop_cs.forms.definition import words_in
from desktop_cs.i18n import language_in_use


class Likeness(StrEnum):
    """By what a case looks like the second time, the surest first."""

    DEVICE = "device"
    CUSTOMER = "customer"
    FAMILY = "family"  # the same product, the same kind of failure, a name in common: to be asked, no more


@dataclass(frozen=True, slots=True)
class Thing:
    """What the case is about, as far as it is known while it is taken."""

    product: str = ""
    serial: str = ""
    failure_kind: str = ""

    def answers(self) -> dict[str, str]:
        """Return it as answers of the review."""
        known = {"product": self.product, "serial": self.serial, "failure_kind": self.failure_kind}
        return {name: text for name, text in known.items() if text}


@dataclass(frozen=True, slots=True)
class Repeat:
    """An earlier case that this one may repeat; `cause` in words, "" where none was noted."""

    earlier: Case
    days: int
    likeness: Likeness
    cause: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of the repeats while taking a case: numbers of earlier cases."""

    tied: int | None = None
    refused: frozenset[int] = field(default_factory=frozenset)


class SecondTime:
    """Questions and acts about what a case repeats; each act is one transaction."""

    def __init__(self, ground: Ground, casework: Casework) -> None:
        self._ground = ground
        self._casework = casework

    def look(
        self, intake: Intake, thing: Thing, refused: Iterable[int] = (), case: Case | None = None
    ) -> Repeat | None:
        """Return the earlier case that this one may repeat, or None.

        Args:
            intake: What is known of the customer.
            thing: What is known of the product and its failure.
            refused: Numbers of cases that are not the same.
            case: The case itself, once it is taken.
        """
        settings, storage = self._ground.settings, self._ground.storage
        now = case.opened_at if case is not None else self._ground.clock.now()
        customer_id, left_out = intake.customer.id if intake.customer else None, {*refused}
        if case is not None:
            left_out.add(case.number)
        window = settings.second_failure_window_days
        earlier = storage.cases.earlier_of(thing.serial, customer_id, now, window)
        found = find_second_failure(
            KnownBy(thing.serial, customer_id, thing.failure_kind),
            now,
            [one for one in earlier if one.number not in left_out],
            window,
            settings.hours.zone,
        )
        if found is not None:
            is_device = same_serial(thing.serial, found.earlier.serial)
            likeness = Likeness.DEVICE if is_device else Likeness.CUSTOMER
            return self._repeat(storage.cases.by_id(found.earlier.id), case, likeness)
        who = intake.customer.name if intake.customer else intake.who
        like = self._of_family(who, thing, left_out, now)
        return self._repeat(like, case, Likeness.FAMILY) if like is not None else None

    def repeat_of(self, case: Case) -> Repeat | None:
        """Return what a case that is taken repeats as it stands, or None."""
        if case.earlier_case_id is None:
            return None
        earlier = self._ground.storage.cases.by_id(case.earlier_case_id)
        is_device = same_serial(case.serial, earlier.serial)
        return self._repeat(earlier, case, Likeness.DEVICE if is_device else Likeness.CUSTOMER)

    def take(self, intake: Intake, thing: Thing, said: Said) -> Result[Case]:
        """Open a case with what is known of its thing, tied as a person said.

        Raises:
            UserError: There is neither a name nor a reporter, or no line that says what it is about.
        """
        with self._ground.storage.transaction(self._ground.actor_id):
            result = self._casework.take(intake)
            case = result.value
            for number in sorted(said.refused):
                self._note(case, NOT_THE_SAME, number)
            if said.tied is not None:
                self._note(case, TIED, said.tied)
            if thing.answers():
                story = self._casework.story(case.id)
                self._casework.steps.save_answers(story, Step.REVIEW, thing.answers())
            case = self._tied_anew(self._ground.storage.cases.by_id(case.id))
        return Result(case, result.changed)

    def tie(self, case: Case, earlier: Case) -> Result[Case]:
        """Tie a case to an earlier one, whatever is found by itself later."""
        return self._say(case, TIED, earlier)

    def refuse(self, case: Case, earlier: Case) -> Result[Case]:
        """Note that an earlier case is not the same; it is never proposed for this case again."""
        return self._say(case, NOT_THE_SAME, earlier)

    def undo(self, case: Case, what: str) -> Result[Case]:
        """Take back the last `tie` (TIED) or `refuse` (NOT_THE_SAME) of a case."""
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.cases.take_back_event(case.id, what)
            after = self._tied_anew(self._ground.storage.cases.by_id(case.id))
        return Result(after, of_case(case.id))

    def _say(self, case: Case, what: str, earlier: Case) -> Result[Case]:
        with self._ground.storage.transaction(self._ground.actor_id):
            self._note(case, what, earlier.number)
            after = self._tied_anew(self._ground.storage.cases.by_id(case.id))
        return Result(after, of_case(case.id))

    def _note(self, case: Case, what: str, number: int) -> None:
        event = CaseEvent(case.id, self._ground.clock.now(), what, self._ground.actor_id, str(number))
        self._ground.storage.cases.add_event(event)

    def _tied_anew(self, case: Case) -> Case:
        after = CaseLookup(self._ground).with_second_failure(case)
        self._ground.storage.cases.update(after, changed_fields(case, after))
        return after

    def _of_family(self, who: str, thing: Thing, left_out: Iterable[int], before: datetime) -> Case | None:
        """Return the newest case before of the same product and failure under a name that they share."""
        if not (who.strip() and thing.product.strip() and thing.failure_kind):
            return None
        window = self._ground.settings.second_failure_window_days
        like = self._ground.storage.cases.like(thing.product.strip(), thing.failure_kind, before, window)
        near = (one for one in like if one.number not in left_out and share_a_name(who, one.who))
        return next(near, None)

    def _repeat(self, earlier: Case, case: Case | None, likeness: Likeness) -> Repeat:
        now = case.opened_at if case is not None else self._ground.clock.now()
        days = days_between(earlier.opened_at, now, self._ground.settings.hours.zone)
        return Repeat(earlier, days, likeness, self._cause_words(earlier.root_cause))

    def _cause_words(self, cause: str) -> str:
        """Return the noted cause as the form of the log words it."""
        field_of = {one.id: one for one in self._ground.forms[Step.LOGGING].fields()}["root_cause"]
        options = {option.id: option for option in field_of.options}
        return words_in(options[cause].label, language_in_use()) if cause in options else ""


def without(said: Said, number: int) -> Said:
    """Return what was said without a word about this case."""
    return replace(said, tied=None if said.tied == number else said.tied, refused=said.refused - {number})
