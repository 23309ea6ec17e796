"""Keeping people's own hands and signatures."""

from dataclasses import replace

import pytest

from desktop_cs.letters.letter_record import KeptSignature, OwnHand
from desktop_cs.storage.uuid7 import uuid7


@pytest.fixture
def hand(now):
    """Return somebody's hand."""
    return OwnHand(uuid7(), uuid7(), "Round", b'{"x":1}\n\x00\xff', now)


def test_a_hand_comes_back_to_its_owner_alone(storage, hand):
    with storage.transaction():
        storage.hands.save_hand(hand)
    assert storage.hands.hands_of(hand.staff_id) == [hand]
    assert storage.hands.hands_of(uuid7()) == []


def test_a_hand_put_away_is_not_offered_but_can_still_be_written_with(storage, hand):
    with storage.transaction():
        storage.hands.save_hand(hand)
        storage.hands.save_hand(replace(hand, in_use=False))
    assert storage.hands.hands_of(hand.staff_id) == []
    assert storage.hands.hand(hand.id) == replace(hand, in_use=False)
    assert storage.hands.hand(uuid7()) is None


def test_a_new_signature_takes_the_place_of_the_one_before_which_stays_kept(storage, now):
    first = KeptSignature(uuid7(), uuid7(), "[]", now)
    second = replace(first, id=uuid7(), strokes="[[]]")
    with storage.transaction():
        storage.hands.save_signature(first)
        storage.hands.save_signature(second)
    assert storage.hands.signature_of(first.staff_id) == second
    assert storage.hands.signature(first.id) == replace(first, in_use=False)
    with storage.transaction():
        storage.hands.put_away_signature(first.staff_id)
    assert storage.hands.signature_of(first.staff_id) is None
