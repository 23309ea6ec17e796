"""Random walks on a real desk, as people walk: in any order, wrongly, taken back, and cut off in the middle.

30 walks in every run; `DESKTOP_CS_WALKS=2000` in the environment walks so many.
"""

import os
import shutil
import tempfile
from datetime import UTC, datetime, time, timedelta
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.requests import RequestState
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepState
from desktop_cs.clock import FixedClock
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.step_work import typed_answers
from desktop_cs.errors import UserError
from desktop_cs.followups.followup import FollowUpState
from desktop_cs.forms.loader import load_forms
from desktop_cs.places import forms_dir
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.shop.staff import Role, Staff, hash_digits
from desktop_cs.storage.uuid7 import uuid7

WALKS = int(os.environ.get("DESKTOP_CS_WALKS", "30"))
MONDAY = datetime(2026, 10, 19, 8, tzinfo=UTC)  # the clocks go back on the Sunday after
FORMS = load_forms(forms_dir())

FILLED = {
    Step.APOLOGY: {"feeling_named": "let_down", "parts_said": "regret,repair_offer"},
    Step.REVIEW: {
        "in_their_words": '[{"text": "It hums and stands still."}]',
        "failure_kind": "faulty",
        "remedy_sought": "repair",
    },
    Step.RESOLUTION: {
        "explained": "what_happened,why",
        "entitlement_kind": "repair",
        "extra": '[{"gesture": "Descaling set", "cost": "3.50"}]',
        "all_on_the_spot": "yes",
        "problem_solved": "yes",
        "customer_accepts": "yes",
    },
    Step.LOGGING: {"root_cause": "part", "finding": "upheld"},
}
PROMISED = {
    "all_on_the_spot": "no",
    "promises": '[{"what": "Call", "by_when": "2026-11-20T15:00", "by_whom": "Milan", "told_as": "Friday"}]',
}
ODD = ("", "abc", "-5", "31.02.2026", "12,3,4", "yes", "[{]", "\N{CAT FACE}", "x" * 300, "  ", "1e400", "是")
REASONS = ("in a hurry", "the customer went home", "done by a colleague", "  ")
FOLLOWED = ({"reached": "yes"}, {"reached": "yes", "still_solved": "no"}, {"reached": "not_reached"}, {})

# What one act may make of a case; staying as it is is always allowed.  Source: practice.md 1, "States".
LEGAL = {
    CaseState.DRAFT: {CaseState.OPEN, CaseState.LOGGED, CaseState.CLOSED, CaseState.CANCELLED},
    CaseState.OPEN: {CaseState.LOGGED, CaseState.CLOSED, CaseState.CANCELLED},
    CaseState.LOGGED: {CaseState.CLOSED, CaseState.REOPENED},
    CaseState.CLOSED: {CaseState.REOPENED, CaseState.LOGGED},  # the latter: what ended it was taken back
    CaseState.REOPENED: {CaseState.LOGGED, CaseState.CLOSED, CaseState.CANCELLED},
    CaseState.CANCELLED: set(),
}
pick = st.integers(0, 7)
steps = st.sampled_from(list(Step))


@cache
def people():
    """Return the people of the shop; hashed once, since hashing is slow on purpose."""
    told = (("Grace Okafor", Role.MANAGER), ("Milan Horvat", Role.TECHNICIAN), ("Aoife Byrne", Role.COUNTER))
    return [Staff(uuid7(), name, role, hash_digits("2468")) for name, role in told]


def first(found):
    """Return the first of what was found, or None."""
    return next(iter(found), None)


@st.composite
def typed(draw, step):
    """Return what somebody may have typed into a step: much of it right, some of it not."""
    filled = dict(FILLED[step]) if draw(st.integers(0, 3)) else {}
    if step is Step.RESOLUTION and draw(st.booleans()):
        filled |= PROMISED
    fields = {field.id: field for field in FORMS[step].fields()}
    for field_id in draw(st.lists(st.sampled_from(sorted(fields)), max_size=3)):
        options = [option.id for option in fields[field_id].options]
        filled[field_id] = draw(st.sampled_from([*ODD, *options]))
    return filled


class Walk(RuleBasedStateMachine):
    """A shop, its people, its cases, and everything that may happen to them."""

    def __init__(self):
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="desktop-cs-walk-"))
        self.lives = 0
        self.clock = FixedClock(MONDAY)
        self.desk = open_desk(self.home / "0", self.clock)
        self.cases = []
        self.kept = {}  # what was last kept of each step, by case and step
        self.seen = {}  # the state of each case after the last act
        self.trails = {}
        self.back = []  # the ways back, the newest last, as Ctrl+Z has them

    @initialize(begun=st.integers(0, 3), promised=st.booleans())
    def open_the_shop(self, begun, promised):
        """Begin with a case that was just taken, or is open, logged, or closed by itself."""
        hours = OpeningHours(weekdays(time(9), time(18)), zone_name="Europe/Berlin")
        self.desk.shop.save_settings(ShopSettings(name="Corner Store", currency="EUR", hours=hours))
        with self.desk.storage.transaction():
            for person in people():
                self.desk.storage.shop.save_staff(person)
        self.desk.actor = people()[2]
        self.take("Dryer stands still", "Deirdre Fallon")
        if begun == 1:
            self.skip_a_step(0, Step.APOLOGY, "in a hurry")
        if begun > 1:
            self.finish_all_steps(0, promised)
        if begun > 2:
            self.do_all_that_is_due(0)
        self.what_a_state_says_is_true()

    @rule(
        one_line=st.sampled_from(("Dryer stands still", "", "茶壶漏水")),
        who=st.sampled_from(("Mr Ashby", "")),
    )
    def take(self, one_line, who):
        case = self.attempt(lambda: self.desk.casework.take(Intake(one_line, who)).value)
        if case is not None:
            self.cases.append(case.id)
            self.seen[case.id] = case.state

    @rule(which=pick, step=steps, data=st.data())
    def type_into(self, which, step, data):
        story, raw = self.story(which), data.draw(typed(step))
        saved = self.attempt(lambda: self.desk.casework.steps.save_answers(story, step, raw).value)
        if saved is None:
            return
        self.kept[story.case.id, step] = dict(saved.entry.answers)
        shown = typed_answers(FORMS[step], saved.entry, self.desk.context())
        asked = {one.id for one in FORMS[step].fields() if one.is_asked(saved.entry.answers, story.rules())}
        assert {key for key in asked if raw.get(key, "").strip()} <= set(shown), "typed, and not kept"

    @rule(which=pick, step=steps)
    def finish_a_step(self, which, step):
        story = self.story(which)
        self.attempt(lambda: self.desk.casework.steps.finish_step(story, step))

    @rule(which=pick, promised=st.booleans())
    def finish_all_steps(self, which, promised):
        """Most walks would never come to an end without somebody who answers everything."""
        for step in Step:
            story = self.story(which)
            raw = {**typed_answers(FORMS[step], story.walk.entry(step), self.desk.context()), **FILLED[step]}
            raw |= PROMISED if promised and step is Step.RESOLUTION else {}
            saved = self.attempt(lambda story=story, raw=raw, step=step: self.keep(story, step, raw))
            if saved is not None:
                self.kept[story.case.id, step] = dict(saved.entry.answers)
            story = self.story(which)
            self.attempt(lambda story=story, step=step: self.desk.casework.steps.finish_step(story, step))
        self.log(which)

    @rule(which=pick)
    def do_all_that_is_due(self, which):
        """Keep every promise and do every follow-up, so that the case may close by itself."""
        for promise in self.open_promises(which):
            self.desk.follow_ups.settle_promise(promise, PromiseState.KEPT)
        for follow_up in self.open_follow_ups(which):
            self.attempt(lambda follow_up=follow_up: self.desk.follow_ups.complete(follow_up, FOLLOWED[0]))

    @rule(which=pick, step=steps, reason=st.sampled_from(REASONS))
    def skip_a_step(self, which, step, reason):
        story = self.story(which)
        if self.attempt(lambda: self.desk.casework.steps.skip_step(story, step, reason)) is not None:
            assert reason.strip()

    @rule(which=pick, step=steps)
    def take_a_step_up_again(self, which, step):
        story = self.story(which)
        if story.walk.entry(step).state is StepState.SKIPPED:
            self.attempt(lambda: self.desk.casework.steps.take_up_again(story, step))

    @rule(which=pick, step=steps)
    def leave_a_step(self, which, step):
        story = self.story(which)
        if story.case.is_being_worked_on:  # a page that cannot be typed in leaves nothing behind
            self.attempt(lambda: self.desk.casework.steps.leave_step(story.case.id, step))

    @rule(which=pick)
    def log(self, which):
        story = self.story(which)
        if self.attempt(lambda: self.desk.casework.finish(story)) is not None:
            assert not self.desk.casework.gaps(self.story(which)), "logged, though something is missing"

    @rule(which=pick)
    def log_a_small_matter(self, which):
        story = self.story(which)
        self.attempt(lambda: self.desk.casework.finish_express(story))

    @rule(which=pick, reason=st.sampled_from(REASONS))
    def close(self, which, reason):
        case = self.story(which).case
        if self.attempt(lambda: self.desk.casework.close(case, reason)) is not None:
            assert reason.strip()

    @rule(which=pick, reason=st.sampled_from(REASONS))
    def reopen(self, which, reason):
        case = self.story(which).case
        if self.attempt(lambda: self.desk.casework.reopen(case, reason)) is not None:
            assert reason.strip()

    @rule(which=pick, reason=st.sampled_from(REASONS), sure=st.integers(0, 3))
    def cancel(self, which, reason, sure):
        case = self.story(which).case
        if not sure and self.attempt(lambda: self.desk.casework.cancel(case, reason)) is not None:
            assert reason.strip()

    @rule(which=pick, state=st.sampled_from((PromiseState.KEPT, PromiseState.BROKEN)))
    def settle_a_promise(self, which, state):
        promise = first(self.open_promises(which))
        if promise is not None:
            self.desk.follow_ups.settle_promise(promise, state)
            self.back.append(lambda: self.desk.follow_ups.undo_promise(promise))

    @rule(which=pick, hours=st.integers(-2, 72))
    def renegotiate_a_promise(self, which, hours):
        promise, due_at = first(self.open_promises(which)), self.clock.now() + timedelta(hours=hours)
        if promise is not None:
            renewed = self.attempt(lambda: self.desk.follow_ups.renegotiate(promise, due_at).value)
            if renewed is not None:
                self.back.append(lambda: self.desk.follow_ups.undo_renegotiation(promise, renewed))

    @rule(which=pick, number=st.integers(0, 2), answers=st.sampled_from(FOLLOWED))
    def do_a_follow_up(self, which, number, answers):
        follow_up = first(self.open_follow_ups(which)[number:])
        if follow_up is not None and self.attempt(lambda: self.desk.follow_ups.complete(follow_up, answers)):
            self.back.append(lambda: self.desk.follow_ups.undo(follow_up))

    @rule(which=pick, number=st.integers(0, 2), answers=st.sampled_from(FOLLOWED))
    def do_a_follow_up_that_found_it_unsolved(self, which, number, answers):
        before, follow_up = self.story(which).case, first(self.open_follow_ups(which)[number:])
        if follow_up is not None and self.attempt(
            lambda: self.desk.follow_ups.complete_and_reopen(follow_up, answers)
        ):
            self.back.append(lambda: self.desk.follow_ups.undo_reopening(follow_up, before))

    @rule(which=pick, number=st.integers(0, 2), hours=st.integers(-2, 72))
    def put_a_follow_up_off(self, which, number, hours):
        follow_up, until = (
            first(self.open_follow_ups(which)[number:]),
            self.clock.now() + timedelta(hours=hours),
        )
        if follow_up is not None and self.attempt(lambda: self.desk.follow_ups.put_off(follow_up, until)):
            self.back.append(lambda: self.desk.follow_ups.undo(follow_up))

    @rule(which=pick, hours=st.integers(-2, 72))
    def promise_to_call_back(self, which, hours):
        case, at = self.story(which).case, self.clock.now() + timedelta(hours=hours)
        self.attempt(lambda: self.desk.follow_ups.call_back(case, at, "about the dryer"))

    @rule(which=pick, words=st.sampled_from(("", "It takes until Friday.")))
    def tell_how_it_stands(self, which, words):
        case = self.story(which).case
        self.attempt(lambda: self.desk.follow_ups.tell_customer(case, words))

    @rule(which=pick, to=st.sampled_from(range(3)))
    def ask_to_take_over(self, which, to):
        case = self.story(which).case
        self.attempt(lambda: self.desk.requests.ask_hand_over(case, people()[to], "please"))

    @rule(which=pick)
    def ask_for_help(self, which):
        self.attempt(lambda: self.desk.requests.ask_help(self.story(which).case))

    @rule(granted=st.booleans())
    def answer_a_request(self, granted):
        request = first(self.desk.requests.waiting())
        if request is not None and self.attempt(lambda: self.desk.requests.answer(request, granted)):
            self.back.append(lambda: self.desk.requests.undo(request))

    @rule()
    def withdraw_a_request(self):
        request = first(self.desk.requests.mine())
        if request is not None and self.attempt(lambda: self.desk.requests.withdraw(request)):
            self.back.append(lambda: self.desk.requests.undo(request))

    @precondition(lambda self: self.back)
    @rule()
    def undo(self):
        self.attempt(self.back.pop())

    @rule(who=st.sampled_from(range(3)))
    def somebody_else_comes(self, who):
        self.desk.actor = people()[who]

    @rule(minutes=st.sampled_from((1, 20, 600, 1440, 7 * 1440)))
    def time_goes_by(self, minutes):
        self.clock.moment += timedelta(minutes=minutes)

    @rule()
    def kill(self):
        """Open what a killed program leaves on the disk: its files as they stand at this moment."""
        before, old, actor = self.everything(), self.desk, self.desk.actor
        self.lives += 1
        left = self.home / str(self.lives)
        left.mkdir(mode=0o700)
        for file in (self.home / str(self.lives - 1)).iterdir():
            if file.is_file() and not file.name.endswith(("-shm", ".lock")):
                shutil.copy2(file, left / file.name)
        self.desk = open_desk(left, self.clock, create=False)
        self.desk.actor = actor
        old.close()
        self.back.clear()  # as Ctrl+Z does when the program closes
        assert self.everything() == before

    @invariant()
    def no_answer_is_lost(self):
        for (case_id, step), answers in self.kept.items():
            entry = self.desk.storage.cases.entries(case_id).get(step)
            assert entry is not None
            assert dict(entry.answers) == answers

    @invariant()
    def nothing_open_is_closed_without_a_reason(self):
        for index in range(len(self.cases)):
            story = self.story(index)
            if story.case.state is CaseState.CLOSED and not story.case.close_reason:
                assert not [one for one in story.promises if one.state is PromiseState.OPEN]
                assert not [one for one in story.follow_ups if one.holds_case_open]
            if story.case.state is CaseState.CANCELLED:
                assert story.case.close_reason
                assert not [one for one in story.promises if one.state is PromiseState.OPEN]
                assert not [one for one in story.follow_ups if one.state is FollowUpState.OPEN]
                asked = self.desk.requests.of_case(story.case.id)
                assert not [one for one in asked if one.state is RequestState.WAITING]

    @invariant()
    def what_a_state_says_is_true(self):
        for index in range(len(self.cases)):
            case = self.story(index).case
            assert (case.state is CaseState.CLOSED) == (case.closed_at is not None)
            if case.state in (CaseState.LOGGED, CaseState.CLOSED):
                assert case.logged_at is not None
            before, self.seen[case.id] = self.seen[case.id], case.state
            assert case.state is before or case.state in LEGAL[before]

    @invariant()
    def numbers_are_given_once_and_in_order(self):
        numbers = [self.story(index).case.number for index in range(len(self.cases))]
        assert numbers == sorted(set(numbers))

    @invariant()
    def the_trail_only_grows(self):
        for case_id in self.cases:
            entries, before = self.desk.storage.trail.of_row(case_id), self.trails.get(case_id, [])
            assert entries[: len(before)] == before
            assert entries
            self.trails[case_id] = entries

    def teardown(self):
        self.desk.close()
        shutil.rmtree(self.home)

    def story(self, which):
        return self.desk.casework.story(self.cases[which % len(self.cases)])

    def keep(self, story, step, raw):
        return self.desk.casework.steps.save_answers(story, step, raw).value

    def open_promises(self, which):
        return [one for one in self.story(which).promises if one.state is PromiseState.OPEN]

    def open_follow_ups(self, which):
        return [one for one in self.story(which).follow_ups if one.state is FollowUpState.OPEN]

    def attempt(self, act):
        """Return what an act gives, or None when it was refused: then nothing may have changed."""
        before = self.everything()
        try:
            return act()
        except UserError:
            assert self.everything() == before, "refused, and yet something was changed"
            return None

    def everything(self):
        """Return all that is stored of all cases."""
        storage = self.desk.storage
        return [
            (
                storage.cases.by_id(case_id),
                storage.cases.entries(case_id),
                storage.promises.of_case(case_id),
                storage.follow_ups.of_case(case_id),
                storage.requests.of_case(case_id),
                storage.cases.events(case_id),
            )
            for case_id in self.cases
        ]


def test_no_walk_loses_an_answer_or_closes_what_is_still_open():
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=WALKS,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
