"""Pass phrase, recovery sheet and keychain of opened records."""

import os
from contextlib import suppress
from pathlib import Path

import peewee
import pytest

from desktop_cs.errors import LockedError, ShopError, UserError
from desktop_cs.shop.recovery_code import new_code
from desktop_cs.storage.file.data_folder import DATABASE_FILE
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.keys import key_slots, keychain, renewal, shop_keys
from desktop_cs.storage.keys.key_slots import KEY_FILES, read_keys
from desktop_cs.storage.keys.unlocking import Unlocking
from desktop_cs.storage.opening import open_database, open_storage

PHRASE = "my aunt feeds three grey hens"
OTHER = "three hens in the morning rain"
LOG_OF_NEW = f"{renewal.RENEWED_FILE}-wal"


@pytest.fixture
def locked(folder, clock, new_case):
    """Return a folder with one case, locked with the pass phrase."""
    storage = open_storage(folder, clock)
    with storage.transaction():
        storage.cases.open_case(new_case())
    storage.keys.lock(PHRASE)
    storage.close()
    return folder


def opened(folder, clock, secret):
    """Return the number of cases that the records hold, opened with a secret."""
    storage = open_storage(folder, clock, secret=secret)
    try:
        return storage.cases.count()
    finally:
        storage.close()


def fits(folder, key):
    """Return whether a key opens the records."""
    database = CipherDatabase(folder / DATABASE_FILE, key)
    try:
        return database.run("SELECT count(*) FROM shop").fetchone() == (1,)
    except peewee.DatabaseError:
        return False
    finally:
        database.close_everywhere()


def keys_of(folder, clock, secret):
    """Return the opened records, whose keys are to be changed."""
    return open_storage(folder, clock, secret=secret)


def test_new_records_open_without_any_key(storage):
    state = storage.keys.state()
    assert (state.has_phrase, state.has_sheet, state.has_keychain) == (False, False, False)


def test_locked_records_ask_for_their_pass_phrase_and_open_with_it(locked, clock):
    with pytest.raises(LockedError, match="locked"):
        open_storage(locked, clock)
    assert opened(locked, clock, PHRASE) == 1
    storage = open_storage(locked, clock, secret=PHRASE)
    assert storage.keys.state().has_phrase
    assert storage.keys.state().phrase_at == clock.now()
    assert storage.check() == []
    storage.close()


@pytest.mark.parametrize("secret", ["my aunt feeds three grey hen", "x", PHRASE.upper(), "0" * 46])
def test_a_wrong_pass_phrase_is_told_at_the_field_and_lets_nobody_in(locked, clock, secret):
    before = {name: (locked / name).read_bytes() for name in (DATABASE_FILE, *KEY_FILES)}
    with pytest.raises(UserError) as caught:
        open_storage(locked, clock, secret=secret)
    assert caught.value.field == "secret"
    assert secret not in str(caught.value)
    assert {name: (locked / name).read_bytes() for name in before} == before


def test_the_first_pass_phrase_gives_the_records_a_new_key(folder, clock):
    storage = open_storage(folder, clock)
    (old,) = read_keys(folder)
    assert fits(folder, old)
    storage.keys.lock(PHRASE)
    storage.close()
    assert not fits(folder, old)
    assert old not in "".join((folder / name).read_text("utf-8") for name in KEY_FILES)
    assert not (folder / renewal.RENEWED_FILE).exists()
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(DATABASE_FILE)) == [
        "shop.db"
    ]


def test_another_pass_phrase_takes_the_place_of_the_one_before(locked, clock):
    storage = keys_of(locked, clock, PHRASE)
    storage.keys.set_phrase(OTHER)
    storage.close()
    assert opened(locked, clock, OTHER) == 1
    with pytest.raises(UserError, match="not the pass phrase"):
        open_storage(locked, clock, secret=PHRASE)


def test_the_sheet_opens_the_records_and_a_newer_sheet_takes_its_place(locked, clock):
    first, second = new_code(), new_code()
    storage = keys_of(locked, clock, PHRASE)
    storage.keys.put_sheet(first)
    storage.close()
    assert opened(locked, clock, first.text.lower()) == 1
    storage = keys_of(locked, clock, first.digits)
    storage.keys.put_sheet(second)
    storage.close()
    assert opened(locked, clock, second.text) == 1
    assert opened(locked, clock, PHRASE) == 1
    with pytest.raises(UserError, match="another recovery sheet"):
        open_storage(locked, clock, secret=first.text)


def test_with_the_sheet_a_forgotten_pass_phrase_is_replaced_and_the_sheet_stays_good(locked, clock):
    code = new_code()
    storage = keys_of(locked, clock, PHRASE)
    storage.keys.put_sheet(code)
    storage.close()
    storage = keys_of(locked, clock, code.text)
    storage.keys.set_phrase(OTHER)
    storage.close()
    assert opened(locked, clock, OTHER) == opened(locked, clock, code.text) == 1


def test_a_slip_on_the_sheet_is_told_with_its_group(locked, clock):
    code = new_code()
    storage = keys_of(locked, clock, PHRASE)
    storage.keys.put_sheet(code)
    storage.close()
    groups = list(code.groups)
    groups[1] = ("7" if groups[1][0] != "7" else "8") + groups[1][1:]
    with pytest.raises(UserError, match="group 2"):
        open_storage(locked, clock, secret=" ".join(groups))
    with pytest.raises(UserError, match="six groups"):
        open_storage(locked, clock, secret="7" + code.text[:-2])


def test_taking_the_pass_phrase_away_opens_the_records_to_everybody_again(locked, clock):
    storage = keys_of(locked, clock, PHRASE)
    storage.keys.put_sheet(new_code())
    storage.keys.unlock_for_good()
    state = storage.keys.state()
    storage.close()
    assert (state.has_phrase, state.has_sheet) == (False, False)
    assert opened(locked, clock, "") == 1


def test_only_locked_records_have_a_sheet_another_phrase_or_a_keychain(storage):
    for act in (
        lambda: storage.keys.put_sheet(new_code()),
        lambda: storage.keys.set_phrase(OTHER),
        lambda: storage.keys.use_keychain(on=True),
        storage.keys.unlock_for_good,
    ):
        with pytest.raises(UserError, match="pass phrase first"):
            act()


class Chain:
    """A keychain in memory."""

    def __init__(self):
        self.kept = {}

    def put(self, name, key):
        self.kept[name] = key

    def get(self, name):
        return self.kept.get(name)

    def remove(self, name):
        self.kept.pop(name, None)


@pytest.fixture
def chain(monkeypatch):
    """Return a keychain that only lives as long as the test."""
    made = Chain()
    for name in ("put", "get", "remove"):
        monkeypatch.setattr(keychain, name, getattr(made, name))
    return made


def test_the_keychain_opens_the_records_until_it_is_taken_away(locked, clock, chain):
    storage = keys_of(locked, clock, PHRASE)
    storage.keys.use_keychain(on=True)
    storage.close()
    assert opened(locked, clock, "") == 1
    with pytest.raises(LockedError):
        open_storage(locked, clock, unlocked_by=Unlocking(keychain=False))
    storage = keys_of(locked, clock, "")
    assert storage.keys.state().has_keychain
    storage.keys.use_keychain(on=False)
    storage.close()
    assert chain.kept == {}
    with pytest.raises(LockedError):
        open_storage(locked, clock)


@pytest.mark.parametrize("left", [None, b"", b"short", bytes(32)])
def test_a_lost_or_changed_keychain_loses_nothing(locked, clock, chain, left):
    storage = keys_of(locked, clock, PHRASE)
    storage.keys.use_keychain(on=True)
    storage.close()
    for name in list(chain.kept):
        chain.kept[name] = left
    with pytest.raises(LockedError):
        open_storage(locked, clock)
    assert opened(locked, clock, PHRASE) == 1


def test_a_keychain_that_refuses_changes_nothing(locked, clock, monkeypatch):
    def refuse(_name, _key):
        raise ShopError("The keychain did not take it.")

    storage = keys_of(locked, clock, PHRASE)
    before = (locked / KEY_FILES[0]).read_bytes()
    monkeypatch.setattr(keychain, "put", refuse)
    with pytest.raises(ShopError, match="keychain"):
        storage.keys.use_keychain(on=True)
    storage.close()
    assert (locked / KEY_FILES[0]).read_bytes() == before


def test_records_in_use_elsewhere_get_no_new_key_and_stay_as_they_were(folder, clock, monkeypatch):
    from desktop_cs.storage.file import engine

    monkeypatch.setattr(engine, "_PATIENCE_SECONDS", 0.05)
    storage, other = open_storage(folder, clock), open_storage(folder, clock)
    other.cases.count()
    with pytest.raises(ShopError, match="Another window or command"):
        storage.keys.lock(PHRASE)
    other.close()
    storage.close()
    assert opened(folder, clock, "") == 0
    assert not (folder / renewal.RENEWED_FILE).exists()


def test_a_disk_that_does_not_confirm_the_new_key_costs_nothing_and_is_tried_again(
    folder, clock, monkeypatch
):
    def fails(_folder):
        raise OSError(5, "the disk does not answer")

    storage = open_storage(folder, clock)
    with monkeypatch.context() as disk:
        disk.setattr(renewal, "settle_names", fails)
        with pytest.raises(ShopError, match="cannot be written to"):
            storage.keys.lock(PHRASE)
        assert not storage.keys.state().has_phrase
        disk.setattr(shop_keys, "check_settled", lambda _folder: None)
        with pytest.raises(ShopError, match="did not confirm"):
            storage.keys.lock(PHRASE)
    assert opened(folder, clock, PHRASE) == 0
    storage.keys.lock(OTHER)
    storage.close()
    assert opened(folder, clock, OTHER) == 0


class StopError(Exception):
    """The work is stopped from outside."""


def test_stopping_while_the_new_file_is_made_leaves_all_as_it_was(folder, clock):
    def stop(_share):
        raise StopError

    storage = open_storage(folder, clock)
    with pytest.raises(StopError):
        storage.keys.lock(PHRASE, stop)
    storage.close()
    assert opened(folder, clock, "") == 0
    assert not (folder / renewal.RENEWED_FILE).exists()


def test_the_new_file_is_whole_by_itself_before_it_is_checked(folder, clock, monkeypatch):
    storage, sizes = open_storage(folder, clock), []
    whole = renewal.file_problems

    def looked(connection):
        sizes.extend((folder / name).stat().st_size for name in (renewal.RENEWED_FILE, LOG_OF_NEW))
        return whole(connection)

    monkeypatch.setattr(renewal, "file_problems", looked)
    storage.keys.lock(PHRASE)
    # What lay in its log alone would be lost with it, should the disk be full when it is folded on closing.
    assert sizes == [(folder / DATABASE_FILE).stat().st_size, 0]


def test_a_power_cut_before_the_swap_leaves_records_that_open_and_can_be_finished(folder, clock, monkeypatch):
    storage = open_storage(folder, clock)
    (old,) = read_keys(folder)

    def cut(_folder, _keys, _progress, before_swap):
        before_swap()
        raise StopError

    monkeypatch.setattr("desktop_cs.storage.keys.shop_keys.renew", cut)
    with pytest.raises(StopError):
        storage.keys.lock(PHRASE)
    storage.close()
    monkeypatch.undo()
    storage = open_storage(folder, clock, secret=PHRASE)
    assert storage.keys.state().renewal_due
    storage.keys.renew_key()
    storage.close()
    storage = open_storage(folder, clock, secret=PHRASE)
    assert not storage.keys.state().renewal_due
    assert storage.check() == []
    storage.close()
    assert not fits(folder, old)


def test_a_copy_left_open_by_a_power_cut_opens_nothing_and_is_brought_level(folder, clock, monkeypatch):
    storage = open_storage(folder, clock)
    put_file = key_slots.put_file

    def cut(path, content):
        if path.name == KEY_FILES[1]:
            raise StopError
        put_file(path, content)

    monkeypatch.setattr(key_slots, "put_file", cut)
    with pytest.raises(StopError):
        storage.keys.lock(PHRASE)
    storage.close()
    monkeypatch.undo()
    assert '"open"' in (folder / KEY_FILES[1]).read_text("utf-8")
    with pytest.raises(LockedError):
        open_storage(folder, clock)
    assert opened(folder, clock, PHRASE) == 0
    assert (folder / KEY_FILES[1]).read_bytes() == (folder / KEY_FILES[0]).read_bytes()


@pytest.mark.parametrize("what", ["lock", "phrase", "sheet", "away"])
def test_a_cut_at_any_step_leaves_records_that_open_with_one_of_the_two(locked, clock, monkeypatch, what):
    """Every name that is put in its place, and every file that is settled, is a step that may be the last."""
    secrets = {"lock": OTHER, "phrase": OTHER, "sheet": PHRASE, "away": ""}
    acts = {
        "lock": lambda keys: keys.lock(OTHER),
        "phrase": lambda keys: keys.set_phrase(OTHER),
        "sheet": lambda keys: keys.put_sheet(new_code()),
        "away": lambda keys: keys.unlock_for_good(),
    }
    last, step = PHRASE, 0
    while True:
        storage = keys_of(locked, clock, last)
        cut = Cut(step)
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", cut.before(Path.replace))
            patched.setattr(os, "fsync", cut.before(os.fsync))
            with suppress(StopError):
                acts[what](storage.keys)
        storage.close()
        if not cut.came:
            break
        last = next(one for one in (secrets[what], PHRASE) if opens(locked, clock, one))
        assert opened(locked, clock, last) == 1
        step += 1
        if last != PHRASE:
            storage = keys_of(locked, clock, last)
            storage.keys.lock(PHRASE)
            storage.close()
            last = PHRASE
    assert step >= 4
    assert opened(locked, clock, secrets[what]) == 1


class Cut:
    """Ends the work at one of its steps."""

    def __init__(self, step):
        self.left = step
        self.came = False

    def before(self, act):
        """Return the act, which the cut comes before when its turn is there."""

        def done(*words):
            if self.left == 0:
                self.came = True
                raise StopError
            self.left -= 1
            return act(*words)

        return done


def opens(folder, clock, secret):
    """Return whether a secret opens the records."""
    try:
        open_storage(folder, clock, secret=secret).close()
    except (UserError, LockedError):
        return False
    return True


def test_of_two_copies_the_one_written_later_says_how_things_are(locked, clock):
    early = (locked / KEY_FILES[1]).read_bytes()
    storage = keys_of(locked, clock, PHRASE)
    storage.keys.set_phrase(OTHER)
    storage.close()
    (locked / KEY_FILES[1]).write_bytes(early)
    assert opened(locked, clock, OTHER) == 1
    assert (locked / KEY_FILES[1]).read_bytes() == (locked / KEY_FILES[0]).read_bytes()


def test_a_copy_keeps_its_own_key_and_opens_with_what_opens_the_records_now(folder, clock):
    storage = open_storage(folder, clock)
    copy = storage.copy_to()
    storage.keys.lock(PHRASE)
    carried = storage.keys.carry([copy])
    storage.close()
    assert (carried.done, carried.left) == (1, ())
    with pytest.raises(LockedError):
        open_database(copy)
    open_database(copy, PHRASE).close_everywhere()
    storage = open_storage(folder, clock, secret=PHRASE)
    code = new_code()
    storage.keys.put_sheet(code)
    storage.keys.carry([copy])
    open_database(copy, code.text).close_everywhere()
    storage.keys.unlock_for_good()
    storage.close()


def test_backups_follow_when_the_pass_phrase_is_taken_away(locked, clock):
    storage = keys_of(locked, clock, PHRASE)
    copy, master = storage.copy_to(), storage.keys.master
    storage.keys.unlock_for_good()
    assert storage.keys.carry([copy], [master]).done == 1
    storage.close()
    open_database(copy).close_everywhere()


def test_a_copy_that_cannot_be_reached_or_opened_is_named_and_left_alone(locked, clock, tmp_path):
    foreign = tmp_path / "foreign"
    open_storage(foreign, clock).close()
    other = open_storage(foreign, clock)
    other.keys.lock(OTHER)
    other.close()
    before = (foreign / KEY_FILES[0]).read_bytes()
    storage = keys_of(locked, clock, PHRASE)
    carried = storage.keys.carry([foreign, tmp_path / "gone"])
    storage.close()
    assert carried.done == 0
    assert carried.left == (foreign, tmp_path / "gone")
    assert (foreign / KEY_FILES[0]).read_bytes() == before


def test_a_change_by_another_window_meanwhile_is_told_and_changes_nothing(locked, clock):
    storage, other = keys_of(locked, clock, PHRASE), keys_of(locked, clock, PHRASE)
    other.keys.unlock_for_good()
    other.close()
    with pytest.raises(UserError, match="pass phrase first"):
        storage.keys.put_sheet(new_code())
    storage.close()


def test_a_full_disk_while_the_key_file_is_written_changes_nothing(locked, clock, monkeypatch):
    def full(_folder, _text):
        raise OSError(28, "No space left on device")

    storage = keys_of(locked, clock, PHRASE)
    before = (locked / KEY_FILES[0]).read_bytes()
    monkeypatch.setattr("desktop_cs.storage.keys.shop_keys.write_text", full)
    with pytest.raises(ShopError, match="cannot be written to"):
        storage.keys.set_phrase(OTHER)
    storage.close()
    assert (locked / KEY_FILES[0]).read_bytes() == before
    assert key_slots.damaged_copies(locked) == []


def test_a_key_file_that_was_lost_while_the_records_are_open_is_written_again(locked, clock):
    storage = keys_of(locked, clock, PHRASE)
    storage.keys.set_phrase(OTHER)
    for name in KEY_FILES:
        (locked / name).unlink()
    copy = storage.copy_to()
    storage.close()
    assert opened(locked, clock, OTHER) == 1
    open_database(copy, OTHER).close_everywhere()


def test_a_key_file_of_another_shop_gets_into_no_backup(folder, clock, tmp_path):
    open_storage(tmp_path / "other", clock).close()
    storage = open_storage(folder, clock)
    for name in KEY_FILES:
        (folder / name).write_bytes((tmp_path / "other" / name).read_bytes())
    copy = storage.copy_to()
    storage.close()
    open_database(copy).close_everywhere()
    assert opened(folder, clock, "") == 0


def test_a_whole_key_file_is_left_as_it_is(locked, clock):
    storage = keys_of(locked, clock, PHRASE)
    other = keys_of(locked, clock, PHRASE)
    other.keys.set_phrase(OTHER)
    other.close()
    storage.keys.keep_whole()
    storage.close()
    assert opened(locked, clock, OTHER) == 1
