"""Keeping the promises of a case in step with the lines of its resolution form."""

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime, time
from uuid import UUID

from desktop_cs.cases.promises import Promise, PromiseState, renewed_key, with_renewed
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.storage.uuid7 import uuid7


@dataclass(frozen=True, slots=True)
class PromiseChanges:
    """What storing the lines takes."""

    new: tuple[Promise, ...] = ()
    changed: tuple[Promise, ...] = ()


def promise_changes(
    case_id: UUID,
    lines: Sequence[Mapping[str, str]],
    before: Sequence[Promise],
    made_at: datetime,
    hours: OpeningHours,
) -> PromiseChanges:
    """Return which promises are new and which are not as they were.

    A line belongs to the promise with the same words and time, else to the open one for the same time, whose
    words were mended. A promise whose line was given another time or taken away was renegotiated: what was
    said once is never forgotten, and holds again when its line says it again while its time is still to come.
    A line that was settled since, or for which the customer agreed to a later time, makes no new promise.
    """
    said = {
        (one.what, one.due_at): one for one in (_promise(case_id, line, made_at, hours) for line in lines)
    }
    known, before = before, _with_mended_words(before, set(said))
    open_ones = {(one.what, one.due_at): one for one in before if one.state is PromiseState.OPEN}
    over = _over(before)
    agreed = {key for one in over.values() if (one.what, one.due_at) in said for key in _agreed(one, before)}
    left = [one for key, one in open_ones.items() if key not in said and one.id not in agreed]
    changed = [_with_details(one, said[key]) for key, one in open_ones.items() if key in said]
    new: list[Promise] = []
    for key, one in said.items():
        if key in open_ones:
            continue
        its_own = over.get(key) or _same_time(one, left, said)
        if its_own is None:
            new.append(one)
        elif its_own in left or _holds_again(its_own, before, made_at):
            left = [other for other in left if other is not its_own]
            changed.append(replace(one, id=its_own.id, made_at=its_own.made_at))
    changed += [replace(one, state=PromiseState.RENEGOTIATED, settled_at=made_at) for one in left]
    after = {one.id: one for one in (*before, *changed)}
    return PromiseChanges(tuple(new), tuple(one for one in after.values() if one not in known))


def promise_lines(answers: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the lines of the resolution form that are whole promises: they say what and by when."""
    lines: list[dict[str, str]] = json.loads(answers.get("promises") or "[]")
    return [line for line in lines if line.get("what") and line.get("by_when")]


def _with_mended_words(before: Sequence[Promise], said: Set[tuple[str, datetime]]) -> Sequence[Promise]:
    """Return the promises with the words of their lines, where the customer agreed to another time since.

    Such a line still says the time that was told first. Only when neither its old words nor its new ones are
    a promise of their own is it known to be the same.
    """
    mended, words = list(before), {what for what, _due_at in said}
    for what, due_at in sorted(said - {(one.what, one.due_at) for one in before}):
        first_told = (one for one in mended if one.due_at == due_at and one.what not in words)
        first = next((one for one in first_told if _agreed(one, mended)), None)
        if first is not None:
            chain = with_renewed({first.id}, mended)
            mended = [replace(one, what=what) if one.id in chain else one for one in mended]
    return mended


def _over(before: Sequence[Promise]) -> dict[tuple[str, datetime], Promise]:
    """Return the promises that are open no more, by words and time; a kept or broken one counts most."""
    found: dict[tuple[str, datetime], Promise] = {}
    for one in sorted(before, key=lambda one: one.state is not PromiseState.RENEGOTIATED):
        if one.state is not PromiseState.OPEN:
            found[one.what, one.due_at] = one
    return found


def _agreed(promise: Promise, before: Sequence[Promise]) -> set[UUID]:
    """Return what took the place of a promise by a new time that the customer agreed to, and still stands."""
    found: set[UUID] = set()
    for one in before:
        if promise.state is PromiseState.RENEGOTIATED and one.id == renewed_key(promise.id, one.due_at):
            renegotiated = one.state is PromiseState.RENEGOTIATED
            found |= _agreed(one, before) if renegotiated else {one.id}
    return found


def _holds_again(promise: Promise, before: Sequence[Promise], now: datetime) -> bool:
    """Return whether a promise that was taken back is said again, by its line, in time to be kept."""
    taken_back = promise.state is PromiseState.RENEGOTIATED and not _agreed(promise, before)
    return taken_back and promise.due_at > now


def _with_details(promise: Promise, said: Promise) -> Promise:
    """Return the promise with who keeps it, as told and aimed at, as its line says now."""
    return replace(promise, by_whom=said.by_whom, told_as=said.told_as, aim_at=said.aim_at)


def _same_time(
    one: Promise, left: Sequence[Promise], said: Mapping[tuple[str, datetime], Promise]
) -> Promise | None:
    """Return the promise for the same time whose words no line has any more, or None."""
    words = {what for what, _due_at in said}
    return next((old for old in left if old.due_at == one.due_at and old.what not in words), None)


def _promise(case_id: UUID, line: Mapping[str, str], made_at: datetime, hours: OpeningHours) -> Promise:
    return Promise(
        id=uuid7(),
        case_id=case_id,
        what=line["what"],
        made_at=made_at,
        due_at=_moment(line["by_when"], hours),
        by_whom=line.get("by_whom", ""),
        told_as=line.get("told_as", ""),
        aim_at=_moment(line["aim_at"], hours) if line.get("aim_at") else None,
    )


def _moment(text: str, hours: OpeningHours) -> datetime:
    """Return the moment of a wall time; a day alone means until closing time of that day."""
    wall = datetime.fromisoformat(text)
    if "T" not in text:
        shift = hours.shift(wall.date())
        wall = datetime.combine(wall.date(), shift.closes if shift else time(18))
    return hours.moment(wall)
