"""`key show`, `key phrase`, `key sheet`, `key open`: what opens the shop's records."""

import argparse
import json

from desktop_cs.cli.asking import asked
from desktop_cs.cli.running import DONE, desk_of, local_times, say, tell
from desktop_cs.desk.desk import Desk
from desktop_cs.desk.key_work import Carried, KeyState
from desktop_cs.desk.whole_file import write_whole
from desktop_cs.i18n import _, ngettext


def show(options: argparse.Namespace) -> int:
    """Say what opens the records now."""
    with desk_of(options) as desk:
        state, at = desk.keys.state(), local_times(desk)
    if options.json:
        told = {
            "locked": state.has_phrase,
            "phrase_at": at(state.phrase_at),
            "sheet_made_at": at(state.sheet_made_at),
            "keychain": state.has_keychain,
            "renewal_due": state.renewal_due,
        }
        say(json.dumps(told))
    else:
        say(_sentence(state))
    return DONE


def phrase(options: argparse.Namespace) -> int:
    """Set the pass phrase, or change it."""
    with desk_of(options) as desk:
        state = desk.keys.state()
        new = asked(options, _("New pass phrase: "))
        again = asked(options, _("The same once more: "))
        if state.has_phrase and not options.leaked:
            carried = desk.keys.set_phrase(new, again).value
        else:
            carried = _locked(desk, new, again, leaked=options.leaked)
    say(_("The pass phrase is set."))
    _tell_carried(carried)
    if not state.has_sheet or options.leaked:
        tell(
            _(
                "Make a recovery sheet now (key sheet -o FILE.pdf): without it a forgotten pass phrase is "
                "final."
            )
        )
    return DONE


def sheet(options: argparse.Namespace) -> int:
    """Make a new recovery sheet; it counts once its file is whole on the disk."""
    with desk_of(options) as desk:
        code = desk.keys.new_sheet()
        write_whole(options.output, desk.keys.sheet_pdf(code))
        carried = desk.keys.keep_sheet(code).value
    say(str(options.output))
    _tell_carried(carried)
    tell(_("Print it, then delete the file: whoever has it and a backup can read everything."))
    return DONE


def take_away(options: argparse.Namespace) -> int:
    """Take the pass phrase away."""
    with desk_of(options) as desk:
        carried = desk.keys.take_phrase_away().value
    say(_sentence(KeyState()))
    _tell_carried(carried)
    return DONE


COMMANDS = {"show": show, "phrase": phrase, "sheet": sheet, "open": take_away}


def _locked(desk: Desk, new: str, again: str, *, leaked: bool) -> Carried:
    work = desk.keys.locking(new, again, leaked=leaked)
    desk.close()
    return work(lambda _share: None)


def _sentence(state: KeyState) -> str:
    if not state.has_phrase:
        return _("The records open without any key: whoever has the folder can read them.")
    if state.renewal_due:
        return _("The records are locked, but still have the key of before: run `key phrase --leaked`.")
    if not state.has_sheet:
        return _("The records are locked with a pass phrase. There is no recovery sheet yet.")
    return _("The records are locked with a pass phrase, and there is a recovery sheet.")


def _tell_carried(carried: Carried) -> None:
    if carried.done:
        told = ngettext("{count} backup opens so too.", "{count} backups open so too.", carried.done)
        tell(told.format(count=carried.done))
    for folder in carried.left:
        tell(_("This backup stays as it was: {folder}").format(folder=folder))
    told = _(
        "Backups that are not here now, on a stick in a drawer, still open as before: make a new one there."
    )
    tell(told)
