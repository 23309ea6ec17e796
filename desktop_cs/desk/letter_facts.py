"""What a case tells its letter."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import Promise, PromiseState, with_renewed
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.step_promises import NEED, SUGGESTION, key_of
from desktop_cs.letters.facts import LetterFacts, PromiseTold
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.shop.settings import ShopSettings

_APART = re.compile(r"[,;，；、]")  # between two works in one line


def facts_of(
    story: Story, settings: ShopSettings, now: datetime, kind: LetterKind = LetterKind.THANK_YOU
) -> LetterFacts:
    """Return the facts for a letter of a case, as it stands at this moment.

    An open promise is told only while its time is still to come: a late one wants a call, not a letter.
    """
    case, customer, remedies = story.case, story.customer, story.remedies
    review, resolution = story.answers(Step.REVIEW), story.answers(Step.RESOLUTION)
    still_to_come = [one for one in _in_state(story, PromiseState.OPEN) if one.due_at >= now]
    helper = story.names.get(case.first_helper, "") if case.first_helper else ""
    return LetterFacts(
        language=case.language_of_letters,
        day=settings.hours.wall(now).date(),
        signer=_signer(story, helper),
        kind=kind,
        customer=customer.name if customer else "",
        form_of_address=customer.form_of_address if customer else "",
        country=settings.country,
        shop=settings.name,
        failure_kind=_told_kind(case, review),
        product=case.product,
        one_line=case.one_line,
        happened_on=_day(review.get("happened_at", "")),
        told_on=settings.hours.wall(case.opened_at).date(),
        cost=_ids(review.get("what_it_cost_them", "")),
        feelings=_ids(story.answers(Step.APOLOGY).get("feeling_named", "")),
        suggestion=review.get("customer_suggestion", ""),
        suggestion_outcome=review.get("suggestion_outcome", ""),
        suggestion_reason=review.get("suggestion_reason", ""),
        suggestion_promise=next(iter(_told(_of_suggestion(story, still_to_come), settings)), None),
        finding=case.finding,
        root_cause=case.root_cause,
        prevention=bool(review.get("prevention_told")),
        entitlement_kind="" if remedies.entitlement_kind == "none" else remedies.entitlement_kind,
        goodwill=tuple(line.gesture for line in remedies.goodwill),
        extras=tuple(line.gesture for line in remedies.extra),
        first_helper=helper,
        promises_kept=_told(_in_state(story, PromiseState.KEPT), settings),
        promises_open=_told(still_to_come, settings),
        accepts=case.customer_accepts,
        problem_solved=case.problem_solved,
        second_failure=case.is_second_failure,
        happened_again=_told_kind(case, review) == "faulty_again",
        is_repair=remedies.entitlement_kind == "repair",
        work=tuple(filter(None, map(str.strip, _APART.split(resolution.get("work_done", ""))))),
        repair_status=case.repair_status,
        warranty_until=_day(resolution.get("repair_warranty_until", "")),
    )


def _signer(story: Story, helper: str) -> str:
    """Return who signs: the first helper, since the customer wants their ally back; else the owner."""
    owner = story.names.get(story.case.owner, "") if story.case.owner else ""
    return helper or owner


def _told_kind(case: Case, review: Mapping[str, str]) -> str:
    """Return what went wrong as the letter tells it: what others repaired before is no repair of ours."""
    elsewhere = review.get("earlier_repair_elsewhere") == "yes"
    return "faulty" if case.failure_kind == "faulty_again" and elsewhere else case.failure_kind


def _in_state(story: Story, state: PromiseState) -> list[Promise]:
    """Return the promises in this state that are worth a line: a seat and water at the counter is not."""
    at_once = key_of(story.case.id, NEED)
    return [promise for promise in story.promises if promise.state is state and promise.id != at_once]


def _of_suggestion(story: Story, promises: Iterable[Promise]) -> list[Promise]:
    """Return those that say when the customer hears what became of their suggestion."""
    keys = with_renewed({key_of(story.case.id, SUGGESTION)}, story.promises)
    return [promise for promise in promises if promise.id in keys]


def _told(promises: Iterable[Promise], settings: ShopSettings) -> tuple[PromiseTold, ...]:
    return tuple(
        PromiseTold(promise.what, settings.hours.wall(promise.due_at).date(), promise.by_whom)
        for promise in promises
    )


def _day(text: str) -> date | None:
    return datetime.fromisoformat(text).date() if text else None


def _ids(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()
