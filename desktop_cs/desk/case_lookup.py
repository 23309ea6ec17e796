"""Looking up a case: its whole story, what it repeats, how long ones like it took."""

from dataclasses import replace
from uuid import UUID

from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import SuggestedTimes, suggested_times, working_days
from desktop_cs.cases.second_failure import find_second_failure
from desktop_cs.cases.steps import Walk
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.ground import Ground


class CaseLookup:
    """What the records alone tell of a case."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def story(self, case_id: UUID) -> Story:
        """Return the case with everything that belongs to it.

        Raises:
            KeyError: There is no such case.
        """
        storage = self._ground.storage
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

    def suggested_times(self, story: Story) -> SuggestedTimes | None:
        """Return when to aim for and what to tell, counted from the opening of the case.

        None where no like case came before to learn from.
        """
        settings, opened_at = self._ground.settings, story.case.opened_at
        like = self._ground.storage.cases.like_working_days(story.case.failure_kind)
        days = [working_days(*span, settings.hours) for span in like if span[0] < opened_at]
        return suggested_times(opened_at, days, settings.promise_margin_days, settings.hours)

    def with_second_failure(self, case: Case) -> Case:
        """Return the case with the earlier one that it repeats, when the shop remembers one in its window."""
        window = self._ground.settings.second_failure_window_days
        earlier = self._ground.storage.cases.earlier_of(case.serial, case.customer_id, case.opened_at, window)
        found = find_second_failure(
            case.serial,
            case.customer_id,
            case.opened_at,
            [one for one in earlier if one.id != case.id],
            window,
            self._ground.settings.hours.zone,
        )
        if found is None:
            return replace(case, earlier_case_id=None, earlier_days=None)
        return replace(case, earlier_case_id=found.earlier.id, earlier_days=found.days)
