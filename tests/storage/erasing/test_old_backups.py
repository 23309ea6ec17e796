"""Backups that were made before an erasing."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from desktop_cs.customers.kept_words import OldBackups
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.manifest import backups_in
from desktop_cs.storage.erasing.old_backups import renew, still_holding
from desktop_cs.storage.opening import open_storage

HERE = ZoneInfo("Europe/Berlin")


def test_a_backup_from_before_still_holds_the_person_for_a_year_at_most(storage, folder, person):
    back_up(storage)
    assert still_holding(storage, [folder / "copies"], HERE) == OldBackups(0, None)
    storage.erasing.erase_customer(person.id)
    assert still_holding(storage, [folder / "copies"], HERE) == OldBackups(1, date(2027, 11, 1))


def test_the_day_is_counted_in_the_shops_own_months(storage, folder, clock, person):
    clock.moment = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    back_up(storage)
    storage.erasing.erase_customer(person.id)
    assert still_holding(storage, [folder / "copies"], HERE).until == date(2027, 12, 1)


def test_fresh_backups_take_the_place_of_those_that_hold_the_person(
    storage, folder, clock, person, tmp_path, traces
):
    places = [folder / "copies", tmp_path / "stick"]
    for place in places:
        back_up(storage, place)
    aside = folder / "2026-11-20_101500.before-restore"
    aside.mkdir()
    (aside / "shop.db").write_bytes(b"as it was before a restore")
    storage.erasing.erase_customer(person.id)
    clock.moment = datetime(2026, 11, 24, tzinfo=UTC)
    assert renew(storage, places) == 3
    for place in places:
        [fresh] = backups_in(place)
        assert fresh.is_whole
        assert fresh.made_at == clock.moment
        assert traces(fresh.folder) == []
    assert not aside.exists()
    assert still_holding(storage, places, HERE) == OldBackups(0, None)


def test_what_was_salvaged_before_goes_too(storage, folder, person):
    saved = back_up(storage).folder.rename(folder / "2026-11-20_101500.salvaged")
    storage.erasing.erase_customer(person.id)
    assert still_holding(storage, [folder / "copies"], HERE).count == 1
    assert renew(storage, [folder / "copies"]) == 1
    assert not saved.exists()


def test_a_backup_of_another_shop_is_left_alone(storage, person, clock, tmp_path):
    other = open_storage(tmp_path / "other", clock)
    theirs = back_up(other, tmp_path / "stick")
    other.close()
    storage.erasing.erase_customer(person.id)
    assert renew(storage, [tmp_path / "stick"]) == 0
    assert theirs.folder.is_dir()


def test_a_backup_that_was_begun_before_the_erasing_is_known_to_hold_the_person(
    storage, folder, person, clock, traces, monkeypatch
):
    # Folding the log waits for who reads; here that is the backup, which waits for the erasing.
    monkeypatch.setattr("desktop_cs.storage.file.engine._PATIENCE_SECONDS", 0.05)

    def meanwhile(share):
        if share > 0 and storage.customers.recent():
            other = open_storage(folder, clock)
            other.erasing.erase_customer(person.id)
            other.close()

    made = back_up(storage, None, meanwhile)
    assert storage.customers.recent() == []
    assert traces(made.folder) != []
    assert still_holding(storage, [folder / "copies"], HERE).count == 1
    storage.erasing.finish()
    assert renew(storage, [folder / "copies"]) == 1
    assert not made.folder.exists()


def test_a_fresh_backup_never_goes_though_an_erasing_is_not_finished(storage, folder, person, monkeypatch):
    monkeypatch.setattr("desktop_cs.storage.erasing.erasing.sweep", lambda _connection: False)
    assert not storage.erasing.erase_customer(person.id), "somebody reads the log just then"
    assert renew(storage, [folder / "copies"]) == 0
    assert len(backups_in(folder / "copies")) == 1
