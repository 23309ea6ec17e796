"""People's own hands and signatures."""

from dataclasses import replace

import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.hand.signature import Signature
from desktop_cs.letters.look import OWN
from desktop_cs.storage.uuid7 import uuid7

SIGNATURE = Signature((((0.0, 0.0, 0.25), (1.25, 1.0, 1.0)),))


def test_a_hand_is_kept_under_a_name_and_removed_and_brought_back(desk):
    hand = desk.hands.save_own_hand("  My  round hand ", b"pack").value
    assert [(one.name, one.pack) for one in desk.hands.own_hands()] == [("My round hand", b"pack")]
    desk.hands.remove_own_hand(hand.id)
    assert desk.hands.own_hands() == []
    desk.hands.undo_removal(hand)
    assert desk.hands.own_hands() == [hand]


def test_a_hand_that_no_letter_was_written_with_is_written_over(desk):
    first = desk.hands.save_own_hand("Round", b"20 letters").value
    second = desk.hands.save_own_hand("Rounder", b"40 letters", first).value
    assert (second.id, second.name, second.pack) == (first.id, "Rounder", b"40 letters")
    assert desk.storage.hands.hand(first.id) == second
    assert desk.hands.own_hands() == [second]


def test_a_hand_written_anew_takes_the_place_of_the_one_before(desk, walk):
    first = desk.hands.save_own_hand("Round", b"pack").value
    record = desk.letters.of_case(walk())
    desk.letters.restyle(record, replace(record.look, hand=OWN + first.id.hex))
    renamed = desk.hands.save_own_hand("Rounder", b"pack", first).value
    assert renamed.id == first.id
    second = desk.hands.save_own_hand("Rounder", b"other pack", renamed).value
    assert desk.hands.own_hands() == [second]
    assert desk.storage.hands.hand(first.id).pack == b"pack"


def test_nobody_changes_somebody_elses_hand(desk, staff):
    hand = desk.hands.save_own_hand("Round", b"pack").value
    desk.actor = staff[0]
    assert desk.hands.own_hands() == []
    for act in (
        lambda: desk.hands.remove_own_hand(hand.id),
        lambda: desk.hands.save_own_hand("Mine", b"x", hand),
        lambda: desk.hands.save_own_hand("Mine", hand.pack, hand),
        lambda: desk.hands.undo_removal(hand),
    ):
        with pytest.raises(UserError, match="whose hand"):
            act()


def test_a_hand_needs_a_name_and_an_owner(desk):
    with pytest.raises(UserError, match="name"):
        desk.hands.save_own_hand(" ", b"pack")
    with pytest.raises(UserError, match="no longer kept"):
        desk.hands.remove_own_hand(uuid7())
    desk.actor = None
    assert desk.hands.own_hands() == []
    with pytest.raises(UserError, match="who you are"):
        desk.hands.save_own_hand("Round", b"pack")


def test_a_signature_is_kept_for_its_owner_until_they_remove_it(desk, staff):
    assert desk.hands.signature_of(desk.actor.id) is None
    desk.hands.save_signature(SIGNATURE)
    assert desk.hands.signature_of(desk.actor.id) == SIGNATURE
    assert desk.hands.signature_of(staff[0].id) is None
    desk.hands.remove_signature()
    assert desk.hands.signature_of(desk.actor.id) is None


def test_a_removed_signature_comes_back_to_its_owner_and_to_nobody_else(desk, staff):
    kept = desk.hands.save_signature(SIGNATURE).value
    owner = desk.actor
    assert desk.hands.remove_signature().value == kept
    desk.actor = staff[0]
    with pytest.raises(UserError, match="whose signature"):
        desk.hands.undo_signature_removal(kept)
    assert desk.hands.signature_of(staff[0].id) is None
    desk.actor = owner
    assert desk.hands.undo_signature_removal(kept).value == kept
    assert desk.hands.signature_of(owner.id) == SIGNATURE
