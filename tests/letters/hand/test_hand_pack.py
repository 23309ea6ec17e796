"""A pack gives the strokes of its characters in several forms and shapes, and a broken one is refused."""

from dataclasses import fields

import numpy as np
import pytest

from desktop_cs.errors import ShopError
from desktop_cs.letters.hand.characters import hand_for
from desktop_cs.letters.hand.hand_pack import HandPack, Use, hand_pack
from desktop_cs.letters.hand.styles import STYLES, suited
from desktop_cs.places import resources_dir

LATIN = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
LETTER_HANDS = ["harbour", "orchard", "meadow", "birch", "linden", "rowan"]


def pack_of(hand):
    return hand_pack(resources_dir() / "hands" / f"{hand}.hand")


def letters_of(hand):
    return LATIN + CYRILLIC if hand in {"birch", "linden", "rowan"} else LATIN


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


@pytest.mark.parametrize("hand", LETTER_HANDS)
def test_a_dot_is_a_part_of_its_own(hand):
    pack = pack_of(hand)
    assert set(pack.strokes([pack.place("i")]).parts.tolist()) == {0, 1}
    assert set(pack.strokes([pack.place("n")]).parts.tolist()) == {0}


def test_a_character_that_is_not_there_has_no_place(hanzi):
    assert hanzi.place("🎂") == -1
    assert hanzi.place("\0") == -1
    assert pack_of("harbour").place("xq") == -1


def test_every_pack_names_its_source_and_licence():
    for path in (resources_dir() / "hands").glob("*.hand"):
        notice = hand_pack(path).header["notice"]
        assert "derived" in notice
        assert "Licen" in notice


@pytest.mark.parametrize("hand", LETTER_HANDS)
def test_the_forms_of_a_letter_are_different_drawings(hand):
    pack = pack_of(hand)
    for letter in letters_of(hand):
        forms = pack.forms(pack.place(letter))
        drawings = [pack.strokes([place]) for place in forms]
        for at, drawing in enumerate(drawings):
            for other in drawings[:at]:
                alike = drawing.points.shape == other.points.shape
                assert not alike or not np.allclose(drawing.points, other.points), letter


@pytest.mark.parametrize("hand", LETTER_HANDS)
def test_most_letters_have_several_forms(hand):
    pack = pack_of(hand)
    counts = [len(pack.forms(pack.place(letter))) for letter in letters_of(hand)]
    assert np.mean(np.array(counts) > 1) > 0.75


def test_every_form_of_a_letter_leads_to_all_of_them():
    pack = pack_of("harbour")
    forms = pack.forms(pack.place("t"))
    assert len(forms) >= 3
    assert all(pack.forms(place) == forms for place in forms)
    assert pack.use(forms[0]) is Use.ANYWHERE


@pytest.mark.parametrize("hand", LETTER_HANDS)
def test_forms_are_found_by_their_use_and_a_letter_without_any_keeps_its_own(hand):
    pack = pack_of(hand)
    for place in map(pack.place, letters_of(hand)):
        for use in Use:
            expected = [form for form in pack.forms(place) if pack.use(form) is use]
            for _once_more in range(2):
                assert list(pack.fitting(place, frozenset({use}))) == (expected or [place])


@pytest.mark.parametrize("hand", LETTER_HANDS)
def test_weights_change_the_shape_but_neither_the_number_nor_the_order_of_points(hand):
    pack = pack_of(hand)
    places = [pack.place(letter) for letter in letters_of(hand)]
    plain = pack.strokes(places)
    same = pack.strokes(places, np.zeros((len(places), 3)))
    other = pack.strokes(places, np.ones((len(places), 3)))
    assert np.array_equal(plain.points, same.points)
    assert np.array_equal(plain.lengths, other.lengths)
    moved = np.hypot(*(other.points - plain.points).T) / pack.x_height
    assert moved.mean() > 0.02
    assert min(pack.shapes(place) for place in places) >= 2


@pytest.mark.parametrize("hand", ["harbour", "meadow", "birch", "rowan"])
def test_a_joined_letter_is_entered_and_left_at_the_same_place_in_every_shape(hand):
    pack = pack_of(hand)
    for letter in letters_of(hand):
        place = pack.place(letter)
        plain = pack.strokes([place])
        low = (plain.points[:, 1] > -0.1 * pack.x_height) & (plain.points[:, 1] < 1.15 * pack.x_height)
        rows = np.flatnonzero(low & (np.repeat(plain.parts, plain.lengths) == 0))
        across = plain.points[rows, 0]
        ends = [rows[across.argmin()], rows[across.argmax()]]
        for shape in np.eye(3):
            moved = pack.strokes([place], shape[None]).points - plain.points
            assert np.hypot(*moved[ends].T).max() < 0.03 * pack.x_height, letter


def test_a_letter_bends_by_as_much_as_its_weight_says():
    pack = pack_of("harbour")
    place = pack.place("n")
    plain, half, whole = (pack.strokes([place], np.array([[w, 0.0, 0.0]])).points for w in (0.0, 0.5, 1.0))
    assert np.allclose(half - plain, (whole - plain) / 2)
    assert not np.allclose(whole, plain)


def test_each_occurrence_bends_by_its_own_weight():
    pack = pack_of("harbour")
    place = pack.place("n")
    alone = pack.strokes([place], np.array([[0.0, 1.0, 0.0]]))
    among = pack.strokes([place, place, place], np.array([[0.3, 0, 0], [0.0, 1.0, 0.0], [0, 0, 0]]))
    middle = np.repeat(among.owners, among.lengths) == 1
    assert np.allclose(among.points[middle], alone.points)


def test_a_ligature_has_a_place_and_one_bar_for_two_stems():
    pack = pack_of("harbour")
    assert "tt" in pack.ligatures
    both, one = pack.strokes([pack.place("tt")]), pack.strokes([pack.place("t")])
    assert len(both.lengths) == 2 * len(one.lengths) - 1
    assert pack.width(pack.place("tt")) > 1.5 * pack.width(pack.place("t"))


def test_a_letter_with_an_accent_is_the_plain_one_and_its_accent():
    pack = pack_of("harbour")
    plain, accented = (pack.strokes([pack.place(character)]) for character in "eé")
    assert np.array_equal(accented.points[: len(plain.points)], plain.points)
    assert accented.parts.tolist() == [*plain.parts.tolist(), 1]


def test_a_capital_stands_nearer_to_what_goes_under_it():
    assert pack_of("birch").kern("Г", "о") < -0.1
    assert pack_of("birch").kern("о", "о") == 0


def test_a_missing_pack_is_refused(tmp_path):
    with pytest.raises(ShopError, match=r"absent\.hand"):
        hand_pack(tmp_path / "absent.hand")


def _columns_of(whole, fill):
    """The pack with every number of its columns replaced."""
    start = whole.index(b"\n") + 1
    return whole[:start] + fill * (len(whole) - start)


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole[:-10],
        lambda whole: whole + b"more",
        lambda whole: b"",
        lambda whole: b"\n" + whole,
        lambda whole: b"PK\x03\x04 something else",
        lambda whole: b"[1, 2]\n",
        lambda whole: b'{"name": "x"}\n',
        lambda whole: whole.replace(b'"units": 1024', b'"units": "no"'),
        lambda whole: whole.replace(b'"usual": 0.2', b'"usual": 1.5'),
        lambda whole: whole.replace(b'"letter_width": 1.6', b'"letter_width": "6"'),
        lambda whole: whole.replace(b'"units": 1024', b'"units": true'),
        lambda whole: whole.replace(b'"units": 1024', b'"units": 1' + b"0" * 400),
        lambda whole: whole.replace(b'"x_height": ', b'"x_height": 1000000'),
        lambda whole: b"[" * 60_000 + b"\n",
        lambda whole: whole.replace(b'"columns": [[', b'"columns": [5, ['),
        lambda whole: whole.replace(b'"steps"', b'"staps"'),
        lambda whole: _columns_of(whole, b"\0"),
        lambda whole: _columns_of(whole, b"\xff"),
    ],
    ids=range(18),
)
def test_a_damaged_pack_is_refused_with_a_sentence(tmp_path, damage):
    broken = damage((resources_dir() / "hands" / "orchard.hand").read_bytes())
    path = tmp_path / "broken.hand"
    path.write_bytes(broken)
    with pytest.raises(ShopError, match=r"broken\.hand is missing or damaged"):
        hand_pack(path)
    with pytest.raises(ShopError, match="damaged"):
        HandPack.from_bytes(broken)


def test_a_pack_from_memory_writes_as_the_one_from_its_file():
    path = resources_dir() / "hands" / "orchard.hand"
    kept, mapped = HandPack.from_bytes(path.read_bytes()), hand_pack(path)
    places = [mapped.place(character) for character in "Kettle"]
    assert np.array_equal(kept.strokes(places).points, mapped.strokes(places).points)


@pytest.mark.parametrize("hand", LETTER_HANDS)
def test_a_hand_strays_in_nothing_but_what_a_style_knows(hand):
    manner = pack_of(hand).manner
    style = STYLES["natural"]
    own = suited(style, manner)
    assert manner
    for field in fields(style.latin):
        usual, found = (getattr(one.latin, field.name) for one in (style, own))
        assert found == pytest.approx(usual * manner.get(field.name, 1.0))
    assert own.hanzi == style.hanzi
