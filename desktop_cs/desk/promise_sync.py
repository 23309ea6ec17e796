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

    A line belongs to the promise with the same words, else to the open one in the same place. A promise whose line
    was given another time or taken away was renegotiated: what was said once is never forgotten.
    """
    left = [promise for promise in before if promise.state is PromiseState.OPEN]
    settled = {
        promise.what for promise in before if promise.state in (PromiseState.KEPT, PromiseState.BROKEN)
    }
    new: list[Promise] = []
    changed: list[Promise] = []
    for line in lines:
        if line["what"] in settled:
            continue
        said = _promise(case_id, line, made_at, hours)
        match = next((one for one in left if one.what == said.what), None)
        if match is not None:
            left.remove(match)
            if match.due_at != said.due_at:
                changed.append(replace(match, state=PromiseState.RENEGOTIATED, settled_at=made_at))
                new.append(said)
            elif (match.by_whom, match.told_as, match.aim_at) != (said.by_whom, said.told_as, said.aim_at):
                changed.append(replace(said, id=match.id, made_at=match.made_at))
            continue
        new.append(said)
    changed += [replace(one, state=PromiseState.RENEGOTIATED, settled_at=made_at) for one in left]
    return PromiseChanges(tuple(new), tuple(changed))


def promise_lines(answers: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the lines of the resolution form that are whole promises: they say what and by when."""
    lines: list[dict[str, str]] = json.loads(answers.get("promises") or "[]")
    return [line for line in lines if line.get("what") and line.get("by_when")]


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
