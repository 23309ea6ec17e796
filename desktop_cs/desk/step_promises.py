"""Promises that follow from single answers: what is needed at once, what is checked, what was suggested."""

from collections.abc import Iterable
from datetime import timedelta
from textwrap import shorten
from uuid import UUID, uuid5

from desktop_cs.cases.promises import Promise, PromiseKind, PromiseState, with_renewed
from desktop_cs.cases.steps import Step, StepEntry
from desktop_cs.desk.case_lookup import CaseLookup
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.ground import Ground
from desktop_cs.forms.definition import words_in
from desktop_cs.i18n import _, language_in_use

NEED, CHECKING, SUGGESTION = "immediate_need", "sure_or_checking", "customer_suggestion"
_SUGGESTION_WIDTH = 80  # characters; a row of Today holds no more
APPROVAL = "approval"  # no answer of a form: a manager was asked, and the customer hears by a time


def key_of(case_id: UUID, field_id: str) -> UUID:
    """Return the key of the promise that this answer makes.

    It is always the same for one case, so that finishing the step again makes no double.
    """
    return uuid5(case_id, field_id)


def made_elsewhere(case_id: UUID, promises: Iterable[Promise]) -> list[Promise]:
    """Return those that no line of the resolution makes: of single answers, approvals and callbacks.

    With them what came of them when they were given another time.
    """
    known = list(promises)
    roots = {key_of(case_id, one) for one in (NEED, CHECKING, SUGGESTION, APPROVAL)}
    keys = with_renewed(roots, known)
    return [one for one in known if one.id in keys or one.kind is PromiseKind.CALLBACK]


def promises_of(ground: Ground, story: Story, entry: StepEntry) -> list[Promise]:
    """Return the promises that the answers of a finished step make."""
    made: list[Promise] = []
    if entry.step is Step.APOLOGY and entry.answers.get(NEED, "none") != "none":
        made.append(_needed_now(ground, story, entry.answers[NEED]))
    if entry.step is Step.REVIEW and entry.answers.get(CHECKING) == "checking":
        made.append(_answer_to_come(ground, story))
    if entry.step is Step.REVIEW and entry.answers.get(SUGGESTION):
        made.append(_answer_to_suggestion(ground, story, entry.answers[SUGGESTION]))
    return made


def is_taken_back(promise: Promise, entry: StepEntry) -> bool:
    """Return whether an open promise goes with a step that is finished again without it.

    What was needed at once, and a suggestion, may have been a slip. An answer that was promised stays
    promised once we know it.
    """
    fields = {Step.APOLOGY: NEED, Step.REVIEW: SUGGESTION}
    made = {key_of(promise.case_id, fields[entry.step])} if entry.step in fields else set()
    return promise.id in made and promise.state is PromiseState.OPEN


def _needed_now(ground: Ground, story: Story, need: str) -> Promise:
    field = ground.forms[Step.APOLOGY].field(NEED)
    label = next(words_in(option.label, language_in_use()) for option in field.options if option.id == need)
    now = ground.clock.now()
    return Promise(
        id=key_of(story.case.id, NEED),
        case_id=story.case.id,
        what=_("Right now: {need}").format(need=label),
        made_at=now,
        due_at=now + timedelta(minutes=ground.settings.immediate_after_minutes),
        by_whom=ground.actor.name if ground.actor else "",
    )


def _answer_to_come(ground: Ground, story: Story) -> Promise:
    """Return the promise to tell what we found out, by when like cases suggest, else the next open day."""
    now, hours = ground.clock.now(), ground.settings.hours
    times = CaseLookup(ground).suggested_times(story)
    in_time = times is not None and times.tell > now
    return Promise(
        id=key_of(story.case.id, CHECKING),
        case_id=story.case.id,
        what=_("Tell what we found out"),
        made_at=now,
        due_at=times.tell if times and in_time else hours.add_working_days(now, 1),
        by_whom=ground.actor.name if ground.actor else "",
        aim_at=times.aim_at if times and in_time and times.aim_at > now else None,
    )


def _answer_to_suggestion(ground: Ground, story: Story, suggestion: str) -> Promise:
    """Return the promise to answer what the customer suggested: at the latest when the case is wrapped up.

    Source: steps.md, `customer_suggestion`: kept with the customer; an answer is due.
    """
    now, settings = ground.clock.now(), ground.settings
    words = shorten(suggestion, _SUGGESTION_WIDTH, placeholder=" …")
    return Promise(
        id=key_of(story.case.id, SUGGESTION),
        case_id=story.case.id,
        what=_("Answer the suggestion: {words}").format(words=words),
        made_at=now,
        due_at=settings.hours.next_open(settings.hours.add_days(now, settings.wrap_up_after_days)),
        by_whom=ground.actor.name if ground.actor else "",
    )
