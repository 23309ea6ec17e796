"""Counting wrong digits: in the file, and before the digits are looked at.

Whoever ends the program in between has used a try up, and two windows or commands count together.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from desktop_cs.desk.ground import Ground
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, ngettext
from desktop_cs.shop.lock_out import WrongTries
from desktop_cs.shop.staff import Staff
from desktop_cs.shop.waiting_words import wait_words


class WaitError(UserError):
    """Wrong digits were typed too often; `seconds` is how long to wait still."""

    def __init__(self, seconds: int) -> None:
        told = _("Too many wrong tries. Please wait {time}, then try again.")
        super().__init__(told.format(time=wait_words(seconds)), "digits")
        self.seconds = seconds


class DigitTries:
    """The tries of everybody who works here.

    Args:
        ground: The opened shop.
        steady: Gives seconds of a clock that only goes forward.
    """

    def __init__(self, ground: Ground, steady: Callable[[], float]) -> None:
        self._ground = ground
        self._steady = steady

    def waits(self) -> dict[UUID, int]:
        """Return the seconds that people still have to wait, by person; whoever need not may be missing."""
        now = self._now_ms()
        return {key: _seconds(one.wait_ms(now)) for key, one in self._known().items()}

    def count(self, people: Sequence[Staff]) -> dict[UUID, WrongTries]:
        """Count a try for these people, and return how it stood with them before.

        Raises:
            WaitError: One of them has to wait; nothing was counted.
        """
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            known, now = self._known(), self._now_ms()
            before = {one.id: known.get(one.id, WrongTries(one.id)) for one in people}
            for tries in before.values():
                if tries.wait_ms(now):
                    raise WaitError(_seconds(tries.wait_ms(now)))
                storage.people.save_tries(tries.one_more(now))
        return before

    def forgive(self, before: Sequence[WrongTries]) -> None:
        """Take counted tries back: another manager's digits were typed, which was no try at theirs."""
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            known = self._known()
            for tries in before:
                now = known[tries.staff_id]
                is_last = now.wrong == tries.wrong + 1  # else somebody tried in another window meanwhile
                storage.people.save_tries(tries if is_last else replace(now, wrong=now.wrong - 1))

    def note_right(self, staff: Staff, what: str) -> None:
        """Note what somebody did by their digits; their wrong tries are forgotten."""
        storage = self._ground.storage
        with storage.transaction(staff.id):
            storage.people.save_tries(WrongTries(staff.id))
            storage.people.note(what, staff.id)

    def refusal(self, people: Sequence[Staff], sentence: str) -> UserError:
        """Note wrong digits, and return what is said: how many tries are left, or how long to wait.

        Args:
            people: Whose digits were tried.
            sentence: What is said first.
        """
        storage, known, now = self._ground.storage, self._known(), self._now_ms()
        waits = [known[one.id].wait_ms(now) for one in people]
        with storage.transaction(self._ground.actor_id):
            for one, wait in zip(people, waits, strict=True):
                storage.people.note("staff.locked_out" if wait else "staff.wrong_digits", one.id)
        if people and all(waits):
            return WaitError(_seconds(min(waits)))
        left = min((known[one.id].left for one in people if known[one.id].left), default=0)
        if not left:
            return UserError(sentence, "digits")
        more = ngettext("{count} try is left.", "{count} tries are left.", left).format(count=left)
        return UserError(_("{first} {second}").format(first=sentence, second=more), "digits")

    def _now_ms(self) -> int:
        return int(self._steady() * 1000)

    def _known(self) -> dict[UUID, WrongTries]:
        """Return everybody's wrong tries; of before a restart, by the clock of now, and kept so."""
        now, stored = self._now_ms(), self._ground.storage.people.tries()
        told = {key: one.since_start(now) for key, one in stored.items()}
        changed = [one for key, one in told.items() if one != stored[key]]
        if changed:
            with self._ground.storage.transaction(None):
                for one in changed:
                    self._ground.storage.people.save_tries(one)
        return told


def _seconds(wait_ms: int) -> int:
    """Return whole seconds, never 0 while there is anything to wait for."""
    return -(-wait_ms // 1000)
