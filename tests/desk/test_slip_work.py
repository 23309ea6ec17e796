"""What a progress slip tells of a case: the told times, the customer's language, nothing private."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pypdfium2
import pytest

from desktop_cs import places
from desktop_cs.cases.case_code import case_number_of
from desktop_cs.cases.promises import Promise
from desktop_cs.cases.steps import Step
from desktop_cs.clock import FixedClock
from desktop_cs.desk.answers_file import read_answers_file
from desktop_cs.desk.case_adding import add_case
from desktop_cs.errors import UserError
from desktop_cs.i18n import use_language
from desktop_cs.storage.uuid7 import uuid7

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)  # after the dryer's review and resolution
WORKED = (
    "1_tumble_dryer",
    "2_phone_bill",
    "3a_cosmetics_unexplained",
    "3b_cosmetics_explained",
    "4_wrong_item",
    "5_rude_on_the_phone",
)
PRIVATE = "Zanzibar"  # a word that stands in no slip


@pytest.fixture
def worked(bare_desk, root):
    """Return a function that stores a worked case and gives its story at noon of the first day."""

    def stored(name):
        story = add_case(bare_desk, read_answers_file(root / "answers" / f"{name}.toml"))
        bare_desk.clock = FixedClock(NOON)
        return story

    return stored


def words_on(pdf):
    return " ".join(
        " ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(pdf)
    )


def promise(story, what="Call you", hours=4, **more):
    return Promise(uuid7(), story.case.id, what, story.case.opened_at, NOON + timedelta(hours=hours), **more)


def test_the_dryers_slip_tells_what_was_told_and_never_what_is_aimed_at(worked, bare_desk):
    slip = bare_desk.slips.slip(worked("1_tumble_dryer"))
    assert (slip.customer, slip.number, slip.code) == ("Mrs Fallon", 7, "00007")
    assert case_number_of(slip.code) == 7
    assert slip.problem == "Tumble dryer stands still again, and nobody called back"
    assert slip.in_their_words[0] == "It hums, and then the drum just stands there. Exactly like before."
    assert [f"{one.due:%a %H:%M}" for one in slip.promises] == ["Mon 14:00", "Wed 17:00", "Fri 10:00"]
    assert f"{slip.answer.due:%a %H:%M}" == "Fri 10:00"
    for paper in ("80mm", "A4", "Letter"):
        told = words_on(bare_desk.slips.pdf(worked_story(bare_desk, 7), paper))
        assert "5 November" not in told
        assert "Thursday" not in told
        assert "By Friday, 6 November at 10:00 (“on Friday at ten”). Milan Horvat sees to it." in told
        assert "The technician runs it for an hour" in told


def worked_story(desk, number):
    return desk.casework.numbered(number)


def test_the_chinese_slip_is_told_in_the_customers_language_whoever_prints_it(worked, bare_desk):
    story = worked("5_rude_on_the_phone")
    told = "".join(words_on(bare_desk.slips.pdf(story, "80mm")).split())
    for words in ("处理进度", "陈女士，您好！", "从今天起，排队时电话转到办公室", "有事请找林晓梅"):
        assert words in told
    use_language("zh_CN", places.resources_dir() / "locale")
    try:
        english = words_on(bare_desk.slips.pdf(worked("1_tumble_dryer"), "A4"))
    finally:
        use_language("en", places.resources_dir() / "locale")
    assert "Where things stand" in english


@pytest.mark.parametrize("name", WORKED)
def test_nothing_private_is_on_any_worked_slip(worked, bare_desk, name):
    story = worked(name)
    told = words_on(bare_desk.slips.pdf(story, "80mm"))
    resolution = story.answers(Step.RESOLUTION)
    gifts = [line for key in ("goodwill", "extra") for line in json.loads(resolution.get(key) or "[]")]
    hidden = [
        *(text for key, text in story.answers(Step.LOGGING).items() if key != "where_it_started"),
        *(text for line in gifts for text in line.values()),
        story.answers(Step.APOLOGY).get("own_words", ""),
        story.answers(Step.REVIEW).get("serial", ""),
        story.customer.phone,
        story.customer.address,
    ]
    printed = "".join(told.split())
    assert [text for text in hidden if len(text) > 6 and "".join(text.split()) in printed] == []
    assert not any(word in told for word in ("upset", "limit", "abuse", "manager", "sue"))


def test_mood_threats_and_private_answers_never_reach_the_paper(desk, take, fill):
    story = take(mood="shouting", threatens="sue", reference=PRIVATE)
    story = fill(story, "review", suspected_abuse="yes", customer_suggestion=PRIVATE, till_receipt=PRIVATE)
    story = fill(
        story, "resolution", goodwill=json.dumps([{"gesture": PRIVATE, "cost": "9.00", "reason": PRIVATE}])
    )
    story = fill(story, "logging", root_cause_details=PRIVATE, idea=PRIVATE, hard_on_me="yes")
    assert PRIVATE in str([story.walk.entry(step).answers for step in Step])
    assert PRIVATE not in words_on(desk.slips.pdf(story, "A4"))
    assert PRIVATE not in str(desk.slips.slip(story))


def test_a_promise_in_a_draft_is_told_at_its_told_time_alone(desk, take):
    story = take()
    late, soon = promise(story, "Second", 9, aim_at=NOON), promise(story, "First", 2)
    story = replace(story, promises=(late, soon))
    slip = desk.slips.slip(story)
    assert [one.what for one in slip.promises] == ["First", "Second"]
    assert [one.due.hour for one in slip.promises] == [14, 21]


def test_words_said_about_an_earlier_time_are_not_repeated_for_the_new_one(desk, take, clock):
    story = take()
    with desk.storage.transaction(None):
        desk.storage.promises.add(promise(story, told_as="today by two"))
    story = desk.casework.story(story.case.id)
    renewed = desk.follow_ups.renegotiate(story.promises[0], NOON + timedelta(days=2)).value
    (told,) = desk.slips.slip(desk.casework.story(story.case.id)).promises
    assert (told.due.day, told.told_as) == (4, "")
    assert renewed.what == told.what


def test_the_promise_to_tell_the_cause_stands_with_the_cause_also_at_a_new_time(desk, take, fill):
    story = fill(take(), "review", sure_or_checking="checking", cause_told="")
    slip = desk.slips.slip(story)
    assert slip.answer is not None
    assert slip.promises == ()
    (answer,) = story.promises
    desk.follow_ups.renegotiate(answer, answer.due_at + timedelta(days=1))
    later = desk.slips.slip(desk.casework.story(story.case.id))
    assert later.answer.due == slip.answer.due + timedelta(days=1)
    assert later.promises == ()


def test_a_kept_promise_is_told_as_done_but_a_seat_and_water_is_not_worth_a_line(desk, take, fill):
    story = fill(take(), "apology", immediate_need="seat_and_water")
    assert desk.slips.slip(story).promises == ()
    with desk.storage.transaction(None):
        desk.storage.promises.add(promise(story, "Bring the loan dryer"))
    story = desk.casework.story(story.case.id)
    for one in story.promises:
        desk.follow_ups.settle_promise(one, "kept")
    slip = desk.slips.slip(desk.casework.story(story.case.id))
    assert [one.what for one in slip.kept] == ["Bring the loan dryer"]
    assert slip.kept[0].done.hour == 10


def test_promises_that_the_program_words_are_told_in_the_customers_language(desk, take, fill):
    story = fill(take(language_of_letters="zh_CN"), "review", customer_suggestion="A bench outside")
    desk.follow_ups.call_back(story.case, NOON, "about the bench")
    story = desk.casework.story(story.case.id)
    told = "".join(words_on(desk.slips.pdf(story, "80mm")).split())
    assert "给您回电话11月2日星期一12:00之前办好" in told
    assert "答复您的建议" in told
    assert "bench" not in told
    assert not any("Call" in text for text in desk.slips.slip(story).written())


@pytest.mark.parametrize(("written_in", "told_in"), [("zh_TW", "zh_CN"), ("ru", "en"), ("zh_CN", "zh_CN")])
def test_a_slip_speaks_the_nearest_language_that_it_knows(desk, take, written_in, told_in):
    story = take(language_of_letters=written_in)
    assert desk.slips.slip(story).language == told_in
    assert desk.slips.pdf(story, "80mm").startswith(b"%PDF")


def test_the_outcome_counts_once_the_resolution_is_done(desk, take, fill):
    story = fill(take(), "resolution", finish=False)
    assert (desk.slips.slip(story).remedy, desk.slips.slip(story).solved) == ("", "")
    story = fill(story, "resolution")
    assert (desk.slips.slip(story).remedy, desk.slips.slip(story).solved) == ("repair", "yes")


def test_one_asks_for_the_owner_and_the_first_helper_while_they_work_here(desk, take, staff):
    technician = staff[1]
    story = take()
    story = replace(story, case=replace(story.case, owner=technician.id))
    assert desk.slips.slip(story).ask_for == ("Milan Horvat", "Aoife Byrne")
    with desk.storage.transaction(None):
        desk.storage.shop.save_staff(replace(technician, active=False))
    assert desk.slips.slip(story).ask_for == ("Aoife Byrne",)
    nobody = replace(story, case=replace(story.case, owner=None, first_helper=None))
    assert desk.slips.slip(nobody).ask_for == ()


def test_somebody_without_a_name_gets_a_slip_too(desk, take):
    story = take(who="", reported_by="supplier")
    assert desk.slips.slip(story).customer == ""
    assert "Dryer stands still" in words_on(desk.slips.pdf(story, "80mm"))


def test_a_number_too_long_for_a_scan_leaves_the_bars_out(desk, take):
    story = take()
    long = replace(story, case=replace(story.case, number=123456789))
    assert desk.slips.slip(long).code == ""
    assert "123456789" in words_on(desk.slips.pdf(long, "80mm"))


@pytest.mark.parametrize("change", [{"state": "cancelled"}, {"imported_from": "table.csv"}])
def test_a_cancelled_or_imported_case_has_no_slip(desk, take, change):
    story = take()
    with pytest.raises(UserError, match="no slip"):
        desk.slips.pdf(replace(story, case=replace(story.case, **change)), "A4")


def test_hard_words_are_marked_with_a_reason_but_not_the_customers_own(desk, take, fill):
    hard = "You probably used it wrongly."
    told = json.dumps([{"text": hard}])
    story = fill(take(), "review", cause_told="The belt was worn.", in_their_words=told)
    assert desk.slips.marks(desk.slips.slip(story)) == []
    story = fill(story, "review", cause_told=hard)
    marks = desk.slips.marks(desk.slips.slip(story))
    assert any("used it wrongly" in mark.words for mark in marks)
    assert all(mark.reason and mark.words in hard for mark in marks)


def test_a_bare_name_is_marked_where_the_form_of_address_is_known(worked, bare_desk):
    story = worked("1_tumble_dryer")
    bare = replace(story, case=replace(story.case, one_line="Fallon: the dryer stands still"))
    (mark,) = bare_desk.slips.marks(bare_desk.slips.slip(bare), story.customer)
    assert mark.words == "Fallon"
    assert mark.reason


def test_what_the_slip_cannot_tell_yet_is_said_beside_it(desk, take, fill):
    story = take()
    gaps = desk.slips.gaps(desk.slips.slip(story))
    assert len(gaps) == 2
    assert "what caused it" in gaps[0]
    assert "by when it is put right" in gaps[1]
    story = fill(story, "review", cause_told="A worn belt", prevention_told="A longer test")
    story = fill(story, "resolution")
    assert desk.slips.gaps(desk.slips.slip(story)) == []
    story = fill(story, "review", cause_told="A worn belt")
    assert desk.slips.gaps(desk.slips.slip(story)) == ["Nothing says how it is kept from happening again."]


def test_a_late_promise_asks_for_a_new_time_first(desk, take):
    story = take()
    late = replace(story, promises=(promise(story, hours=-3),))
    assert any("late" in gap for gap in desk.slips.gaps(desk.slips.slip(late)))


def test_a_text_in_another_language_than_the_customers_is_named(desk, take, fill):
    story = take("水壶漏水", language_of_letters="zh_CN")
    story = fill(story, "review", cause_told="The lid was not tight.", prevention_told="逐个试水")
    assert desk.slips.gaps(desk.slips.slip(story))[-1] == (
        "“The lid was not tight.” is not in the customer’s language."
    )


def test_printing_is_noted_as_a_word_to_the_customer(desk, take, clock):
    story = take()
    event = desk.slips.printed(story).value
    assert (event.what, event.at, event.by) == ("told", clock.now(), desk.actor_id)
    assert desk.casework.story(story.case.id).events[-1] == event
