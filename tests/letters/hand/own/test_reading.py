"""A page of the sheet is read whatever the scan; what is no page, or badly written, is said in words."""

from itertools import pairwise

import numpy as np
import pytest
from PIL import Image, ImageDraw

from desktop_cs.errors import UserError
from desktop_cs.letters.hand.own.reading import read_page
from desktop_cs.letters.hand.own.sheet import BASELINE_MM, BOX_HEIGHT_MM, X_HEIGHT_MM

CUT_BY_NATURE = set("gjqyY")  # tails of this hand run out of the box
TOO_FAR = 0.12  # x-heights


def chamfer(first, second):
    """Return the mean distance from the points of each set to the other, in x-heights."""
    far = np.hypot(*(first[:, None] - second[None]).transpose(2, 0, 1))
    return (far.min(0).mean() + far.min(1).mean()) / 2


def dense(lines):
    """Return many points along lines, about their middle."""
    points = np.concatenate(
        [np.linspace(start, end, 6) for line in lines for start, end in pairwise(np.asarray(line, float))]
    )
    return points - (points.min(0) + points.max(0)) / 2


def truth(writer, character):
    strokes = writer.strokes(character, writer.box(character))
    return dense([line * [1, -1] / X_HEIGHT_MM for line in strokes])


def test_every_letter_is_read_as_it_was_written_and_no_other(writer, written_page):
    small = "abdehkmnorstuvwxz"  # without c: an e of this hand is a c with a loop
    written = {character: truth(writer, character) for character in small}
    for sample in written_page.samples:
        if sample.text in written:
            far = {text: chamfer(dense(sample.strokes), points) for text, points in written.items()}
            assert far[sample.text] < TOO_FAR
            assert min(far, key=far.get) == sample.text
    others = [chamfer(written[one], written[other]) for one in small for other in small if one < other]
    assert np.median(others) > TOO_FAR


def test_a_shaded_noisy_and_turned_scan_loses_no_box(written_page):
    read = {sample.text for sample in written_page.samples}
    missing = set(written_page.empty) | set(written_page.smeared) | set(written_page.cut)
    assert missing <= CUT_BY_NATURE
    assert set("aeinost.,!?2750WQ") | {"never", "summer", "answers"} <= read


@pytest.mark.parametrize(("degrees", "scale"), [(90, 1), (181, 1), (272, 0.5), (0, 1.6)])
def test_rotation_and_resolution_do_not_matter(writer, scan, degrees, scale):
    read = read_page(scan(writer.written(), degrees=degrees, scale=scale, noise=4), "en")
    assert {sample.text for sample in read.samples} >= set("abcdefhiklmnoprstuvwxz0123456789")


def test_a_page_seen_from_the_side_is_read(writer):
    picture = writer.written()
    aslant = (
        0.98,
        0.06,
        -90,
        0.03,
        1.0,
        -70,
        1e-5,
        4e-5,
    )  # the projective map from the photograph to the sheet
    size = round(picture.width * 1.15), round(picture.height * 1.2)
    seen = picture.transform(
        size, Image.Transform.PERSPECTIVE, aslant, Image.Resampling.BICUBIC, fillcolor=(90, 80, 70)
    )
    read = read_page(np.asarray(seen), "en")
    assert {sample.text for sample in read.samples} >= set("aeinostrW7")


def test_a_grey_jpeg_is_read(writer, tmp_path):
    writer.written().convert("L").save(tmp_path / "scan.jpg", quality=35)
    read = read_page(np.asarray(Image.open(tmp_path / "scan.jpg")), "en")
    assert {sample.text for sample in read.samples} >= set("aeinostrW7")


def test_letters_stand_on_the_line_at_their_size(written_page):
    tops = [
        max(y for line in one.strokes for _x, y in line) for one in written_page.samples if one.text == "n"
    ]
    feet = [
        min(y for line in one.strokes for _x, y in line) for one in written_page.samples if one.text == "n"
    ]
    assert np.allclose(feet, 0, atol=0.2)
    assert 0.5 < np.mean(tops) < 0.9


def test_empty_boxes_are_named(writer, scan):
    read = read_page(scan(writer.written(but=("e", "7", "?"))), "en")
    assert set(read.empty) == {"e", "7", "?"}


def test_a_letter_that_was_crossed_out_is_named(writer, scan):
    picture = writer.written()
    box = writer.box("k")
    pen = ImageDraw.Draw(picture)
    corner = np.array([box.left + 3, box.top + 1.5])
    rng = np.random.default_rng(1)
    writer.draw(pen, corner + rng.uniform(0, 1, (60, 2)) * [7, 9])
    assert "k" in read_page(scan(picture), "en").smeared


def test_a_letter_that_leaves_its_box_is_named(writer, scan):
    picture = writer.written(but=("l",))
    box = writer.box("l")
    line = np.array([[box.left + 6, box.top - 1.0], [box.left + 6, box.top + BASELINE_MM]])
    writer.draw(ImageDraw.Draw(picture), line)
    read = read_page(scan(picture), "en")
    assert "l" in read.cut


def test_a_little_of_the_neighbour_does_no_harm(writer, scan):
    picture = writer.written()
    box = writer.box("b")
    low = box.top + BOX_HEIGHT_MM
    writer.draw(ImageDraw.Draw(picture), np.array([[box.left + 4, low + 1], [box.left + 4, low - 0.9]]))
    read = read_page(scan(picture), "en")
    sample = next(sample for sample in read.samples if sample.text == "b")
    assert min(y for line in sample.strokes for _x, y in line) > -0.5


def test_a_sheet_without_a_letter_says_so(writer, scan):
    with pytest.raises(UserError, match="Nothing is written"):
        read_page(scan(writer.blank(), noise=5), "en")


def test_the_sheet_of_another_language_says_so(new_writer, writer, scan):
    with pytest.raises(UserError, match="Russian sheet"):
        read_page(scan(new_writer("ru").blank()), "en")
    with pytest.raises(UserError, match="Latin sheet"):
        read_page(scan(writer.blank()), "ru")


def test_a_page_with_a_corner_cut_off_says_so(writer):
    picture = writer.written()
    corner = picture.crop((0, 0, round(picture.width * 0.9), picture.height))
    with pytest.raises(UserError, match="corner squares"):
        read_page(np.asarray(corner), "en")


def stripes():
    rows, columns = np.indices((900, 700))
    return ((np.sin(rows / 9) * np.sin(columns / 7) > 0) * 200).astype(np.uint8)


@pytest.mark.parametrize(
    "picture",
    [
        np.full((900, 700, 3), 255, np.uint8),
        np.zeros((900, 700), np.uint8),
        np.random.default_rng(2).integers(0, 256, (900, 700, 3)).astype(np.uint8),
        stripes(),
    ],
    ids=["white", "black", "noise", "squares"],
)
def test_any_other_picture_is_refused_in_words(picture):
    with pytest.raises(UserError, match="no page of the letter sheet"):
        read_page(picture, "en")


def test_a_tiny_and_a_huge_picture_are_refused_in_words():
    with pytest.raises(UserError, match="too small"):
        read_page(np.zeros((80, 60, 3), np.uint8), "en")
    huge = np.broadcast_to(np.zeros(1, np.uint8), (9000, 9000))
    with pytest.raises(UserError, match="larger than 60 megapixels"):
        read_page(huge, "en")
