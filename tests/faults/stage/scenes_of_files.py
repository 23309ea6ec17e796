"""Scenes in which the file as a whole is at stake: a backup, a restore, a migration."""

import shutil
from functools import partial

from desktop_cs.clock import SystemClock
from desktop_cs.errors import DeskError
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.manifest import backups_in
from desktop_cs.storage.copying.restoring import restore
from desktop_cs.storage.opening import open_storage
from tests.faults.stage.acts import Counter
from tests.faults.stage.old_shops import missing_rows, old_shop
from tests.faults.stage.scene import Scene, desk_problems, shop_problems, was_kept
from tests.faults.stage.shops import opened, shop_with_cases

LATER = "later"  # begins what is written after the backup that a restore puts back


def _back_up(folder, say, attempt):
    desk = attempt.desk = attempt.until_done(lambda: opened(folder))
    for turn in ("first", "second"):
        key = f"backup {turn}"
        say("about", key, turn)
        attempt.until_done(lambda: back_up(desk.storage))
        say("kept", key, turn)
        Counter(desk, turn, say, attempt=attempt).serve()
    desk.close()


def _backup_problems(folder, said):
    """Return what is wrong with the shop, and with any backup that counts as finished."""
    found = shop_problems(folder, said)
    promised = sum(was_kept(said, f"backup {turn}") for turn in ("first", "second"))
    finished = [one for one in backups_in(folder / "copies") if one.folder.suffix != ".partial"]
    if len(finished) < promised:
        found.append(f"{promised} backups were told as made, {len(finished)} are there")
    until = next((at for at, words in enumerate(said) if words[1] == "backup first"), len(said))
    for one in finished:
        found += [] if one.is_whole else [f"{one.folder.name} is not whole"]
        found += [f"{one.folder.name}: {text}" for text in bad_backup(one, said[:until])]
    return found


def bad_backup(backup, said):
    """Return what is wrong with a finished backup, opened by itself as on another PC."""
    trial = backup.folder.with_name("trial")
    shutil.copytree(backup.folder, trial)
    try:
        return shop_problems(trial, said)
    except DeskError as refusal:
        return [f"cannot be opened: {refusal}"]
    finally:
        shutil.rmtree(trial)


def _with_backup(folder):
    """Make a shop with a backup, and a case that was taken after it."""
    said = shop_with_cases(folder)
    desk = opened(folder)
    back_up(desk.storage)
    Counter(desk, LATER, lambda *words: said.append(words)).serve()
    desk.close()
    return said


def _restore(folder, say, attempt):
    def put_back():
        return restore(folder, backups_in(folder / "copies")[-1].folder, SystemClock())

    say("about", "restore", "")
    attempt.until_done(put_back)
    say("kept", "restore", "")


def _restore_problems(folder, said):
    """Return what is wrong: the shop of then or of now must be whole, and what came later nowhere lost."""
    early = [words for words in said if LATER not in words[1]]
    late = [words for words in said if LATER in words[1]]
    desk = opened(folder)
    try:
        found = desk_problems(desk, early)
        is_back = bool(desk_problems(desk, late))
    finally:
        desk.close()
    if was_kept(said, "restore") and not is_back:
        found.append("the restore was told as done, and the records are those of now")
    if is_back and not any(not _lost_in(one, late) for one in folder.glob("*.before-restore*")):
        found.append("what was taken after the backup is nowhere any more")
    return found


def _lost_in(folder, said):
    if not (folder / "shop.db").exists():
        return ["no records"]
    trial = folder.with_name("trial")
    shutil.copytree(folder, trial)
    try:
        return shop_problems(trial, said)
    finally:
        shutil.rmtree(trial)


def _bring_up(folder, say, attempt):
    say("about", "newest version", "")
    attempt.until_done(lambda: open_storage(folder, SystemClock(), create=False)).close()
    say("kept", "newest version", "")


def _brought_up_problems(folder, said):
    """Return what is wrong with a shop that was being brought to the newest version."""
    desk = opened(folder)
    try:
        return missing_rows(desk, folder) + desk_problems(desk, said)
    finally:
        desk.close()


BACKUP = Scene("backup", shop_with_cases, _back_up, _backup_problems)
RESTORE = Scene("restore", _with_backup, _restore, _restore_problems)
MIGRATIONS = tuple(
    Scene(f"migration_{version}", partial(old_shop, version=version), _bring_up, _brought_up_problems)
    for version in (1, 2, 3)
)
