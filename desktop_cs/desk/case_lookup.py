"""Looking up a case: its whole story, what it repeats, how long ones like it took."""

from dataclasses import replace
from uuid import UUID

from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import SuggestedTimes, suggested_times, working_days
from desktop_cs.cases.second_failure import KnownBy, days_between, find_second_failure
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Walk
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.ground import Ground

TIED, NOT_THE_SAME = "tied", "not_the_same"  # events; their reason is the number of the earlier case


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
        """Return the case with the earlier one that it repeats, when the shop remembers one in its window.

        What a person said of it counts more: the one that they tied it to, and never one that they said is
        not the same.
        """
        tied, refused = self._said_of(case)
        earlier = tied or self._found(case, refused)
        if earlier is None:
            return replace(case, earlier_case_id=None, earlier_days=None)
        days = days_between(earlier.opened_at, case.opened_at, self._ground.settings.hours.zone)
        return replace(case, earlier_case_id=earlier.id, earlier_days=days)

    def _said_of(self, case: Case) -> tuple[Case | None, frozenset[int]]:
        """Return the case to which a person tied this one last, and the numbers of those not the same.

        A case that was cancelled since was no first failure, whoever tied this one to it.
        """
        said: dict[int, str] = {}
        for event in self._ground.storage.cases.events(case.id):
            if event.what in (TIED, NOT_THE_SAME):
                said.pop(int(event.reason), None)  # what is said again counts as said last
                said[int(event.reason)] = event.what
        tied = [self._ground.storage.cases.get(number) for number, what in said.items() if what == TIED]
        standing = [one for one in tied if one.state is not CaseState.CANCELLED]
        refused = frozenset(number for number, what in said.items() if what == NOT_THE_SAME)
        return (standing[-1] if standing else None), refused

    def _found(self, case: Case, refused: frozenset[int]) -> Case | None:
        ground = self._ground
        window = ground.settings.second_failure_window_days
        earlier = ground.storage.cases.earlier_of(case.serial, case.customer_id, case.opened_at, window)
        found = find_second_failure(
            KnownBy(case.serial, case.customer_id, case.failure_kind),
            case.opened_at,
            [one for one in earlier if one.id != case.id and one.number not in refused],
            window,
            ground.settings.hours.zone,
        )
        return ground.storage.cases.by_id(found.earlier.id) if found is not None else None
