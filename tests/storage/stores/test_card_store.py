"""Handle-with-care cards are found for a customer or a device, and know their readers."""

from datetime import timedelta

import pytest

from desktop_cs.followups.card_reading import CardReading
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.storage.uuid7 import uuid7


@pytest.fixture
def card_of(storage, now):
    """Return a function that keeps a follow-up of a case; an internal one unless told."""

    def keep(case, kind=FollowUpKind.INTERNAL):
        card = FollowUp(uuid7(), case.id, kind, now, until=now + timedelta(days=30))
        with storage.transaction():
            storage.follow_ups.add(card)
        return storage.follow_ups.get(card.id)

    return keep


def test_a_card_is_found_by_its_customer_and_by_its_device(storage, opened, card_of, new_customer):
    customer = new_customer()
    with storage.transaction():
        storage.customers.add(customer)
    card = card_of(opened(customer_id=customer.id, serial="SN1"))
    card_of(opened())
    assert storage.cards.cards_for(customer.id) == [card]
    assert storage.cards.cards_for(None, "SN1") == [card]
    assert storage.cards.cards_for(customer.id, "SN1") == [card]
    assert storage.cards.cards_for(uuid7(), "SN2") == []


def test_nothing_to_look_for_finds_nothing(storage, opened, card_of):
    card_of(opened())
    assert storage.cards.cards_for(None) == []


def test_a_call_is_no_card(storage, opened, card_of):
    card_of(opened(serial="SN1"), FollowUpKind.WRAP_UP)
    assert storage.cards.cards_for(None, "SN1") == []


def test_everyone_who_read_a_card_is_known_once(storage, opened, card_of, now):
    card, first, second = card_of(opened()), uuid7(), uuid7()
    with storage.transaction():
        for reader, minutes in ((first, 1), (second, 2), (first, 9)):
            storage.cards.note_reading(CardReading(card.id, reader, now + timedelta(minutes=minutes)))
    readings = storage.cards.readings(card.id)
    assert {one.staff_id for one in readings} == {first, second}
    assert len(readings) == 2
