"""Asking when a customer wants to be called, from their case and from their own page."""

from desktop_cs import shown
from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import Promise, PromiseKind
from desktop_cs.desk.changes import Result
from desktop_cs.desk.desk import Desk
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.cases.asking import Question
from desktop_cs.ui.cases.queue_words import queue_words
from desktop_cs.ui.cases.talk_panels import CallBackPanel, NamedTime


def callback_question(desk: Desk, case: Case) -> Question:
    """Return the question, what its answer promises, and the way back."""
    now, hours, work = desk.clock.now(), desk.settings.hours, desk.follow_ups
    asking_now = Promise(case.id, case.id, "", now, now, kind=PromiseKind.CALLBACK)

    def promised(named: NamedTime) -> Result[Promise]:
        return work.call_back(case, named.at, named.words)

    def told(promise: Promise) -> str:
        when = shown.near_moment(hours.wall(promise.due_at), hours.wall(now), language_in_use())
        words = _("Call {who} back: {when}. {queue}")
        return words.format(who=case.who, when=when, queue=queue_words(work.queue_place(promise)))

    panel = CallBackPanel(now, hours, queue_words(work.queue_place(asking_now)))
    return Question(panel, promised, told, work.undo_call_back, stays=True)
