"""Signing in, the wait after wrong digits, approvals, new digits."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.desk.allowed import NotAllowedError
from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.digit_tries import WaitError
from desktop_cs.desk.people_work import PeopleWork
from desktop_cs.errors import UserError
from desktop_cs.shop.staff import Role, Staff, digits_match, hash_digits
from desktop_cs.storage.keys.key_slots import write_text
from desktop_cs.storage.keys.slot_file import PHRASE as PHRASE_SLOT
from desktop_cs.storage.keys.slot_file import Slot, bound_text, locked_text, new_master
from desktop_cs.storage.keys.wrapping import Cost, key_of_phrase, random_salt, wrap
from desktop_cs.storage.uuid7 import uuid7

CHEAP = Cost(passes=1, memory_kib=8 * 1024, lanes=1)


class Steady:
    """A clock that only goes forward, until the PC is started anew."""

    seconds = 5000.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def steady():
    """Return the clock of the wait."""
    return Steady()


@pytest.fixture
def people(desk, steady):
    """Return who signs in, with nobody at the desk yet."""
    desk.actor = None
    return PeopleWork(desk, steady)


@pytest.fixture
def grace(staff):
    """Return the manager, whose digits are 2468."""
    return staff[0]


def wrong(people, who, times=1):
    for _time in range(times):
        with pytest.raises(UserError) as refused:
            people.sign_in(who.id, "0000")
    return refused.value


def waits(people, who):
    return next(tile.wait_seconds for tile in people.tiles() if tile.staff.id == who.id)


def trail_of(desk, who):
    return [entry.what for entry in desk.storage.trail.of_row(who.id)]


def store(desk, *people):
    with desk.storage.transaction():
        for one in people:
            desk.storage.shop.save_staff(one)


def test_whoever_signs_in_acts_from_then_on(people, desk, staff):
    assert [tile.staff.name for tile in people.tiles()] == ["Aoife Byrne", "Grace Okafor", "Milan Horvat"]
    people.sign_in(staff[1].id, "9631")
    assert desk.actor == staff[1]
    people.sign_out()
    assert desk.actor is None
    assert trail_of(desk, staff[1])[-2:] == ["staff.signed_in", "staff.signed_out"]


def test_the_digits_of_somebody_else_are_wrong(people, desk, grace):
    assert str(wrong(people, grace)) == "These are not the digits of Grace Okafor. 4 tries are left."
    with pytest.raises(UserError, match="3 tries are left"):
        people.sign_in(grace.id, "1357")
    assert desk.actor is None
    assert trail_of(desk, grace)[-2:] == ["staff.wrong_digits"] * 2


def test_wrong_digits_are_told_of_whose_tile_was_chosen_not_of_who_acted_before(people, desk, staff, grace):
    people.step_in(staff[1])  # who has gone, without signing out
    wrong(people, grace, 5)
    told = desk.storage.trail.of_row(grace.id)[-5:]
    assert {entry.what for entry in told} == {"staff.wrong_digits", "staff.locked_out"}
    assert {entry.by for entry in told} == {grace.id}
    assert desk.actor == staff[1]


def test_right_digits_that_came_too_late_are_no_sign_in_and_no_try(people, desk, grace):
    wrong(people, grace, 3)
    before = trail_of(desk, grace)
    assert people.prove(grace.id, "2468", wanted=lambda: False) == grace
    assert trail_of(desk, grace) == before
    assert "1 try is left" in str(wrong(people, grace))


def test_the_fifth_wrong_try_begins_a_wait_that_doubles_and_right_digits_wait_too(
    people, steady, desk, grace
):
    refusal = wrong(people, grace, 5)
    assert isinstance(refusal, WaitError)
    assert str(refusal) == "Too many wrong tries. Please wait 30 seconds, then try again."
    assert trail_of(desk, grace)[-1] == "staff.locked_out"
    with pytest.raises(WaitError, match="30 seconds"):
        people.sign_in(grace.id, "2468")
    for wait in (60, 120, 240, 480, 900, 900):
        steady.seconds += waits(people, grace)
        assert wrong(people, grace).seconds == wait
    steady.seconds += 899.5
    assert waits(people, grace) == 1
    steady.seconds += 0.5
    people.sign_in(grace.id, "2468")
    assert waits(people, grace) == 0
    assert "4 tries" in str(wrong(people, grace))


def test_one_persons_wait_is_nobody_elses(people, staff):
    wrong(people, staff[0], 5)
    assert people.sign_in(staff[2].id, "1357").value == staff[2]


def test_a_try_while_waiting_changes_nothing(people, steady, grace):
    wrong(people, grace, 5)
    steady.seconds += 10
    wrong(people, grace, 3)
    assert waits(people, grace) == 20


def test_setting_the_clock_either_way_shortens_no_wait(people, clock, grace):
    wrong(people, grace, 5)
    for step in (timedelta(days=400), timedelta(days=-800)):
        clock.moment += step
        assert waits(people, grace) == 30
        assert isinstance(wrong(people, grace), WaitError)


def test_ending_the_program_and_starting_the_pc_anew_shortens_no_wait(people, desk, steady, clock, grace):
    wrong(people, grace, 5)
    desk.storage.close()
    again = open_desk(desk.storage.folder, clock)
    steady.seconds = 12.0  # since the PC was started
    after = PeopleWork(again, steady)
    assert waits(after, grace) == 18  # the PC was on for so long at least
    steady.seconds += 18
    after.sign_in(grace.id, "2468")
    steady.seconds = 5001.0  # as late as it was when the wrong ones were typed
    assert waits(after, grace) == 0
    again.close()


def test_two_windows_count_together(people, desk, steady, clock, grace):
    other = open_desk(desk.storage.folder, clock)
    there = PeopleWork(other, steady)
    wrong(people, grace, 3)
    wrong(there, grace, 1)
    assert isinstance(wrong(people, grace), WaitError)
    assert waits(there, grace) == 30
    other.close()


def test_a_try_is_counted_before_it_is_looked_at(people, grace, monkeypatch):
    def killed(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop_cs.desk.people_work.digits_match", killed)
    for _time in range(5):
        with pytest.raises(KeyboardInterrupt):
            people.sign_in(grace.id, "2468")
    monkeypatch.undo()
    assert waits(people, grace) == 30


@pytest.mark.parametrize(
    "digits", ["", " ", "２４６８", "2468\0", "24680000", "'; DROP TABLE staff", "٢٤٦٨", "\ud800"]
)
def test_nothing_strange_that_is_typed_lets_anybody_in(people, desk, grace, digits):
    with pytest.raises(UserError):
        people.sign_in(grace.id, digits)
    assert desk.actor is None
    assert people.sign_in(grace.id, "2468").value == grace


def test_only_a_managers_digits_approve_and_wrong_ones_lead_to_the_same_wait(people, desk, staff, steady):
    assert people.manager_by_digits("2468").name == "Grace Okafor"
    for digits in ("1357", "9631", "0000", ""):
        with pytest.raises(UserError, match="It stays as it is"):
            people.manager_by_digits(digits)
    with pytest.raises(WaitError):
        people.manager_by_digits("2468 ")
    assert people.manager_wait() == 30
    for attempt in (people.manager_by_digits, lambda digits: people.sign_in(staff[0].id, digits)):
        with pytest.raises(WaitError):
            attempt("2468")
    steady.seconds += 30
    assert people.manager_wait() == 0
    assert people.manager_by_digits("2468") == staff[0]
    assert trail_of(desk, staff[0])[-1] == "staff.approved"


def test_one_managers_approval_says_nothing_about_anothers_tries(people, desk, staff, steady):
    ines = Staff(uuid7(), "Ines Weiss", Role.MANAGER, hash_digits("8642"))
    store(desk, ines)
    wrong(people, ines, 5)
    assert people.manager_wait() == 0  # Grace's digits can be tried
    steady.seconds += 31
    for _time in range(8):
        people.manager_by_digits("2468")
    assert waits(people, ines) == 0
    assert wrong(people, ines).seconds == 60
    assert people.manager_by_digits("2468") == staff[0]
    with pytest.raises(UserError, match=r"It stays as it is\. 4 tries are left"):
        people.manager_by_digits("8642")


def test_a_manager_gives_new_digits_and_the_old_ones_and_the_wait_are_gone(people, desk, staff):
    aoife = staff[2]
    wrong(people, aoife, 5)
    with pytest.raises(NotAllowedError, match="Ask Grace Okafor"):
        people.give_new_digits(aoife.id, "4711")
    desk.actor = staff[0]
    for taken in ("2468", "471", "abcd"):
        with pytest.raises(UserError):
            people.give_new_digits(aoife.id, taken)
    people.give_new_digits(aoife.id, "471100")
    assert trail_of(desk, aoife)[-1] == "staff.new_digits"
    assert people.sign_in(aoife.id, "471100").value.name == "Aoife Byrne"
    wrong(people, aoife)


def test_nobody_signs_in_without_digits_and_a_manager_gives_the_first(people, desk):
    bare = Staff(uuid7(), "Ben", Role.COUNTER)
    store(desk, bare)
    assert not next(tile for tile in people.tiles() if tile.staff == bare).has_digits
    with pytest.raises(UserError, match="Ben has no digits yet"):
        people.sign_in(bare.id, "")
    with pytest.raises(UserError, match="A manager gives you digits"):
        people.choose_first_digits(bare.id, "4711")
    assert desk.actor is None


def test_where_no_manager_has_digits_people_choose_their_first(people, desk, staff):
    store(desk, replace(staff[0], digits_hash=""))
    assert people.may_choose_first(staff[0].id)
    assert not people.may_choose_first(staff[2].id)
    with pytest.raises(UserError, match="four digits"):
        people.choose_first_digits(staff[0].id, "12")
    grace = people.choose_first_digits(staff[0].id, "8080").value
    assert digits_match("8080", grace.digits_hash)
    assert desk.actor is None  # only the window, where nobody else was chosen meanwhile, lets them act
    assert not people.may_choose_first(staff[0].id)


def test_in_the_practice_shop_somebody_is_there_at_once(people, desk, staff):
    people.begin("Milan Horvat")
    assert (people.must_sign_in(), desk.actor) == (True, None)
    with desk.in_the_name_of(staff[0]):
        desk.shop.save_settings(replace(desk.settings, is_practice=True))
    people.begin("Milan Horvat")
    assert (people.must_sign_in(), desk.actor) == (False, staff[1])
    people.begin("Somebody Else")
    assert desk.actor.name == "Aoife Byrne"


def test_before_the_first_run_and_before_anybody_works_here_nobody_signs_in(bare_desk):
    assert not bare_desk.people.must_sign_in()
    bare_desk.shop.save_settings(replace(bare_desk.settings, name="New"))
    assert not bare_desk.people.must_sign_in()


PHRASE = "seven green kettles sing"


@pytest.fixture
def locked(desk, clock, steady):
    """Return who signs in where a pass phrase was set, and the program started anew since."""
    desk.storage.keys.lock(PHRASE)
    desk.storage.close()
    again = open_desk(desk.storage.folder, clock, secret=PHRASE)
    yield PeopleWork(again, steady)
    again.close()


def test_the_only_manager_who_forgot_proves_themselves_by_the_pass_phrase(locked, grace):
    assert locked.can_prove_otherwise()
    for secret, digits in (("", "8080"), ("eight green kettles", "8080"), (PHRASE, "80")):
        with pytest.raises(UserError):
            locked.renew_by_secret(grace.id, secret, digits)
    assert locked.renew_by_secret(grace.id, PHRASE, "8080").value.name == "Grace Okafor"
    assert locked._ground.actor is None
    wrong(locked, grace)
    assert locked.sign_in(grace.id, "8080").value.name == "Grace Okafor"


@pytest.mark.parametrize("key", ["the right one", "ab" * 48])
@pytest.mark.parametrize("shop", ["desk", "locked"])
def test_a_key_file_that_somebody_made_up_is_no_way_in(request, people, staff, shop, key):
    people = request.getfixturevalue("locked") if shop == "locked" else people
    storage = people._ground.storage
    right = storage.database.key
    keys, master = ((right if key == "the right one" else key[:64] + right[64:]),), new_master()
    salt, made_at = random_salt(), "2026-11-23T09:30:00+00:00"
    bound = bound_text(PHRASE_SLOT, made_at, salt, CHEAP)
    wrapped = wrap(key_of_phrase("let me in, dear window", salt, CHEAP), master, bound)
    slots = (Slot(PHRASE_SLOT, made_at, salt, wrapped, CHEAP),)
    write_text(storage.folder, locked_text(keys, 99, slots, master))
    before = staff[0].digits_hash
    with pytest.raises(UserError):
        people.renew_by_secret(staff[0].id, "let me in, dear window", "8080")
    assert people._ground.actor is None or people._ground.actor.id != staff[0].id
    assert [one.digits_hash for one in storage.shop.staff() if one.id == staff[0].id] == [before]


def test_without_any_secret_nobody_proves_anything(people, grace):
    assert not people.can_prove_otherwise()
    with pytest.raises(UserError, match="Neither a pass phrase"):
        people.renew_by_secret(grace.id, "anything", "8080")


def test_a_secret_is_no_way_in_for_others_nor_a_way_round_the_wait(locked, staff):
    with pytest.raises(UserError, match="A manager gives you digits"):
        locked.renew_by_secret(staff[2].id, PHRASE, "8080")
    for _time in range(5):
        with pytest.raises(UserError):
            locked.renew_by_secret(staff[0].id, "eight green kettles", "8080")
    with pytest.raises(WaitError):
        locked.renew_by_secret(staff[0].id, PHRASE, "8080")
    with pytest.raises(WaitError):
        locked.sign_in(staff[0].id, "2468")
