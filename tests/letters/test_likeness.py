"""How much two letters say in the same words."""

from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.likeness import alike_pairs, share_of_same_sentences


def letter(*bodies):
    return [Block(Role.SALUTATION, "Dear Mrs Wang,"), *(Block(Role.BODY, body) for body in bodies)]


def test_it_counts_the_sentences_of_the_body_wherever_they_stand():
    first = letter("Thank you. I am sorry.", "Anna saw to it. Goodbye.")
    assert share_of_same_sentences(first, first) == 1.0
    assert share_of_same_sentences(first, letter("I am sorry.", "It was late.")) == 0.5
    assert share_of_same_sentences(first, letter("Nothing of that.")) == 0.0


def test_chinese_sentences_count_too():
    assert share_of_same_sentences(letter("谢谢您。对不起。"), letter("对不起。再见！")) == 0.5


def test_a_letter_without_a_body_is_like_no_other():
    assert share_of_same_sentences(letter(), letter("Thank you.")) == 0.0


def test_every_two_letters_that_are_too_alike_are_named_with_their_share():
    first = letter("Thank you. I am sorry. Anna saw to it.")
    like = letter("Thank you. I am sorry. Ben saw to it.")
    other = letter("Thank you. It was late. Goodbye.")
    assert alike_pairs([first, other, like]) == [(0, 2, 2 / 3)]
