"""`trail`: who did what when, and whether that is whole."""

import argparse
import json

from desktop_cs import shown
from desktop_cs.cli.running import DONE, WRONG_INPUT, Command, desk_of, local_times, say
from desktop_cs.desk.desk import Desk
from desktop_cs.desk.trail_work import TrailLine, Wanted
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use


def trail(options: argparse.Namespace) -> int:
    """Show the newest entries, or those of a case; or look through all of it."""
    if options.number == "verify":
        return _verify(options)
    number = _number(options.number)
    with desk_of(options) as desk:
        limit = options.limit or desk.storage.trail.head()[0]
        lines = desk.trail.lines(None, limit, Wanted(case_number=number))
        if options.json:
            at = local_times(desk)
            say(json.dumps([_told(line, at(line.at)) for line in lines], ensure_ascii=False, indent=1))
            return DONE
        for line in lines:
            say(_spoken(desk, line))
    return DONE


def _verify(options: argparse.Namespace) -> int:
    with desk_of(options) as desk:
        verdict = desk.trail.verify()
        count, groups = desk.trail.anchor()
    if options.json:
        told = {
            "whole": verdict.is_whole,
            "entries": verdict.entries,
            "anchors": verdict.anchors,
            "head": verdict.head,
            "digits": groups,
            "sentence": verdict.sentence,
            "details": list(verdict.details),
        }
        say(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        say(verdict.sentence)
        for detail in verdict.details:
            say(f"  {detail}")
        say(_("To compare with prints: {count} · {groups}").format(count=count, groups=groups))
    return DONE if verdict.is_whole else WRONG_INPUT


def _number(text: str | None) -> int | None:
    """Return the number of the case that is meant, None for all.

    Raises:
        UserError: It is no number.
    """
    if text is None:
        return None
    if not text.isdecimal():
        raise UserError(_("“{text}” is no number of a case.").format(text=text))
    return int(text)


def _told(line: TrailLine, at: str | None) -> dict[str, object]:
    return {
        "place": line.place,
        "at": at,
        "what": line.what,
        "by": line.who or None,
        "deed": line.deed,
        "about": line.about or None,
        "case": line.case_number,
        "fields": line.fields or None,
    }


def _spoken(desk: Desk, line: TrailLine) -> str:
    when = shown.day_and_time(desk.settings.hours.wall(line.at), language_in_use())
    who = line.who or _("Program or command line")
    told = " · ".join(part for part in (line.deed, line.about, line.fields) if part)
    return f"{line.place}  {when}  {who}  {told}"


COMMANDS: dict[str, Command] = {"trail": trail}
