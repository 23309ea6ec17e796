"""How far slow work has come."""

from collections.abc import Callable

# Is told the share that is done, 0 to 1.  It may raise to stop the work, which then leaves nothing half done.
Progress = Callable[[float], None]


def silent(_share: float) -> None:
    """Tell nobody."""


def part(progress: Progress, start: float, end: float) -> Progress:
    """Return the progress of a part of the work, whose own 0 to 1 lie between two shares of the whole."""
    return lambda share: progress(start + (end - start) * min(share, 1.0))
