"""What a case tells its letter."""

from collections.abc import Iterable
from datetime import date, datetime

from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import Promise, PromiseState
from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_view import Story
from desktop_cs.letters.facts import LetterFacts, PromiseTold
from desktop_cs.shop.settings import ShopSettings


def facts_of(story: Story, settings: ShopSettings, now: datetime) -> LetterFacts:
    """Return the facts for the letter of a case, as it stands at this moment.

    An open promise is told only while its time is still to come: a late one wants a call, not a letter.
    """
    case, customer, remedies = story.case, story.customer, story.remedies
    review = story.answers(Step.REVIEW)
    helper = story.names.get(case.first_helper, "") if case.first_helper else ""
    return LetterFacts(
        language=case.language_of_letters,
        day=settings.hours.wall(now).date(),
        signer=_signer(story, helper),
        customer=customer.name if customer else "",
        form_of_address=customer.form_of_address if customer else "",
        country=settings.country,
        shop=settings.name,
        failure_kind=case.failure_kind,
        product=case.product,
        one_line=case.one_line,
        happened_on=_day(review.get("happened_at", "")),
        cost=_ids(review.get("what_it_cost_them", "")),
        feelings=_ids(story.answers(Step.APOLOGY).get("feeling_named", "")),
        suggestion=review.get("customer_suggestion", ""),
        finding=case.finding,
        entitlement_kind="" if remedies.entitlement_kind == "none" else remedies.entitlement_kind,
        goodwill=tuple(line.gesture for line in remedies.goodwill),
        extras=tuple(line.gesture for line in remedies.extra),
        first_helper=helper,
        promises_kept=_told(_in_state(story, PromiseState.KEPT), settings),
        promises_open=_told(
            (one for one in _in_state(story, PromiseState.OPEN) if one.due_at >= now), settings
        ),
        accepts=case.customer_accepts,
        second_failure=case.is_second_failure,
        happened_again=_came_back(case),
    )


def _signer(story: Story, helper: str) -> str:
    """Return who signs: the first helper, since the customer wants their ally back; else the owner."""
    owner = story.names.get(story.case.owner, "") if story.case.owner else ""
    return helper or owner


def _came_back(case: Case) -> bool:
    return case.failure_kind == "faulty_again"


def _in_state(story: Story, state: PromiseState) -> list[Promise]:
    return [promise for promise in story.promises if promise.state is state]


def _told(promises: Iterable[Promise], settings: ShopSettings) -> tuple[PromiseTold, ...]:
    return tuple(PromiseTold(promise.what, _when(promise, settings)) for promise in promises)


def _when(promise: Promise, settings: ShopSettings) -> date:
    return settings.hours.wall(promise.settled_at or promise.due_at).date()


def _day(text: str) -> date | None:
    return datetime.fromisoformat(text).date() if text else None


def _ids(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()
