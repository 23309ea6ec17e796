"""Asking for what must never stand on the command line: pass phrases and codes of recovery sheets.

They are typed unseen at the terminal, or read from standard input a line each with `--secret-stdin`; never
from an argument or the environment, which other programs of the PC can read.
"""

import argparse
import getpass
import sys
from collections.abc import Callable
from typing import TypeVar

from desktop_cs.errors import DeskError, LockedError, UserError
from desktop_cs.i18n import _

T = TypeVar("T")
_TRIES = 3  # at the terminal; each takes its time


def with_secret(options: argparse.Namespace, work: Callable[[str], T]) -> T:
    """Return what some work gives, which may need to be told what opens the records.

    What opened one thing is tried on the next one before anybody is asked again.

    Args:
        options: What was typed; keeps what was given, as long as the command runs.
        work: Is called with "" first, then with what was given; raises LockedError and UserError as opening
            does.

    Raises:
        LockedError: The records are locked, and nobody can be asked.
        UserError: What was given is not right.
    """
    for known in dict.fromkeys(("", _known(options))):
        try:
            return work(known)
        except LockedError as locked:
            refused: DeskError = locked
        except UserError as refusal:
            _check_of_secret(refusal)
    tries = 1 if _from_input(options) else _TRIES
    _check_askable(options, refused)
    for _number in range(tries - 1):
        try:
            return _with_asked(options, work)
        except UserError as refusal:
            _check_of_secret(refusal)
            sys.stderr.write(f"{refusal}\n")
    return _with_asked(options, work)


def asked(options: argparse.Namespace, prompt: str) -> str:
    """Return what somebody types unseen, or the next line of standard input.

    Raises:
        UserError: Nobody can be asked, or standard input has no further line.
    """
    if _from_input(options):
        line = sys.stdin.readline()
        if not line:
            told = _("Standard input ended before this was given: {what}.")
            raise UserError(told.format(what=prompt.rstrip(": ：")), "secret")
        return line.rstrip("\r\n")
    if not sys.stdin.isatty():
        raise UserError(_("{what}? {how}").format(what=prompt.rstrip(": ："), how=_how_to_give()))
    return getpass.getpass(prompt)


def _with_asked(options: argparse.Namespace, work: Callable[[str], T]) -> T:
    """Return what the work gives with what somebody types; remember it where it was right."""
    secret = asked(options, _("Pass phrase or code of the recovery sheet: "))
    done = work(secret)
    options.opened_by = secret
    return done


def _known(options: argparse.Namespace) -> str:
    """Return what opened something in this command before; "" where nothing had to be opened."""
    return str(getattr(options, "opened_by", ""))


def _check_of_secret(refusal: UserError) -> None:
    """Raise a refusal again that is not about what opens the records."""
    if refusal.field != "secret":
        raise refusal


def _from_input(options: argparse.Namespace) -> bool:
    return bool(getattr(options, "secret_stdin", False))


def _check_askable(options: argparse.Namespace, locked: DeskError) -> None:
    if not _from_input(options) and not sys.stdin.isatty():
        raise LockedError(_("{what} {how}").format(what=locked, how=_how_to_give())) from locked


def _how_to_give() -> str:
    return _("Run this at a terminal, or give a line of standard input with --secret-stdin.")
