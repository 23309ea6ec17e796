"""What can be typed after `desktop-cs`."""

import argparse
from pathlib import Path

from desktop_cs import __version__
from desktop_cs.cli.attachment_commands import add_options as add_files
from desktop_cs.cli.erasing_options import add_options as erasing_options
from desktop_cs.cli.help_words import Parser
from desktop_cs.cli.key_options import add_options as key_options
from desktop_cs.cli.safety_options import add_options as safety_options
from desktop_cs.cli.trail_options import add_options as trail_options
from desktop_cs.i18n import _

WINDOW = "window"  # no command: the window opens
SHOW = "show"  # walks one practice case through the real pages, without a screen


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; wrong use ends the program with exit code 2."""
    shared = _shared()
    top: argparse.ArgumentParser = Parser(
        prog="desktop-cs",
        description=_("Apology, review, resolution and log for the person behind the counter."),
        parents=[shared],
    )
    top.add_argument("--version", action="version", version=f"desktop-cs {__version__}")
    commands = top.add_subparsers(dest="command", metavar=_("COMMAND"))
    _case(commands, shared)
    _lists(commands, shared)
    _papers(commands, shared)
    _practice(commands, shared)
    key_options(commands, shared)
    erasing_options(commands, shared)
    trail_options(commands, shared)
    safety_options(commands, shared)
    _wording(commands, shared)
    return top


def _shared() -> argparse.ArgumentParser:
    """Return the options that every command takes, before or after its name."""
    shared = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--data", type=Path, metavar="DIR", help=_("folder of the shop's data"))
    shared.add_argument(
        "--at", metavar="ISO", help=_("act as if it were this time, such as 2026-11-22T14:05")
    )
    shared.add_argument(
        "--language",
        metavar="xx",
        help=_("language of what is told: en, zh_CN; of a text or a hand also ru, zh_TW"),
    )
    shared.add_argument(
        "--as",
        dest="acting_as",
        metavar="NAME",
        help=_("act as this person, whose digits are asked for; what only a manager may do needs one"),
    )
    shared.add_argument(
        "--secret-stdin",
        action="store_true",
        help=_("read digits and what opens locked records from standard input, a line for each"),
    )
    return shared


def _case(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    case = commands.add_parser("case", help=_("take, list, show, close and reopen cases"), parents=[shared])
    acts = case.add_subparsers(dest="act", required=True, metavar=_("ACT"))
    add = acts.add_parser("add", help=_("store a case from an answers file"), parents=[shared])
    add.add_argument("file", type=Path, metavar="ANSWERS.toml")
    listed = acts.add_parser("list", help=_("list cases, newest first"), parents=[shared])
    listed.add_argument("--state", default="", help=_("only cases in this state"))
    listed.add_argument("--text", default="", help=_("only cases in which these words occur"))
    listed.add_argument("--month", default="", metavar="YYYY-MM", help=_("only cases done in this month"))
    listed.add_argument("--limit", type=int, default=50, help=_("at most so many (0: all)"))
    _json(listed)
    shown = acts.add_parser("show", help=_("show one case"), parents=[shared])
    shown.add_argument("number", type=int, metavar="NUMBER")
    _json(shown)
    for act, told in (
        ("close", _("close a case with a reason")),
        ("reopen", _("take a case up again with a reason")),
    ):
        changed = acts.add_parser(act, help=told, parents=[shared])
        changed.add_argument("number", type=int, metavar="NUMBER")
        changed.add_argument("--reason", required=True, metavar="TEXT", help=_("why, in a few words"))
    slip = acts.add_parser("slip", help=_("write the progress slip of a case as PDF"), parents=[shared])
    slip.add_argument("number", type=int, metavar="NUMBER")
    slip.add_argument("--paper", default="80mm", help=_("80mm (a roll), A4 or Letter"))
    slip.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")
    add_files(acts, shared)
    keys = acts.add_parser("keys", help=_("list the keys of every answers table"), parents=[shared])
    _json(keys)


def _lists(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    due = commands.add_parser("due", help=_("list what is late, due today and next"), parents=[shared])
    _json(due)
    promises = commands.add_parser(
        "promises", help=_("list open promises, each with its trust"), parents=[shared]
    )
    promises.add_argument(
        "number", type=int, nargs="?", metavar="NUMBER", help=_("all promises of this case, settled ones too")
    )
    promises.add_argument("--late", action="store_true", help=_("only those whose time has gone by"))
    _json(promises)


def _papers(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    _letters(commands, shared)
    summary = commands.add_parser("summary", help=_("write the summary of a month as PDF"), parents=[shared])
    summary.add_argument("month", metavar="YYYY-MM")
    summary.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")


def _letters(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    letter = commands.add_parser(
        "letter", help=_("write a letter as PDF, for a pen plotter, or as a picture"), parents=[shared]
    )
    letter.add_argument("number", type=int, nargs="?", metavar="NUMBER", help=_("number of the case"))
    letter.add_argument("--text", type=Path, metavar="FILE", help=_("a plain text file instead of a case"))
    letter.add_argument("--batch", action="store_true", help=_("all letters that are due, into a folder"))
    letter.add_argument("--date", default="", metavar="DAY", help=_("with --batch: due by this day (today)"))
    letter.add_argument(
        "--labels",
        default="",
        metavar="SHEET",
        help=_("with --batch: labels too, on A4 3x8, A4 2x7 or Letter 3x10"),
    )
    letter.add_argument(
        "--first-label",
        type=int,
        metavar="N",
        help=_("with --labels: the first that is still on the sheet (1)"),
    )
    letter.add_argument(
        "--envelope",
        default="",
        metavar="SIZE",
        help=_("the envelope instead: DL, C6, C5, #10, CN DL or CN ZL"),
    )
    letter.add_argument("--kind", default="", help=_("thank_you, sorry, suggestion or good_bye"))
    letter.add_argument("--again", action="store_true", help=_("though the case had a letter already"))
    letter.add_argument("--hand", default="", metavar="H", help=_("one of those that `hands` lists"))
    letter.add_argument("--pen", default="", metavar="P", help=_("ball, gel or fountain"))
    letter.add_argument("--degree", default="", help=_("tidy, natural or hurried"))
    letter.add_argument("--ink", default="", help=_("blue_black, blue or black"))
    letter.add_argument("--paper", default="", help=_("A5, A4, A6 or Letter"))
    letter.add_argument("--ruling", default="", help=_("none, ruled, red or text_only"))
    letter.add_argument("--direction", default="", help=_("across, or down for Chinese in columns"))
    letter.add_argument("--laser", action="store_true", help=_("solid colour for a laser printer"))
    letter.add_argument(
        "--seed", type=int, metavar="N", help=_("another number moves the pen otherwise (0 or more)")
    )
    letter.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help=_(".pdf, .svg or .png; or a folder")
    )
    hands = commands.add_parser(
        "hands", help=_("list the hands that letters are written with"), parents=[shared]
    )
    hands.add_argument("-o", "--output", type=Path, metavar="FILE.pdf", help=_("show each of them as PDF"))
    _json(hands)


def _wording(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    wording = commands.add_parser(
        "wording", help=_("mark what a customer should better not read; ends with 1 if any"), parents=[shared]
    )
    wording.add_argument("file", type=Path, metavar="FILE", help=_("a text file, or - for standard input"))
    wording.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="NAME",
        help=_("a customer's name that must stand with its form of address; may be given more than once"),
    )
    _json(wording)


def _practice(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    demo = commands.add_parser("demo", help=_("make a practice shop"), parents=[shared])
    demo.add_argument("--cases", type=int, default=40, metavar="N", help=_("how many cases (40)"))
    demo.add_argument("--seed", type=int, default=1, metavar="S", help=_("another seed gives other cases"))
    imported = commands.add_parser("import", help=_("take in cases from a table"), parents=[shared])
    kinds = imported.add_subparsers(dest="kind", required=True, metavar=_("KIND"))
    cases = kinds.add_parser("cases", help=_("past cases from a CSV file"), parents=[shared])
    cases.add_argument("file", type=Path, metavar="FILE.csv")
    cases.add_argument("--map", type=Path, metavar="MAP.toml", help=_("which column is what"))
    cases.add_argument("--dry-run", action="store_true", help=_("only say what would be taken in"))
    show = commands.add_parser(
        SHOW, help=_("walk one practice case through all steps without a screen"), parents=[shared]
    )
    show.add_argument(
        "--to", type=Path, metavar="DIR", help=_("folder for the pictures, the letter and the summary")
    )


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help=_("machine-readable"))
