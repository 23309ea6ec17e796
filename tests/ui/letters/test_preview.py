"""The page of a letter on the screen: as a whole, at its true size, nearer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.preview import LetterPreview

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pdf(tmp_path):
    """Return an A5 page with a black square in its middle."""
    canvas = Canvas(str(tmp_path / "a5.pdf"), pagesize=(148 * mm, 210 * mm))
    canvas.rect(54 * mm, 85 * mm, 40 * mm, 40 * mm, fill=1)
    canvas.save()
    return (tmp_path / "a5.pdf").read_bytes()


@pytest.fixture
def actions(shop):
    made = Actions(shop)
    yield made
    made.finish_slow()


@pytest.fixture
def preview(qtbot, actions, pdf):
    """Return a preview of that page, drawn."""
    made = LetterPreview(actions)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=20_000)
    made.show_pdf(pdf)
    qtbot.waitUntil(lambda: not actions.is_busy(), timeout=20_000)
    return made


def test_the_whole_page_is_in_sight_and_stays_so_when_the_window_grows(preview):
    before = preview.scale()
    assert before < 1
    preview.resize(900, 900)
    assert preview.scale() > before


def test_keys_go_nearer_farther_and_back_to_the_whole_page(qtbot, preview):
    whole = preview.scale()
    qtbot.keyClick(preview.nearer, Qt.Key.Key_Plus, CONTROL)
    assert preview.scale() == pytest.approx(whole * 1.25)
    qtbot.keyClick(preview.nearer, Qt.Key.Key_Minus, CONTROL)
    assert preview.scale() == pytest.approx(whole)
    preview.true_size.click()
    assert preview.scale() == 1
    qtbot.keyClick(preview.nearer, Qt.Key.Key_0, CONTROL)
    assert preview.scale() == pytest.approx(whole)


def test_no_zoom_goes_beyond_what_can_be_drawn(preview):
    preview.zoom(100)
    assert preview.scale() == 4
    preview.zoom(-100)
    assert preview.scale() == 0.25


def test_paper_has_its_colour_and_ink_stays_ink(qtbot, preview, actions):
    preview.set_paper_colour("ivory")
    qtbot.waitUntil(lambda: not actions.is_busy(), timeout=20_000)
    shot = preview._sheet.grab().toImage()
    assert shot.pixelColor(10, 10) == QColor("#FBF4E2")
    assert shot.pixelColor(shot.width() // 2, shot.height() // 2).lightness() < 20


def test_another_paper_colour_is_asked_for_by_its_name(qtbot, preview):
    with qtbot.waitSignal(preview.colour_chosen) as chosen:
        preview.paper.menu().actions()[1].trigger()
    assert chosen.args == ["ivory"]
