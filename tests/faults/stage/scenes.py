"""What the program does while something happens to it: each scene with what must be true afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_cs.clock import SystemClock
from desktop_cs.desk.desk import open_desk
from tests.faults.stage.acts import Counter, kept_cases, lost
from tests.faults.stage.shops import begin_shop, opened, shop_with_cases, unsound


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


def shop_problems(folder, said):
    """Return what is wrong with a shop, and what was told as kept and is lost."""
    desk = opened(folder)
    try:
        return unsound(desk) or lost(desk, kept_cases(desk), said)
    finally:
        desk.close()


def _serve(folder, say, attempt):
    desk = attempt.desk = attempt.until_done(lambda: opened(folder))
    attempt.until_done(lambda: desk.forms)
    Counter(desk, "now", say, attempt=attempt).serve()
    attempt.until_done(desk.storage.tidy)
    desk.close()


def _begin(folder, say, attempt):
    say("about", "shop", "begun")
    begin_shop(folder, attempt.until_done)
    say("kept", "shop", "begun")


def _begun_problems(folder, said):
    """Return what is wrong after a first start was interrupted: the next must make the shop, or find it."""
    desk = open_desk(folder, SystemClock())
    try:
        is_begun = any(words == ["kept", "shop", "begun"] for words in said)
        found = unsound(desk)
        if is_begun and not (desk.settings.is_set_up and desk.shop.staff()):
            found.append("what the first run asked for is gone")
        return found
    finally:
        desk.close()


def _nothing(folder):
    Path(folder).parent.mkdir(parents=True, exist_ok=True)
    return []


SAVING = Scene("saving", shop_with_cases, _serve, shop_problems)
BEGINNING = Scene("beginning", _nothing, _begin, _begun_problems)
SCENES = {one.name: one for one in (SAVING, BEGINNING)}
