"""Keeping letters."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.look import OWN, LetterLook
from desktop_cs.storage.uuid7 import uuid7


@pytest.fixture
def letter(opened, now):
    """Return a letter of a case."""
    blocks = (
        Block(Role.SALUTATION, "Dear Mrs Stone,"),
        Block(Role.BODY, "thank you\nfor telling us: 您好 “x”"),
    )
    return LetterRecord(uuid7(), opened().id, "en", blocks, 2**62, LetterLook(paper="A6", laser=True), now)


def test_a_letter_comes_back_as_it_was_kept(storage, letter, now):
    later = replace(letter, id=uuid7(), made_at=now + timedelta(minutes=1), text_blocks=())
    with storage.transaction():
        storage.letters.save(later)
        storage.letters.save(letter)
    assert storage.letters.of_case(letter.case_id) == [letter, later]
    assert storage.letters.of_case(uuid7()) == []


def test_a_letter_is_kept_over_what_it_was_and_the_trail_says_what_was_done(storage, letter, now):
    printed = replace(letter, seed=5, printed_at=now, digest="ab", kind=LetterKind.SORRY, signed_by=uuid7())
    with storage.transaction():
        storage.letters.save(letter)
        storage.letters.save(printed, "letter.printed")
    assert storage.letters.of_case(letter.case_id) == [printed]
    assert storage.letters.get(letter.id) == printed
    assert [entry.what for entry in storage.trail.of_row(letter.id)] == ["letter.saved", "letter.printed"]


def test_the_register_names_whom_each_letter_is_to_the_newest_first(storage, letter, now, opened):
    case = opened()
    later = replace(letter, id=uuid7(), case_id=case.id, made_at=now + timedelta(minutes=1))
    with storage.transaction():
        storage.letters.save(letter)
        storage.letters.save(later)
    lines = storage.letters.newest(5)
    assert [line.record for line in lines] == [later, letter]
    assert (lines[0].to, lines[0].case_number) == (case.who, case.number)
    assert storage.letters.newest(1) == lines[:1]


def test_a_letter_that_was_kept_by_mistake_is_forgotten(storage, letter):
    with storage.transaction():
        storage.letters.save(letter)
        storage.letters.forget(letter.id)
    assert storage.letters.get(letter.id) is None


def test_it_is_known_whether_any_letter_is_written_with_a_persons_own_hand(storage, letter):
    own, other = (f"{OWN}{uuid7().hex}" for _hand in range(2))
    with storage.transaction():
        storage.letters.save(letter)
        assert not storage.letters.are_written_with(own)
        storage.letters.save(replace(letter, look=LetterLook(hand=own)))
    assert storage.letters.are_written_with(own)
    assert not storage.letters.are_written_with(other)
