"""A disk that fails when nearly all is done: whatever takes the place of the records must be whole."""

import pytest

from tests.faults.stage.calls import Call, calls_of, failing_at, strace_lacks
from tests.faults.stage.scenes import SCENES
from tests.faults.stage.shops import copied

SHARES = (0.75, 0.85, 0.95)  # of the writes into files; there, what is new was once swapped in unfinished


@pytest.mark.skipif(bool(strace_lacks()), reason=strace_lacks() or "nothing lacks")
@pytest.mark.parametrize("scene", ["beginning", "first_phrase"])
def test_a_disk_that_is_full_for_a_moment_late_in_the_work_costs_nothing(scene, tmp_path):
    home, folder = tmp_path / "before", tmp_path / "now" / "shop"
    home.mkdir()
    before = SCENES[scene].prepare(home / "shop")
    copied(home, folder.parent)
    writes = [one for one in calls_of(scene, folder, tmp_path / "log") if one.kind == "pwrite64"]
    for share in SHARES:
        copied(home, folder.parent)
        call = Call("pwrite64", writes[int(len(writes) * share)].number)
        code, said, complaints = failing_at(scene, folder, call, "ENOSPC", call.number + 6, "bold")
        assert code == 0, complaints
        assert [words for words in said if words[0] == "fault"] == []
        assert SCENES[scene].problems(folder, [*before, *said]) == []
