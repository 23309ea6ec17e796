"""Keeping the data safe: backups here and in a second place, checks, trials, what is due by itself."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_cs.desk.casework import Intake
from desktop_cs.desk.kept import Where, kept_in, kept_on
from desktop_cs.desk.safety_chores import Chore
from desktop_cs.desk.safety_today import Level, Topic
from desktop_cs.desk.second_place import FOLDER
from desktop_cs.errors import DamagedError, ShopError, UserError
from desktop_cs.storage.copying.safety_record import write_record
from desktop_cs.storage.file.data_folder import COPIES

UNREADABLE = Path("/proc/self/mem")  # reading its first byte fails as on a worn disk


def nobody(_share):
    """Tell nobody how far it is."""


def later(desk, **by):
    desk.clock.moment += timedelta(**by)


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def take_case(desk, what="Kettle leaks"):
    return desk.casework.take(Intake(what, who="Nina")).value


def test_a_backup_holds_everything_until_something_is_changed(desk):
    take_case(desk)
    desk.safety.back_up(nobody)
    newest = desk.safety.newest()
    assert newest.is_whole
    assert desk.safety.later(newest).changes == 0
    take_case(desk, "Iron drips")
    since = desk.safety.later(newest)
    assert (since.cases_taken, since.changes > 0) == (1, True)
    assert since.first_at == desk.clock.now()


def test_the_newest_backup_comes_first(desk):
    for _day in range(3):
        later(desk, days=1)
        take_case(desk)
        desk.safety.back_up(nobody)
    moments = [kept.made_at for kept in desk.safety.here()]
    assert len(moments) == 3
    assert moments == sorted(moments, reverse=True)
    assert desk.safety.state().backups == 3


def test_everybody_may_back_up_and_only_a_manager_chooses_where_else(desk, staff, stick):
    desk.actor = staff[2]
    desk.safety.back_up(nobody)
    for act in (lambda: desk.safety.choose_second_place(stick), desk.safety.allow_restore):
        with pytest.raises(UserError, match="Only a manager"):
            act()
    assert list(stick.iterdir()) == []


def test_the_second_place_is_used_by_itself_once_it_is_chosen(desk, staff, stick):
    desk.actor = staff[0]
    folder = desk.safety.choose_second_place(stick)
    assert folder == stick / FOLDER
    done = desk.safety.back_up(nobody)
    assert done.in_second_place
    (there,) = kept_in(folder, Where.SECOND)
    assert there.is_whole
    assert desk.safety.record.second_at == there.made_at
    assert {kept.where for kept in desk.safety.everywhere()} == {Where.HERE, Where.SECOND}


def test_a_stick_that_is_pulled_out_keeps_nobody_from_backing_up_here(desk, staff, stick):
    desk.actor = staff[0]
    desk.safety.choose_second_place(stick)
    stick.rename(stick.with_name("pulled out"))
    done = desk.safety.back_up(nobody)
    assert not done.in_second_place
    assert len(desk.safety.here()) == 1
    assert Chore.SECOND_PLACE not in desk.safety.chores()


def test_a_stick_that_comes_back_gets_what_it_lacks(desk, staff, stick):
    desk.actor = staff[0]
    folder = desk.safety.choose_second_place(stick)
    gone = stick.with_name("pulled out")
    stick.rename(gone)
    later(desk, days=8)
    take_case(desk)
    desk.safety.do(Chore.BACK_UP, nobody)
    assert [reason.topic for reason in desk.safety.today().reasons] == [Topic.SECOND_PLACE]
    gone.rename(stick)
    assert Chore.SECOND_PLACE in desk.safety.chores()
    desk.safety.do(Chore.SECOND_PLACE, nobody)
    assert desk.safety.today().level is Level.GOOD
    assert Chore.SECOND_PLACE not in desk.safety.chores()
    assert len(kept_on(stick)) == len(kept_in(folder)) == 1


def test_a_new_shop_is_backed_up_first_and_checked_and_tried_then(desk):
    take_case(desk)
    assert desk.safety.chores() == [Chore.BACK_UP]
    desk.safety.do(Chore.BACK_UP, nobody)
    assert desk.safety.chores() == [Chore.CHECK, Chore.DRILL]
    for chore in (Chore.CHECK, Chore.DRILL):
        desk.safety.do(chore, nobody)
    assert desk.safety.chores() == []
    record = desk.safety.record
    assert (record.check_at, record.drill_at) == (desk.clock.now(), desk.clock.now())
    assert (record.check_problems, record.drill_problems) == (0, 0)


def test_what_is_due_comes_by_the_hour_the_week_and_the_month(desk):
    take_case(desk)
    for chore in (Chore.BACK_UP, Chore.CHECK, Chore.DRILL):
        desk.safety.do(chore, nobody)
    later(desk, minutes=59)
    take_case(desk)
    assert desk.safety.chores() == []
    later(desk, minutes=1)
    assert desk.safety.chores() == [Chore.BACK_UP]
    desk.safety.do(Chore.BACK_UP, nobody)
    later(desk, days=7)
    assert desk.safety.chores() == [Chore.CHECK]
    later(desk, days=23)
    assert desk.safety.chores() == [Chore.CHECK, Chore.DRILL]


def test_a_clock_that_was_years_ahead_does_not_stop_checks_for_years(desk):
    take_case(desk)
    later(desk, days=2000)
    for chore in (Chore.BACK_UP, Chore.CHECK, Chore.DRILL):
        desk.safety.do(chore, nobody)
    later(desk, days=-2000)
    assert {Chore.CHECK, Chore.DRILL} <= set(desk.safety.chores())


def test_nothing_is_due_in_a_practice_shop(desk):
    take_case(desk)
    with desk.storage.transaction(None):
        desk.storage.shop.save_settings(replace(desk.settings, is_practice=True))
    desk.forget_settings()
    assert desk.safety.chores() == []
    assert not desk.safety.wants_last_backup()


def test_the_last_backup_is_made_when_anything_is_new(desk):
    take_case(desk)
    assert desk.safety.wants_last_backup()
    desk.safety.back_up_last()
    assert not desk.safety.wants_last_backup()
    take_case(desk, "Iron drips")
    assert desk.safety.wants_last_backup()


def flip_a_bit(path):
    """Damage a file in its middle."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_a_damaged_backup_is_told_until_a_new_one_came_back(desk):
    take_case(desk)
    desk.safety.back_up(nobody)
    (kept,) = desk.safety.here()
    flip_a_bit(kept.folder / "shop.db")
    assert desk.safety.check_everything(nobody) != []
    today = desk.safety.today()
    assert (today.level, today.reasons[0].topic) == (Level.DANGER, Topic.DRILL)
    assert desk.safety.try_out(nobody).problems != []
    later(desk, minutes=1)
    desk.safety.back_up(nobody)
    assert desk.safety.try_out(nobody).problems == []
    assert [reason.topic for reason in desk.safety.today().reasons] == [Topic.SECOND_PLACE]


def test_a_trial_writes_files_anew_that_rotted_beside_the_backups_here_and_elsewhere(in_charge, stick):
    desk = in_charge
    case = take_case(desk)
    desk.attachments.add_content(case, b"%PDF-1.4 bill", "bill.pdf")
    second = desk.safety.choose_second_place(stick)
    desk.safety.back_up(nobody)
    places = (desk.storage.folder / COPIES, second)
    pooled = [next((place / "attachments").rglob("*/*")) for place in places]
    whole = pooled[0].read_bytes()
    for path in pooled:
        flip_a_bit(path)
    tried = desk.safety.try_out(nobody)
    assert (tried.problems, tried.mended) == ([], 2)
    assert [path.read_bytes() for path in pooled] == [whole, whole]
    assert desk.safety.record.drill_problems == 0


@pytest.mark.skipif(not UNREADABLE.exists(), reason="a file that the system never gives is needed")
def test_a_trial_is_not_stopped_by_a_file_that_the_disk_of_the_backups_does_not_give_any_more(in_charge):
    desk = in_charge
    desk.attachments.add_content(take_case(desk), b"%PDF-1.4 bill", "bill.pdf")
    desk.safety.back_up(nobody)
    pooled = next((desk.storage.folder / COPIES / "attachments").rglob("*/*"))
    pooled.unlink()
    pooled.symlink_to(UNREADABLE)
    tried = desk.safety.try_out(nobody)
    assert (tried.problems, tried.mended) == ([], 1)


def test_a_trial_tells_of_a_rotten_file_that_nobody_has_whole(in_charge):
    desk = in_charge
    desk.attachments.add_content(take_case(desk), b"%PDF-1.4 bill", "bill.pdf")
    desk.safety.back_up(nobody)
    folder = desk.storage.folder
    for place in (folder, folder / COPIES):
        flip_a_bit(next((place / "attachments").rglob("*/*")))
    tried = desk.safety.try_out(nobody)
    assert (tried.problems, tried.mended) == (["A picture or file is missing or damaged in case 1."], 0)


def test_a_second_place_of_before_there_were_secrets_gets_one_with_its_next_backup(in_charge, stick):
    safety = in_charge.safety
    place = safety.choose_second_place(stick)
    (place / "belongs-to.txt").write_text(f"{in_charge.storage.shop_id}\n")
    write_record(in_charge.storage.folder, replace(safety.record, second_mark=""))
    assert safety.back_up(nobody).in_second_place
    assert safety.record.second_mark in (place / "belongs-to.txt").read_text().split()[1:]
    assert safety.back_up(nobody).in_second_place


def test_a_stick_to_move_with_keeps_the_second_place_known(in_charge, stick):
    safety = in_charge.safety
    place = safety.choose_second_place(stick)
    assert safety.prepare_stick(stick) == place
    assert safety.back_up(nobody).in_second_place


def test_damaged_records_are_told_and_stay_told(desk):
    take_case(desk)
    desk.safety.back_up(nobody)
    desk.storage.tidy()
    desk.storage.release()
    flip_a_bit(desk.storage.folder / "shop.db")
    assert desk.safety.check_everything(nobody) != []
    record = desk.safety.record
    assert (record.check_problems > 0, record.drill_problems) == (True, 0)


def test_a_backup_that_meets_damage_says_so_and_safety_stays_red(desk):
    take_case(desk)
    desk.storage.tidy()
    desk.storage.release()
    flip_a_bit(desk.storage.folder / "shop.db")
    with pytest.raises(DamagedError, match="damaged in places"):
        desk.safety.back_up(nobody)
    today = desk.safety.today()
    assert (today.level, today.reasons[0].topic) == (Level.DANGER, Topic.CHECK)


def test_damage_that_passed_by_is_looked_for_soon_and_no_longer_told_where_there_is_none(desk):
    take_case(desk)
    desk.safety.back_up(nobody)
    desk.safety.check_everything(nobody)
    desk.safety.try_out(nobody)
    desk.safety.note_damage()
    assert desk.safety.today().level is Level.DANGER
    assert desk.safety.chores() == [Chore.CHECK]
    desk.safety.do(Chore.CHECK, nobody)
    assert [reason.topic for reason in desk.safety.today().reasons] == [Topic.SECOND_PLACE]
    assert desk.safety.chores() == []


def test_a_drill_without_a_backup_says_what_to_do_first(desk):
    with pytest.raises(UserError, match="Back up first"):
        desk.safety.try_out(nobody)


def test_work_that_is_stopped_leaves_no_half_backup(desk):
    take_case(desk)

    def stop(_share):
        raise UserError("Stopped.")

    with pytest.raises(UserError, match="Stopped"):
        desk.safety.back_up(stop)
    assert desk.safety.here() == []
    copies = desk.storage.folder / COPIES
    assert not copies.exists() or [one for one in copies.iterdir() if one.is_dir()] == []


def test_a_full_or_forbidden_place_is_said_and_nothing_of_it_is_remembered(desk, staff, tmp_path):
    desk.actor = staff[0]
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("not a folder", encoding="utf-8")
    with pytest.raises(ShopError, match="cannot be written to"):
        desk.safety.choose_second_place(in_the_way)
    assert desk.safety.record.second_place == ""
