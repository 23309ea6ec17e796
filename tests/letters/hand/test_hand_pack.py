"""A pack gives the strokes of its characters, and a broken one is refused."""

import numpy as np
import pytest

from desktop_cs.errors import ShopError
from desktop_cs.letters.hand.characters import hand_for
from desktop_cs.letters.hand.hand_pack import HandPack, hand_pack
from desktop_cs.places import resources_dir


@pytest.fixture(scope="module")
def hanzi():
    return hand_for("zh_CN").hanzi


@pytest.mark.parametrize(("character", "strokes"), [("一", 1), ("人", 2), ("三", 3), ("永", 5), ("谢", 12)])
def test_a_character_has_as_many_strokes_as_a_hand_makes(hanzi, character, strokes):
    assert len(hanzi.strokes([hanzi.place(character)]).lengths) == strokes


def test_strokes_come_in_the_order_asked_for(hanzi):
    places = [hanzi.place(character) for character in "三一三"]
    found = hanzi.strokes(places)
    assert found.owners.tolist() == [0, 0, 0, 1, 2, 2, 2]
    first = found.points[: found.lengths[:3].sum()]
    last = found.points[-found.lengths[-3:].sum() :]
    assert np.array_equal(first, last)


def test_a_horizontal_stroke_runs_to_the_right_across_its_square(hanzi):
    line = hanzi.strokes([hanzi.place("一")]).points
    assert line[0, 0] < 0.2
    assert line[-1, 0] > 0.8
    assert np.ptp(line[:, 1]) < 0.2


def test_a_dot_is_a_part_of_its_own():
    latin = hand_for("en").latin
    assert set(latin.strokes([latin.place("i")]).parts.tolist()) == {0, 1}
    assert set(latin.strokes([latin.place("n")]).parts.tolist()) == {0}


def test_a_character_that_is_not_there_has_no_place(hanzi):
    assert hanzi.place("🎂") == -1
    assert hanzi.place("\0") == -1


def test_every_pack_names_its_source_and_licence():
    for name in ("harbour", "counter_hanzi"):
        notice = hand_pack(resources_dir() / "hands" / f"{name}.hand").header["notice"]
        assert "derived" in notice
        assert "Licen" in notice


def test_a_pack_cut_short_or_missing_is_refused(tmp_path):
    whole = (resources_dir() / "hands" / "harbour.hand").read_bytes()
    cut = tmp_path / "cut.hand"
    cut.write_bytes(whole[:-10])
    for path in (cut, tmp_path / "absent.hand"):
        with pytest.raises(ShopError, match=path.name):
            hand_pack(path)
