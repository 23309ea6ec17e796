"""A line in each hand, written for the choices."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage

from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.specimens import Specimens, ink_of, without_mark


@pytest.fixture
def actions(shop):
    made = Actions(shop)
    yield made
    made.finish_slow()


def page(width=100, height=80):
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    return made


def test_only_what_is_written_is_shown():
    written = page()
    for across, down in ((20, 30), (59, 49)):
        written.setPixelColor(across, down, QColor("#203060"))
    written.setPixelColor(5, 5, QColor(229, 229, 229))  # the mark of the practice shop
    ink = ink_of(written)
    assert (ink.width(), ink.height()) == (40, 20)


def test_the_mark_of_the_practice_shop_is_not_seen_behind_a_hand():
    written = page()
    written.setPixelColor(20, 30, QColor("#203060"))
    written.setPixelColor(5, 5, QColor(229, 229, 229))
    bare = without_mark(written)
    assert bare.pixelColor(5, 5) == bare.pixelColor(0, 0) == QColor("white")
    assert bare.pixelColor(20, 30).lightness() == pytest.approx(QColor("#203060").lightness(), abs=10)


def test_a_page_without_ink_is_shown_whole():
    assert ink_of(page()).size() == page().size()


def test_each_pen_is_written_once_and_told_each_time_it_is_wanted(qtbot, actions, shop, taken):
    record = shop.letters.of_case(shop.casework.story(taken.id))
    specimens, told = Specimens(actions, actions), []
    specimens.written.connect(lambda asked, picture: told.append((asked, picture)))
    looks = {("pen", pen): replace(record.look, pen=pen) for pen in ("gel", "fountain")}
    specimens.want(record, looks, short=True)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=30_000)
    specimens.want(record, looks, short=True)
    assert [asked for asked, _picture in told] == [*looks, *looks]
    assert told[0][1] is told[2][1]
    assert all(not picture.isNull() for _asked, picture in told)


def test_what_is_wanted_no_more_is_not_written(qtbot, actions, shop, taken):
    record = shop.letters.of_case(shop.casework.story(taken.id))
    specimens, told = Specimens(actions, actions), []
    specimens.written.connect(lambda asked, _picture: told.append(asked))
    looks = {("ink", ink): replace(record.look, ink=ink) for ink in ("blue", "black", "blue_black")}
    specimens.want(record, looks, short=True)
    specimens.forget_wanted()
    qtbot.waitUntil(lambda: not actions.is_busy(), timeout=30_000)
    assert told == [("ink", "blue")]
