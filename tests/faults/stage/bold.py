"""How acts are done: outright, or boldly, as people go on when something fails.

Then what was told must be true, reading must work, and trying again must succeed once the disk answers.
"""

import os

from desktop_cs.errors import DeskError
from tests.faults.stage.acts import kept_cases, stored

TRIES = 25
GIVEN_UP = "never worked again"
_NOT_SAVED = "nothing of this was saved"


class Outright:
    """Does acts and lets failures pass on."""

    desk = None

    def __call__(self, key, value, act):
        """Do an act."""
        act()

    def until_done(self, act):
        """Return what something gives that is no act on a case, such as opening."""
        return act()


class Bold:
    """Tries an act again and again, and finds out whether the refusals told the truth.

    Args:
        say: Takes "refused", the key and the sentence, and "fault" where something was not as it must be.
    """

    def __init__(self, say):
        self.say = say
        self.desk = None

    def __call__(self, key, value, act):
        """Do an act until it is done."""
        for _ in range(TRIES):
            try:
                act()
            except DeskError as refusal:
                self.say("refused", key, str(refusal))
                if self._is_there(key, value, str(refusal)):
                    return
            else:
                return
        self.say("fault", key, GIVEN_UP)

    def until_done(self, act):
        """Return what something gives that is no act on a case, such as opening, once it works."""
        for _ in range(TRIES):
            try:
                return act()
            except DeskError as refusal:
                self.say("refused", "", str(refusal))
        self.say("fault", "", GIVEN_UP)
        os._exit(1)  # as a program that cannot go on

    def _is_there(self, key, value, told):
        """Return whether an act that was refused is kept all the same; reading must work in any case."""
        try:
            there = value in stored(self.desk, kept_cases(self.desk), key)
        except DeskError as refusal:
            self.say("fault", key, f"cannot be read: {refusal}")
            return False
        if there and _NOT_SAVED in told.lower():
            self.say("fault", key, f"is kept, and was told as not saved: {told}")
        return there
