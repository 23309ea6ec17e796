"""Filling in the steps of a case: autosave, finishing, skipping."""

import json
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from desktop_cs.cases.case import Case
from desktop_cs.cases.culprits import named_in
from desktop_cs.cases.states import CaseAct, CaseState
from desktop_cs.cases.states import after as state_after
from desktop_cs.cases.steps import Step, StepEntry, StepState, checked_skip_reason
from desktop_cs.desk.case_lookup import CaseLookup
from desktop_cs.desk.case_view import Saved, Story
from desktop_cs.desk.changes import Result, of_case
from desktop_cs.desk.derived import AS_TYPED, changed_fields, with_answers
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.request_keeping import RequestKeeping
from desktop_cs.desk.step_records import StepRecords
from desktop_cs.errors import UserError
from desktop_cs.forms import answers as form_answers
from desktop_cs.forms.checking import CheckContext
from desktop_cs.forms.definition import Field, Form, words_in
from desktop_cs.forms.field_types import FIELD_TYPES, line_gaps
from desktop_cs.i18n import _, language_in_use

CAUSE, REFUSED = "root_cause_details", "refused"
_NOTHING_TO_GIVE = frozenset({"", "nothing", "explanation", "apology", "not_again"})


class StepUnfinishedError(UserError):
    """A step cannot be finished yet; `problems` says by field id what is wrong or missing."""

    def __init__(self, sentence: str, problems: Mapping[str, str]) -> None:
        super().__init__(sentence)
        self.problems = dict(problems)


class StepWork:
    """Acts on the steps of one case; each is one transaction."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._records = StepRecords(ground)

    def save_answers(
        self, story: Story, step: Step, raw: Mapping[str, str], touched: str = ""
    ) -> Result[Saved]:
        """Keep what was typed, right or not; nothing is refused and nothing is lost.

        Args:
            story: The case as it was read last; its steps decide which questions are asked.
            step: Which step was typed in.
            raw: Everything that its form holds now, by field id.
            touched: The field that was typed in, for the trail.
        """
        form = self._ground.forms[step]
        checked = form_answers.check(form, raw, self._ground.context(), story.rules())
        # What cannot be read yet, and what another answer hides for now: it may be asked again.
        aside = {
            one.id: raw[one.id] for one in form.fields() if raw.get(one.id) and one.id not in checked.stored
        }
        result = self.keep(story, step, checked.stored, aside, touched)
        return Result(replace(result.value, problems=checked.problems), result.changed)

    def keep(
        self,
        story: Story,
        step: Step,
        stored: Mapping[str, str],
        unread: Mapping[str, str] | None = None,
        touched: str = "",
    ) -> Result[Saved]:
        """Keep checked answers in canonical text, and beside them what could not be read yet.

        Raises:
            UserError: The case is logged, closed or cancelled.
        """
        _refuse_when_over(story.case)
        kept = dict(stored)
        if unread:
            kept[AS_TYPED] = json.dumps(dict(unread), ensure_ascii=False)
        entry = replace(story.walk.entry(step), answers=kept, form_version=self._ground.forms[step].version)
        case = self._store(story.case, entry, (touched,) if touched else ())
        return Result(Saved(case, entry, {}), of_case(case.id))

    def leave_step(self, case_id: UUID, step: Step) -> Result[Case]:
        """Make records of what was promised, as the step is left whether finished or not."""
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            case = storage.cases.by_id(case_id)
            entry = storage.cases.entries(case_id).get(step, StepEntry(step))
            self._records.keep_promises(case, entry)
        return Result(case, of_case(case_id, follow_ups=step is Step.RESOLUTION))

    def finish_step(self, story: Story, step: Step, *, express: bool = False) -> Result[Saved]:
        """Mark a step as done; on the express page its few questions are enough.

        Raises:
            StepUnfinishedError: Something is missing or cannot be read; nothing typed is lost.
        """
        _refuse_when_over(story.case)
        problems = self.step_problems(story, step, express=express)
        if problems:
            raise StepUnfinishedError(_("Some answers are still needed before this step is done."), problems)
        entry = replace(
            story.walk.entry(step),
            state=StepState.DONE,
            skip_reason="",
            done_at=self._ground.clock.now(),
            done_by=self._ground.actor_id,
        )
        return self._pass(story.case, entry)

    def skip_step(self, story: Story, step: Step, reason: str) -> Result[Saved]:
        """Pass a step without its answers, with a reason; what was typed in it is kept.

        Raises:
            UserError: No reason was given.
        """
        _refuse_when_over(story.case)
        entry = replace(
            story.walk.entry(step),
            state=StepState.SKIPPED,
            skip_reason=checked_skip_reason(reason),
            done_at=self._ground.clock.now(),
            done_by=self._ground.actor_id,
        )
        return self._pass(story.case, entry)

    def step_problems(self, story: Story, step: Step, *, express: bool = False) -> dict[str, str]:
        """Return what keeps a step from being done, a sentence by field id; empty when it can be finished."""
        form = self._ground.forms[step]
        entry = story.walk.entry(step)
        asked_by = story.rules()
        asked = form_answers.express_form(form) if express else form
        problems: dict[str, str] = {}
        for field in form_answers.missing(asked, entry.answers, asked_by):
            problems[field.id] = _still_needed(field, entry.answers.get(field.id, ""))
        unread = unread_answers(entry)
        if unread:
            typed = typed_answers(form, entry, self._ground.context())
            checked = form_answers.check(form, typed, self._ground.context(), asked_by)
            problems.update({key: text for key, text in checked.problems.items() if key in unread})
        if step is Step.RESOLUTION and not express and is_owed_a_refusal(story):
            problems[REFUSED] = _("Nothing was given. Say what you could not give them, and how you put it.")
        named = self._named_culprit(entry)
        if named:
            sentence = _("Causes, not culprits: please say how it came about without the name “{name}”.")
            problems[CAUSE] = sentence.format(name=named)
        return problems

    def _named_culprit(self, entry: StepEntry) -> str:
        """Return the name of somebody who works here that stands in the cause, or ""."""
        cause = entry.answers.get(CAUSE, "") if entry.step is Step.LOGGING else ""
        staff = self._ground.storage.shop.staff() if cause else ()
        return named_in(cause, [one.name for one in staff])

    def plan_missing(self, case: Case, resolution: StepEntry) -> None:
        """Plan the follow-ups of a case that lacks them, as one does that was reopened and is logged again.

        What its resolution promises by then has its records too, though a done step was changed and not done
        once more. Part of a transaction that is already under way.
        """
        self._records.keep_promises(case, resolution)
        self._records.plan(case, resolution, move=False)

    def take_up_again(self, story: Story, step: Step) -> Result[Saved]:
        """Make a step that was skipped one that is still to be done: the way back from `skip_step`."""
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            case = storage.cases.by_id(story.case.id)
            _refuse_when_over(case)
            passed = storage.cases.entries(case.id).get(step, StepEntry(step))
            entry = replace(passed, state=StepState.TODO, skip_reason="", done_at=None, done_by=None)
            stored = self._store(case, entry, ("state",))
        return Result(Saved(stored, entry, {}), of_case(case.id))

    def _pass(self, case: Case, entry: StepEntry) -> Result[Saved]:
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            stored = self._store(case, entry, ("state",))
            if stored.state is CaseState.DRAFT:
                opened = replace(stored, state=state_after(CaseAct.OPEN, stored.state))
                storage.cases.update(opened, ("state",))
                stored = opened
            self._records.keep_promises(stored, entry)
            self._records.keep_answer_promises(stored, entry)
            if entry.step is Step.RESOLUTION:
                self._records.plan(stored, entry, move=True)
        return Result(Saved(stored, entry, {}), of_case(case.id, follow_ups=True))

    def _store(self, case: Case, entry: StepEntry, fields: tuple[str, ...]) -> Case:
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            stored = storage.cases.by_id(case.id)  # it may have changed since the page read it
            _refuse_when_over(stored)
            after = with_answers(stored, entry.step, entry.answers)
            storage.cases.save_entry(case.id, entry, fields)
            if entry.step is Step.REVIEW:
                after = self._with_second_failure(after)
            changed = changed_fields(stored, after)
            if changed:
                storage.cases.update(after, changed)
            if "severity" in changed:
                RequestKeeping(self._ground).tell_of(after)
        return after

    def _with_second_failure(self, case: Case) -> Case:
        """Return the case with what the shop remembers: the same device or customer within the window."""
        return CaseLookup(self._ground).with_second_failure(case)


def is_owed_a_refusal(story: Story) -> bool:
    """Return whether something was asked for and neither given nor refused. Source: practice.md 1 (S1)."""
    sought = story.answers(Step.REVIEW).get("remedy_sought", "")
    refused = story.answers(Step.RESOLUTION).get(REFUSED) == "yes"
    return sought not in _NOTHING_TO_GIVE and not story.remedies.is_given and not refused


def unread_answers(entry: StepEntry) -> dict[str, str]:
    """Return what was typed in a step and could not be read yet, or is hidden for now, by field id."""
    unread: dict[str, str] = json.loads(entry.answers.get(AS_TYPED, "{}"))
    return unread


def typed_answers(form: Form, entry: StepEntry, context: CheckContext) -> dict[str, str]:
    """Return the answers of a step as staff would type them, and what could not be read yet as it was."""
    typed = {
        field.id: FIELD_TYPES[field.type].as_typed(field, entry.answers[field.id], context)
        for field in form.fields()
        if entry.answers.get(field.id)
    }
    return typed | unread_answers(entry)


def _still_needed(field: Field, stored: str) -> str:
    """Return the sentence about an answer that is missing, or about the first gap in its lines."""
    question = words_in(field.label, language_in_use())
    gaps = line_gaps(field, stored) if field.type == "lines" else []
    if not gaps:
        return _("“{question}” is still needed.").format(question=question)
    number, column = gaps[0]
    told = _("“{question}”: line {number} still needs “{column}”.")
    return told.format(question=question, number=number, column=words_in(column.label, language_in_use()))


def _refuse_when_over(case: Case) -> None:
    if case.is_being_worked_on:
        return
    sentences = {
        CaseState.LOGGED: _("This case is logged. Reopen it to change it."),
        CaseState.CLOSED: _("This case is closed. Reopen it to change it."),
        CaseState.CANCELLED: _("This case was cancelled and cannot be changed any more."),
    }
    raise UserError(sentences[case.state])
