"""What is asked about cases: the whole story, what is missing, what may be given, what is read back."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_cs.cases.authority import Judgement, judge
from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import SuggestedTimes, suggested_times, working_days
from desktop_cs.cases.second_failure import find_second_failure
from desktop_cs.cases.steps import Step, Walk
from desktop_cs.desk.case_view import Gap, Row, Story
from desktop_cs.desk.step_work import StepWork
from desktop_cs.errors import UserError
from desktop_cs.forms import answers as form_answers
from desktop_cs.i18n import _

if TYPE_CHECKING:
    from desktop_cs.desk.desk import Desk


LARGEST_NUMBER = 2**63 - 1  # what the engine can hold


class CaseReading:
    """Questions about cases; nothing is changed."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    @cached_property
    def steps(self) -> StepWork:
        """Return the acts on the steps of a case."""
        return StepWork(self._desk)

    def story(self, case_id: UUID) -> Story:
        """Return the case with everything that belongs to it.

        Raises:
            KeyError: There is no such case.
        """
        storage = self._desk.storage
        case = storage.cases.by_id(case_id)
        return Story(
            case=case,
            walk=Walk(storage.cases.entries(case_id)),
            customer=storage.customers.get(case.customer_id) if case.customer_id else None,
            promises=tuple(storage.promises.of_case(case_id)),
            follow_ups=tuple(storage.follow_ups.of_case(case_id)),
            events=tuple(storage.cases.events(case_id)),
            earlier=storage.cases.by_id(case.earlier_case_id) if case.earlier_case_id else None,
            names={one.id: one.name for one in storage.shop.staff()},
            approved=storage.cases.approved(case_id),
        )

    def numbered(self, number: int) -> Story:
        """Return the story of the case with this number.

        Raises:
            UserError: There is no such case.
        """
        try:
            known = number if 0 < number <= LARGEST_NUMBER else 0
            return self.story(self._desk.storage.cases.get(known).id)
        except KeyError as error:
            raise UserError(_("There is no case {number} here.").format(number=number)) from error

    def suggested_times(self, story: Story) -> SuggestedTimes | None:
        """Return when to aim for and what to tell, counted from the opening of the case.

        None where no like case came before to learn from.
        """
        settings, opened_at = self._desk.settings, story.case.opened_at
        like = self._desk.storage.cases.like_working_days(story.case.failure_kind)
        days = [working_days(*span, settings.hours) for span in like if span[0] < opened_at]
        return suggested_times(opened_at, days, settings.promise_margin_days, settings.hours)

    def with_second_failure(self, case: Case) -> Case:
        """Return the case with the earlier one that it repeats, when the shop remembers one in its window."""
        window = self._desk.settings.second_failure_window_days
        earlier = self._desk.storage.cases.earlier_of(case.serial, case.customer_id, case.opened_at, window)
        found = find_second_failure(
            case.serial,
            case.customer_id,
            case.opened_at,
            [one for one in earlier if one.id != case.id],
            window,
        )
        if found is None:
            return replace(case, earlier_case_id=None, earlier_days=None)
        return replace(case, earlier_case_id=found.earlier.id, earlier_days=found.days)

    def judgement(self, story: Story) -> Judgement:
        """Return whether what is given in this case is inside the authority of the owner on its day."""
        desk = self._desk
        owner = next((one for one in desk.storage.shop.staff() if one.id == story.case.owner), desk.actor)
        if owner is None:
            return Judgement(within=True)
        given_at = story.walk.entry(Step.RESOLUTION).done_at or desk.clock.now()
        start, end = desk.follow_ups.day_of(given_at)
        given = desk.storage.cases.spent_today(owner.id, start, end, story.case.id)
        return judge(story.remedies.spent, given, desk.settings.limit_of(owner.role), story.approved)

    def gaps(self, story: Story) -> tuple[Gap, ...]:
        """Return everything that still keeps the case from being finished, in the order of the steps."""
        found: list[Gap] = []
        for step in Step:
            entry = story.walk.entry(step)
            if entry.is_passed:
                continue
            problems = self.steps.step_problems(story, step)
            found += [Gap(step, field_id, sentence) for field_id, sentence in problems.items()]
            if not problems and step is not Step.LOGGING:
                found.append(Gap(step, "", _("This step is neither done nor skipped.")))
        if not self.judgement(story).within:
            found.append(Gap(Step.RESOLUTION, "goodwill", _("A manager still has to approve what is given.")))
        return tuple(found)

    def rows(self, story: Story) -> tuple[Row, ...]:
        """Return what is read back to the customer: every answer that is not private, step by step."""
        context = self._desk.context()
        return tuple(
            Row(step, field_id, label, text)
            for step in Step
            for field_id, label, text in form_answers.summary_rows(
                self._desk.forms[step], story.answers(step), context, story.rules()
            )
        )
