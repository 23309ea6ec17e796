"""Backups: killed while they are made, and tried out by bringing them back."""

import os
import shutil
from random import Random

from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.drilling import drill
from desktop_cs.storage.copying.manifest import backups_in
from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.acts import Counter
from tests.faults.stage.forks import forked, killed_after
from tests.faults.stage.scene import shop_problems
from tests.faults.stage.scenes_of_files import bad_backup
from tests.faults.stage.shops import copied, opened, shop_with_cases

LATEST_S = 0.15  # some three backups of a small shop
LIVES = 50


def run_kills(count, seed, place, *, make=back_up):
    """Kill so often while backups are made, and look at every one that counts as finished."""
    chance, folder, bad, finished = Random(seed), place / "shop", [], 0
    said = shop_with_cases(place / "template")
    for life in range(count):
        if life % LIVES == 0:
            copied(place / "template", folder)
        process, there = forked(lambda say: _back_up_forever(folder, say, make))
        told = killed_after(process, there, chance.uniform(0, LATEST_S))
        found = [str(words) for words in told if words[0] == "fault"] + shop_problems(folder, said)
        made = [one for one in backups_in(folder / "copies") if ".partial" not in one.folder.name]
        found += [f"{one.folder.name} is not whole" for one in made if make is back_up and not one.is_whole]
        promised = sum(words[0] == "kept" for words in told)
        if len(made) < promised:
            found.append(f"{promised} backups were told as made, {len(made)} are there")
        for one in made:
            found += bad_backup(one, said)
            shutil.rmtree(one.folder)
        finished += len(made)
        bad += [f"seed {seed}, life {life}: {one}" for one in found]
    return Outcome(count, tuple(bad), {"finished backups": finished})


def _back_up_forever(folder, say, make):
    desk = opened(folder)
    say("ready", "", "")
    while True:
        make(desk.storage)
        say("kept", "backup", "")


def _in_place(storage):
    """Copy the records' files straight to where a finished backup lies, as people and programs do by hand."""
    place = storage.folder / "copies" / storage.clock.now().strftime("%Y-%m-%d_%H%M%S")
    place.mkdir(parents=True, exist_ok=True)
    for name in ("shop.key", "shop.key.2", "shop.db"):
        with (storage.folder / name).open("rb") as source, (place / name).open("wb") as target:
            while part := source.read(4096):
                target.write(part)
                target.flush()
                os.fsync(target.fileno())


def run_in_place(count, seed, place):
    """Control: the same with copies that are written where finished backups lie."""
    return run_kills(count, seed, place, make=_in_place)


def run_drills(count, seed, place, *, spoil=None):
    """Take a case, back up, and bring that back for trial, so often; rows must be as many as there were."""
    folder, bad = place / "shop", []
    shop_with_cases(folder)
    desk = opened(folder)
    counter = Counter(desk, f"drill{seed}", lambda *_words: None)
    for number in range(count):
        counter.serve()
        made = back_up(desk.storage)
        if spoil:
            spoil(made.path)
        done = drill(made.folder)
        found = [*done.problems]
        if not found and dict(done.counts) != dict(made.counts):
            found.append("other numbers of rows came back")
        bad += [f"drill {number}: {one}" for one in found]
        shutil.rmtree(made.folder)
    desk.close()
    return Outcome(count, tuple(bad))


def run_spoilt_drills(count, seed, place):
    """Control: the same with backups of which one byte is another."""

    def spoil(path):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

    return run_drills(count, seed, place, spoil=spoil)


BACKUPS = (
    Experiment(
        "backups_killed",
        run_kills,
        full=1000,
        suite=15,
        piece=250,
        controls={"copied_by_hand": (run_in_place, 5)},
    ),
    Experiment(
        "drills", run_drills, full=100, suite=3, piece=50, controls={"spoilt_backup": (run_spoilt_drills, 2)}
    ),
)
