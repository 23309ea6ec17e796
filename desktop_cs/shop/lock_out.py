"""How long somebody has to wait after wrong digits; knows no clock of the wall.

Time is told by a clock that only goes forward while the PC is on and begins anew when it starts (see
`clock.steady_seconds`). So what passed since the last wrong digits is never counted as more than it was:
setting the PC's clock, in either direction, changes nothing, and a restart shortens nothing.
"""

from dataclasses import dataclass, replace
from uuid import UUID

FREE_TRIES = 5  # the fifth wrong one in a row begins the first wait.  Source: safety.md, decision 12
FIRST_WAIT_MS, LONGEST_WAIT_MS = 30_000, 900_000  # doubling in between.  Source: safety.md, decision 12


@dataclass(frozen=True, slots=True)
class WrongTries:
    """How often wrong digits were typed for somebody in a row, and when last.

    Args:
        staff_id: Whose digits.
        wrong: How many wrong ones since the last right ones.
        at_ms: When the last were typed, in ms of the steady clock.
    """

    staff_id: UUID
    wrong: int = 0
    at_ms: int = 0

    def wait_ms(self, now_ms: int) -> int:
        """Return how long this person still has to wait, in ms; 0 when they may try."""
        passed = now_ms - self.at_ms if now_ms >= self.at_ms else now_ms
        return max(_whole_wait_ms(self.wrong) - passed, 0)

    @property
    def left(self) -> int:
        """Return how many tries are left before the first wait; 0 once one was begun."""
        return max(FREE_TRIES - self.wrong, 0)

    def one_more(self, now_ms: int) -> "WrongTries":
        """Return what it is after another wrong try at this moment."""
        return replace(self, wrong=self.wrong + 1, at_ms=now_ms)

    def since_start(self, now_ms: int) -> "WrongTries":
        """Return the same told by the clock of now, where the PC was started anew in between.

        What passed before the restart is not known and not counted.
        """
        return replace(self, at_ms=0) if self.at_ms > now_ms else self


def _whole_wait_ms(wrong: int) -> int:
    """Return how long the wait after so many wrong tries is as a whole."""
    beyond = wrong - FREE_TRIES
    if beyond < 0:
        return 0
    doublings = min(beyond, LONGEST_WAIT_MS // FIRST_WAIT_MS)  # more than enough, and no huge number
    return int(min(FIRST_WAIT_MS << doublings, LONGEST_WAIT_MS))
