"""The desk of damaged records: acts are refused in words, nothing typed is lost, there is a way out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.customers.kept_words import ErasingPlan
from desktop_cs.desk.bringing_back import Order, bring_back
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.digit_tries import WaitError
from desktop_cs.desk.drafts import Drafts
from desktop_cs.desk.rescue import Rescue
from desktop_cs.desk.safety_chores import Chore
from desktop_cs.desk.safety_today import Level, Topic
from desktop_cs.errors import DamagedError, UserError
from desktop_cs.shop.lock_out import FREE_TRIES

PAGE = 4096
TYPED = {"in_their_words": '[{"text": "It hums."}]', "failure_kind": "faulty"}


def nobody(_share):
    """Tell nobody how far it is."""


def spoil(desk):
    """Turn a bit over in a page of an index that only the month reads, so that all rows can still be read."""
    storage = desk.storage
    find = "SELECT rootpage FROM sqlite_master WHERE name = 'promise_let_go'"
    place = (storage._file.value(find) - 1) * PAGE
    storage.tidy()
    storage.release()
    path = storage.folder / "shop.db"
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


@pytest.fixture
def story(in_charge, walk):
    """Return a case that was walked through, with a backup of it."""
    story = walk()
    in_charge.letters.printed(in_charge.letters.composed(story))
    in_charge.safety.back_up(nobody)
    return in_charge.casework.story(story.case.id)


@pytest.fixture
def damaged(in_charge, story):
    """Return the manager's desk, whose check has found the records damaged."""
    spoil(in_charge)
    assert in_charge.safety.check_everything(nobody) != []
    return in_charge


def note(desk, story):
    with desk.storage.transaction(desk.actor_id):
        desk.storage.trail.note("case.looked_at", story.case.id)


ACTS = {
    "a case": lambda desk, _story: desk.casework.take(Intake("Iron drips", who="Nina")),
    "a header": lambda desk, story: desk.casework.change_header(replace(story.case, one_line="It hums")),
    "a step": lambda desk, story: desk.casework.steps.keep(story, Step.REVIEW, TYPED),
    "a follow-up": lambda desk, story: desk.follow_ups.keep_draft(story.follow_ups[0], {"words": "fine"}),
    "a callback": lambda desk, story: desk.follow_ups.call_back(
        story.case, desk.clock.now() + timedelta(days=1)
    ),
    "a letter": lambda desk, story: desk.letters.printed(desk.letters.composed(story), again=True),
    "an entry of the trail": note,
    "an attachment": lambda desk, story: desk.attachments.add_content(story.case, b"%PDF-1.4", "bill.pdf"),
    "an erasing": lambda desk, story: desk.erasing.erase(
        ErasingPlan(desk.erasing.person_of(story.case)), despite_holds=True
    ),
    "a setting": lambda desk, _story: desk.shop.save_settings(replace(desk.settings, name="Other")),
    "a pass phrase": lambda desk, _story: desk.keys.locking("tall oak at noon", "tall oak at noon"),
    "a file of a person": lambda desk, story: desk.person_file.write(
        desk.erasing.person_of(story.case), desk.storage.folder / "out.zip"
    ),
}


def rows(desk):
    """Return how many rows each table has."""
    return {
        table: desk.storage._file.value(f'SELECT count(*) FROM "{table}"')
        for (table,) in desk.storage._file.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    }


def files(desk):
    """Return the files of the folder, but for those that the engine has while it is open."""
    found = (one for one in desk.storage.folder.rglob("*") if one.is_file())
    return {one.name: one.stat().st_size for one in found if not one.name.endswith(("-wal", "-shm"))}


@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_saved_into_damaged_records_and_a_sentence_says_why(damaged, story, act):
    before = rows(damaged), files(damaged)
    with pytest.raises(DamagedError, match="nothing more is saved into them") as refusal:
        ACTS[act](damaged, story)
    assert "bring the newest good backup back" in str(refusal.value)
    assert (rows(damaged), files(damaged)) == before


@pytest.mark.parametrize("act", [act for act in ACTS if act != "a pass phrase"])
def test_the_same_is_saved_into_whole_records(in_charge, story, act):
    before = rows(in_charge)
    ACTS[act](in_charge, story)
    assert rows(in_charge) != before


def test_what_was_typed_is_kept_beside_the_records_and_comes_back(damaged, story, clock):
    drafts = Drafts(damaged.storage.folder)
    with pytest.raises(DamagedError):
        damaged.casework.steps.save_answers(story, Step.REVIEW, TYPED)
    assert drafts.keep(story.case.id, Step.REVIEW, TYPED)
    folder, (newest,) = damaged.storage.folder, damaged.safety.here()
    damaged.close()
    bring_back(folder, Order(newest.folder), clock, "", nobody)
    after = open_desk(folder, clock)
    try:
        typed = Drafts(folder).of_case(story.case.id)[Step.REVIEW]
        assert typed == TYPED
        after.casework.steps.save_answers(after.casework.story(story.case.id), Step.REVIEW, typed)
        assert after.casework.story(story.case.id).walk.entry(Step.REVIEW).answers["failure_kind"] == "faulty"
    finally:
        after.close()


def test_everything_is_read_as_before(damaged, story):
    assert damaged.casework.story(story.case.id).case == story.case
    assert [case.number for case in damaged.customers.search("Deirdre").cases] == [story.case.number]


def test_safety_says_that_nothing_is_saved_and_what_to_do(damaged):
    today = damaged.safety.today()
    assert (today.level, today.reasons[0].topic) == (Level.DANGER, Topic.CHECK)
    assert "nothing more is saved" in today.reasons[0].to_do
    assert damaged.safety.state().record.check_problems > 0


def test_safety_knows_what_another_program_found(in_charge):
    in_charge.storage.damage.note_proven("page 7")
    assert in_charge.safety.today().level is Level.DANGER
    assert in_charge.safety.state().record.check_problems == 1


def test_nothing_is_due_by_itself_but_another_check(damaged, story, clock):
    assert damaged.safety.chores() == []
    assert not damaged.safety.wants_last_backup()
    clock.moment += timedelta(days=7)
    assert damaged.safety.chores() == [Chore.CHECK]


def test_the_days_end_makes_no_backup_of_damaged_records_though_something_is_new(in_charge, story):
    note(in_charge, story)
    assert in_charge.safety.wants_last_backup()
    in_charge.storage.damage.note_proven("page 7")
    assert not in_charge.safety.wants_last_backup()


def test_nobody_is_asked_for_what_opens_damaged_records_anew(damaged):
    with pytest.raises(DamagedError, match="nothing more is saved into them"):
        damaged.keys.allow()
    with pytest.raises(DamagedError, match="nothing more is saved into them"):
        damaged.keys.renewing()


def test_what_was_only_met_is_checked_at_once_and_saving_goes_on_where_all_is_sound(in_charge, story):
    in_charge.storage.damage.note_met("malformed")
    with pytest.raises(DamagedError):
        note(in_charge, story)
    assert in_charge.safety.chores() == [Chore.CHECK]
    in_charge.safety.do(Chore.CHECK, nobody)
    note(in_charge, story)
    assert in_charge.safety.today().reasons[0].topic is Topic.SECOND_PLACE


def test_a_manager_signs_in_and_may_bring_a_backup_back(damaged, staff):
    damaged.people.sign_out()
    with pytest.raises(UserError, match="4 tries are left"):
        damaged.people.sign_in(staff[0].id, "0000")
    damaged.people.sign_in(staff[0].id, "2468")
    assert damaged.safety.allow_restore()


def test_the_wait_after_wrong_digits_outlives_a_restart_and_a_restore(damaged, staff, clock):
    for _try in range(FREE_TRIES):
        with pytest.raises(UserError):
            damaged.people.sign_in(staff[0].id, "0000")
    folder, (newest,) = damaged.storage.folder, damaged.safety.here()
    damaged.close()
    for restored in (False, True):
        if restored:
            bring_back(folder, Order(newest.folder), clock, "", nobody)
        after = open_desk(folder, clock)
        try:
            with pytest.raises(WaitError):
                after.people.sign_in(staff[0].id, "2468")
        finally:
            after.close()


def test_what_can_be_read_is_saved_and_can_go_on(damaged, story, clock):
    folder = damaged.storage.folder
    damaged.close()
    salvaged = Rescue(folder, clock).salvage("", nobody)
    bring_back(folder, Order(salvaged.folder), clock, "", nobody)
    after = open_desk(folder, clock)
    try:
        assert after.casework.story(story.case.id).case.one_line == story.case.one_line
        note(after, story)
    finally:
        after.close()


def test_cards_that_are_over_stay_as_they_are_without_a_word(damaged, clock):
    clock.moment += timedelta(days=400)
    assert damaged.cards.end_past().value == 0
