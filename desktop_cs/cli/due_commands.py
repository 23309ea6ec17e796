"""`due` and `promises`: who waits for what, by when."""

import argparse
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from desktop_cs import shown
from desktop_cs.cases.promises import LEAST_TRUST, Promise, PromiseState
from desktop_cs.cli.running import DONE, desk_of, local_times, say
from desktop_cs.cli.story_words import LATE, how_far
from desktop_cs.desk.day_lists import day_lists
from desktop_cs.desk.desk import Desk
from desktop_cs.followups.followup import FollowUp
from desktop_cs.i18n import N_, _, language_in_use

Row = dict[str, Any]
_TITLES = {
    "late": N_("Late"),
    "today": N_("Today"),
    "next_days": N_("Next days"),
    "to_read": N_("Handle with care"),
    "requests": N_("Asked of the team"),
    "silent": N_("Heard nothing for too long"),
    "letters": N_("Letters to print"),
    "unwritten": N_("Log still to be written"),
    "unresolved": N_("Not at peace yet"),
}


def due(options: argparse.Namespace) -> int:
    """List what is late, due today and in the next days, and who else waits for something."""
    with desk_of(options) as desk:
        groups = _groups(desk)
        if options.json:
            at = local_times(desk)
            told = {
                name: [{**row, "due_at": at(row["due_at"])} for row in rows] for name, rows in groups.items()
            }
            say(json.dumps(told, ensure_ascii=False, indent=1))
            return DONE
        for name, rows in groups.items():
            if rows:
                say(f"{_(_TITLES[name])} · {len(rows)}")
            for row in rows:
                say(f"  {_moment(desk, row['due_at'])}  {row['case']:>5}  {row['who']}: {row['what']}")
        if not any(groups.values()):
            say(_("Nothing is due."))
    return DONE


def promises(options: argparse.Namespace) -> int:
    """List the open promises of all cases, or all promises of one, each with its trust."""
    with desk_of(options) as desk:
        found = _promises(desk, options.number)
        now = desk.clock.now()
        if options.late:
            found = [one for one in found if _is_late(one, now)]
        if options.json:
            say(json.dumps([promise_json(desk, one) for one in found], ensure_ascii=False, indent=1))
            return DONE
        for one in found:
            state = how_far(LATE if _is_late(one, now) else one.state)
            trust = _trust(desk, one)
            told = "" if trust is None else " · " + _("trust {percent} %").format(percent=trust)
            by = f" · {one.by_whom}" if one.by_whom else ""
            due_at = _moment(desk, one.due_at)
            say(f"  {due_at}  {one.case_number:>5}  {one.who}: {one.what}{by} · {state}{told}")
        if not found:
            say(_none_of(options))
    return DONE


def promise_json(desk: Desk, one: Promise) -> Row:
    """Return a promise for other programs, times as the shop's clock shows them."""
    at = local_times(desk)
    return {
        "case": one.case_number,
        "who": one.who,
        "what": one.what,
        "kind": str(one.kind),
        "by_whom": one.by_whom,
        "told_as": one.told_as,
        "made_at": at(one.made_at),
        "aim_at": at(one.aim_at),
        "due_at": at(one.due_at),
        "state": str(one.state),
        "late": _is_late(one, desk.clock.now()),
        "settled_at": at(one.settled_at),
        "trust_percent": _trust(desk, one),
    }


COMMANDS = {"due": due, "promises": promises}


def _trust(desk: Desk, one: Promise) -> float | None:
    """Return the trust of a promise as the window shows it, with its decimal; None when renegotiated."""
    trust = desk.follow_ups.trust(one)
    return None if trust is None else max(trust, LEAST_TRUST)


def _promises(desk: Desk, number: int | None) -> Sequence[Promise]:
    """Return the promises of a case, or all open ones; by when they are due."""
    if number is None:
        return desk.storage.promises.open_ones()
    return sorted(desk.casework.numbered(number).promises, key=lambda one: one.due_at)


def _none_of(options: argparse.Namespace) -> str:
    """Return what is said where no promise is listed."""
    if options.late:
        return _("No promise is late.")
    if options.number is not None:
        return _("Nothing was promised in case {number}.").format(number=options.number)
    return _("No promise is open.")


def _groups(desk: Desk) -> dict[str, list[Row]]:
    """Return who waits, by the group in which Today shows them; times in UTC."""
    agenda, lists = desk.follow_ups.agenda(), day_lists(desk)
    return {
        "late": [_row(one) for one in agenda.late],
        "today": [_row(one) for one in agenda.today],
        "next_days": [_row(one) for one in agenda.next_days],
        "to_read": [_row(one) for one in agenda.to_read],
        "requests": [
            _told(one.kind, one.asked_at, one.case_number, one.who, one.words or one.one_line)
            for one in desk.storage.requests.waiting()
        ],
        "silent": [
            _told("silence", one.since, one.case.number, one.case.who, one.case.one_line)
            | {"working_minutes": one.minutes}
            for one in lists.silent
        ],
        "letters": [
            _told("letter", one.due_at, one.case.number, one.case.who, one.case.one_line)
            for one in lists.letters
        ],
        "unwritten": [
            _told("log", one.resolved_at, one.case.number, one.case.who, one.case.one_line)
            for one in lists.unwritten
        ],
        "unresolved": [
            _told("unresolved", one.logged_at or one.opened_at, one.number, one.who, one.one_line)
            for one in lists.unresolved
        ],
    }


def _row(one: FollowUp | Promise) -> Row:
    if isinstance(one, Promise):
        return _told("promise", one.due_at, one.case_number, one.who, one.what)
    return _told(one.kind, one.due_at, one.case_number, one.who, one.one_line)


def _told(kind: str, due_at: datetime, number: int, who: str, what: str) -> Row:
    return {"kind": str(kind), "due_at": due_at, "case": number, "who": who, "what": what}


def _is_late(one: Promise, now: datetime) -> bool:
    return one.state is PromiseState.OPEN and one.due_at < now


def _moment(desk: Desk, moment: datetime) -> str:
    return shown.day_and_time(desk.settings.hours.wall(moment), language_in_use())
