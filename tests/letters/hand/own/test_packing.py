"""A hand made of samples writes them: whole letters, spaced as the person spaces them, text exact."""

import numpy as np
import pypdfium2
import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.hand.characters import hand_for
from desktop_cs.letters.hand.hand_pack import HandPack
from desktop_cs.letters.hand.own.packing import X_HEIGHT_EM, characters_of, own_pack, samples_of
from desktop_cs.letters.hand.own.sample import Sample, samples_from_text, samples_text
from desktop_cs.letters.letter import letter_from_text
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.letter_sheet import Extras, letter_pdf

SENTENCE = "Thank you for telling us. We have mended it, and we are sorry."


@pytest.fixture(scope="module")
def pack(written_page):
    """Return the hand made of the written page."""
    return HandPack.from_bytes(own_pack(written_page.samples, "My hand"))


def bar(text, left=0.0, height=1.0, x=0.5):
    """Return a letter that is one upright bar."""
    return Sample(text, (tuple((left + x, height * share / 5) for share in range(6)),))


def test_every_letter_that_was_read_can_be_written(pack, written_page):
    assert set(pack.characters()) == characters_of(written_page.samples)
    assert pack.name == "My hand"


def test_every_sample_is_a_form_and_like_ones_are_shapes(pack):
    forms = pack.forms(pack.place("n"))
    assert len(forms) == 4
    assert all(pack.shapes(form) == 3 for form in forms)


def test_small_letters_are_as_tall_as_in_every_hand(pack):
    tops = [pack.strokes([pack.place(letter)]).points[:, 1].max() for letter in "acenosuvwxz"]
    assert np.median(tops) == pytest.approx(X_HEIGHT_EM, rel=0.12)


def test_letters_are_as_near_as_in_the_words_that_were_written():
    letters = [bar("n"), bar("e"), bar("v"), bar("r")]
    near = [*letters, Sample("never", tuple(bar("n", 0.2 * at).strokes[0] for at in range(5)))]
    far = [*letters, Sample("never", tuple(bar("n", 0.4 * at).strokes[0] for at in range(5)))]
    widths = [HandPack.from_bytes(own_pack(samples, "x")).width(0) for samples in (near, far)]
    assert widths[1] - widths[0] == pytest.approx(0.2 * X_HEIGHT_EM, abs=0.003)


def test_a_large_hand_is_made_as_large_as_others():
    for height in (0.7, 1.6):
        made = HandPack.from_bytes(own_pack([bar("n", height=height), bar("o", height=height)], "x"))
        assert made.strokes([made.place("n")]).points[:, 1].max() == pytest.approx(X_HEIGHT_EM, abs=0.01)


def test_a_letter_written_anew_takes_the_place_of_the_old_ones(pack):
    made = HandPack.from_bytes(own_pack([bar("n", height=0.7)], "x", pack))
    assert len(made.forms(made.place("n"))) == 1
    assert len(made.forms(made.place("e"))) == len(pack.forms(pack.place("e")))
    assert set(made.characters()) == set(pack.characters())


def test_what_a_hand_was_made_of_makes_it_again(pack):
    again = HandPack.from_bytes(own_pack(samples_of(pack), "x", pack))
    for letter in "aeW7":
        first, second = pack.place(letter), again.place(letter)
        assert again.width(second) == pytest.approx(pack.width(first), abs=0.03)
        assert len(again.forms(second)) == len(pack.forms(first))


def test_a_full_stop_that_is_one_pixel_is_drawn():
    made = HandPack.from_bytes(own_pack([bar("n"), Sample(".", (((0.5, 0.05),),))], "x"))
    points = made.strokes([made.place(".")]).points
    assert 0.005 < np.ptp(points, axis=0).max() < 0.03


def test_no_letter_makes_no_hand():
    with pytest.raises(UserError, match="at least one letter"):
        own_pack([Sample("never", bar("n").strokes)], "x")


def test_samples_are_kept_as_text():
    samples = [bar("n"), bar("щ"), bar("“")]
    kept = samples_from_text(samples_text(samples))
    assert [sample.text for sample in kept] == ["n", "щ", "“"]
    assert np.allclose(kept[1].strokes[0], samples[1].strokes[0], atol=0.001)
    with pytest.raises(ValueError, match="Expecting"):
        samples_from_text("{")
    with pytest.raises(ValueError, match="no samples"):
        samples_from_text("[1]")


def test_a_letter_in_an_own_hand_is_read_back_word_for_word(pack):
    letter = letter_from_text(f"Dear Mrs Fallon,\n\n{SENTENCE}\n\nYours sincerely,\n\nTom Reed", "en", 7)
    look = LetterLook(hand="own:")
    written = letter_pdf(letter, look, Extras(own=pack))
    assert written != letter_pdf(letter, LetterLook())
    pdf = pypdfium2.PdfDocument(written)
    text = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    assert SENTENCE in text


def test_letters_that_were_not_written_come_from_another_hand(pack):
    assert pack.place("q") < 0
    hand = hand_for("en", own=pack)
    signs = {sign.character: hand.packs[sign.pack] for sign in hand.signs("quiet")}
    assert signs["q"] is not pack
    assert signs["u"] is pack
