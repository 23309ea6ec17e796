"""Everything on the screen can be read, in both schemes."""

import pytest

from desktop_cs.ui.theme.tokens import DARK, LIGHT

TEXT_ON_GROUND = """
    text bg, text surface, text surface2, muted bg, muted surface, muted surface2, on_primary primary,
    on_primary primary_hover, on_primary primary_press, primary_text primary_soft, primary_text surface,
    primary_text surface2, primary_text bg, danger surface, danger danger_soft, text danger_soft,
    warn surface,
    warn warn_soft, text warn_soft, ok surface, ok ok_soft, info info_soft, text info_soft, nav_text nav,
    nav_muted nav, nav_text nav_sel, toast_text toast
"""
EDGE_ON_GROUND = """
    line_strong surface, line_strong bg, focus surface, focus bg, primary surface, danger surface,
    muted surface
"""


def pairs(listed):
    return [tuple(pair.split()) for pair in listed.split(",")]


def luminance(colour):
    """Return the relative luminance. Source: WCAG 2.2, definition of relative luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_knows_black_on_white():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), pairs(TEXT_ON_GROUND))
def test_text_stands_out_from_its_ground(colours, text, ground):
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), pairs(EDGE_ON_GROUND))
def test_edges_stand_out_from_their_ground(colours, edge, ground):
    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= 3
