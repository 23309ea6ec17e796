"""Inventing the customers and cases of a practice shop; the same ones for the same seed and day."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING, Any

from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import Promise, PromiseState
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.customers.customer import Customer
from desktop_cs.followups.followup import FollowUp, FollowUpKind, FollowUpState
from desktop_cs.shop.staff import Staff
from desktop_cs.storage.uuid7 import uuid7

if TYPE_CHECKING:
    from desktop_cs.desk.desk import Desk

_OPEN_SHARE = 0.06  # of the cases are still being worked on, so that Today has something to show
_MOST_OPEN = 12
_PER_BATCH = 5000
_SHORTEST_DAYS, _LONGEST_DAYS, _DAYS_A_CASE = 30, 730, 1.5  # how far back the cases go
_REMEMBERED_DAYS = 92  # so far back some cases have promises and follow-ups, for three months' summaries
_LETTER_DAYS = (15, 55)  # cases so old have a letter that is due, where their customer is known
_MOST_REMEMBERED = 1500  # of them, so that a large practice shop is still made fast


@dataclass(frozen=True, slots=True)
class Finished:
    """An invented case that is over, with its steps and the story that it was made from."""

    case: Case
    entries: Mapping[Step, StepEntry]
    story: Mapping[str, Any]


class Inventing:
    """Invents customers and cases from the words in resources/practice."""

    def __init__(self, desk: "Desk", words: Mapping[str, Any], random: Random) -> None:
        self._desk = desk
        self._random = random
        self._now = desk.clock.now()
        self._hours = desk.settings.hours
        self._staff = desk.shop.staff()
        self._words = words
        self._to_thank: dict[datetime, Customer] = {}

    def fill(self, cases: int) -> None:
        """Store so many cases: most of them over, some of these days."""
        storage = self._desk.storage
        ongoing = min(_MOST_OPEN, int(cases * _OPEN_SHARE) + 1) if cases else 0
        times = self._opening_times(cases - ongoing)
        late = sum(moment > self._remembered_since for moment in times)
        share = min(0.6, _MOST_REMEMBERED / max(late, 1))
        self._thank_later(times)
        with storage.transaction(None):
            for customer in self._to_thank.values():
                storage.customers.add(customer)
        for first in range(0, len(times), _PER_BATCH):
            batch = [self._finished(moment) for moment in times[first : first + _PER_BATCH]]
            with storage.transaction(None):
                storage.cases.add_imported([(one.case, one.entries) for one in batch])
                for one in batch:
                    if one.case.opened_at > self._remembered_since and self._random.random() < share:
                        self._remember(one)
        with storage.transaction(None):
            for _number in range(ongoing):
                self._ongoing()

    def _thank_later(self, times: list[datetime]) -> None:
        """Choose the cases whose customers wait for a letter: one in each language that there is."""
        most, least = (self._now - timedelta(days=days) for days in reversed(_LETTER_DAYS))
        old_enough = [moment for moment in times if most < moment < least]
        people = [
            Customer(
                uuid7(),
                one["name"],
                form_of_address=one["form_of_address"],
                address=one["address"],
                language=one["language"],
            )
            for one in self._words["thanked"]
        ]
        self._to_thank = dict(zip(old_enough[-len(people) :], people, strict=False))

    @cached_property
    def _remembered_since(self) -> datetime:
        return self._now - timedelta(days=_REMEMBERED_DAYS)

    def _opening_times(self, count: int) -> list[datetime]:
        """Return when the cases were opened, oldest first: spread over the open days up to now."""
        days = list(self._open_days(count))
        times = []
        for place in range(count):
            opens, closes = days[place * len(days) // count]
            minutes = int((closes - opens).total_seconds() // 60)
            times.append(opens + timedelta(minutes=self._random.randint(0, max(minutes - 1, 0))))
        return sorted(times)

    def _open_days(self, cases: int) -> Iterator[tuple[datetime, datetime]]:
        """Yield opening and closing of every open day of the span, the last one up to now, in UTC."""
        span = int(max(_SHORTEST_DAYS, min(_LONGEST_DAYS, _DAYS_A_CASE * cases)))
        today = self._hours.wall(self._now).date()
        for ahead in range(span, -1, -1):
            day = today - timedelta(days=ahead)
            shift = self._hours.shift(day)
            if shift is None:
                continue
            opens = self._hours.moment(datetime.combine(day, shift.opens))
            closes = min(self._hours.moment(datetime.combine(day, shift.closes)), self._now)
            if opens < closes:
                yield opens, closes

    def _finished(self, opened_at: datetime) -> Finished:
        random = self._random
        story = random.choice(self._words["story"])
        logged_at = min(opened_at + timedelta(minutes=random.randint(8, 90)), self._now)
        helper = random.choice(self._staff)
        thanked, name = self._to_thank.get(opened_at), self._name()
        entries = self._entries(story, logged_at, helper)
        resolution, logging = entries[Step.RESOLUTION].answers, entries[Step.LOGGING].answers
        case = Case(
            id=uuid7(),
            number=0,
            state=CaseState.CLOSED,
            who=thanked.name if thanked else name,
            one_line=story["one_line"],
            opened_at=opened_at,
            customer_id=thanked.id if thanked else None,
            logged_at=logged_at,
            closed_at=min(logged_at + timedelta(days=random.randint(0, 8)), self._now),
            language_of_letters=thanked.language if thanked else self._desk.settings.language,
            opened_by=helper.id,
            owner=helper.id,
            first_helper=helper.id,
            mood=random.choice(("calm", "upset", "very_upset")),
            failure_kind=story["failure_kind"],
            product=story.get("product", ""),
            severity="medium",
            root_cause=logging["root_cause"],
            finding=logging["finding"],
            problem_solved=resolution["problem_solved"],
            customer_accepts=resolution["customer_accepts"],
        )
        return Finished(case, entries, story)

    def _entries(self, story: Mapping[str, Any], at: datetime, helper: Staff) -> dict[Step, StepEntry]:
        random = self._random
        owed = story["remedy_sought"] if story["remedy_sought"] in ("repair", "exchange") else "none"
        cost = str(random.choice((0, 0, 350, 500)))
        words = self._line(Step.REVIEW, "in_their_words", {"text": story["in_their_words"]})
        answers: dict[Step, dict[str, str]] = {
            Step.APOLOGY: {
                "feeling_named": random.choice(("angry", "let_down", "worried")),
                "parts_said": "regret,responsibility,repair_offer",
                "times_told": str(random.choice((1, 1, 2, 3))),
            },
            Step.REVIEW: {
                "in_their_words": words,
                "failure_kind": story["failure_kind"],
                "remedy_sought": story["remedy_sought"],
                "severity": "medium",
                **({"product": story["product"]} if "product" in story else {}),
            },
            Step.RESOLUTION: {
                "explained": "what_happened,why",
                "entitlement_kind": owed,
                "extra": self._line(Step.RESOLUTION, "extra", {"gesture": story["extra"], "cost": cost}),
                "all_on_the_spot": "yes",
                "problem_solved": random.choice(("yes", "yes", "yes", "partly")),
                "customer_accepts": random.choice(("gladly", "yes", "yes", "reluctantly")),
            },
            Step.LOGGING: {
                "root_cause": story["root_cause"],
                "finding": random.choice(("upheld", "upheld", "partly_upheld", "not_upheld")),
            },
        }
        forms = self._desk.forms
        return {
            step: StepEntry(step, StepState.DONE, texts, forms[step].version, done_at=at, done_by=helper.id)
            for step, texts in answers.items()
        }

    def _line(self, step: Step, field_id: str, values: Mapping[str, str]) -> str:
        """Return one line of an answer in its canonical text."""
        columns = self._desk.forms[step].field(field_id).columns
        line = {column.id: values.get(column.id, "") for column in columns}
        return json.dumps([line], ensure_ascii=False, separators=(",", ":"))

    def _remember(self, finished: Finished) -> None:
        """Store a promise of a case that is over, kept or broken, and the call that was made afterwards."""
        case, random, storage = finished.case, self._random, self._desk.storage
        made_at, closed_at = case.logged_at or self._now, case.closed_at or self._now
        if closed_at <= made_at:
            return
        helper = next(one for one in self._staff if one.id == case.owner)
        promised = (closed_at - made_at) * random.choice((0.3, 0.5, 0.6))
        taken = promised * random.choice((0.2, 0.4, 0.6, 0.8, 1.0, 1.3))
        kept = PromiseState.KEPT if taken <= promised else PromiseState.BROKEN
        due_at, settled_at = _whole(made_at + promised), _whole(made_at + taken)
        what = finished.story["promise"]
        storage.promises.add(
            Promise(uuid7(), case.id, what, made_at, due_at, helper.name, state=kept, settled_at=settled_at)
        )
        storage.follow_ups.add(
            FollowUp(
                id=uuid7(),
                case_id=case.id,
                kind=FollowUpKind.WRAP_UP,
                due_at=_whole(closed_at - timedelta(hours=random.choice((0, 0, 0, 30)))),
                staff_id=helper.id,
                state=FollowUpState.DONE,
                done_at=closed_at,
                done_by=helper.id,
                answers={
                    "reached": "yes",
                    "told_result": "yes",
                    "still_solved": random.choice(("yes", "yes", "yes", "partly")),
                    "satisfied": str(random.choice((2, 3, 4, 4, 5, 5))),
                    "would_come_again": "yes",
                    "in_their_words": random.choice(self._words["spoken_afterwards"]),
                },
            )
        )

    def _ongoing(self) -> None:
        """Store a case of these days with a customer, a promise or a follow-up that is due soon or late."""
        random, storage = self._random, self._desk.storage
        story = random.choice(self._words["story"])
        helper: Staff = random.choice(self._staff)
        opened_at = self._now - timedelta(hours=random.randint(2, 70))
        customer = Customer(uuid7(), self._name(), phone=f"555 01{random.randint(10, 99)}")
        storage.customers.add(customer)
        opened = storage.cases.open_case(
            Case(
                id=uuid7(),
                number=0,
                state=CaseState.OPEN,
                who=customer.name,
                one_line=story["one_line"],
                opened_at=opened_at,
                customer_id=customer.id,
                language_of_letters=self._desk.settings.language,
                opened_by=helper.id,
                owner=helper.id,
                first_helper=helper.id,
                mood="upset",
                failure_kind=story["failure_kind"],
                product=story.get("product", ""),
                severity="medium",
            )
        )
        for step, entry in self._entries(story, opened_at, helper).items():
            if step in (Step.APOLOGY, Step.REVIEW):
                storage.cases.save_entry(opened.id, entry, ())
        due = self._now + timedelta(hours=random.choice((-20, -2, 1, 3, 26, 50)))
        if random.random() < 0.5:
            made_at = min(opened_at, due - timedelta(hours=1))
            storage.promises.add(Promise(uuid7(), opened.id, story["promise"], made_at, due, helper.name))
        else:
            kind = random.choice((FollowUpKind.IMMEDIATE, FollowUpKind.WRAP_UP))
            storage.follow_ups.add(FollowUp(uuid7(), opened.id, kind, due, staff_id=helper.id))

    def _name(self) -> str:
        first = self._random.choice(self._words["first_names"])
        last = self._random.choice(self._words["last_names"])
        return str(self._words["name_order"]).format(first=first, last=last)


def _whole(moment: datetime) -> datetime:
    """Return the moment without parts of a second."""
    return moment.replace(microsecond=0)
