"""The power goes at any moment: what was told as kept must be there afterwards, and the file whole."""

import shutil
from functools import partial
from pathlib import Path
from random import Random

from desktop_cs.errors import DeskError
from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.calls import strace_lacks
from tests.faults.stage.disk import Luck, played
from tests.faults.stage.forks import heard
from tests.faults.stage.recording import content_of, recorded
from tests.faults.stage.scenes import SCENES
from tests.faults.stage.shops import copied

GARBLED = (0.03, 0.10)  # shares of the un-synced sectors; Source: safety.md, "Figures to report"


def run(scene, count, seed, place, *, settings=()):
    """Cut the power so often while a scene is played, each time at a random call."""
    chance, folder, home = Random(seed), place / "now" / "shop", place / "before"
    home.mkdir()
    before = SCENES[scene].prepare(home / "shop")
    copied(home, folder.parent)
    deeds = recorded(scene, folder, place / "log", *settings)
    content = content_of(copied(home, folder.parent))
    bad = []
    for number in range(count):
        until = chance.randrange(1, len(deeds) + 1)
        luck = Luck(chance, garbled=GARBLED[number % len(GARBLED)])
        _lay(played(deeds, content, until).after_cut(luck), folder)
        said = before + heard(b"".join(deed.content for deed in deeds[:until] if deed.kind == "said"))
        try:
            found = SCENES[scene].problems(folder, said)
        except DeskError as refusal:
            found = [f"cannot be opened: {refusal}"]
        bad += [f"{scene}, seed {seed}, cut {number} after call {until}: {one}" for one in found]
    return Outcome(count, tuple(bad), {"at most calls": len(deeds)})


def _lay(files, folder):
    """Put files where the program will look for them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path, content in files.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content)
        Path(path).chmod(0o600)


def _experiment(scene, full, suite, **more):
    return Experiment(
        f"power_{scene}", partial(run, scene), full, suite, piece=1000, lacks=strace_lacks, **more
    )


POWER = (
    _experiment(
        "saving",
        12_000,
        100,
        controls={
            "synchronous_normal": (partial(run, "saving", settings=("synchronous=NORMAL",)), 20),
            "synchronous_off": (partial(run, "saving", settings=("synchronous=OFF",)), 20),
        },
    ),
    _experiment("beginning", 1_000, 20),
    _experiment("backup", 2_000, 20),
    _experiment("restore", 1_000, 12),
    _experiment("migration_1", 500, 6),
    _experiment("migration_3", 500, 6),
    _experiment("attachment", 1_000, 12),
    _experiment("first_phrase", 500, 2),
    _experiment("other_phrase", 500, 2),
    _experiment("erasing", 1_000, 12),
)
