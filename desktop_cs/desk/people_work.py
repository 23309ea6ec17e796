"""Who works at this PC now: name tiles, digits, new digits, leaving.

Digits switch people in an open program; they keep nobody from the file itself (safety.md, decision 3).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_cs.clock import steady_seconds
from desktop_cs.desk.allowed import check
from desktop_cs.desk.changes import EVERYTHING, Result
from desktop_cs.desk.digit_tries import DigitTries, WaitError
from desktop_cs.desk.ground import Ground
from desktop_cs.desk.shop_work import ShopWork
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.roles import Act
from desktop_cs.shop.staff import Staff, check_digits, digits_match

if TYPE_CHECKING:
    from desktop_cs.desk.leaving import Leaving, LeavingWork, OpenWork


@dataclass(frozen=True, slots=True)
class Tile:
    """Somebody who can sign in: who, how many seconds they have to wait still, whether they have digits."""

    staff: Staff
    wait_seconds: int
    has_digits: bool


class PeopleWork:
    """Signing in and out, approvals by digits, new digits, leaving.

    Args:
        ground: The opened shop.
        steady: Gives seconds of a clock that only goes forward.
    """

    def __init__(self, ground: Ground, steady: Callable[[], float] = steady_seconds) -> None:
        self._ground = ground
        self._shop = ShopWork(ground)
        self._tries = DigitTries(ground, steady)

    def must_sign_in(self) -> bool:
        """Return whether people sign in here: not in the practice shop, nor before anybody works here."""
        settings = self._ground.settings
        return settings.is_set_up and not settings.is_practice and bool(self._shop.staff())

    def begin(self, known: str) -> None:
        """Let the day begin: in the practice shop with somebody at the counter, else with nobody yet.

        Args:
            known: The name of who worked at this PC last, or "".
        """
        people = self._shop.staff() if self._ground.settings.is_practice else []
        named = [one for one in people if one.name == known]
        self._ground.actor = next(iter(named or people), None)

    def tiles(self) -> list[Tile]:
        """Return everybody who can sign in, by name."""
        waits = self._tries.waits()
        return [Tile(one, waits.get(one.id, 0), bool(one.digits_hash)) for one in self._shop.staff()]

    def prove(self, staff_id: UUID, digits: str, wanted: Callable[[], bool] = lambda: True) -> Staff:
        """Return somebody who works here, once their digits were typed; they do not act yet.

        Takes some hundredths of a second, as digits are hashed slowly on purpose. Whoever acted before may
        be far away, so what the trail tells of wrong ones is told of the person whose tile was chosen.

        Args:
            staff_id: Whose tile was chosen.
            digits: What was typed.
            wanted: Returns whether the answer still counts; where somebody else was chosen while the digits
                were looked at, right ones are neither a sign-in in the trail nor a try.

        Raises:
            UserError: They do not work here, have no digits yet, or these are not theirs.
            WaitError: Wrong ones were typed too often.
        """
        staff = _here(self._shop, staff_id)
        if not staff.digits_hash:
            raise UserError(_("{name} has no digits yet.").format(name=staff.name), "digits")
        with self._ground.in_the_name_of(staff):
            before = self._tries.count([staff])
            if not digits_match(digits, staff.digits_hash):
                told = _("These are not the digits of {name}.").format(name=staff.name)
                raise self._tries.refusal([staff], told)
        if wanted():
            self._tries.note_right(staff, "staff.signed_in")
        else:
            self._tries.forgive(list(before.values()))
        return staff

    def sign_in(self, staff_id: UUID, digits: str) -> Result[Staff]:
        """Let somebody act from now on.

        Raises:
            UserError: As in `prove`.
        """
        return self.step_in(self.prove(staff_id, digits))

    def step_in(self, staff: Staff) -> Result[Staff]:
        """Let somebody act from now on who has proved who they are, or need not."""
        self._ground.actor = staff
        return Result(staff, EVERYTHING)

    def sign_out(self) -> None:
        """Let nobody act any more until somebody signs in."""
        before = self._ground.actor
        self._ground.actor = None
        if before is not None:
            with self._ground.storage.transaction(before.id):
                self._ground.storage.people.note("staff.signed_out", before.id)

    def manager_by_digits(self, digits: str) -> Staff:
        """Return the manager who signs with these digits, to approve something on the same screen.

        A wrong try counts against every manager whose digits were tried.

        Raises:
            UserError: No manager who may try now has these digits.
            WaitError: Every manager has to wait.
        """
        seconds = self.manager_wait()
        if seconds:
            raise WaitError(seconds)
        asked = [one for one, wait in _managers_waits(self._shop, self._tries).items() if not wait]
        before = self._tries.count(asked)
        for one in asked:
            if digits_match(digits, one.digits_hash):
                self._tries.forgive([tries for key, tries in before.items() if key != one.id])
                self._tries.note_right(one, "staff.approved")
                return one
        raise self._tries.refusal(asked, _("These are not a manager’s digits. It stays as it is."))

    def manager_wait(self) -> int:
        """Return in how many seconds some manager's digits can be tried; 0 while they can be now."""
        return min(_managers_waits(self._shop, self._tries).values(), default=0)

    def give_new_digits(self, staff_id: UUID, digits: str) -> Result[Staff]:
        """Give somebody new digits, by a manager; whoever had to wait need not any more.

        Raises:
            UserError: Whoever acts is no manager, these digits are taken, or they are not four to six.
        """
        check(self._ground, Act.PEOPLE)
        return self._shop.save_staff(_here(self._shop, staff_id), digits)

    def may_choose_first(self, staff_id: UUID) -> bool:
        """Return whether somebody may choose their first digits by themselves: while no manager has any."""
        people = self._shop.staff()
        managed = any(one.is_manager and one.digits_hash for one in people)
        return not managed and any(one.id == staff_id and not one.digits_hash for one in people)

    def choose_first_digits(self, staff_id: UUID, digits: str) -> Result[Staff]:
        """Let somebody choose the digits they sign with from now on; they do not act yet.

        Raises:
            UserError: A manager gives them, these digits are taken, or they are not four to six.
        """
        if not self.may_choose_first(staff_id):
            raise UserError(_("A manager gives you digits: in Settings, under People."), "digits")
        with self._ground.in_the_name_of(_here(self._shop, staff_id)):
            return self._shop.put_digits(_here(self._shop, staff_id), digits)

    def can_prove_otherwise(self) -> bool:
        """Return whether a manager who forgot their digits can prove who they are by another secret.

        Raises:
            ShopError: The key file is damaged.
        """
        from desktop_cs.storage.keys.key_slots import read_copies  # noqa: PLC0415 (digits are seldom forgotten)

        return not read_copies(self._ground.storage.folder).newest.is_open

    def renew_by_secret(self, staff_id: UUID, secret: str, digits: str) -> Result[Staff]:
        """Give a manager new digits who knows the pass phrase, or holds the recovery sheet.

        A wrong secret counts like wrong digits. They do not act yet.

        Args:
            staff_id: The manager who forgot their digits.
            secret: The pass phrase, or the code of the recovery sheet.
            digits: The new ones.

        Raises:
            UserError: Somebody who is no manager, no such secret was ever made, it is not the right one, or
                the digits are taken or not four to six; nothing was changed.
            WaitError: Wrong ones were typed too often.
        """
        staff = _here(self._shop, staff_id)
        if not staff.is_manager:
            raise UserError(_("A manager gives you digits: in Settings, under People."), "digits")
        if not self.can_prove_otherwise():
            raise UserError(_("Neither a pass phrase nor a recovery sheet was made for this shop."), "secret")
        check_digits(digits)
        with self._ground.in_the_name_of(staff):
            self._tries.count([staff])
            self._check_secret(secret)
            return self._shop.put_digits(staff, digits)

    def open_work(self, staff_id: UUID) -> "OpenWork":
        """Return what somebody has open, which another person has to take over when they leave."""
        return self._leaving.open_work(staff_id)

    def leave(self, staff_id: UUID, to: UUID | None = None) -> "Result[Leaving]":
        """Let somebody work here no more: their tile and digits are gone, records keep their name.

        Whoever leaves while they are signed in acts no more.

        Args:
            staff_id: Who leaves.
            to: Who takes over what they have open; None leaves it to nobody where there is nothing open.

        Raises:
            UserError: Whoever acts is no manager, nobody would be the manager any more, or somebody has to
                take over.
        """
        check(self._ground, Act.PEOPLE)
        return self._leaving.leave(_here(self._shop, staff_id), to)

    def undo_leaving(self, leaving: "Leaving") -> Result[Staff]:
        """Let somebody be here again as they were: the way back from `leave`.

        Raises:
            UserError: Whoever acts is no manager.
        """
        check(self._ground, Act.PEOPLE)
        return self._leaving.undo(leaving)

    @cached_property
    def _leaving(self) -> "LeavingWork":
        from desktop_cs.desk.leaving import LeavingWork  # noqa: PLC0415 (people leave seldom, and start often)

        return LeavingWork(self._ground, self._shop)

    def _check_secret(self, secret: str) -> None:
        """Refuse a secret that does not open the shop's records.

        Raises:
            UserError: It does not.
        """
        from desktop_cs.storage.keys.key_slots import read_copies  # noqa: PLC0415 (digits are seldom forgotten)
        from desktop_cs.storage.keys.unlocking import Unlocking, unlocked  # noqa: PLC0415 (as above)

        if not secret.strip():
            raise UserError(_("Type the pass phrase, or the code of the recovery sheet."), "secret")
        opened = unlocked(read_copies(self._ground.storage.folder), secret, Unlocking(keychain=False))
        # A key file that somebody put in the place of ours opens with their secret, but holds another master.
        if not opened.master or opened.master != self._ground.storage.keys.master:
            raise UserError(
                _(
                    "The pass phrase was set or taken away by another window or command meanwhile. "
                    "Nothing was changed. Close the program and start it again."
                ),
                "secret",
            )


def _here(shop: ShopWork, staff_id: UUID) -> Staff:
    """Return somebody who works here.

    Raises:
        UserError: They do not.
    """
    for one in shop.staff():
        if one.id == staff_id:
            return one
    raise UserError(_("This person does not work here any more."))


def _managers_waits(shop: ShopWork, tries: DigitTries) -> dict[Staff, int]:
    """Return the managers who have digits, with the seconds that each has to wait still."""
    waits = tries.waits()
    managers = [one for one in shop.staff() if one.is_manager and one.digits_hash]
    return {one: waits.get(one.id, 0) for one in managers}
