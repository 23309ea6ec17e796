"""Acts on follow-ups and promises: done, tried again, put off, given to somebody, settled, undone."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.promises import Promise, PromiseKind, PromiseState, renewed_key
from desktop_cs.cases.states import CaseAct, may
from desktop_cs.desk.casework import Casework
from desktop_cs.desk.changes import Result, of_case
from desktop_cs.desk.derived import AS_TYPED
from desktop_cs.desk.followup_reading import FORM
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.step_records import StepRecords
from desktop_cs.desk.telling_work import TellingWork
from desktop_cs.errors import UserError
from desktop_cs.followups.followup import FollowUp, FollowUpState
from desktop_cs.followups.tries import try_event
from desktop_cs.forms import answers as form_answers
from desktop_cs.i18n import _
from desktop_cs.shop.staff import Staff


class FollowUpWork(TellingWork):
    """Acts on follow-ups and promises; each is one transaction and says what it changed."""

    def __init__(self, ground: Ground, casework: Casework) -> None:
        super().__init__(ground)
        self._casework = casework
        self._records = StepRecords(ground)

    def complete(self, follow_up: FollowUp, typed: Mapping[str, str]) -> Result[FollowUp]:
        """Mark a follow-up as done with its outcome; the case closes by itself when it was the last one open.

        Whom nobody reached is tried again at the next good time: the follow-up stays open.

        Raises:
            UserError: An answer is missing or cannot be read, or it is not open any more.
        """
        follow_up = self._standing(follow_up)
        problems = self.problems(typed)
        if problems:
            field_id, sentence = next(iter(problems.items()))
            raise UserError(sentence, field_id)
        if self.needs_new_try(follow_up, typed):
            return self.try_again(follow_up, typed, self.next_try())
        form = self._ground.forms[FORM]
        checked = form_answers.check(form, typed, self._ground.context())
        return self._settle(follow_up, checked.stored, form.version)

    def try_again(self, follow_up: FollowUp, typed: Mapping[str, str], at: datetime) -> Result[FollowUp]:
        """Note that somebody was tried in vain, and when to try again; what was typed besides is kept.

        Args:
            follow_up: The follow-up; it stays open.
            typed: Its form: `reached` says whether word was left.
            at: When to try again, in UTC.

        Raises:
            UserError: That time is not in the future, or the follow-up is not open any more.
        """
        now, ground = self._ground.clock.now(), self._ground
        if at <= now:
            raise UserError(_("Choose a time that is still to come."), "due_at")
        noted = {field_id: text for field_id, text in typed.items() if field_id != "reached"}
        what = try_event(follow_up.kind, typed.get("reached", ""))
        with ground.storage.transaction(ground.actor_id):
            kept = self.keep_draft(follow_up, noted).value
            ground.storage.cases.add_event(CaseEvent(follow_up.case_id, now, what, ground.actor_id))
            return self._write(replace(kept, due_at=at))

    def undo_try(self, before: FollowUp) -> Result[FollowUp]:
        """Put a follow-up back to what it was before `try_again`, and forget that try.

        Raises:
            UserError: The case was cancelled since: what it waited for stays let go.
        """
        self._refuse_cancelled(self._ground.storage.cases.by_id(before.case_id))
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            storage.follow_ups.update(before)
            tries = self.tries(before)
            if tries:
                storage.cases.take_back_event(before.case_id, tries[-1].what)
        return Result(before, of_case(before.case_id, follow_ups=True))

    def reassign(self, follow_up: FollowUp, staff: Staff) -> Result[FollowUp]:
        """Give a follow-up to somebody else; `undo` gives it back.

        Raises:
            UserError: They do not work here any more, or it is not open any more.
        """
        known = {one.id: one for one in self._ground.storage.shop.staff()}
        if staff.id not in known or not known[staff.id].active:
            raise UserError(
                _("{name} does not work here any more. Ask somebody else.").format(name=staff.name)
            )
        return self._write(replace(self._standing(follow_up), staff_id=staff.id))

    def complete_and_reopen(self, follow_up: FollowUp, typed: Mapping[str, str]) -> Result[Case]:
        """Mark a follow-up as done that found the matter not solved, and take its case up again.

        A case that is still being worked on stays as it is.

        Raises:
            UserError: An answer is missing or cannot be read.
        """
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            done = self.complete(follow_up, typed).value
            case = storage.cases.by_id(follow_up.case_id)
            if done.state is FollowUpState.DONE and may(CaseAct.REOPEN, case.state):
                reason = done.answers.get("in_their_words") or _("The follow-up found it not solved.")
                case = self._casework.reopen(case, reason).value
        return Result(case, of_case(case.id, follow_ups=True))

    def undo_reopening(self, before: FollowUp, case: Case) -> Result[FollowUp]:
        """Put a follow-up and its case back to what they were before `complete_and_reopen`.

        Raises:
            UserError: The case was cancelled since: what it waited for stays let go.
        """
        self._refuse_cancelled(self._ground.storage.cases.by_id(before.case_id))
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            storage.follow_ups.update(before)
            self._casework.undo_reopening(case)
        return Result(before, of_case(case.id, follow_ups=True))

    def keep_draft(self, follow_up: FollowUp, typed: Mapping[str, str]) -> Result[FollowUp]:
        """Keep what was typed so far into the form of a follow-up that is still open, readable or not.

        Raises:
            UserError: It is not open any more.
        """
        follow_up, form = self._standing(follow_up), self._ground.forms[FORM]
        checked = form_answers.check(form, typed, self._ground.context())
        kept = dict(checked.stored)
        unread = {field_id: typed[field_id] for field_id in checked.problems if typed.get(field_id)}
        if unread:
            kept[AS_TYPED] = json.dumps(unread, ensure_ascii=False)
        return self._write(replace(follow_up, answers=kept, form_version=form.version))

    def call_back(self, case: Case, at: datetime, words: str = "") -> Result[Promise]:
        """Promise a call, see `TellingWork.call_back`; a case that closed by itself waits for it, logged."""
        with self._ground.storage.transaction(self._ground.actor_id):
            promised = super().call_back(case, at, words)
            self._casework.undo_closing(case.id)
        return promised

    def undo_call_back(self, promise: Promise) -> Result[Promise]:
        """Take a callback back, see `TellingWork.undo_call_back`; the case closes again if that was all."""
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            taken_back = super().undo_call_back(promise)
            self._casework.close_when_over(storage.cases.by_id(promise.case_id))
        return taken_back

    def put_off(self, follow_up: FollowUp, until: datetime) -> Result[FollowUp]:
        """Move a follow-up to another time.

        Raises:
            UserError: That time is not in the future, or the follow-up is not open any more.
        """
        if until <= self._ground.clock.now():
            raise UserError(_("Choose a time that is still to come."), "due_at")
        return self._write(replace(self._standing(follow_up), due_at=until))

    def undo(self, before: FollowUp) -> Result[FollowUp]:
        """Put a follow-up back to what it was; a case that closed by itself meanwhile is logged again.

        Raises:
            UserError: The case was cancelled since: what it waited for stays let go.
        """
        self._refuse_cancelled(self._ground.storage.cases.by_id(before.case_id))
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            storage.follow_ups.update(before)
            self._casework.undo_closing(before.case_id)
        return Result(before, of_case(before.case_id, follow_ups=True))

    def settle_promise(
        self, promise: Promise, state: PromiseState, at: datetime | None = None
    ) -> Result[Promise]:
        """Note that a promise was kept or broken, now or at the moment given.

        Raises:
            UserError: It is not open any more: somebody settled it, or gave it another time.
        """
        storage = self._ground.storage
        settled = replace(self._promised(promise), state=state, settled_at=at or self._ground.clock.now())
        with storage.transaction(self._ground.actor_id):
            storage.promises.update(settled)
            self._casework.close_when_over(storage.cases.by_id(promise.case_id))
        return Result(settled, of_case(promise.case_id, follow_ups=True))

    def renegotiate(self, promise: Promise, due_at: datetime) -> Result[Promise]:
        """Give a promise a new time that the customer agreed to; the old one is kept as renegotiated.

        The calls that ask whether all is well go with it, since nothing can be well before.
        A callback counts from when it was asked for, and so keeps its place among the people who wait.

        Raises:
            UserError: That time is not in the future, or the promise is not open any more.
        """
        now = self._ground.clock.now()
        if due_at <= now:
            raise UserError(_("Choose a time that is still to come."), "due_at")
        storage, promise = self._ground.storage, self._promised(promise)
        key = renewed_key(promise.id, due_at)
        made_at = promise.made_at if promise.kind is PromiseKind.CALLBACK else now
        renewed = replace(promise, id=key, made_at=made_at, due_at=due_at, aim_at=None)
        with storage.transaction(self._ground.actor_id):
            fixes = self._records.fixes(promise.case_id)
            storage.promises.update(replace(promise, state=PromiseState.RENEGOTIATED, settled_at=now))
            if any(one.id == key for one in storage.promises.of_case(promise.case_id)):
                storage.promises.update(renewed)  # the same time was agreed before, and that was undone
            else:
                storage.promises.add(renewed)
            self._records.move_with_fix(promise.case_id, fixes)
        return Result(renewed, of_case(promise.case_id, follow_ups=True))

    def undo_promise(self, before: Promise) -> Result[Promise]:
        """Put a promise back to what it was; a case that closed by itself meanwhile is logged again.

        Raises:
            UserError: The case was cancelled since: what it waited for stays let go.
        """
        self._refuse_cancelled(self._ground.storage.cases.by_id(before.case_id))
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            storage.promises.update(before)
            self._casework.undo_closing(before.case_id)
        return Result(before, of_case(before.case_id, follow_ups=True))

    def undo_renegotiation(self, before: Promise, renewed: Promise) -> Result[Promise]:
        """Let the earlier time of a promise hold again; the later one is kept as renegotiated.

        Raises:
            UserError: The case was cancelled since: what it waited for stays let go.
        """
        self._refuse_cancelled(self._ground.storage.cases.by_id(before.case_id))
        storage = self._ground.storage
        gone = replace(renewed, state=PromiseState.RENEGOTIATED, settled_at=self._ground.clock.now())
        with storage.transaction(self._ground.actor_id):
            fixes = self._records.fixes(before.case_id)
            storage.promises.update(gone)
            storage.promises.update(before)
            self._records.move_with_fix(before.case_id, fixes)
            self._casework.undo_closing(before.case_id)
        return Result(before, of_case(before.case_id, follow_ups=True))

    def _standing(self, follow_up: FollowUp) -> FollowUp:
        """Return a follow-up as it is stored now; a page may have read it before somebody else was quicker.

        Raises:
            UserError: It is not open any more.
        """
        current = self._ground.storage.follow_ups.get(follow_up.id)
        if current.state is not FollowUpState.OPEN:
            raise UserError(_("This was done or let go meanwhile. Nothing was changed."))
        return current

    def _promised(self, promise: Promise) -> Promise:
        """Return a promise as it is stored now.

        Raises:
            UserError: It is not open any more.
        """
        current = self._ground.storage.promises.get(promise.id)
        if current.state is not PromiseState.OPEN:
            raise UserError(
                _("This promise was settled or given another time meanwhile. Nothing was changed.")
            )
        return current

    def _settle(self, follow_up: FollowUp, answers: Mapping[str, str], form_version: int) -> Result[FollowUp]:
        storage = self._ground.storage
        done = replace(
            follow_up,
            state=FollowUpState.DONE,
            done_at=self._ground.clock.now(),
            done_by=self._ground.actor_id,
            answers=answers,
            form_version=form_version,
        )
        with storage.transaction(self._ground.actor_id):
            storage.follow_ups.update(done)
            self._casework.close_when_over(storage.cases.by_id(follow_up.case_id))
        return Result(done, of_case(follow_up.case_id, follow_ups=True))

    def _write(self, follow_up: FollowUp) -> Result[FollowUp]:
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.follow_ups.update(follow_up)
        return Result(follow_up, of_case(follow_up.case_id, follow_ups=True))
