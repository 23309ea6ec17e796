"""The practice shop: invented people and cases in a folder of their own, never beside real ones."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from desktop_cs import places
from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import Promise, PromiseState
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.customers.customer import Customer
from desktop_cs.errors import UserError
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.staff import Role, Staff
from desktop_cs.storage.uuid7 import uuid7

if TYPE_CHECKING:
    from desktop_cs.desk.desk import Desk

_OPEN_SHARE = 0.06  # of the cases are still being worked on, so that Today has something to show
_MOST_OPEN = 12
_PER_BATCH = 5000


def make_practice_shop(desk: "Desk", cases: int, seed: int) -> int:
    """Fill a new or a practice folder with so many invented cases, and return how many there are now.

    Raises:
        UserError: The folder holds a real shop; nothing was changed.
    """
    if (desk.settings.is_set_up or desk.storage.cases.count()) and not desk.settings.is_practice:
        raise UserError(
            _("This folder holds a real shop, so no practice cases are put into it. Choose another --data.")
        )
    if cases < 0:
        raise UserError(_("The number of cases has to be 0 or more."), "cases")
    if not desk.settings.is_set_up:
        _set_up(desk)
    _Inventing(desk, Random(f"practice-{seed}")).fill(cases)  # noqa: S311 (invented people, no secret)
    return desk.storage.cases.count()


def _set_up(desk: "Desk") -> None:
    settings = replace(desk.settings, name=_("Practice shop"), is_practice=True, language=language_in_use())
    desk.shop.save_settings(settings)
    for name, role, digits in (
        ("Mara", Role.MANAGER, "2580"),
        ("Tom", Role.COUNTER, "1470"),
        ("Ines", Role.TECHNICIAN, "3690"),
    ):
        desk.shop.add_staff(name, role, digits)


class _Inventing:
    """Invents customers and cases from the words in resources/practice, the same ones for the same seed."""

    def __init__(self, desk: "Desk", random: Random) -> None:
        self._desk = desk
        self._random = random
        self._now = desk.clock.now()
        self._staff = desk.shop.staff()
        path = places.resources_dir() / "practice" / f"{desk.settings.language}.toml"
        self._words: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))

    def fill(self, cases: int) -> None:
        storage = self._desk.storage
        ongoing = min(_MOST_OPEN, int(cases * _OPEN_SHARE) + 1) if cases else 0
        for batch in self._batches(cases - ongoing):
            with storage.transaction(None):
                storage.cases.add_imported(batch)
        with storage.transaction(None):
            for _number in range(ongoing):
                self._ongoing()

    def _batches(self, cases: int) -> Iterator[list[tuple[Case, dict[Step, StepEntry]]]]:
        """Yield finished cases, oldest first, spread evenly over the last two years."""
        step = timedelta(days=730) / max(cases, 1)
        made: list[tuple[Case, dict[Step, StepEntry]]] = []
        for place in range(cases):
            made.append(self._finished(self._now - timedelta(days=731) + step * place))
            if len(made) == _PER_BATCH:
                yield made
                made = []
        if made:
            yield made

    def _finished(self, opened_at: datetime) -> tuple[Case, dict[Step, StepEntry]]:
        random = self._random
        story = random.choice(self._words["story"])
        logged_at = opened_at + timedelta(minutes=random.randint(8, 90))
        entries = self._entries(story, logged_at)
        resolution, logging = entries[Step.RESOLUTION].answers, entries[Step.LOGGING].answers
        case = Case(
            id=uuid7(),
            number=0,
            state=CaseState.CLOSED,
            who=self._name(),
            one_line=story["one_line"],
            opened_at=opened_at.replace(microsecond=0),
            logged_at=logged_at.replace(microsecond=0),
            closed_at=(logged_at + timedelta(days=random.randint(0, 8))).replace(microsecond=0),
            language_of_letters=self._desk.settings.language,
            owner=random.choice(self._staff).id,
            mood=random.choice(("calm", "upset", "very_upset")),
            failure_kind=story["failure_kind"],
            product=story.get("product", ""),
            severity="medium",
            root_cause=logging["root_cause"],
            finding=logging["finding"],
            problem_solved=resolution["problem_solved"],
            customer_accepts=resolution["customer_accepts"],
        )
        return case, entries

    def _entries(self, story: dict[str, Any], at: datetime) -> dict[Step, StepEntry]:
        random = self._random
        extra = [{"gesture": story["extra"], "cost": str(random.choice((0, 0, 350, 500))), "reason": ""}]
        answers: dict[Step, dict[str, str]] = {
            Step.APOLOGY: {
                "feeling_named": random.choice(("angry", "let_down", "worried")),
                "parts_said": "regret,responsibility,repair_offer",
                "times_told": str(random.choice((1, 1, 2, 3))),
            },
            Step.REVIEW: {
                "in_their_words": json.dumps([{"text": story["in_their_words"]}], ensure_ascii=False),
                "failure_kind": story["failure_kind"],
                "remedy_sought": story["remedy_sought"],
            },
            Step.RESOLUTION: {
                "explained": "what_happened,why",
                "extra": json.dumps(extra, ensure_ascii=False, separators=(",", ":")),
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
            step: StepEntry(step, StepState.DONE, texts, forms[step].version, done_at=at)
            for step, texts in answers.items()
        }

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
            )
        )
        for step, entry in self._entries(story, opened_at).items():
            if step in (Step.APOLOGY, Step.REVIEW):
                storage.cases.save_entry(opened.id, entry, ())
        due = self._now + timedelta(hours=random.choice((-20, -2, 1, 3, 26, 50)))
        if random.random() < 0.5:
            promise = Promise(
                uuid7(), opened.id, story["promise"], opened_at, due, helper.name, state=PromiseState.OPEN
            )
            storage.promises.add(promise)
        else:
            kind = random.choice((FollowUpKind.IMMEDIATE, FollowUpKind.WRAP_UP))
            storage.follow_ups.add(FollowUp(uuid7(), opened.id, kind, due, staff_id=helper.id))

    def _name(self) -> str:
        first, last = (
            self._random.choice(self._words["first_names"]),
            self._random.choice(self._words["last_names"]),
        )
        return str(self._words["name_order"]).format(first=first, last=last)
