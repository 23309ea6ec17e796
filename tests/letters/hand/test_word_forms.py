"""Letters come in several forms, by chance and by where they stand, and frequent pairs are joined."""

import numpy as np
import pytest

from desktop_cs.letters.hand.characters import hand_for
from desktop_cs.letters.hand.hand_pack import Use

HANDS = [
    *[("en", hand) for hand in ("harbour", "orchard", "meadow")],
    *[("ru", hand) for hand in ("birch", "linden", "rowan")],
]
TEXT = {
    "en": "Thank you for telling us that the little kettle drips, it was kind of you to come to us at once",
    "ru": "Спасибо, что рассказали нам о чайнике, это было очень любезно, и мы тотчас всё исправили",
}


def signs(language, hand, seed):
    return hand_for(language, hand).signs(TEXT[language], np.random.default_rng(seed))


@pytest.mark.parametrize(("language", "hand"), HANDS)
def test_a_letter_with_several_fitting_forms_never_has_the_same_twice_running(language, hand, monkeypatch):
    packs = hand_for(language, hand).packs
    for pack in packs:
        monkeypatch.setattr(pack, "usual", 0.0)
    for seed in range(5):
        last = {}
        for sign in signs(language, hand, seed):
            if sign.is_gap:
                continue
            pack = packs[sign.pack]
            everywhere = [place for place in pack.forms(sign.place) if pack.use(place) is Use.ANYWHERE]
            if len(everywhere) > 1:
                assert last.get(sign.character) != sign.place
            last[sign.character] = sign.place


@pytest.mark.parametrize(("language", "hand"), HANDS)
def test_forms_for_a_words_beginning_or_end_stand_only_there(language, hand):
    packs = hand_for(language, hand).packs
    seen = set()
    for seed in range(20):
        found = signs(language, hand, seed)
        neighbours = zip([" ", *(sign.character for sign in found)], found, found[1:], strict=False)
        for before, sign, after in neighbours:
            use = Use.ANYWHERE if sign.is_gap else packs[sign.pack].use(sign.place)
            seen.add(use)
            assert use is not Use.LAST or after.is_gap
            assert use is not Use.FIRST or not before.isalpha()
    assert Use.LAST in seen


@pytest.mark.parametrize(("language", "hand"), HANDS)
def test_frequent_pairs_are_joined_and_the_text_stays_the_text(language, hand):
    joined = set()
    for seed in range(10):
        found = signs(language, hand, seed)
        assert "".join(sign.character for sign in found) == TEXT[language]
        joined |= {sign.character for sign in found if len(sign.character) > 1}
    assert joined


def test_a_hand_has_its_usual_forms_as_often_as_its_pack_says(monkeypatch):
    pack = hand_for("en").latin
    shares = []
    for usual in (0.0, 0.6, 0.95):
        monkeypatch.setattr(pack, "usual", usual)
        found = [sign for seed in range(20) for sign in signs("en", "", seed) if not sign.is_gap]
        shares.append(np.mean([sign.place == pack.place(sign.character) for sign in found]))
    assert shares == sorted(shares)
    assert shares[0] < 0.45
    assert 0.6 < shares[1] < 0.8
    assert shares[2] > 0.9


def test_the_same_chance_gives_the_same_forms_and_another_gives_others():
    assert signs("en", "harbour", 1) == signs("en", "harbour", 1)
    assert signs("en", "harbour", 1) != signs("en", "harbour", 2)


def test_without_chance_every_letter_has_its_first_form():
    hand = hand_for("en")
    places = {sign.character: sign.place for sign in hand.signs("the teeth")}
    assert places["t"] == hand.packs[0].place("t")
    assert "th" not in places


def test_a_capital_draws_its_neighbour_nearer_where_the_hand_does():
    alone, before = (hand_for("ru").signs(text)[0].width for text in ("Г", "Го"))
    assert before < alone - 0.1
