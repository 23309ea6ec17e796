"""The whole story of a case on the command line: for other programs and for people."""

from datetime import datetime
from typing import Any

from desktop_cs import shown
from desktop_cs.cases.case import Case
from desktop_cs.cases.silence import TOLD
from desktop_cs.cases.steps import Step
from desktop_cs.cases.words import state_words
from desktop_cs.cli.due_commands import promise_json
from desktop_cs.cli.running import local_times, say
from desktop_cs.cli.story_words import how_far, request_words
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.desk import Desk
from desktop_cs.followups.words import follow_up_words
from desktop_cs.i18n import _, language_in_use

Told = dict[str, Any]


def header_json(desk: Desk, case: Case) -> Told:
    """Return every field of a case's header, times as the shop's clock shows them."""
    at = local_times(desk)
    told: Told = {}
    for name in Case.__slots__:
        value = getattr(case, name)
        told[name] = at(value) if isinstance(value, datetime) else _plain(value)
    return told


def story_json(desk: Desk, story: Story) -> Told:
    """Return everything that is known of a case."""
    return header_json(desk, story.case) | _people(story) | _steps(desk, story) | _what_follows(desk, story)


def show_story(desk: Desk, story: Story) -> None:
    """Print a case as people read it."""
    case, hours, language = story.case, desk.settings.hours, language_in_use()
    rows = desk.casework.rows(story)  # before anything is said, as a form file may have mistakes
    say(_("Case {number}: {who}, {line}").format(number=case.number, who=case.who, line=case.one_line))
    opened = shown.day_and_time(hours.wall(case.opened_at), language)
    say(_("{state}, opened {moment}").format(state=state_words(case.state), moment=opened))
    if story.earlier:
        soon = {
            0: _("Second time: case {number}, earlier the same day."),
            1: _("Second time: case {number}, the day before."),
        }
        told = soon.get(case.earlier_days or 0, _("Second time: case {number}, {days} days before."))
        say(told.format(number=story.earlier.number, days=case.earlier_days))
    care = desk.follow_ups.care_numbers(story)
    told = _("Times told: {times}, hands passed: {hands}")
    say(told.format(times=care.times_told, hands=care.hands_passed))
    for row in rows:
        say(f"  {row.label}: {row.text}")
    word = _("Promise")  # what stands in an f-string is never found for the catalogues
    for promise in story.promises:
        due = shown.day_and_time(hours.wall(promise.due_at), language)
        say(f"  {word}: {promise.what}, {due} ({how_far(promise.state)})")
    word = _("Follow-up")
    for follow_up in story.follow_ups:
        due = shown.day_and_time(hours.wall(follow_up.due_at), language)
        say(f"  {word}: {follow_up_words(follow_up)}, {due} ({how_far(follow_up.state)})")
    word = _("Request")
    for request in desk.requests.of_case(case.id):
        words = f", {request.words}" if request.words else ""
        say(f"  {word}: {request_words(request.kind)}{words} ({how_far(request.state)})")
    word = _("Told the customer")
    for event in story.events:
        if event.what == TOLD:
            moment = shown.day_and_time(hours.wall(event.at), language)
            say(f"  {word}: {event.reason}, {moment}")


def _people(story: Story) -> Told:
    customer = story.customer
    return {
        "customer": customer.name if customer else None,
        "customer_details": {
            name: str(getattr(customer, name)) for name in customer.__slots__ if name not in ("id", "name")
        }
        if customer
        else None,
        "owner_name": _name(story, story.case.owner),
        "first_helper_name": _name(story, story.case.first_helper),
        "earlier_number": story.earlier.number if story.earlier else None,
    }


def _steps(desk: Desk, story: Story) -> Told:
    at = local_times(desk)
    entries = {step: story.walk.entry(step) for step in Step}
    return {
        "steps": {
            step: {
                "state": entry.state,
                "answers": dict(entry.answers),
                "skip_reason": entry.skip_reason,
                "done_at": at(entry.done_at),
                "done_by": _name(story, entry.done_by),
            }
            for step, entry in entries.items()
        },
        "missing": [gap.sentence for gap in desk.casework.gaps(story)]
        if story.case.is_being_worked_on
        else [],
    }


def _what_follows(desk: Desk, story: Story) -> Told:
    """Return promises, follow-ups, requests, what was given, what the customer was told, what happened."""
    at = local_times(desk)
    judgement = desk.casework.judgement(story)
    times = desk.casework.suggested_times(story)
    care = desk.follow_ups.care_numbers(story)
    return {
        "promises": [promise_json(desk, one) for one in story.promises],
        "follow_ups": [
            {
                "kind": one.kind,
                "due_at": at(one.due_at),
                "until": at(one.until),
                "state": one.state,
                "as_call": one.as_call,
                "who": _name(story, one.staff_id),
                "done_at": at(one.done_at),
                "answers": dict(one.answers),
            }
            for one in story.follow_ups
        ],
        "requests": [
            {
                "kind": one.kind,
                "words": one.words,
                "amount": one.amount,
                "asked_at": at(one.asked_at),
                "asked_by": _name(story, one.asked_by),
                "asked_of": _name(story, one.asked_of),
                "state": one.state,
                "answered_at": at(one.answered_at),
                "answered_by": _name(story, one.answered_by),
                "answer": one.answer,
            }
            for one in desk.requests.of_case(story.case.id)
        ],
        "suggested_times": {"aim_at": at(times.aim_at), "tell": at(times.tell)} if times else None,
        "spent": story.remedies.spent,
        "approved": story.approved,
        "within_authority": judgement.within,
        "times_told": care.times_told,
        "minutes_to_first_remedy": care.minutes_to_first_remedy,
        "heard_at": at(desk.follow_ups.heard_at(story)),
        "told": [{"at": at(one.at), "words": one.reason} for one in story.events if one.what == TOLD],
        "events": [
            {"at": at(one.at), "what": one.what, "reason": one.reason, "by": _name(story, one.by)}
            for one in story.events
        ],
    }


def _name(story: Story, staff_id: object) -> str | None:
    return next((name for known, name in story.names.items() if known == staff_id), None)


def _plain(value: object) -> bool | int | str | None:
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)
