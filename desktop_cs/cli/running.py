"""Running a command: the desk it works on, and what its end means.

Exit codes: 0 done, 1 the person can put it right, 2 wrong use, 3 an unforeseen fault with a report, 130 the
person stopped it (128 and the number of SIGINT, as shells count).
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop_cs import places, shown
from desktop_cs.cli.asking import with_secret
from desktop_cs.cli.signing_in import sign_in
from desktop_cs.clock import Clock, FixedClock, SystemClock, moment_of
from desktop_cs.desk.desk import Desk, open_desk
from desktop_cs.errors import DamagedError, DeskError, ShopError, UserError
from desktop_cs.i18n import LANGUAGES, _, language_in_use, normal_language, use_language
from desktop_cs.logs.report import write_report

DONE, WRONG_INPUT, FAULT, STOPPED = 0, 1, 3, 130
Command = Callable[[argparse.Namespace], int]
_FOR_DAMAGED = (
    "drill",
    "restore",
    "salvage",
)  # what they refuse is not the data, or cannot be helped by them


def run(command: Command, options: argparse.Namespace) -> int:
    """Return the exit code of the command; a refusal is one plain sentence on standard error."""
    use_language("en", places.resources_dir() / "locale")
    try:
        use_language(_language(options), places.resources_dir() / "locale")
        code = command(options)
        sys.stdout.flush()
    except BrokenPipeError:
        _write_nowhere()
        return DONE
    except KeyboardInterrupt:
        tell(_("Stopped. What was written before is whole, and the rest was not begun."))
        return STOPPED
    except DeskError as refusal:
        tell(str(refusal))
        if isinstance(refusal, ShopError) and refusal.details:
            tell(_("Details for support: {details}").format(details=refusal.details))
        if isinstance(refusal, DamagedError) and options.command not in _FOR_DAMAGED:
            _tell_next(options)
        return WRONG_INPUT
    except Exception as fault:  # noqa: BLE001 (one of the two places that catch everything: house.md, errors)
        report = write_report(data_folder(options), fault, SystemClock().now())
        tell(
            _(
                "Something unforeseen happened. What was stored before is kept. A report lies in {file}."
            ).format(file=report)
        )
        return FAULT
    return code


@contextmanager
def desk_of(options: argparse.Namespace, *, create: bool = False) -> Iterator[Desk]:
    """Open the desk of `--data` (or this person's own) for one command.

    Raises:
        ShopError: The folder cannot be used; without `create`, also when there is no data in it.
        UserError: Whoever `--as` names is not here, or these are not their digits.
    """
    desk = with_secret(
        options,
        lambda secret: open_desk(data_folder(options), SystemClock(), create=create, secret=secret),
    )
    try:
        desk.clock = _clock(options, desk.settings.hours.zone)
        sign_in(desk, options)
        yield desk
    finally:
        desk.close()


def data_folder(options: argparse.Namespace) -> Path:
    """Return the data folder that the command works on."""
    folder: Path = getattr(options, "data", None) or places.data_dir()
    return folder


def local_times(desk: Desk) -> Callable[[datetime | None], str | None]:
    """Return what writes a moment as the shop's clock shows it (ISO 8601, with its distance from UTC)."""
    zone = desk.settings.hours.zone
    return lambda moment: moment.astimezone(zone).isoformat() if moment else None


def say(text: str) -> None:
    """Write a line of the answer to standard output."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Write a line for the person, beside the answer, to standard error."""
    sys.stderr.write(f"{text}\n")


def _clock(options: argparse.Namespace, zone: ZoneInfo) -> Clock:
    text = getattr(options, "at", None)
    return FixedClock(moment_of(text, zone)) if text else SystemClock()


def _language(options: argparse.Namespace) -> str:
    """Return the language of `--language`, English without it.

    Raises:
        UserError: The program does not speak it.
    """
    asked = getattr(options, "language", None) or "en"
    language = normal_language(asked)
    if language not in LANGUAGES and options.command in ("letter", "hands"):
        return "en"  # letters are written in languages that the program itself does not speak
    if language not in LANGUAGES:
        sentence = _("There is no language “{language}” here; use one of {known}.")
        raise UserError(sentence.format(language=asked, known=shown.listed(LANGUAGES, language_in_use())))
    return language


def _tell_next(options: argparse.Namespace) -> None:
    from desktop_cs.cli.after_damage import tell_next  # noqa: PLC0415 (hardly ever)

    tell_next(options, data_folder(options))


def _write_nowhere() -> None:
    """Let go of standard output, as whoever read it has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
