"""What an experiment is: something done to the program very often, and a control that must fail."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

AT_MOST = "at most"
MOST_TOLD = 20  # of what went wrong; the count tells the rest


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found.

    Args:
        tried: How often it was done.
        bad: What went wrong, in words; empty when nothing did.
        figures: Further counts that make the run believable, such as how many saves were under way. Those of
            several runs are summed up; of those that begin with "at most" the largest counts.
    """

    tried: int
    bad: tuple[str, ...] = ()
    figures: Mapping[str, float] = field(default_factory=dict)


Run = Callable[[int, int, Path], Outcome]  # how often, the seed of its chance, an empty folder


def nothing_lacks() -> str:
    """Return what this machine lacks for an experiment that needs nothing: ""."""
    return ""


@dataclass(frozen=True, slots=True)
class Experiment:
    """One row of the table.

    Args:
        name: By which it is asked for; its words stand in `words.toml`.
        run: Does it so often, with a seed, in an empty folder.
        full: How often in the full run. A run that goes through every call ends when it is through.
        suite: How often in every run of the suite.
        piece: How often at most in one process, so that several can run at once.
        controls: The same with something broken, by name, with how often: it must find something bad.
        full_controls: Controls that take too long for every run of the suite.
        lacks: Says what this machine lacks for it, or "".
        is_alone: Whether nothing else may run beside it.
    """

    name: str
    run: Run
    full: int
    suite: int
    piece: int = 1_000_000
    controls: Mapping[str, tuple[Run, int]] = field(default_factory=dict)
    full_controls: frozenset[str] = frozenset()
    lacks: Callable[[], str] = nothing_lacks
    is_alone: bool = False
