"""A pen plotter draws the same strokes as single lines, in mm."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import numpy as np
import pytest

from desktop_cs.letters.hand.signature import Signature
from desktop_cs.letters.letter import Block, Letter, Role, letter_from_text
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.letter_sheet import Extras, letter_svg
from desktop_cs.paper.written_sheet import written

SVG = "{http://www.w3.org/2000/svg}"
ENGLISH = letter_from_text(
    "Dear Zoë & Tom,\n\nThank you for telling us about the kettle.\n\nRegards,\nBen", "en", 4
)
CHINESE = Letter(
    "zh_TW", (Block(Role.SALUTATION, "林小姐："), Block(Role.BODY, "謝謝您告訴我們「水壺」漏水。")), 4
)


def groups(svg):
    return [group for group in ElementTree.fromstring(svg).iter(f"{SVG}g") if group.get("id")]


def points(svg):
    """Return where each path begins, and every point it is drawn through."""
    paths = re.findall(r' d="M([^"]+)"', svg)
    drawn = [np.array(re.findall(r"-?\d+(?:\.\d+)?", path), float) for path in paths if "h" not in path]
    return [path.reshape(-1, 2)[::3] for path in drawn]


@pytest.mark.parametrize("letter", [ENGLISH, CHINESE], ids=["across", "zh_TW"])
def test_each_line_is_a_group_that_says_what_it_writes(letter):
    root = ElementTree.fromstring(letter_svg(letter, LetterLook()))
    spoken = [group.get("aria-label") for group in groups(letter_svg(letter, LetterLook()))]
    assert " ".join(spoken).replace(" ", "") == "".join(block.text for block in letter.blocks).replace(
        " ", ""
    )
    assert root.find(f"{SVG}title").text
    assert root.find(f"{SVG}desc").text.split("\n") == spoken
    assert (root.get("width"), root.get("height")) == ("148mm", "210mm")


@pytest.mark.parametrize("direction", ["across", "down"])
def test_the_lines_run_through_the_middle_of_the_ink(direction):
    look = LetterLook(direction=direction)
    page = written(CHINESE, look, Extras())
    drawn = np.concatenate(points(letter_svg(CHINESE, look)))
    ink = page.outlines * 25.4 / 72
    ink[:, 1] = 210 - ink[:, 1]
    assert np.abs(drawn.min(0) - ink.min(0)).max() < 0.7
    assert np.abs(drawn.max(0) - ink.max(0)).max() < 0.7


def test_numbers_are_hundredths_of_a_mm_without_exponents():
    svg = letter_svg(ENGLISH, LetterLook())
    numbers = [number for path in re.findall(r' d="([^"]+)"', svg) for number in re.findall(r"[\d.]+", path)]
    assert len(numbers) > 1000
    assert max(len(number.partition(".")[2]) for number in numbers) == 2
    assert not re.search(r"\de[-+]?\d", "".join(re.findall(r' d="([^"]+)"', svg)))


def test_the_lifted_pen_travels_less_than_the_writing_one():
    paths = points(letter_svg(ENGLISH, LetterLook()))
    drawn = sum(float(np.hypot(*np.diff(path, axis=0).T).sum()) for path in paths)
    lifted = sum(float(np.hypot(*(after[0] - path[-1]))) for path, after in pairwise(paths))
    assert lifted < 0.9 * drawn


def test_a_drawn_signature_is_one_line_where_the_pen_stayed_down():
    signature = Signature((tuple((x / 20, abs((x % 10) - 5) / 5, 0.7) for x in range(60)),))
    look = LetterLook(signing="drawn")
    signed = groups(letter_svg(ENGLISH, look, Extras(signature=signature)))[-1]
    assert signed.get("aria-label") == "Ben"
    assert len(signed.findall(f"{SVG}path")) == 1


def test_the_same_letter_gives_the_same_lines():
    assert letter_svg(ENGLISH, LetterLook()) == letter_svg(ENGLISH, LetterLook())
