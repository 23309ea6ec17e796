"""`erase`, `person-data`, `retention`: what is kept about people, on the command line.

Nothing is erased without `--yes`: without it a command says what would go.
"""

import argparse
import json
from collections.abc import Sequence

from desktop_cs import shown
from desktop_cs.cli.running import DONE, WRONG_INPUT, desk_of, local_times, say, tell
from desktop_cs.customers.kept_words import ErasingPlan, Holdings, Mention, Person, Preview
from desktop_cs.desk.desk import Desk
from desktop_cs.desk.erasing_words import count_words, hold_words, kept_words, told_backups
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use, ngettext


def erase(options: argparse.Namespace) -> int:
    """Erase a person, or say what would go."""
    with desk_of(options) as desk:
        person = _person(desk, options)
        holdings = desk.erasing.holdings(person)
        mentions = desk.erasing.mentions(person, holdings)
        if not options.yes:
            _show_holdings(person, holdings, mentions, as_json=options.json)
            tell(_("Nothing was erased. Say --yes to erase it; that cannot be undone."))
            return DONE
        done = desk.erasing.erase(ErasingPlan(person), despite_holds=options.although_open).value
        backups = desk.erasing.old_backups()
        if options.json:
            say(json.dumps({"cases": done.cases, "is_out": done.is_out, "backups": backups.count}))
            return DONE
        say(_("Erased. Counts, money and times stay in the months."))
        if not done.is_out:
            tell(_("Another program reads the records just now: the last traces go when it is done."))
        _tell_rest(holdings, mentions)
        for sentence in told_backups(backups, language_in_use()):
            tell(sentence)
    return DONE


def person_data(options: argparse.Namespace) -> int:
    """Write all that is kept about a person into one file."""
    with desk_of(options) as desk:
        done = desk.person_file.write(_person(desk, options), options.output)
    say(str(done.path))
    for name in done.missing:
        tell(_("{file} is damaged and not in it.").format(file=name))
    return WRONG_INPUT if done.missing else DONE


def retention(options: argparse.Namespace) -> int:
    """List what is past its time; erase it where that is asked for."""
    with desk_of(options) as desk:
        if not desk.retention.times().are_set:
            if options.json:
                say("[]")
            else:
                tell(_("Nothing ever goes: no times are set. Set them in Safety, “Erasing and keeping”."))
            return DONE
        preview = desk.retention.preview()
        _show_preview(desk, preview, as_json=options.json)
        if not preview.going() or options.dry_run or not options.yes:
            return DONE
        count = desk.retention.carry_out(preview).value
        if not options.json:
            tell(ngettext("{count} thing erased.", "{count} things erased.", count).format(count=count))
    return DONE


def _person(desk: Desk, options: argparse.Namespace) -> Person:
    """Return whose words are meant.

    Raises:
        UserError: Nobody is, or several people.
    """
    if options.number is not None:
        return desk.erasing.person_of(desk.casework.numbered(options.number).case)
    found = desk.customers.find(options.customer)
    if not found:
        raise UserError(_("Nobody is found by that. Give a part of the name, the phone, or a case number."))
    if len(found) > 1:
        known = "\n".join(f"  - {' · '.join(filter(None, (one.name, one.phone)))}" for one in found)
        raise UserError(_("Several people are found by that. Give more of it:") + "\n" + known)
    return desk.erasing.person_of(found[0])


def _show_holdings(person: Person, holdings: Holdings, mentions: Sequence[Mention], *, as_json: bool) -> None:
    if as_json:
        told = {
            "cases": [case.number for case in holdings.cases],
            "counts": dict(holdings.counts),
            "holds": {case.number: sorted(case.holds) for case in holdings.cases if case.holds},
            "namesakes": [case.number for case in holdings.namesakes],
            "customers_of_the_same_name": len(holdings.twins),
            "named_in": sorted({one.number for one in mentions if one.number}),
        }
        say(json.dumps(told, ensure_ascii=False))
        return
    say(person.name)
    for line in count_words(holdings.counts):
        say(f"  {line}")
    for case in holdings.cases:
        why = hold_words(case.holds)
        say(f"  {case.number}: {case.one_line}" + (f" ({why})" if why else ""))
    _tell_rest(holdings, mentions)


def _tell_rest(holdings: Holdings, mentions: Sequence[Mention]) -> None:
    """Say where the person is named besides: that stays."""
    for case in holdings.namesakes:
        tell(_("Case {number} goes by the same name and is left alone.").format(number=case.number))
    for one in mentions:
        where = _("Case {number}").format(number=one.number) if one.number else kept_words(one.place)
        tell(_("They are named elsewhere: {where}, {words}").format(where=where, words=one.excerpt))


def _show_preview(desk: Desk, preview: Preview, *, as_json: bool) -> None:
    at, hours, language = local_times(desk), desk.settings.hours, language_in_use()
    if as_json:
        told = [
            {"what": one.what, "number": one.number, "since": at(one.since), "holds": sorted(one.holds)}
            for one in preview.things
        ]
        say(json.dumps(told))
        return
    for line in count_words(preview.counts()):
        say(line)
    for one in preview.things:
        day = shown.day(hours.wall(one.since).date(), language)
        held = _("held back: {why}").format(why=hold_words(one.holds)) if one.holds else ""
        case = _("Case {number}").format(number=one.number) if one.number else ""
        say("  " + " · ".join(filter(None, (kept_words(one.what), case, one.who, day, held))))
    if not preview.things:
        say(_("Nothing is past its time."))


COMMANDS = {"erase": erase, "person-data": person_data, "retention": retention}
