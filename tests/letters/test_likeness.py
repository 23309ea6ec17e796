"""How much two letters say in the same words."""

import pytest

from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.likeness import alike_pairs, share_of_same_sentences


def letter(*bodies):
    return [Block(Role.SALUTATION, "Dear Mrs Wang,"), *(Block(Role.BODY, body) for body in bodies)]


def test_it_counts_the_sentences_of_the_body_wherever_they_stand():
    first = letter("Thank you. I am sorry.", "Anna saw to it. Goodbye.")
    assert share_of_same_sentences(first, first) == 1.0
    assert share_of_same_sentences(first, letter("I am sorry.", "It was late.")) == 0.5
    assert share_of_same_sentences(first, letter("Nothing of that.")) == 0.0


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("谢谢您。对不起。", "对不起。再见！"),
        ("謝謝您。對不起。", "對不起。再見！"),
        ("Спасибо Вам. Простите нас.", "Простите нас. До встречи!"),
        ("他说：“好。”谢谢您。", "谢谢您。再见。"),
    ],
)
def test_every_script_has_sentences(ours, theirs):
    assert share_of_same_sentences(letter(ours), letter(theirs)) == 0.5


def test_a_point_within_a_date_ends_no_sentence():
    first, other = letter("It came on 22.11.2026. Thank you."), letter("It came on 22.12.2026. Goodbye.")
    assert share_of_same_sentences(first, other) == 0.0


def test_a_letter_without_a_body_is_like_no_other():
    assert share_of_same_sentences(letter(), letter("Thank you.")) == 0.0
    assert alike_pairs([letter(), letter(), letter("Thank you.")]) == []


def test_a_batch_names_the_pairs_that_are_too_alike_the_most_alike_first():
    one = letter("A. B. C. D.")
    near = letter("A. B. C. X.")
    other = letter("Q. R. S. D.")
    assert alike_pairs([other, one, near, one]) == [(1, 3, 1.0), (1, 2, 0.75), (2, 3, 0.75)]


def test_three_of_five_sentences_are_not_too_many():
    assert alike_pairs([letter("A. B. C. D. E."), letter("A. B. C. X. Y.")]) == []


def test_a_sentence_said_twice_in_one_letter_counts_once():
    assert alike_pairs([letter("A. A. A. B. C."), letter("A. X. Y.")]) == []
