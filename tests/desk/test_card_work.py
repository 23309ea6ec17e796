"""Handle-with-care cards: found by customer and device, read by each for themselves, over by their date."""

from datetime import timedelta

import pytest

from desktop_cs.errors import UserError


@pytest.fixture
def logged(desk, walk):
    """Return a logged case of Deirdre Fallon, whose dryer has a serial number."""
    story = walk(
        review={"serial": "WT-512", "what_matters_most": "being_heard"},
        apology={"feeling_named": "let_down"},
        resolution={"customer_accepts": "reluctantly"},
    )
    desk.casework.finish(story)
    return desk.casework.story(story.case.id)


def card_of(desk, logged):
    (card,) = desk.cards.cards_for(logged.case.customer_id)
    return card


def test_it_is_found_by_the_customer_and_by_the_device(desk, logged):
    assert card_of(desk, logged).case_id == logged.case.id
    assert desk.cards.cards_for(None, "WT-512") == desk.cards.cards_for(logged.case.customer_id)
    assert desk.cards.cards_for(logged.case.customer_id, "WT-512") == [card_of(desk, logged)]
    assert desk.cards.cards_for(None, "") == []


def test_everybody_reads_it_for_themselves_and_it_stays(desk, logged, staff, clock):
    manager, _technician, counter = staff
    assert desk.cards.to_read() == [card_of(desk, logged)]
    read = desk.cards.read(card_of(desk, logged)).value
    assert read.readers == ((counter.name, clock.now()),)
    assert read.read_by_me
    assert desk.cards.to_read() == []
    desk.actor = manager
    assert not card_of(desk, logged).read_by_me
    assert len(desk.cards.to_read()) == 1
    assert desk.casework.story(logged.case.id).follow_ups == logged.follow_ups


def test_a_reading_noted_by_mistake_is_taken_back(desk, logged):
    desk.cards.read(card_of(desk, logged))
    assert desk.cards.unread(card_of(desk, logged)).value.readers == ()
    assert len(desk.cards.to_read()) == 1


def test_nobody_reads_where_nobody_works(desk, logged):
    desk.actor = None
    with pytest.raises(UserError):
        desk.cards.read(card_of(desk, logged))


def test_it_ends_by_its_date_without_anybody_doing_anything(desk, logged, clock):
    card = card_of(desk, logged)
    clock.moment = card.until + timedelta(minutes=1)
    assert desk.cards.cards_for(logged.case.customer_id) == []
    assert desk.cards.to_read() == []
    assert desk.cards.end_past().value == 1
    assert desk.cards.end_past().value == 0
    ended = desk.storage.follow_ups.get(card.follow_up.id)
    assert (ended.state, ended.done_at) == ("done", card.until)


def test_it_tells_what_happened_what_was_given_and_what_helps(desk, logged):
    told = desk.cards.story(card_of(desk, logged))
    assert told.happened == "Dryer stands still"
    assert told.feelings == "Let down"
    assert told.given == ("Repair", "Descaling set")
    assert told.helps[0].startswith("They were not at peace with it.")
    assert "What matters most to them: Being heard." in told.helps
