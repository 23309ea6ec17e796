"""Trying a backup out."""

from dataclasses import replace

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.drilling import drill
from desktop_cs.storage.copying.manifest import write_manifest


def test_a_backup_that_comes_back_whole_has_no_problems_and_nothing_is_left_of_the_drill(backup):
    before = sorted(backup.folder.parent.iterdir())
    found = drill(backup.folder)
    assert found.problems == []
    assert found.counts == backup.counts
    assert found.seconds > 0
    assert sorted(backup.folder.parent.iterdir()) == before


def test_files_of_cases_come_back_too(filled):
    kept = filled.attachments.keep(b"%PDF-1.4 a receipt")
    with filled.transaction():
        filled.attachments.add(filled.cases.get(1).id, kept, "receipt.pdf")
    made = back_up(filled)
    assert drill(made.folder, opened=filled).problems == []
    [pooled] = (made.folder.parent / "attachments").glob("*/*")
    pooled.write_bytes(b"other")
    assert len(drill(made.folder, opened=filled).problems) == 1


def test_a_damaged_backup_is_told_and_nothing_is_left(backup, harm):
    harm(backup.path)
    found = drill(backup.folder)
    assert len(found.problems) == 1
    assert "not read as it was written" in found.problems[0]
    assert not list(backup.folder.parent.glob("drill-*"))


def test_what_a_killed_drill_left_is_swept_unless_it_is_under_way(backup):
    place = backup.folder.parent
    (place / "drill-left" / "shop").mkdir(parents=True)
    assert drill(backup.folder).problems == []
    assert not (place / "drill-left").exists()


def test_a_drill_that_is_stopped_leaves_nothing(backup):
    def stop(_share):
        raise ShopError("Stopped")

    with pytest.raises(ShopError, match="Stopped"):
        drill(backup.folder, progress=stop)
    assert not list(backup.folder.parent.glob("drill-*"))


def test_a_place_that_lets_nobody_write_is_told(backup, tmp_path):
    with pytest.raises(ShopError, match="could not be tried out"):
        drill(backup.folder, within=tmp_path / "nowhere")


def test_rows_that_did_not_come_back_are_named_as_people_call_them(backup):
    counts = {**backup.counts, "recovery_case": 13, "step_entry": 99, "case_words_docsize": 99}
    write_manifest(replace(backup, counts=counts))
    assert drill(backup.folder).problems == [
        "Not everything came back. Missing are some of: cases, steps of cases."
    ]
    write_manifest(replace(backup, counts={**backup.counts, "trail_salt": 999}))
    assert drill(backup.folder).problems == ["Not everything came back."]
