"""Acts that keep people informed: an honest word of progress, and a call at the time that they name."""

from dataclasses import replace
from datetime import datetime

from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.promises import Promise, PromiseKind, PromiseState
from desktop_cs.cases.silence import TOLD
from desktop_cs.cases.states import CaseState
from desktop_cs.desk.changes import Result, of_case
from desktop_cs.desk.waiting_reading import WaitingReading
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.storage.uuid7 import uuid7


class TellingWork(WaitingReading):
    """Acts by which customers hear from us; each is one transaction and says what it changed."""

    def tell_customer(self, case: Case, words: str) -> Result[CaseEvent]:
        """Note that the customer was told how it stands: a reply of its own, which settles no promise.

        Raises:
            UserError: Nothing says what they were told, or the case was cancelled.
        """
        told = " ".join(words.split())
        if not told:
            raise UserError(_("Write in a few words what you told them."), "words")
        self._refuse_cancelled(case)
        event = CaseEvent(case.id, self._ground.clock.now(), TOLD, self._ground.actor_id, told)
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.cases.add_event(event)
        return Result(event, of_case(case.id, follow_ups=True))

    def undo_told(self, event: CaseEvent) -> Result[CaseEvent]:
        """Forget a word of progress that was noted by mistake.

        Raises:
            UserError: Something else happened to the case since.
        """
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            self._take_back(event)
        return Result(event, of_case(event.case_id, follow_ups=True))

    def call_back(self, case: Case, at: datetime, words: str = "") -> Result[Promise]:
        """Promise a call at the time that the customer names; it keeps its place by when they asked.

        Args:
            case: Their case.
            at: The moment that they named, in UTC.
            words: What they want to hear about, or "".

        Raises:
            UserError: That time is not in the future, or the case was cancelled.
        """
        now, storage = self._ground.clock.now(), self._ground.storage
        if at <= now:
            raise UserError(_("Choose a time that is still to come."), "due_at")
        self._refuse_cancelled(case)
        about = " ".join(words.split())
        promise = Promise(
            id=uuid7(),
            case_id=case.id,
            what=_("Call back: {words}").format(words=about) if about else _("Call back"),
            made_at=now,
            due_at=at,
            by_whom=self._ground.actor.name if self._ground.actor else "",
            kind=PromiseKind.CALLBACK,
        )
        with storage.transaction(self._ground.actor_id):
            storage.promises.add(promise)
        return Result(storage.promises.get(promise.id), of_case(case.id, follow_ups=True))

    def undo_call_back(self, promise: Promise) -> Result[Promise]:
        """Take back a callback that was noted by mistake; it is kept as one that holds no more.

        Raises:
            UserError: The call was made or put off since.
        """
        storage, now = self._ground.storage, self._ground.clock.now()
        with storage.transaction(self._ground.actor_id):
            if storage.promises.get(promise.id).state is not PromiseState.OPEN:
                raise UserError(_("The call was settled or put off since; change it on Today."))
            gone = replace(promise, state=PromiseState.RENEGOTIATED, settled_at=now)
            storage.promises.update(gone)
        return Result(gone, of_case(promise.case_id, follow_ups=True))

    def _refuse_cancelled(self, case: Case) -> None:
        if self._ground.storage.cases.by_id(case.id).state is CaseState.CANCELLED:
            raise UserError(_("This case was cancelled and cannot be changed any more."))

    def _take_back(self, event: CaseEvent) -> None:
        """Forget an event while it is the newest of its case. Part of a transaction under way.

        Raises:
            UserError: It is not.
        """
        events = self._ground.storage.cases.events(event.case_id)
        if not events or events[-1] != event:
            raise UserError(_("Something else happened to this case since, so this stays."))
        self._ground.storage.cases.take_back_event(event.case_id, event.what)
