"""Keeping letters."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.letters.blocks import Block, Role
from desktop_cs.storage.stores.letter_store import LetterRecord
from desktop_cs.storage.uuid7 import uuid7


@pytest.fixture
def letter(opened, now):
    """Return a letter of a case."""
    blocks = (
        Block(Role.SALUTATION, "Dear Mrs Stone,"),
        Block(Role.BODY, "thank you\nfor telling us: 您好 “x”"),
    )
    return LetterRecord(uuid7(), opened().id, "en", blocks, 2**62, "A5", "hand", now)


def test_a_letter_comes_back_as_it_was_kept(storage, letter, now):
    later = replace(letter, id=uuid7(), made_at=now + timedelta(minutes=1), text_blocks=())
    with storage.transaction():
        storage.letters.save(later)
        storage.letters.save(letter)
    assert storage.letters.of_case(letter.case_id) == [letter, later]
    assert storage.letters.of_case(uuid7()) == []


def test_a_letter_is_kept_over_what_it_was_and_can_be_marked_as_printed(storage, letter, now):
    with storage.transaction():
        storage.letters.save(letter)
        storage.letters.save(replace(letter, seed=5))
        storage.letters.mark_printed(letter.id, now)
    assert storage.letters.of_case(letter.case_id) == [replace(letter, seed=5, printed_at=now)]
    assert [entry.what for entry in storage.trail.of_row(letter.id)] == [
        "letter.saved",
        "letter.saved",
        "letter.printed",
    ]


def test_a_letter_that_is_not_there_cannot_be_printed(storage, now):
    with pytest.raises(KeyError), storage.transaction():
        storage.letters.mark_printed(uuid7(), now)
