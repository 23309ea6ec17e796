"""Storing a case from an answers file: the same acts that the window does, all of them or none."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import Promise, PromiseState
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step
from desktop_cs.clock import FixedClock, moment_of
from desktop_cs.customers.customer import Customer, checked_name, phone_digits
from desktop_cs.desk.answers_file import AnswersFile, AnswersFileError, moment_text
from desktop_cs.desk.answers_keys import CASE_KEYS, STEP_KEYS
from desktop_cs.desk.answers_shop import bring_in_shop, somebody
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.casework import Intake
from desktop_cs.errors import UserError
from desktop_cs.forms import answers as form_answers
from desktop_cs.forms.near_words import did_you_mean
from desktop_cs.i18n import _
from desktop_cs.storage.uuid7 import uuid7

if TYPE_CHECKING:
    from desktop_cs.desk.desk import Desk

T = TypeVar("T")

_YEARS = range(1970, 2999)  # those that a month can be asked for
_SAME_NAME = 1000  # customers who share a name; beyond them a double does less harm than waiting
# After opening, where no time is given.
_MINUTES = {Step.APOLOGY: 4, Step.REVIEW: 9, Step.RESOLUTION: 15, Step.LOGGING: 20}


@dataclass
class CaseAdding:
    """One answers file on its way into the storage."""

    desk: "Desk"
    file: AnswersFile
    problems: list[str] = field(default_factory=list)

    def run(self) -> Story:
        """Store the case, with what came before and after it, and return it.

        Steps with answers still missing are kept as they are and stay to be done.

        Raises:
            AnswersFileError: Something cannot be read or is unknown; nothing was stored.
        """
        self._count_digits()
        with self._own_clock(), self.desk.storage.transaction(self.desk.actor_id):
            self.problems += bring_in_shop(self.desk, self.file.shop)
            for table in self.file.before:
                self._guarded("before", partial(self._earlier, table))
            story = self._guarded("case", self._taken)
            if story is not None:
                story = self._walked(story)
                for table in self.file.after:
                    self._guarded("after", partial(self._afterwards, story.case, table))
            if self.problems or story is None:
                raise AnswersFileError(self.file.path, self.problems)
            return self.desk.casework.story(story.case.id)

    @contextmanager
    def _own_clock(self) -> Iterator[None]:
        clock, actor = self.desk.clock, self.desk.actor
        try:
            self.desk.clock = FixedClock(clock.now())
            yield
        except BaseException:
            self.desk.forget_settings()
            raise
        finally:
            self.desk.clock, self.desk.actor = clock, actor

    def _guarded(self, where: str, act: Callable[[], T]) -> T | None:
        """Return what the act gives, or note what is wrong with its table."""
        try:
            return act()
        except UserError as error:
            self.problems.append(f"{where}: {error}")
        return None

    def _set_clock(self, value: object, default: datetime) -> None:
        self.desk.clock = FixedClock(self._moment(value) if value else default)

    def _set_later(self, value: object, default: datetime, opened_at: datetime) -> None:
        """Set the clock to a moment of a case that was taken before.

        Raises:
            UserError: It is no moment, or lies before the case was opened.
        """
        self._set_clock(value, default)
        if self.desk.clock.now() < opened_at:
            told = _("“{moment}” is before the case was opened.").format(moment=moment_text(value))
            self.desk.clock = FixedClock(opened_at)
            raise UserError(told)

    def _taken(self) -> Story:
        table = self.file.case
        self._set_clock(table.get("opened_at"), self.desk.clock.now())
        if table.get("owner"):
            self.desk.actor = somebody(self.desk, str(table["owner"]))
        texts = {key: str(table.get(key, "")) for key in CASE_KEYS}
        intake = Intake(
            one_line=texts["one_line"],
            customer=self._customer(self.file.customer) if self.file.customer else None,
            reported_by=texts["reported_by"] or "customer",
            how_reached=texts["how_reached"] or "counter",
            mood=texts["mood"],
            threatens=texts["threatens"],
            language_of_letters=texts["language_of_letters"],
            reference=texts["reference"],
        )
        case = self.desk.casework.take(intake).value
        return self.desk.casework.story(case.id)

    def _customer(self, table: Mapping[str, Any]) -> Customer:
        """Return the customer of this name and phone, kept from now on when there is none yet."""
        name, phone = checked_name(str(table["name"])), str(table.get("phone", ""))
        for known in self.desk.storage.customers.find(name, _SAME_NAME):
            same_phone = phone_digits(known.phone) == phone_digits(phone)
            if known.name == name and (same_phone or not phone or not known.phone):
                return known
        texts = {key: str(text) for key, text in table.items() if key != "name"}
        return self.desk.customers.add(Customer(uuid7(), name, **texts)).value

    def _walked(self, story: Story) -> Story:
        opened = story.case.opened_at
        given = self.file.case.get("opened_at")
        for step in Step:
            table = self.file.steps[step]
            if table:
                later = opened + timedelta(minutes=_MINUTES[step]) if given else self.desk.clock.now()
                self._guarded(step, partial(self._set_later, table.get("done_at"), later, opened))
                story = self._guarded(step, partial(self._stepped, story, step)) or story
        if not self.problems and not self.desk.casework.gaps(story):
            self.desk.casework.finish(story)
        return story

    def _stepped(self, story: Story, step: Step) -> Story:
        table = self.file.steps[step]
        steps = self.desk.casework.steps
        if "skipped" in table:
            return story.after(steps.skip_step(story, step, str(table["skipped"])).value)
        answers = {key: value for key, value in table.items() if key not in STEP_KEYS}
        if step is Step.REVIEW and table.get("serial"):
            known = self.desk.casework.with_second_failure(replace(story.case, serial=str(table["serial"])))
            story = replace(story, case=known)
        checked = form_answers.from_table(self.desk.forms[step], answers, self.desk.context(), story.rules())
        self.problems += [f"{step}.{field_id}: {text}" for field_id, text in checked.problems.items()]
        story = story.after(steps.keep(story, step, checked.stored).value)
        if step is Step.RESOLUTION and self.file.approval:
            self._approve(story)
        if not steps.step_problems(story, step) and not checked.problems:
            story = story.after(steps.finish_step(story, step).value)
        else:
            steps.leave_step(story.case.id, step)
        return self.desk.casework.story(story.case.id)

    def _count_digits(self) -> None:
        """Have the digits of an approval looked at before anything else: wrong ones count, as in the window.

        Raises:
            AnswersFileError: They are nobody's; inside the act, the count would be taken back with it.
        """
        digits, people = str(self.file.approval.get("digits", "")), self.desk.shop.staff()
        if self.file.approval and any(one.is_manager for one in people):
            self._guarded(Step.RESOLUTION, partial(self.desk.people.manager_by_digits, digits))
        if self.problems:
            raise AnswersFileError(self.file.path, self.problems)

    def _approve(self, story: Story) -> None:
        self.desk.authority.approve(story, str(self.file.approval.get("digits", "")))

    def _earlier(self, table: Mapping[str, Any]) -> None:
        """Store a case that was over before this one began."""
        desk = self.desk
        self._set_clock(table.get("opened_at"), desk.clock.now())
        opened_at = desk.clock.now()
        logged_at = self._moment(table["logged_at"]) if "logged_at" in table else opened_at
        if logged_at < opened_at:
            raise UserError(_("logged_at is before opened_at."))
        named = table.get("customer", {})
        customer = self._customer({"name": named} if isinstance(named, str) else named) if named else None
        opened = desk.storage.cases.open_case(
            Case(
                id=uuid7(),
                number=0,
                state=CaseState.CLOSED,
                who=customer.name if customer else "",
                one_line=str(table.get("one_line", "")),
                opened_at=opened_at,
                logged_at=logged_at,
                closed_at=logged_at,
                customer_id=customer.id if customer else None,
                language_of_letters=desk.settings.language,
                failure_kind=self._failure_kind(str(table.get("failure_kind", ""))),
                serial=str(table.get("serial", "")),
                product=str(table.get("product", "")),
                root_cause=str(table.get("root_cause", "")),
            )
        )
        for row in table.get("promises", []):
            desk.storage.promises.add(self._earlier_promise(opened, row))

    def _failure_kind(self, kind: str) -> str:
        options = self.desk.forms[Step.REVIEW].field("failure_kind").options
        known = [option.id for option in options]
        if kind and kind not in known:
            hint = did_you_mean(kind, known)
            raise UserError(_("there is no failure_kind “{kind}”{hint}.").format(kind=kind, hint=hint))
        return kind

    def _earlier_promise(self, case: Case, row: Mapping[str, Any]) -> Promise:
        due = self._moment(row["due_at"])
        return Promise(
            id=uuid7(),
            case_id=case.id,
            what=str(row["what"]),
            made_at=self._moment(row["made_at"]) if "made_at" in row else case.opened_at,
            due_at=due,
            by_whom=str(row.get("by", "")),
            state=PromiseState(row.get("state", PromiseState.KEPT)),
            settled_at=due,
        )

    def _moment(self, value: object) -> datetime:
        moment = moment_of(moment_text(value), self.desk.settings.hours.zone)
        if moment.year not in _YEARS:
            raise UserError(_("“{moment}” is no time of a shop’s case.").format(moment=moment_text(value)))
        return moment

    def _afterwards(self, case: Case, table: Mapping[str, Any]) -> None:
        """Do what happened later: a promise kept or broken, the case closed, reopened, answered further."""
        desk = self.desk
        self._set_later(table.get("at"), desk.clock.now(), case.opened_at)
        story = desk.casework.story(case.id)
        for key, state in (("kept", PromiseState.KEPT), ("broken", PromiseState.BROKEN)):
            if key in table:
                desk.follow_ups.settle_promise(_open_promise(story, str(table[key])), state)
        if "closed" in table:
            desk.casework.close(story.case, str(table["closed"]))
        if "reopened" in table:
            desk.casework.reopen(story.case, str(table["reopened"]))
        if "answers" in table:
            self._answered_further(desk.casework.story(case.id), table["answers"])

    def _answered_further(self, story: Story, tables: Mapping[str, Mapping[str, Any]]) -> None:
        for step in Step:
            if step not in tables:
                continue
            form, context = self.desk.forms[step], self.desk.context()
            added = form_answers.from_table(form, tables[step], context, story.rules())
            whole = dict(story.answers(step)) | added.stored
            self.problems += [f"after.{step}.{key}: {text}" for key, text in added.problems.items()]
            kept = self.desk.casework.steps.keep(story, step, whole)
            story = story.after(kept.value)
            story = story.after(self.desk.casework.steps.finish_step(story, step).value)
        if not self.problems and not self.desk.casework.gaps(story):
            self.desk.casework.finish(story)


def add_case(desk: "Desk", file: AnswersFile) -> Story:
    """Store the case of an answers file and return it; see `CaseAdding.run`."""
    return CaseAdding(desk, file).run()


def _open_promise(story: Story, what: str) -> Promise:
    """Return the open promise with these words.

    Raises:
        UserError: There is none.
    """
    for promise in story.promises:
        if promise.what == what and promise.state is PromiseState.OPEN:
            return promise
    raise UserError(_("there is no open promise “{what}”.").format(what=what))
