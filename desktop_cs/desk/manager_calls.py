"""Calling a manager to the counter, now and without a case; who came is kept in the trail.

A call lasts minutes: it is open until a manager is there or nobody is needed any more, and it ends with the
program.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop_cs.desk.changes import Changes, Result
from desktop_cs.desk.ground import Ground
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.staff import Staff
from desktop_cs.storage.uuid7 import uuid7

_TOLD = Changes(follow_ups=True)


@dataclass(frozen=True, slots=True)
class ManagerCall:
    """Somebody needs a manager at the counter. Time in UTC; `by` is a name, "" where nobody had signed in."""

    id: UUID
    at: datetime
    by: str = ""


class ManagerCalls:
    """The call that is open, if any; each act is one transaction."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._open: ManagerCall | None = None

    @property
    def waiting(self) -> ManagerCall | None:
        """Return the call that no manager has followed yet, or None."""
        return self._open

    def managers(self) -> list[Staff]:
        """Return who can come, by name."""
        staff = (one for one in self._ground.storage.shop.staff() if one.active and one.is_manager)
        return sorted(staff, key=lambda one: one.name.casefold())

    def call(self) -> Result[ManagerCall]:
        """Call a manager; to call twice before somebody comes is to call once."""
        if self._open is None:
            actor = self._ground.actor
            made = ManagerCall(uuid7(), self._ground.clock.now(), actor.name if actor else "")
            self._note("manager.called", made, self._ground.actor_id)
            self._open = made
        return Result(self._open, _TOLD)

    def arrived(self, call: ManagerCall, manager: Staff) -> Result[ManagerCall]:
        """Note that a manager is there.

        Raises:
            UserError: This person is no manager.
        """
        if not manager.is_manager:
            raise UserError(
                _("{name} is no manager. Ask a manager to tap their name.").format(name=manager.name)
            )
        self._note("manager.came", call, manager.id)
        self._open = None
        return Result(call, _TOLD)

    def withdraw(self, call: ManagerCall) -> Result[ManagerCall]:
        """Note that no manager is needed any more."""
        self._note("manager.not_needed", call, self._ground.actor_id)
        self._open = None
        return Result(call, _TOLD)

    def undo(self, call: ManagerCall) -> Result[ManagerCall]:
        """Let a call that was ended wait again."""
        self._note("manager.called", call, self._ground.actor_id)
        self._open = call
        return Result(call, _TOLD)

    def _note(self, what: str, call: ManagerCall, by: UUID | None) -> None:
        with self._ground.storage.transaction(by):
            self._ground.storage.trail.note(what, call.id)
