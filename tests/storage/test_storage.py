"""The records as a whole."""

import shutil

from desktop_cs.storage.opening import open_storage


def test_tidying_brings_what_was_saved_into_the_main_file(storage, opened, clock, tmp_path):
    case = opened()
    storage.tidy()
    alone = tmp_path / "alone"
    alone.mkdir()
    for name in ("shop.db", "shop.key"):
        shutil.copy(storage.folder / name, alone / name)
    found = open_storage(alone, clock, create=False)
    assert found.cases.get(case.number) == case
    found.close()
