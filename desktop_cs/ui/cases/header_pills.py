"""The pills beside the name of a case: mood, second time, whose it is, what is asked about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from desktop_cs.cases.requests import CaseRequest, RequestKind, RequestState
from desktop_cs.desk.case_view import Story
from desktop_cs.desk.desk import Desk
from desktop_cs.i18n import _, ngettext
from desktop_cs.ui.cases.case_words import mood_words

_ANSWER_SHOWN = timedelta(days=1)  # how long a "no" stands on the case: the asker has read it by then


@dataclass(frozen=True, slots=True)
class PillWords:
    """One pill: its words, its kind, whether the cover hides it, and what stands behind it."""

    words: str
    kind: str
    behind: str = ""
    private: bool = False


def pills_of(story: Story, requests: Sequence[CaseRequest], desk: Desk) -> list[PillWords]:
    """Return the pills of a case, the most pressing last, next to the buttons."""
    found = []
    if story.case.mood:
        found.append(PillWords(mood_words(story.case.mood), "warn", private=True))
    if story.earlier is not None:
        found.append(PillWords(second_time_words(story.case.earlier_days or 0), "danger", private=True))
    if story.case.owner is not None and story.case.owner != desk.actor_id:
        found.append(PillWords(_("With {name}").format(name=_name(story, story.case.owner)), "info"))
    return found + _of_requests(story, requests, desk)


def second_time_words(days: int) -> str:
    """Return that it is the second time, so many days after the first."""
    if not days:
        return _("Second time · today")
    return ngettext("Second time · {days} day", "Second time · {days} days", days).format(days=days)


def care_words(story: Story, desk: Desk) -> str:
    """Return how often it was told, through how many hands it went, and how soon something was given."""
    numbers = desk.follow_ups.care_numbers(story)
    parts = [_("Told by them: {count}").format(count=numbers.times_told)]
    if numbers.hands_passed:
        parts.append(_("Hands passed: {count}").format(count=numbers.hands_passed))
    if numbers.minutes_to_first_remedy is not None:
        minutes = numbers.minutes_to_first_remedy
        parts.append(_("Minutes to the first remedy: {count}").format(count=minutes))
    return " · ".join(parts)


def _of_requests(story: Story, requests: Sequence[CaseRequest], desk: Desk) -> list[PillWords]:
    found = []
    for one in requests:
        name = _name(story, one.asked_of)
        if one.state is RequestState.WAITING and one.kind is RequestKind.HAND_OVER:
            found.append(PillWords(_("{name} is asked").format(name=name), "info", one.words, private=True))
        elif one.state is RequestState.WAITING and one.kind is RequestKind.HELP:
            found.append(PillWords(_("Help is asked for"), "info", one.words, private=True))
    return found + _last_answer(story, requests, desk)


def _last_answer(story: Story, requests: Sequence[CaseRequest], desk: Desk) -> list[PillWords]:
    """Return the newest answer to whoever acts, of the last day: somebody comes, or cannot take it over."""
    mine = [
        one
        for one in requests
        if one.answered_at is not None
        and one.asked_by == desk.actor_id
        and desk.clock.now() - one.answered_at < _ANSWER_SHOWN
    ]
    if not mine:
        return []
    newest, name = mine[-1], _name(story, mine[-1].answered_by)
    if newest.kind is RequestKind.HELP and newest.state is RequestState.GRANTED:
        return [PillWords(_("{name} comes").format(name=name), "ok", newest.answer, private=True)]
    if newest.state is RequestState.DECLINED and newest.kind is not RequestKind.APPROVAL:
        return [PillWords(_("{name} cannot").format(name=name), "warn", newest.answer, private=True)]
    return []


def _name(story: Story, staff_id: UUID | None) -> str:
    return story.names.get(staff_id, _("nobody")) if staff_id else _("nobody")
