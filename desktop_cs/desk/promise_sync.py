"""Keeping the promises of a case in step with the lines of its resolution form."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from uuid import UUID

from desktop_cs.cases.promises import Promise, PromiseState
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
    said once is never forgotten. A line that was recorded before, and settled or put off since, makes no new
    one.
    """
    said = {
        (one.what, one.due_at): one for one in (_promise(case_id, line, made_at, hours) for line in lines)
    }
    open_ones = [one for one in before if one.state is PromiseState.OPEN]
    over = {(one.what, one.due_at) for one in before if one.state is not PromiseState.OPEN}
    put_off = {what for what, due_at in said if (what, due_at) in over}
    left = [one for one in open_ones if (one.what, one.due_at) not in said and one.what not in put_off]
    changed = [
        _with_details(one, said[one.what, one.due_at])
        for one in open_ones
        if one not in left and (one.what, one.due_at) in said
    ]
    known = over | {(one.what, one.due_at) for one in open_ones}
    new: list[Promise] = []
    for one in (one for key, one in said.items() if key not in known):
        mended = _same_time(one, left, said)
        if mended is None:
            new.append(one)
        else:
            left.remove(mended)
            changed.append(replace(one, id=mended.id, made_at=mended.made_at))
    changed += [replace(one, state=PromiseState.RENEGOTIATED, settled_at=made_at) for one in left]
    return PromiseChanges(tuple(new), tuple(one for one in changed if one not in before))


def promise_lines(answers: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the lines of the resolution form that are whole promises: they say what and by when."""
    lines: list[dict[str, str]] = json.loads(answers.get("promises") or "[]")
    return [line for line in lines if line.get("what") and line.get("by_when")]


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
