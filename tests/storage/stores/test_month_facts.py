"""The figures of a month."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from desktop_cs.cases.case import CaseEvent
from desktop_cs.cases.promises import Promise, PromiseState
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.followups.followup import FollowUp, FollowUpKind, FollowUpState
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.look import LetterLook
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.summary.month import Month, MonthFigures

NOVEMBER = Month(2026, 11)
BERLIN = OpeningHours(weekdays(time(9), time(18)), zone_name="Europe/Berlin")
DAY = timedelta(days=1)
MIDDLE = datetime(2026, 11, 12, 10, tzinfo=UTC)


def figures(storage, month=NOVEMBER, hours=BERLIN):
    """Return the figures, and make sure that every kind of them adds up."""
    found = storage.month_facts.figures(month, hours)
    assert sum(found.done_by_day.values()) == found.done
    return found


@pytest.fixture
def done(opened):
    """Return a function that makes a case that was logged and closed in the middle of November."""

    def one(**changes):
        usual = {
            "state": CaseState.CLOSED,
            "opened_at": MIDDLE - DAY,
            "logged_at": MIDDLE,
            "closed_at": MIDDLE + DAY,
        }
        return opened(**{**usual, **changes})

    return one


def test_a_month_without_cases_counts_nothing(storage):
    found = figures(storage)
    assert list(found.done_by_day) == [date(2026, 11, day) for day in range(1, 31)]
    assert replace(found, done_by_day={}) == MonthFigures(NOVEMBER)


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Europe/Berlin", datetime(2026, 10, 31, 22, 59, 59, tzinfo=UTC), None),
        ("Europe/Berlin", datetime(2026, 10, 31, 23, 0, tzinfo=UTC), 1),
        ("Europe/Berlin", datetime(2026, 11, 30, 22, 59, 59, 999999, tzinfo=UTC), 30),
        ("Europe/Berlin", datetime(2026, 11, 30, 23, 0, tzinfo=UTC), None),
        ("America/New_York", datetime(2026, 11, 1, 3, 59, tzinfo=UTC), None),
        ("America/New_York", datetime(2026, 11, 1, 4, 0, tzinfo=UTC), 1),
        ("America/New_York", datetime(2026, 11, 2, 4, 30, tzinfo=UTC), 1),
        ("America/New_York", datetime(2026, 11, 2, 5, 0, tzinfo=UTC), 2),
        ("Asia/Shanghai", datetime(2026, 10, 31, 16, 0, tzinfo=UTC), 1),
    ],
)
def test_a_case_counts_on_the_day_that_the_wall_of_the_shop_shows(storage, done, zone, moment, day):
    done(opened_at=moment, logged_at=moment, closed_at=moment)
    found = figures(storage, hours=replace(BERLIN, zone_name=zone))
    counts = (found.opened, found.done, found.closed)
    assert counts == ((1, 1, 1) if day else (0, 0, 0))
    assert [one.day for one, count in found.done_by_day.items() if count] == ([day] if day else [])


def test_the_year_turns_after_december(storage, done):
    done(logged_at=datetime(2026, 12, 31, 22, 59, tzinfo=UTC))
    done(logged_at=datetime(2026, 12, 31, 23, 0, tzinfo=UTC))
    assert figures(storage, Month(2026, 12)).done == 1
    assert figures(storage, Month(2027, 1)).done == 1


def test_each_thing_is_counted_by_the_day_it_was_done(storage, opened, done):
    opened(opened_at=MIDDLE - 40 * DAY)
    opened(opened_at=MIDDLE + 40 * DAY)
    done(opened_at=MIDDLE - 40 * DAY, closed_at=MIDDLE + 40 * DAY)
    done()
    done(logged_at=MIDDLE - 30 * DAY, opened_at=MIDDLE - 40 * DAY)
    found = figures(storage)
    assert (found.opened, found.done, found.closed) == (1, 2, 2)
    assert found.still_open == 2, "the first, and the one that was closed in December"


def test_what_became_of_the_cases_is_counted_by_kind(storage, done):
    first = done(
        failure_kind="late",
        root_cause="transport",
        finding="upheld",
        problem_solved="yes",
        customer_accepts="gladly",
    )
    done(failure_kind="late", finding="not_upheld", customer_accepts="no", repair_status="fixed")
    done(failure_kind="faulty", earlier_case_id=first.id, earlier_days=3)
    done(failure_kind="faulty", logged_at=MIDDLE - 30 * DAY, earlier_case_id=first.id)
    found = figures(storage)
    assert found.by_failure_kind == {"late": 2, "faulty": 1}
    assert found.by_root_cause == {"transport": 1}
    assert found.by_finding == {"upheld": 1, "not_upheld": 1}
    assert found.by_problem_solved == {"yes": 1}
    assert found.by_acceptance == {"gladly": 1, "no": 1}
    assert found.by_repair_status == {"fixed": 1}
    assert found.second_failures == 1


def test_imported_cases_count_by_the_day_they_were_logged(storage, new_case):
    cases = [
        (
            new_case(
                state=CaseState.CLOSED, opened_at=MIDDLE - 90 * DAY, logged_at=MIDDLE, imported_from="table"
            ),
            {},
        )
        for _ in range(3)
    ]
    with storage.transaction():
        storage.cases.add_imported(cases)
    found = figures(storage)
    assert (found.opened, found.done, found.imported) == (0, 3, 3)


def test_a_case_that_was_reopened_counts_once_a_month(storage, done):
    case = done()
    with storage.transaction():
        for at, what in (
            (MIDDLE, "reopened"),
            (MIDDLE + DAY, "reopened"),
            (MIDDLE + 40 * DAY, "reopened"),
            (MIDDLE, "logged"),
        ):
            storage.cases.add_event(CaseEvent(case.id, at, what, reason="it came back"))
    assert figures(storage).reopened == 1


def test_a_case_that_came_back_later_was_closed_in_its_month_all_the_same(storage, done):
    case = done(state=CaseState.REOPENED, closed_at=None)
    with storage.transaction():
        storage.cases.add_event(CaseEvent(case.id, MIDDLE + DAY, "closed"))
        storage.cases.add_event(CaseEvent(case.id, MIDDLE + 30 * DAY, "reopened"))
    november, december = figures(storage), figures(storage, Month(2026, 12))
    assert (november.closed, november.still_open, november.reopened) == (1, 0, 0)
    assert (december.closed, december.still_open, december.reopened) == (0, 1, 1)
    with storage.transaction():
        storage.cases.update(replace(case, state=CaseState.CLOSED, closed_at=MIDDLE + 31 * DAY))
        storage.cases.add_event(CaseEvent(case.id, MIDDLE + 31 * DAY, "closed"))
    november, december = figures(storage), figures(storage, Month(2026, 12))
    assert (november.closed, november.still_open) == (1, 0)
    assert (december.closed, december.still_open) == (1, 0)


def test_a_case_closed_twice_in_a_month_was_closed_once(storage, done):
    case = done(closed_at=MIDDLE + 3 * DAY)
    with storage.transaction():
        for days, what in ((1, "closed"), (2, "reopened"), (3, "closed")):
            storage.cases.add_event(CaseEvent(case.id, MIDDLE + days * DAY, what))
    assert (figures(storage).closed, figures(storage).still_open) == (1, 0)


def test_promises_count_when_they_were_settled_with_their_trust(storage, done):
    case = done()

    def promise(state, minutes, settled=MIDDLE):
        made = None if settled is None else settled - timedelta(minutes=minutes)
        made = made or MIDDLE
        return Promise(
            uuid7(), case.id, "call", made, made + timedelta(minutes=180), state=state, settled_at=settled
        )

    with storage.transaction():
        storage.promises.add(promise(PromiseState.KEPT, 140))
        storage.promises.add(promise(PromiseState.BROKEN, 360, MIDDLE + DAY))
        storage.promises.add(promise(PromiseState.BROKEN, 0, None))
        storage.promises.add(promise(PromiseState.RENEGOTIATED, 10))
        storage.promises.add(promise(PromiseState.OPEN, 0, None))
        storage.promises.add(promise(PromiseState.KEPT, 10, MIDDLE - 30 * DAY))
    found = figures(storage)
    assert (found.promises_kept, found.promises_broken) == (1, 2)
    assert found.trust == (22.2, -100.0)


def test_follow_ups_count_when_they_were_done_and_by_their_day(storage, done):
    case = done()

    def follow_up(due, at=MIDDLE, **changes):
        usual = {"state": FollowUpState.DONE, "done_at": at, "answers": {"satisfied": "4"}}
        return FollowUp(
            uuid7(), case.id, changes.pop("kind", FollowUpKind.WRAP_UP), due, **{**usual, **changes}
        )

    midnight_in_berlin = datetime(2026, 11, 12, 23, 0, tzinfo=UTC)
    with storage.transaction():
        storage.follow_ups.add(follow_up(MIDDLE + DAY))
        storage.follow_ups.add(
            follow_up(MIDDLE, midnight_in_berlin - timedelta(seconds=1), answers={"satisfied": "5"})
        )
        storage.follow_ups.add(follow_up(MIDDLE, midnight_in_berlin, answers={}))
        storage.follow_ups.add(follow_up(MIDDLE, MIDDLE + 40 * DAY))
        storage.follow_ups.add(follow_up(MIDDLE, kind=FollowUpKind.INTERNAL))
        storage.follow_ups.add(follow_up(MIDDLE, state=FollowUpState.DROPPED))
        storage.follow_ups.add(follow_up(MIDDLE, state=FollowUpState.OPEN, done_at=None))
    found = figures(storage)
    assert (found.follow_ups_done, found.follow_ups_on_time) == (3, 2)
    assert found.satisfaction == {"4": 1, "5": 1}


def given_and_printed(storage, case, at=MIDDLE, state=StepState.DONE):
    lines = {"goodwill": '[{"gesture":"loan","cost":"800"}]', "extra": '[{"gesture":"tea","cost":"50"}]'}
    with storage.transaction():
        storage.cases.save_entry(
            case.id, StepEntry(Step.RESOLUTION, state, lines, done_at=at, done_by=uuid7())
        )
        storage.cases.save_entry(case.id, StepEntry(Step.REVIEW, StepState.DONE, {"suspected_abuse": "yes"}))
        storage.letters.save(LetterRecord(uuid7(), case.id, "en", (), 1, LetterLook(), at, printed_at=at))
        storage.letters.save(LetterRecord(uuid7(), case.id, "en", (), 1, LetterLook(), at))


def test_what_was_given_and_printed_counts_on_its_day(storage, done):
    given_and_printed(storage, done())
    given_and_printed(storage, done(logged_at=MIDDLE + 40 * DAY), at=MIDDLE + 40 * DAY)
    given_and_printed(storage, done(logged_at=MIDDLE + 40 * DAY), state=StepState.TODO)
    found = figures(storage)
    assert (found.goodwill, found.extra) == (800, 50)
    assert found.letters_printed == 2
    assert found.suspected_abuse == 1


def test_a_cancelled_case_is_counted_nowhere_nor_is_what_belongs_to_it(storage, done):
    case = done(state=CaseState.CANCELLED, failure_kind="late", imported_from="table", repair_status="fixed")
    with storage.transaction():
        storage.cases.add_event(CaseEvent(case.id, MIDDLE, "reopened"))
        for state, settled in ((PromiseState.KEPT, MIDDLE), (PromiseState.BROKEN, None)):
            storage.promises.add(
                Promise(uuid7(), case.id, "call", MIDDLE, MIDDLE, state=state, settled_at=settled)
            )
        storage.follow_ups.add(
            FollowUp(uuid7(), case.id, FollowUpKind.WRAP_UP, MIDDLE, state=FollowUpState.DONE, done_at=MIDDLE)
        )
    given_and_printed(storage, case)
    assert replace(figures(storage), done_by_day={}) == MonthFigures(NOVEMBER)


def test_every_figure_of_the_summary_is_counted_here(storage, done):
    first = done(
        failure_kind="late",
        root_cause="stock",
        finding="upheld",
        problem_solved="yes",
        customer_accepts="yes",
        repair_status="fixed",
        imported_from="table",
    )
    case = done(earlier_case_id=first.id)
    done(closed_at=None, state=CaseState.LOGGED)
    with storage.transaction():
        storage.cases.add_event(CaseEvent(case.id, MIDDLE, "reopened"))
        for state in (PromiseState.KEPT, PromiseState.BROKEN):
            storage.promises.add(
                Promise(uuid7(), case.id, "call", MIDDLE, MIDDLE, state=state, settled_at=MIDDLE)
            )
        answers = {"satisfied": "5"}
        storage.follow_ups.add(
            FollowUp(
                uuid7(),
                case.id,
                FollowUpKind.WRAP_UP,
                MIDDLE,
                None,
                None,
                FollowUpState.DONE,
                False,
                MIDDLE,
                None,
                answers,
            )
        )
    given_and_printed(storage, case)
    found = figures(storage)
    empty = MonthFigures(NOVEMBER)
    same = [field.name for field in fields(found) if getattr(found, field.name) == getattr(empty, field.name)]
    assert same == ["month", "budget", "adopted", "trail"]  # the desk adds the last three
