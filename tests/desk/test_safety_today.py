"""One sentence says whether the data is safe today; what is worst decides."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop_cs.desk.safety_today import Level, SafetyFacts, Topic, judged

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)
DAY = timedelta(days=1)
WORTH_DOING = "The shop’s data is safe today; 1 thing is worth doing soon."
WELL_KEPT = SafetyFacts(
    NOW,
    NOW - 100 * DAY,
    backup_at=NOW - DAY / 4,
    second_place="stick",
    second_at=NOW - DAY,
    check_at=NOW - 3 * DAY,
    drill_at=NOW - 20 * DAY,
)


def topics(facts):
    return [reason.topic for reason in judged(facts).reasons]


def test_a_well_kept_shop_is_safe_and_that_is_all_that_is_said():
    today = judged(WELL_KEPT)
    assert (today.level, today.sentence) == (Level.GOOD, "The shop’s data is safe today.")
    assert today.reasons == ()


@pytest.mark.parametrize(
    ("changed", "level", "topic"),
    [
        ({"check_problems": 1}, Level.DANGER, Topic.CHECK),
        ({"drill_problems": 1}, Level.DANGER, Topic.DRILL),
        ({"unsaved_since": NOW - 7 * DAY}, Level.DANGER, Topic.BACKUPS),
        ({"unsaved_since": NOW - 2 * DAY}, Level.WATCH, Topic.BACKUPS),
        ({"second_place": "", "second_at": None}, Level.WATCH, Topic.SECOND_PLACE),
        ({"second_at": None}, Level.WATCH, Topic.SECOND_PLACE),
        ({"second_at": NOW - 7 * DAY}, Level.WATCH, Topic.SECOND_PLACE),
        ({"check_at": NOW - 14 * DAY}, Level.WATCH, Topic.CHECK),
        ({"drill_at": None}, Level.WATCH, Topic.DRILL),
        ({"has_phrase": True}, Level.WATCH, Topic.KEYS),
        ({"has_phrase": True, "has_sheet": True, "renewal_due": True}, Level.WATCH, Topic.KEYS),
        ({"folder_warnings": ("The folder is carried off to a cloud.",)}, Level.WATCH, Topic.FOLDER),
    ],
)
def test_whatever_is_not_as_it_should_be_is_said(changed, level, topic):
    today = judged(replace(WELL_KEPT, **changed))
    assert [(reason.level, reason.topic) for reason in today.reasons] == [(level, topic)]
    assert today.level is level
    assert today.sentence == (today.reasons[0].headline or WORTH_DOING)
    assert today.reasons[0].to_do


def test_a_second_place_that_holds_nothing_yet_is_no_second_place():
    today = judged(replace(WELL_KEPT, begun_at=NOW - DAY, second_at=None))
    assert "it lies nowhere else" in today.sentence
    assert "Nothing lies in the second place yet" in today.reasons[0].to_do
    assert not today.reasons[0].urgent


@pytest.mark.parametrize(
    "changed",
    [
        {"unsaved_since": NOW - 2 * DAY + timedelta(minutes=1)},
        {"second_at": NOW - 7 * DAY + timedelta(minutes=1)},
        {"check_at": NOW - 14 * DAY + timedelta(minutes=1)},
        {"has_phrase": True, "has_sheet": True},
    ],
)
def test_nothing_is_said_before_its_time(changed):
    assert topics(replace(WELL_KEPT, **changed)) == []


def test_what_lies_on_one_pc_alone_is_never_called_safe_but_is_pressed_for_after_a_week_only():
    begun = SafetyFacts(NOW, NOW - 6 * DAY)
    assert judged(begun).sentence == "The shop’s data is safe on this PC, but it lies nowhere else."
    assert [reason.urgent for reason in judged(begun).reasons] == [False]
    assert [reason.urgent for reason in judged(replace(begun, begun_at=NOW - 7 * DAY)).reasons] == [True]


def test_a_clock_set_back_makes_nothing_late():
    assert topics(replace(WELL_KEPT, now=NOW - 90 * DAY)) == []


def test_the_worst_is_the_answer_and_the_rest_stands_below_it():
    facts = replace(WELL_KEPT, second_at=NOW - 9 * DAY, check_problems=2)
    today = judged(facts)
    assert today.level is Level.DANGER
    assert today.sentence == "The shop’s data is damaged and needs you today."
    assert topics(facts) == [Topic.CHECK, Topic.SECOND_PLACE]


def test_what_stands_alone_comes_before_what_is_only_worth_doing():
    today = judged(replace(WELL_KEPT, second_at=NOW - 9 * DAY, check_at=NOW - 14 * DAY, drill_at=None))
    assert "9 days old" in today.sentence
    assert [reason.topic for reason in today.reasons] == [Topic.SECOND_PLACE, Topic.CHECK, Topic.DRILL]
    two = judged(replace(WELL_KEPT, check_at=NOW - 14 * DAY, drill_at=None))
    assert two.sentence == "The shop’s data is safe today; 2 things are worth doing soon."


def test_days_are_counted_in_the_sentence():
    assert "9 days old" in judged(replace(WELL_KEPT, second_at=NOW - 9 * DAY)).sentence


def test_a_shop_without_any_backup_is_not_called_safe():
    begun = SafetyFacts(NOW, NOW, unsaved_since=NOW)
    assert judged(begun).sentence == "The shop’s data is not backed up yet."
    assert "not backed up" not in judged(replace(begun, backup_at=NOW)).sentence
