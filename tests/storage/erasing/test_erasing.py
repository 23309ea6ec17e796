"""Erasing a person from a data folder: no word is left in any file, and no number is changed."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_cs.customers.kept_words import Erased
from desktop_cs.errors import ShopError
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.restoring import restore
from desktop_cs.storage.erasing.erased_list import ErasedEntry, read_erased, write_erased
from desktop_cs.storage.erasing.erasing import reapply
from desktop_cs.storage.file.data_folder import ERASED_FILE
from desktop_cs.storage.opening import open_storage
from desktop_cs.summary.month import Month


def figures(storage):
    from datetime import time

    return storage.month_facts.figures(Month(2026, 11), OpeningHours(weekdays(time(9), time(18))))


def test_before_it_is_erased_a_name_is_found_in_many_files(storage, person, traces):
    storage._file.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert {name.split("/")[0] for name in traces()} >= {"shop.db", "drafts"}


def test_after_it_is_erased_a_name_is_in_no_file_at_all(storage, person, traces):
    assert storage.erasing.erase_customer(person.id)
    assert traces() == []


def test_rows_alone_would_leave_the_name_in_the_file(storage, person, traces, monkeypatch):
    monkeypatch.setattr("desktop_cs.storage.erasing.erasing.sweep", lambda _connection: True)
    storage.erasing.erase_customer(person.id)
    assert traces() != []


def test_a_name_goes_out_of_an_index_that_was_merged_before(storage, person, traces):
    connection = storage._file.connection()
    for index in ("case_words", "customer_words"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    assert storage.erasing.erase_customer(person.id)
    assert traces() == []
    assert storage.check() == []


def test_the_figures_of_the_month_are_the_same_before_and_after(storage, person):
    before = figures(storage)
    assert (before.goodwill, before.letters_printed, before.done) == (500, 1, 1)
    assert before.satisfaction == {"4": 1}
    storage.erasing.erase_customer(person.id)
    assert figures(storage) == before


def test_kinds_money_and_times_stay_in_the_case(storage, person):
    [case] = storage.cases.listed()
    storage.erasing.erase_customer(person.id)
    left = storage.cases.by_id(case.id)
    assert (left.number, left.opened_at, left.closed_at) == (case.number, case.opened_at, case.closed_at)
    assert (left.failure_kind, left.problem_solved) == ("faulty", "yes")
    assert (left.who, left.one_line, left.product, left.customer_id) == ("(erased)", "(erased)", "", None)
    entries = storage.cases.entries(case.id)
    assert entries["review"].answers == {"failure_kind": "faulty", "price": "4900"}
    assert entries["resolution"].answers["goodwill"] == '[{"gesture":"(erased)","cost":"500"}]'
    assert entries["apology"].skip_reason == "other"


def test_what_the_shop_has_in_its_catalogue_keeps_its_name(storage, person, now):
    [idea] = storage.gestures.all()
    with storage.transaction():
        storage.gestures.save(replace(idea, name="A cake", state="adopted", adopted_at=now))
    storage.erasing.erase_customer(person.id)
    assert [one.name for one in storage.gestures.all()] == ["A cake"]


def test_nobody_is_found_under_the_name_any_more(storage, person):
    storage.erasing.erase_customer(person.id)
    assert storage.customers.find("Zztopnamen") == []
    assert storage.search.cases("Zztopnamen") == []
    assert storage.customers.find("7788990011") == []


def test_an_import_does_not_bring_an_erased_case_back(storage, person):
    assert storage.cases.by_reference("old program", ["R-Zztopnamen"]) == {"R-Zztopnamen"}
    storage.erasing.erase_customer(person.id)
    assert storage.cases.by_reference("old program", ["R-Zztopnamen", "R-2"]) == {"R-Zztopnamen"}


def test_a_case_that_was_still_open_ends_and_waits_for_nothing(storage, opened, now):
    case = opened(who="Ann Zztopnamen")
    at = now + timedelta(hours=1)
    storage.erasing.erase([ErasedEntry(Erased.CASE, case.id, at)])
    left = storage.cases.by_id(case.id)
    assert (left.state, left.closed_at) == ("closed", at)
    assert storage.waiting.heard(at) == []


def test_the_salt_of_the_trail_goes_with_the_person(storage, person):
    [case] = storage.cases.listed()
    salts = "SELECT count(*) FROM trail_salt WHERE id IN (?, ?)"
    assert storage._file.value(salts, (person.id.bytes, case.id.bytes)) > 0
    storage.erasing.erase_customer(person.id)
    assert storage._file.value(salts, (person.id.bytes, case.id.bytes)) == 0
    assert storage.trail.changed_rows() == []


def test_a_name_goes_out_of_the_words_of_another_case(storage, person, opened, traces, now):
    other = opened(who="Sam Hill", one_line="Came with mrs  ZZTOPNAMEN, who waited")
    name = ErasedEntry(Erased.NAME, other.id, now, person.id)
    storage.erasing.erase([name, ErasedEntry(Erased.CUSTOMER, person.id, now)])
    assert storage.cases.by_id(other.id).one_line == "Came with (erased), who waited"
    assert traces() == []


def test_another_persons_words_stay_as_they_are(storage, person, opened):
    other = opened(who="Sam Hill", one_line="Kettle leaks")
    storage.erasing.erase_customer(person.id)
    assert storage.cases.by_id(other.id) == other


def test_a_reader_who_holds_the_log_delays_the_last_bytes_but_not_the_truth(
    storage, folder, clock, person, traces, monkeypatch
):
    monkeypatch.setattr("desktop_cs.storage.file.engine._PATIENCE_SECONDS", 0.0)
    reader = open_storage(folder, clock)
    reading = reader._file.connection()
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM customer").fetchall()
    assert not storage.erasing.erase_customer(person.id)
    assert not storage.erasing.is_finished()
    reading.execute("ROLLBACK")
    reader.close()
    assert storage.erasing.finish()
    assert storage.erasing.is_finished()
    assert traces() == []


def test_an_erasing_that_was_only_begun_is_finished_later(storage, folder, clock, person, traces):
    write_erased(folder, [ErasedEntry(Erased.CUSTOMER, person.id, clock.now(), finished=False)])
    storage.close()  # as a power cut leaves it: on the list, and not yet done
    again = open_storage(folder, clock)
    assert not again.erasing.is_finished()
    assert again.erasing.finish()
    assert traces() == []
    again.close()


def test_where_the_records_refuse_nothing_is_erased_and_nothing_stays_on_the_list(
    storage, folder, person, monkeypatch
):
    def full(*_given):
        raise ShopError("The disk is full.")

    monkeypatch.setattr(storage.trail, "note", full)
    with pytest.raises(ShopError, match="full"):
        storage.erasing.erase_customer(person.id)
    assert storage.customers.get(person.id) == person
    assert read_erased(folder) == []
    assert storage.erasing.is_finished()


def test_an_older_copy_that_was_brought_back_is_erased_again(
    storage, folder, clock, person, tmp_path, traces
):
    older = storage.copy_to(tmp_path / "stick")
    storage.erasing.erase_customer(person.id)
    restored = open_storage(older, clock)
    assert restored.customers.get(person.id) == person
    assert reapply(restored, [folder, tmp_path / "nowhere"]) == 1
    restored.close()
    assert traces(older) == []
    assert {entry.id for entry in read_erased(older)} >= {person.id}


def test_a_copy_made_after_the_erasing_is_left_as_it_is(storage, folder, clock, person, tmp_path):
    [case] = storage.cases.listed()
    storage.erasing.erase_customer(person.id)
    with storage.transaction():
        storage.cases.update(replace(storage.cases.by_id(case.id), one_line="Came back with a new kettle"))
    newer = storage.copy_to(tmp_path / "stick")
    restored = open_storage(newer, clock)
    assert reapply(restored, [folder]) == 0
    assert restored.cases.by_id(case.id).one_line == "Came back with a new kettle"
    restored.close()


def test_a_name_in_anothers_case_is_taken_out_of_an_older_copy_too(
    storage, folder, clock, person, opened, tmp_path, traces, now
):
    other = opened(who="Sam Hill", one_line="Came with Mrs Zztopnamen")
    older = storage.copy_to(tmp_path / "stick")
    name = ErasedEntry(Erased.NAME, other.id, now, person.id)
    storage.erasing.erase([ErasedEntry(Erased.CUSTOMER, person.id, now), name])
    restored = open_storage(older, clock)
    reapply(restored, [folder])
    restored.close()
    assert traces(older) == []


def test_a_list_that_was_lost_is_made_anew_from_the_records(storage, folder, person):
    storage.erasing.erase_customer(person.id)
    path = folder / ERASED_FILE
    path.write_bytes(path.read_bytes()[:-9])
    assert person.id in {entry.id for entry in storage.erasing.entries()}
    path.unlink()
    assert person.id in {entry.id for entry in storage.erasing.entries()}


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"{")])
def test_a_list_that_was_lost_is_written_again_while_nobody_works(storage, folder, person, spoil):
    storage.erasing.erase_customer(person.id)
    whole = read_erased(folder)
    spoil(folder / ERASED_FILE)
    assert not storage.erasing.is_finished()
    assert storage.erasing.finish()
    assert {entry.id for entry in read_erased(folder)} == {entry.id for entry in whole}
    assert storage.erasing.is_finished()


def test_erasing_twice_changes_nothing_more(storage, person):
    assert storage.erasing.erase_customer(person.id)
    trail = storage.trail.head()
    assert storage.erasing.erase_customer(person.id)
    assert storage.trail.head() == trail


def test_many_things_go_in_portions_and_what_was_not_reached_stays(storage, folder, opened, now, monkeypatch):
    monkeypatch.setattr("desktop_cs.storage.erasing.erasing._PORTION", 2)
    cases = [opened(who=f"Number {number}") for number in range(5)]
    entries = [ErasedEntry(Erased.CASE, case.id, now) for case in cases]

    def fail(share):
        if share > 0.5:
            raise ShopError("The disk is gone.")

    with pytest.raises(ShopError):
        storage.erasing.erase(entries, progress=fail)
    left = [storage.cases.by_id(case.id).who for case in cases]
    assert left == ["(erased)"] * 4 + ["Number 4"]
    assert {entry.id for entry in read_erased(folder)} == {case.id for case in cases[:4]}
    shares = []
    storage.erasing.erase(entries, progress=shares.append)
    assert shares == [0.4, 0.8, 1.0]
    assert storage.cases.by_id(cases[4].id).who == "(erased)"
    assert storage.erasing.is_finished()


def test_a_new_pc_erases_what_newer_backups_on_the_stick_know_of(
    storage, folder, clock, person, tmp_path, traces
):
    stick = tmp_path / "stick"
    older = back_up(storage, stick)
    storage.erasing.erase_customer(person.id)
    clock.moment += timedelta(hours=1)
    back_up(storage, stick)
    new = tmp_path / "new"
    restore(new, older.folder, clock)
    restored = open_storage(new, clock)
    assert restored.customers.recent() == []
    assert restored.erasing.is_finished()
    restored.close()
    assert traces(new) == []
