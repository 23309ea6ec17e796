"""`case add`, `case list`, `case show`, `case close`, `case reopen`, `case keys`."""

import argparse
import json

from desktop_cs import places, shown
from desktop_cs.cases.case import Case
from desktop_cs.cases.case_filter import CaseFilter
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step
from desktop_cs.cases.words import state_words
from desktop_cs.cli.case_story import header_json, show_story, story_json
from desktop_cs.cli.running import DONE, desk_of, say, tell
from desktop_cs.desk.answers_file import read_answers_file
from desktop_cs.desk.answers_keys import (
    AFTER_KEYS,
    APPROVAL_KEYS,
    BEFORE_KEYS,
    BEFORE_PROMISE_KEYS,
    CASE_KEYS,
    CUSTOMER_KEYS,
    SHOP_KEYS,
    STAFF_KEYS,
    STEP_KEYS,
)
from desktop_cs.desk.case_adding import add_case
from desktop_cs.desk.desk import Desk
from desktop_cs.desk.month_work import month_of
from desktop_cs.errors import UserError
from desktop_cs.forms.definition import Field, words_in
from desktop_cs.i18n import _, language_in_use


def add(options: argparse.Namespace) -> int:
    """Store the case of an answers file and print its number once it is safely stored."""
    file = read_answers_file(options.file)
    with desk_of(options, create=True) as desk:
        story = add_case(desk, file)
        say(str(story.case.number))
        for gap in desk.casework.gaps(story) if story.case.is_being_worked_on else ():
            tell(_("Still to do in {step}: {sentence}").format(step=gap.step, sentence=gap.sentence))
    return DONE


def list_(options: argparse.Namespace) -> int:
    """List cases, newest first."""
    with desk_of(options) as desk:
        cases = _listed(desk, options)
        zone = desk.settings.hours.zone
        if options.json:
            say(json.dumps([header_json(desk, case) for case in cases], ensure_ascii=False, indent=1))
        for case in () if options.json else cases:
            opened = shown.day(case.opened_at.astimezone(zone), language_in_use())
            say(f"{case.number:>6}  {opened:<12}  {state_words(case.state):<9}  {case.who}: {case.one_line}")
        total = desk.storage.cases.count(_filter(desk, options))
        tell(_("{shown} of {total} cases").format(shown=len(cases), total=total))
    return DONE


def show(options: argparse.Namespace) -> int:
    """Show one case with its answers, promises and follow-ups."""
    with desk_of(options) as desk:
        story = desk.casework.numbered(options.number)
        if options.json:
            say(json.dumps(story_json(desk, story), ensure_ascii=False, indent=1))
        else:
            show_story(desk, story)
    return DONE


def close(options: argparse.Namespace) -> int:
    """Close a case with a reason; what was still open in it is let go."""
    with desk_of(options) as desk:
        case = desk.casework.close(desk.casework.numbered(options.number).case, options.reason).value
        say(_("Case {number} is closed.").format(number=case.number))
    return DONE


def reopen(options: argparse.Namespace) -> int:
    """Take a logged or closed case up again, with a reason."""
    with desk_of(options) as desk:
        case = desk.casework.reopen(desk.casework.numbered(options.number).case, options.reason).value
        say(_("Case {number} is open again.").format(number=case.number))
    return DONE


def keys(options: argparse.Namespace) -> int:
    """List the keys of every table of an answers file."""
    from desktop_cs.forms.loader import load_forms  # noqa: PLC0415 (only this command needs them without a desk)

    forms = load_forms(places.forms_dir())
    known: dict[str, dict[str, str]] = {
        "case": dict.fromkeys(CASE_KEYS, ""),
        "case.customer": dict.fromkeys(CUSTOMER_KEYS, ""),
    }
    for step in Step:
        told = {field.id: _told(field) for field in forms[step].fields() if not field.retired}
        known[step] = dict.fromkeys(STEP_KEYS, "") | told
    known["resolution.approval"] = dict.fromkeys(APPROVAL_KEYS, "")
    known |= {"shop": dict.fromkeys(SHOP_KEYS, ""), "shop.staff": dict.fromkeys(STAFF_KEYS, "")}
    known |= {
        "before": dict.fromkeys(BEFORE_KEYS, ""),
        "before.promises": dict.fromkeys(BEFORE_PROMISE_KEYS, ""),
    }
    known |= {"after": dict.fromkeys(AFTER_KEYS, "")}
    if options.json:
        say(json.dumps(known, ensure_ascii=False, indent=1))
        return DONE
    for table, fields in known.items():
        say(f"[{table}]")
        for key, told_as in fields.items():
            say(f"  {key:<28} {told_as}".rstrip())
    return DONE


COMMANDS = {"add": add, "list": list_, "show": show, "close": close, "reopen": reopen, "keys": keys}


def _told(field: Field) -> str:
    """Return the type of a field, its options and its question on one line."""
    options = ", ".join(option.id for option in field.options) or ", ".join(
        column.id for column in field.columns
    )
    needed = " *" if field.required else ""
    question = words_in(field.label, language_in_use())
    return f"{field.type}{needed}{f' ({options})' if options else ''}  {question}"


def _filter(desk: Desk, options: argparse.Namespace) -> CaseFilter:
    try:
        states = frozenset({CaseState(options.state)}) if options.state else frozenset()
    except ValueError as error:
        known = ", ".join(CaseState)
        sentence = _("There is no state “{state}”; use one of {known}.").format(
            state=options.state, known=known
        )
        raise UserError(sentence) from error
    if not options.month:
        return CaseFilter(states=states, text=options.text)
    since, until = desk.months.span(month_of(options.month))
    return CaseFilter(states=states, text=options.text, logged_from=since, logged_until=until)


def _listed(desk: Desk, options: argparse.Namespace) -> list[Case]:
    wanted = _filter(desk, options)
    total = desk.storage.cases.count(wanted)
    return desk.storage.cases.listed(wanted, min(options.limit, total) if options.limit > 0 else total)
