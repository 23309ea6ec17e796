"""What the program does while something happens to it, by name."""

from desktop_cs.clock import SystemClock
from desktop_cs.desk.desk import open_desk
from tests.faults.stage.acts import Counter
from tests.faults.stage.scene import Scene, shop_problems, was_kept
from tests.faults.stage.scenes_of_files import BACKUP, MIGRATIONS, RESTORE
from tests.faults.stage.scenes_of_people import ATTACHING, ERASING, LOCKING, REPHRASING
from tests.faults.stage.shops import begin_shop, opened, shop_with_cases, unsound


def _serve(folder, say, attempt):
    desk = attempt.desk = attempt.until_done(lambda: opened(folder))
    Counter(desk, "now", say, attempt=attempt).serve()
    attempt.until_done(desk.storage.tidy)
    desk.close()


def _begin(folder, say, attempt):
    say("about", "shop", "begun")
    begin_shop(folder, attempt.until_done)
    say("kept", "shop", "begun")


def _begun_problems(folder, said):
    """Return what is wrong after a first start was interrupted: the next makes the shop, or finds it."""
    desk = open_desk(folder, SystemClock())
    try:
        found = unsound(desk)
        if was_kept(said, "shop") and not (desk.settings.is_set_up and desk.shop.staff()):
            found.append("what the first run asked for is gone")
        return found
    finally:
        desk.close()


def _nothing(folder):
    folder.parent.mkdir(parents=True, exist_ok=True)
    return []


SAVING = Scene("saving", shop_with_cases, _serve, shop_problems)
BEGINNING = Scene("beginning", _nothing, _begin, _begun_problems)
SCENES = {
    one.name: one
    for one in (SAVING, BEGINNING, BACKUP, RESTORE, *MIGRATIONS, ATTACHING, LOCKING, REPHRASING, ERASING)
}
