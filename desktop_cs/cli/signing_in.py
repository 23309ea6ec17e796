"""`--as NAME`: in whose name a command acts; digits are asked for unseen, under the wait of the window."""

import argparse

from desktop_cs.cli.asking import asked
from desktop_cs.desk.answers_shop import somebody
from desktop_cs.desk.desk import Desk
from desktop_cs.i18n import _


def sign_in(desk: Desk, options: argparse.Namespace) -> None:
    """Let the person of `--as` act; nobody acts without it.

    Raises:
        UserError: Nobody here has this name, or these are not their digits.
        WaitError: Wrong ones were typed too often.
    """
    name = getattr(options, "acting_as", "")
    if not name:
        return
    staff = somebody(desk, name)
    if desk.people.must_sign_in():
        digits = asked(options, _("Digits of {name}: ").format(name=staff.name))
        desk.people.sign_in(staff.id, digits.strip())
    else:
        desk.people.step_in(staff)
