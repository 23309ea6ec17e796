"""`case attach`, `case files`, `case file`: pictures and files of a case."""

import argparse
import json
from pathlib import Path
from uuid import UUID

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.cli.running import DONE, WRONG_INPUT, desk_of, local_times, say, tell
from desktop_cs.errors import UserError
from desktop_cs.i18n import _


def add_options(
    acts: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    """Add what can be typed after `case` about pictures and files."""
    attach = acts.add_parser("attach", help=_("add pictures and files to a case"), parents=[shared])
    attach.add_argument("number", type=int, metavar="NUMBER")
    attach.add_argument("files", type=Path, nargs="+", metavar="FILE")
    files = acts.add_parser("files", help=_("list the pictures and files of a case"), parents=[shared])
    files.add_argument("number", type=int, metavar="NUMBER")
    files.add_argument("--json", action="store_true", help=_("machine-readable"))
    file = acts.add_parser("file", help=_("save a copy of a picture or file of a case"), parents=[shared])
    file.add_argument("id", metavar="ID", help=_("as `case files` lists it"))
    file.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def attach(options: argparse.Namespace) -> int:
    """Add files to a case and print the id of each; one that is refused keeps no other from being added."""
    refused = 0
    with desk_of(options) as desk:
        case = desk.casework.numbered(options.number).case
        for path in options.files:
            try:
                added = desk.attachments.add(case, path).value
            except UserError as refusal:
                tell(str(refusal))
                refused += 1
            else:
                say(str(added.id))
                desk.attachments.thumbnail(added)
    return WRONG_INPUT if refused else DONE


def files(options: argparse.Namespace) -> int:
    """List what a case has, in the order in which it was added."""
    with desk_of(options) as desk:
        at = local_times(desk)
        found = desk.attachments.of_case(desk.casework.numbered(options.number).case.id)
        told = [{**_told(one), "added_at": at(one.added_at)} for one in found]
    if options.json:
        say(json.dumps(told, ensure_ascii=False, indent=1))
    for one in () if options.json else found:
        say(f"{one.id}  {one.kind:<5} {one.bytes:>10,}  {one.name}")
    return DONE


def file(options: argparse.Namespace) -> int:
    """Save a copy of a picture or file, byte for byte."""
    with desk_of(options) as desk:
        attachment = desk.attachments.get(_id(options.id))
        say(str(desk.attachments.save_copy(attachment, options.output)))
        if attachment.has_place:
            tell(_("This picture carries the place where it was taken. Think of it before you pass it on."))
    return DONE


COMMANDS = {"attach": attach, "files": files, "file": file}


def _told(one: Attachment) -> dict[str, str | int | bool]:
    return {
        "id": str(one.id),
        "name": one.name,
        "kind": one.kind,
        "bytes": one.bytes,
        "has_place": one.has_place,
    }


def _id(text: str) -> UUID:
    """Return the id that was typed.

    Raises:
        UserError: It is none.
    """
    try:
        return UUID(text)
    except ValueError as error:
        sentence = _("“{text}” is no id of a file. `case files NUMBER` lists them.")
        raise UserError(sentence.format(text=text)) from error
