"""Restores, as the experiments found them wanting: the smallest cases."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.checking import problems_in
from desktop_cs.storage.copying.manifest import backups_in
from desktop_cs.storage.copying.restoring import restore
from tests.faults.stage.acts import Counter
from tests.faults.stage.shops import opened, shop_with_cases


@dataclass
class TickingClock:
    """A clock that is a second further each time it is looked at, as in a shop whose files are large."""

    moment: datetime

    def now(self):
        """Return the moment, and go on."""
        self.moment += timedelta(seconds=1)
        return self.moment


def test_the_trail_is_whole_after_a_restore_that_took_its_time(tmp_path):
    folder = tmp_path / "shop"
    shop_with_cases(folder)
    desk = opened(folder)
    back_up(desk.storage)
    Counter(desk, "later", lambda *_words: None).serve()
    desk.close()
    restore(folder, backups_in(folder / "copies")[0].folder, TickingClock(datetime.now(UTC)))
    desk = opened(folder)
    assert problems_in(desk.storage) == []
    desk.close()
