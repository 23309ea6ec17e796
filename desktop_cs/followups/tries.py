"""Trying to reach a customer: what a try in vain is noted as, when to try again, and when it may rest."""

from datetime import datetime, timedelta

from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.shop.opening_hours import OpeningHours

NOT_REACHED, LEFT_WORD = "not_reached", "left_word"
DAYS_TO_TRY = 3  # on which a call was tried in vain before nobody has to try any more


def try_event(kind: FollowUpKind, reached: str) -> str:
    """Return as which `CaseEvent` a try in vain is kept, such as "left_word.wrap_up"."""
    return f"{LEFT_WORD if reached == LEFT_WORD else NOT_REACHED}.{kind}"


def tries_of(kind: FollowUpKind) -> frozenset[str]:
    """Return the events that are tries in vain for a follow-up of this kind."""
    return frozenset({try_event(kind, NOT_REACHED), try_event(kind, LEFT_WORD)})


def may_rest(follow_up: FollowUp, reached: str) -> bool:
    """Return whether a follow-up can be done with this answer to "did you reach them?".

    Left word is enough, but not where a call is owed. Source: practice.md 1 (S3): whoever accepted
    reluctantly must be called.
    """
    if reached == LEFT_WORD:
        return not follow_up.as_call
    return reached != NOT_REACHED


def next_try(now: datetime, hours: OpeningHours) -> datetime:
    """Return when to try again to reach somebody, in UTC: two hours later, else an hour after opening.

    Not the same time of day again where it can be helped: whoever is out at ten is often out at ten.
    """
    soon = now + timedelta(hours=2)
    if hours.is_open(soon):
        return soon
    opening = hours.next_open(soon)
    return hours.next_open(opening + timedelta(hours=1))
