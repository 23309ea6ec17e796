"""Invented cases are sound: answers that the forms take, times that have been, months that say something."""

from datetime import timedelta

import pytest

from desktop_cs.desk.month_work import month_of
from desktop_cs.desk.practice import make_practice_shop
from desktop_cs.forms import answers as form_answers


@pytest.fixture
def practice(bare_desk):
    """Return the desk of a practice shop with sixty cases."""
    make_practice_shop(bare_desk, 60, 1)
    return bare_desk


def cases(desk):
    return [desk.storage.cases.get(number) for number in range(1, desk.storage.cases.count() + 1)]


def test_every_answer_of_a_finished_case_is_one_that_its_form_takes(practice):
    for case in cases(practice):
        story = practice.casework.story(case.id)
        for step, entry in story.walk.entries.items():
            form = practice.forms[step]
            assert form_answers.missing(form, entry.answers, story.rules()) == []
            shown = form_answers.summary_rows(
                form, entry.answers, practice.context(), story.rules(), with_private=True
            )
            assert len(shown) == len(entry.answers)


def test_nothing_happened_in_the_future_and_cases_come_in_the_order_of_their_numbers(practice, clock):
    over = [case for case in cases(practice) if case.state == "closed"]
    assert [case.opened_at for case in over] == sorted(case.opened_at for case in over)
    assert all(case.opened_at <= case.logged_at <= case.closed_at <= clock.now() for case in over)
    assert all(practice.settings.hours.is_open(case.opened_at) for case in over)


@pytest.mark.parametrize(("number", "days"), [(4, 30), (60, 84), (700, 730)])
def test_cases_are_spread_over_a_time_that_grows_with_their_number_up_to_today(
    bare_desk, clock, number, days
):
    make_practice_shop(bare_desk, number, 1)
    opened = [case.opened_at for case in cases(bare_desk) if case.state == "closed"]
    assert timedelta(days=days * 0.8) < clock.now() - min(opened) < timedelta(days=days + 2)
    assert clock.now() - max(opened) < timedelta(days=max(days / number * 3, 5))


def test_the_last_months_have_promises_calls_and_satisfaction(practice):
    for month in ("2026-09", "2026-10"):
        figures = practice.months.figures(month_of(month))
        assert figures.done
        assert figures.promises_kept + figures.promises_broken == len(figures.trust) > 0
        assert figures.follow_ups_done > 0
        assert sum(figures.satisfaction.values()) == figures.follow_ups_done


def test_the_records_are_sound_and_today_has_something_to_show(practice):
    assert practice.storage.check() == []
    shown = practice.follow_ups.agenda()
    assert shown.waiting + len(shown.next_days) > 0
    assert practice.follow_ups.unfinished()


def test_a_customer_in_each_language_waits_for_a_letter(practice):
    stories = [practice.casework.story(case_id) for case_id in practice.letters.due()]
    assert sorted(story.case.language_of_letters for story in stories) == ["en", "ru", "zh_CN", "zh_TW"]
    for story in stories:
        assert practice.letters.missing(story) == []
