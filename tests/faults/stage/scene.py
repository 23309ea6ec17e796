"""What a scene is, and what must be true of every shop after one."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.faults.stage.acts import kept_cases, lost
from tests.faults.stage.shops import opened, unsound


@dataclass(frozen=True, slots=True)
class Scene:
    """One thing that the program does.

    Args:
        name: By which it is asked for.
        prepare: Makes the folder as it is before, and returns what was told as kept there.
        play: Does it in a folder; says what is about to be kept and what is; an attempt does its acts.
        problems: Says what is wrong in the folder afterwards, given all that was told.
    """

    name: str
    prepare: Callable
    play: Callable
    problems: Callable


def shop_problems(folder, said, **how):
    """Return what is wrong with a shop, and what was told as kept and is lost."""
    desk = opened(folder, **how)
    try:
        return desk_problems(desk, said)
    finally:
        desk.close()


def desk_problems(desk, said):
    """Return what is wrong with an opened shop, and what was told as kept and is lost."""
    return unsound(desk) or lost(desk, kept_cases(desk), said)


def was_kept(said, key):
    """Return whether something was told as kept."""
    return any(words[:2] == ["kept", key] for words in map(list, said))
