"""Every paper, ruling and direction: the writing keeps to its lines and off the edges."""

import numpy as np
import pypdfium2
import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.hand.signature import Signature
from desktop_cs.letters.letter import Block, Letter, Role, letter_from_text
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.letter_sheet import Extras, letter_pdf
from desktop_cs.paper.stationery import RULINGS, area_of, known

CHINESE = Letter(
    "zh_CN",
    (
        Block(Role.SALUTATION, "王女士："),
        Block(Role.BODY, "谢谢您告诉我们，12月3日再来看 Zoë 吧。"),
        Block(Role.SIGNATURE, "李晓明"),
    ),
    3,
)
DOTS = 4  # to a point


def dots(pdf):
    return pypdfium2.PdfDocument(pdf)[0].render(scale=DOTS).to_numpy()[:, :, :3].astype(int)


def is_ink(picture):
    return picture.sum(2) < 300


def is_red(picture):
    blue, green, red = np.moveaxis(picture, 2, 0)
    return (red > 150) & (green < 140) & (blue < 140)


@pytest.mark.parametrize("paper", ["A4", "A5", "A6", "Letter"])
@pytest.mark.parametrize("ruling", RULINGS)
@pytest.mark.parametrize("direction", ["across", "down"])
def test_nothing_is_printed_where_printers_cannot(paper, ruling, direction):
    picture = dots(letter_pdf(CHINESE, LetterLook(paper=paper, ruling=ruling, direction=direction)))
    edge = int(5 / 25.4 * 72 * DOTS)
    printed = picture.sum(2) < 700
    assert printed[edge:-edge, edge:-edge].sum() == printed.sum() > 0


def test_red_columns_run_down_and_red_lines_across():
    for direction, axis in (("down", 0), ("across", 1)):
        red = is_red(dots(letter_pdf(CHINESE, LetterLook(ruling="red", direction=direction))))
        assert 8 <= (np.diff((red.mean(axis) > 0.6).astype(int)) == 1).sum() <= 26
    for ruling in ("none", "text_only"):
        assert not is_red(dots(letter_pdf(CHINESE, LetterLook(ruling=ruling)))).any()


def test_a_column_stands_between_its_lines():
    picture = dots(letter_pdf(CHINESE, LetterLook(ruling="red", direction="down", degree="tidy")))
    lines = np.flatnonzero(is_red(picture).mean(0) > 0.6)
    ink = is_ink(picture)
    assert ink.any()
    assert ink[:, lines].sum() < 0.02 * ink.sum()


def test_text_alone_is_moved_by_the_shift_and_nothing_else_is():
    def corner(ruling, shift):
        rows, columns = is_ink(
            dots(letter_pdf(CHINESE, LetterLook(ruling=ruling), Extras(shift_mm=shift)))
        ).nonzero()
        return np.array([columns.min(), rows.min()]) / DOTS * 25.4 / 72

    moved = corner("text_only", (2.0, -1.5)) - corner("text_only", (0.0, 0.0))
    assert moved == pytest.approx([2.0, -1.5], abs=0.15)
    assert (corner("none", (2.0, -1.5)) == corner("none", (0.0, 0.0))).all()


def test_a_shift_off_the_paper_is_refused():
    with pytest.raises(UserError, match="off the paper"):
        area_of(LetterLook(ruling="text_only"), (40.0, 0.0))


@pytest.mark.parametrize("wrong", [{"ruling": "dotted"}, {"direction": "up"}, {"signing": "stamped"}])
def test_an_unknown_choice_is_refused_by_name(wrong):
    with pytest.raises(UserError, match=next(iter(wrong.values()))):
        area_of(LetterLook(**wrong))
    known("none", RULINGS, "ruling")


def test_only_chinese_runs_down_the_page():
    with pytest.raises(UserError, match="Only Chinese"):
        letter_pdf(letter_from_text("Dear Ann,\n\nThank you.", "en", 1), LetterLook(direction="down"))


@pytest.mark.parametrize(
    ("ink", "colour"), [("black", (0, 0, 0)), ("blue_black", (0, 0, 0)), ("blue", (255, 0, 0))]
)
def test_a_laser_printer_gets_one_solid_colour(ink, colour):
    picture = dots(letter_pdf(CHINESE, LetterLook(ink=ink, laser=True))).reshape(-1, 3)
    dark = picture[picture.sum(1) <= sum(colour)]
    assert len(dark) > 500
    assert (dark == colour).all()  # blue, green, red


def test_a_drawn_signature_stands_for_the_name_which_stays_the_text():
    letter = letter_from_text("Dear Ann,\n\nThank you for coming.\n\nKind regards,\nBen Hart", "en", 2)
    signature = Signature((((0.0, 0.0, 0.5), (0.5, 1.0, 1.0), (1.5, 0.0, 0.7), (2.0, 0.9, 0.4)),))
    drawn = letter_pdf(letter, LetterLook(signing="drawn"), Extras(signature=signature))
    without = letter_pdf(letter, LetterLook(signing="drawn"))
    assert drawn != without
    for pdf in (drawn, without):
        assert pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().split()[-2:] == ["Ben", "Hart"]


def test_a_drawn_signature_stands_for_the_line_of_the_signer_and_leaves_that_of_the_shop():
    letter = letter_from_text("尊敬的王女士：\n您好！\n谢谢您。\n此致\n敬礼！\n街角小店\n李明", "zh_CN", 2)
    signature = Signature((((0.0, 0.0, 0.5), (0.5, 1.0, 1.0), (1.5, 0.0, 0.7), (2.0, 0.9, 0.4)),))

    def inked(**extras):
        """Return the rows of dots with ink, of a letter whose signature is drawn."""
        return is_ink(dots(letter_pdf(letter, LetterLook(signing="drawn"), Extras(**extras)))).any(1)

    plain = inked()
    above, below = (
        np.flatnonzero(inked(signature=signature, signer=signer) != plain) for signer in ("街角小店", "李明")
    )
    assert above.min() < below.min()
    assert above.max() < below.max()


def test_room_to_sign_by_hand_is_left_above_the_name():
    letter = letter_from_text("Dear Ann,\n\nThank you.\n\nKind regards,\nBen Hart", "en", 2)

    def free(signing):
        """Return the largest free height in mm between two lines of ink."""
        rows = np.flatnonzero(is_ink(dots(letter_pdf(letter, LetterLook(signing=signing)))).any(1))
        return np.diff(rows).max() / DOTS / 72 * 25.4

    assert free("room") > free("written") + 10
