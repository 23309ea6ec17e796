"""The five worked cases of the practice, from their answers files to every figure that they tell of."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.clock import FixedClock
from desktop_cs.desk.answers_file import read_answers_file
from desktop_cs.desk.case_adding import add_case
from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.month_work import month_of

NOVEMBER = datetime(2026, 11, 30, 12, tzinfo=UTC)
EVERY = (
    "1_tumble_dryer",
    "2_phone_bill",
    "3a_cosmetics_unexplained",
    "3b_cosmetics_explained",
    "4_wrong_item",
    "5_rude_on_the_phone",
)


@pytest.fixture
def desk(tmp_path):
    """Return the desk of a new folder at the end of November."""
    opened = open_desk(tmp_path / "shop", FixedClock(NOVEMBER))
    yield opened
    opened.close()


@pytest.fixture
def add(desk, root):
    """Return a function that stores a worked case and gives its story."""
    return lambda name: add_case(desk, read_answers_file(root / "answers" / f"{name}.toml"))


def wall(desk, moment):
    return f"{desk.settings.hours.wall(moment):%a %d %H:%M}"


def promises(story):
    return {one.what: one for one in story.promises}


def of_kind(story, kind, state="open"):
    return next(one for one in story.follow_ups if one.kind == kind and one.state == state)


def test_the_dryer_is_a_second_failure_after_twelve_days_and_stays_inside_authority(add, desk):
    story = add("1_tumble_dryer")
    assert (story.case.earlier_days, desk.settings.second_failure_window_days) == (12, 90)
    assert story.earlier.serial == story.case.serial
    (broken,) = desk.storage.promises.of_case(story.earlier.id)
    assert (broken.what, broken.state) == ("Call back about the noise", "broken")
    assert (story.remedies.entitlement_kind, story.price, story.remedies.spent) == ("repair", 42000, 800)
    assert [line.cost for line in (*story.remedies.goodwill, *story.remedies.extra)] == [800, 0]
    judged = desk.casework.judgement(story)
    assert (judged.within, judged.limit, story.approved) == (True, 5000, 0)
    assert story.answers("review")["failure_nature"] == "both"


def test_the_dryers_guide_is_that_of_a_second_failure(add, desk):
    story = add("1_tumble_dryer")
    first_time = replace(story, case=replace(story.case, earlier_case_id=None))
    assert desk.guide.page(story, Step.RESOLUTION) != desk.guide.page(first_time, Step.RESOLUTION)


def test_the_dryer_is_aimed_at_thursday_and_told_for_friday(add, desk):
    story = add("1_tumble_dryer")
    times = desk.casework.suggested_times(story)
    assert (wall(desk, times.aim_at), wall(desk, times.tell)) == ("Thu 05 10:00", "Fri 06 10:00")
    fix = promises(story)["Dryer repaired and back in place"]
    assert (fix.aim_at, fix.due_at) == (times.aim_at, times.tell)
    answer = promises(story)["Tell what we found out"]
    assert (answer.aim_at, answer.due_at) == (times.aim_at, times.tell)
    assert wall(desk, promises(story)["Right now: A loan device"].due_at) == "Mon 02 10:25"


def test_the_dryers_follow_ups_stand_after_the_fix_after_logging_and_a_week_later(add, desk):
    story = add("1_tumble_dryer")
    assert wall(desk, of_kind(story, "immediate").due_at) == "Fri 06 10:20"
    assert wall(desk, of_kind(story, "wrap_up").due_at) == "Fri 13 10:00"
    assert of_kind(story, "internal").until == story.case.logged_at + timedelta(days=30)
    assert story.names[of_kind(story, "immediate").staff_id] == "Aoife Byrne"


def test_the_phone_is_charged_its_parts_alone_and_the_customer_is_called(add, desk):
    story = add("2_phone_bill")
    assert (story.remedies.charged, [line.cost for line in story.remedies.goodwill]) == (9000, [6000])
    assert story.answers("review")["earlier_repair_elsewhere"] == "yes"
    assert desk.casework.judgement(story).limit == 15000
    assert desk.casework.judgement(story).within
    assert (story.case.problem_solved, story.case.customer_accepts) == ("yes", "reluctantly")
    assert of_kind(story, "wrap_up").as_call


def test_the_cream_without_an_explanation_waits_for_one(add, desk):
    story = add("3a_cosmetics_unexplained")
    assert story.case.state == "open"
    assert "explained" in {gap.field_id for gap in desk.casework.gaps(story)}
    said = story.answers("apology")["own_words"]
    marked = {said[mark.start : mark.end] for mark in desk.wording.check(["en"]).marks(said)}
    assert any("used it wrongly" in words for words in marked)


def test_the_cream_with_an_explanation_is_accepted_gladly(add, desk):
    story = add("3b_cosmetics_explained")
    assert (story.case.state, story.case.finding) == ("logged", "not_upheld")
    assert (story.remedies.spent, story.case.customer_accepts) == (350, "gladly")
    assert "why" in story.answers("resolution")["explained"]


def test_the_courier_is_approved_on_the_spot_and_comes_early(add, desk):
    story = add("4_wrong_item")
    assert (story.remedies.entitlement_kind, story.remedies.entitlement_value) == ("money_back", 90000)
    assert (story.price, story.remedies.spent, story.approved) == (90000, 12000, 12000)
    assert desk.settings.limits["counter"].per_case == 5000
    approved = next(event for event in story.events if event.what == "approved")
    assert story.names[approved.by] == "Grace Okafor"
    kept = promises(story)["Sound system at the door"]
    assert [wall(desk, at) for at in (kept.made_at, kept.settled_at, kept.due_at)] == [
        "Fri 06 15:00",
        "Fri 06 17:20",
        "Fri 06 18:00",
    ]
    assert (kept.state, desk.follow_ups.trust(kept)) == ("kept", 22.2)
    assert story.case.state == "logged"


def test_without_the_managers_digits_the_courier_is_beyond_authority(desk, root, tmp_path):
    text = (root / "answers" / "4_wrong_item.toml").read_text(encoding="utf-8")
    refused = tmp_path / "4.toml"
    approval = text[text.index("[resolution.approval]") :].split("\n\n", maxsplit=1)[0]
    refused.write_text(text.replace(approval, ""), encoding="utf-8")
    story = add_case(desk, read_answers_file(refused))
    judged = desk.casework.judgement(story)
    assert (judged.within, judged.beyond) == (False, 7000)
    assert story.case.state == "open"


def test_the_call_is_made_after_six_hours_and_the_case_comes_back_the_next_day(add, desk):
    story = add("5_rude_on_the_phone")
    call = promises(story)["经理打电话道歉"]
    assert (call.state, desk.follow_ups.trust(call)) == ("kept", 75.0)
    assert [event.what for event in story.events] == ["taken", "logged", "closed", "reopened", "logged"]
    assert [bool(event.reason) for event in story.events] == [False, False, True, True, False]
    assert (story.case.customer_accepts, story.case.language_of_letters) == ("yes", "zh_CN")
    assert story.remedies.entitlement_kind == "none"


def test_after_thirty_hours_the_trust_in_the_call_would_be_below_nothing(desk, root):
    text = (root / "answers" / "5_rude_on_the_phone.toml").read_text(encoding="utf-8")
    assert "[[after]]" in text
    late = desk.storage.folder / "5.toml"
    late.write_text(text[: text.index("[[after]]")], encoding="utf-8")
    call = promises(add_case(desk, read_answers_file(late)))["经理打电话道歉"]
    settled = desk.follow_ups.settle_promise(call, "kept", call.made_at + timedelta(hours=30)).value
    assert desk.follow_ups.trust(settled) == -25.0


def test_a_case_that_came_back_is_followed_up_anew_before_it_closes(add, desk):
    story = add("5_rude_on_the_phone")
    assert story.case.state == "logged"
    assert wall(desk, of_kind(story, "immediate").due_at) == "Wed 11 11:05"
    assert wall(desk, of_kind(story, "wrap_up").due_at) == "Wed 18 11:05"
    for kind in ("immediate", "wrap_up"):
        desk.follow_ups.complete(of_kind(desk.casework.story(story.case.id), kind), {"reached": "yes"})
    (suggestion,) = [one for one in story.promises if one.state == "open"]
    assert "希望电话里能有会说中文的人" in suggestion.what
    assert desk.casework.story(story.case.id).case.state == "logged"
    desk.follow_ups.settle_promise(suggestion, "kept")
    assert desk.casework.story(story.case.id).case.state == "closed"


def test_all_of_them_in_one_shop_make_its_november(add, desk):
    for name in EVERY:
        add(name)
    figures = desk.months.figures(month_of("2026-11"))
    assert (figures.opened, figures.done, figures.second_failures) == (6, 5, 1)
    assert (figures.promises_kept, sorted(figures.trust)) == (2, [22.2, 75.0])
    assert (figures.goodwill, figures.extra) == (800 + 6000 + 12000, 350)
    assert desk.storage.check() == []


@pytest.mark.parametrize("name", EVERY)
def test_every_worked_case_has_its_letter(add, desk, name):
    record = desk.letters.of_case(add(name))
    assert record.language == ("zh_CN" if name[0] == "5" else "en")
    assert record.text_blocks
