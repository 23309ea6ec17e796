"""What helps with somebody who had cause to complain, said to a colleague who meets them next.

Source: practice.md 5 (the internal follow-up) and 4 (say how far a promise is before they ask).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import Promise, PromiseState
from desktop_cs.i18n import _

MOST = 3  # sentences; more are not read while somebody stands there


def what_helps(case: Case, promises: Sequence[Promise], matters: str, now: datetime) -> tuple[str, ...]:
    """Return what helps now, the most pressing first, in one to three sentences.

    Args:
        case: What the customer went through.
        promises: Everything that was promised in it.
        matters: What matters most to them, in words, or "".
        now: The moment, in UTC.
    """
    found = [
        *_about_promises([one for one in promises if one.state is PromiseState.OPEN], now),
        *_about_outcome(case),
    ]
    if matters:
        found.append(_("What matters most to them: {what}.").format(what=matters))
    return tuple(found[:MOST]) or (_("Greet them by name and ask whether all is well now."),)


def _about_promises(owed: Sequence[Promise], now: datetime) -> list[str]:
    if not owed:
        return []
    first = min(owed, key=lambda one: one.due_at)
    told = (
        _("Late: “{what}”. Say so before they ask, and when it will be done.")
        if first.due_at < now
        else _("Still owed: “{what}”. Say how far it is before they ask.")
    )
    return [told.format(what=first.what)]


def _about_outcome(case: Case) -> list[str]:
    found = []
    if case.customer_accepts in ("reluctantly", "no"):
        found.append(_("They were not at peace with it. Ask how it is now, before anything else."))
    if case.problem_solved in ("partly", "not_yet", "cannot_be"):
        found.append(_("It is not all solved. Do not ask them to tell it again; it is written down."))
    if case.is_second_failure:
        found.append(_("It was the second time. Say what is different now."))
    return found


@dataclass(frozen=True, slots=True)
class CareStory:
    """What a colleague should know before they say a word.

    `mood` is an id of `cases.case.MOODS`; the other texts are as a person reads them, "" where nothing is
    known.
    """

    happened: str
    mood: str
    feelings: str
    given: tuple[str, ...]
    promised: tuple[Promise, ...]
    helps: tuple[str, ...]
