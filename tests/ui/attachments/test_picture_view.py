"""The picture in the large view."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_cs.ui.attachments.picture_view import MOST, PictureView


@pytest.fixture
def view(qtbot):
    """Return a view of 400 x 300 px."""
    made = PictureView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


@pytest.fixture
def image():
    """Return a picture of 800 x 400 dots."""
    made = QImage(800, 400, QImage.Format.Format_RGB888)
    made.fill(QColor("red"))
    return made


def canvas(view):
    return view.widget().size()


def test_a_large_picture_is_shown_whole_and_a_small_one_as_it_is(view, image):
    view.show_picture(image, image.size(), may_grow=False)
    assert abs(canvas(view).width() - 400) <= 4
    assert abs(canvas(view).width() - 2 * canvas(view).height()) <= 2
    view.show_picture(image.scaled(40, 20), QSize(40, 20), may_grow=False)
    assert canvas(view) == QSize(40, 20)


def test_a_page_is_shown_as_wide_as_there_is_room_and_from_its_top(view, image):
    view.show_picture(image, QSize(595, 842), may_grow=True)
    assert 380 <= canvas(view).width() <= 400
    assert canvas(view).height() > 300
    assert view.verticalScrollBar().value() == 0


def test_it_grows_by_steps_and_never_beyond_measure(view, image):
    view.show_picture(image, image.size(), may_grow=False)
    for _press in range(40):
        view.zoom_in()
    assert view.zoom == MOST
    for _press in range(40):
        view.zoom_out()
    assert view.zoom == 1


def test_it_is_drawn_finer_once_it_is_larger_than_it_was_drawn(view, image):
    wanted = []
    view.finer_wanted.connect(lambda across, _down: wanted.append(across))
    view.show_picture(image.scaled(400, 200), image.size(), may_grow=False)
    view.zoom_in()
    assert len(wanted) == 1
    assert 500 <= wanted[0] <= 800
    view.show_finer(image)
    for _press in range(9):
        view.zoom_in()
    assert len(wanted) == 1


def test_the_wheel_with_ctrl_makes_it_larger(view, image):
    view.show_picture(image, image.size(), may_grow=False)
    turn = QWheelEvent(
        QPointF(200, 150),
        QPointF(200, 150),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turn)
    assert view.zoom > 1


def test_what_is_larger_than_the_view_is_moved_by_keys_and_by_the_mouse(view, image):
    view.show_picture(image, image.size(), may_grow=False)
    assert not view.scrolled(1, 0)
    for _press in range(6):
        view.zoom_in()
    before = view.horizontalScrollBar().value()
    assert view.scrolled(1, 0)
    assert view.horizontalScrollBar().value() > before
    before = view.horizontalScrollBar().value()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    left, place = Qt.MouseButton.LeftButton, QPointF(300, 150)
    moved = QMouseEvent(QEvent.Type.MouseMove, place, place, left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), moved)
    assert view.horizontalScrollBar().value() == before - 100


def test_two_presses_show_it_at_its_true_size_and_whole_again(view, image):
    view.show_picture(image, image.size(), may_grow=False)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton)
    assert abs(canvas(view).width() - 800) <= 8
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton)
    assert view.zoom == 1


def test_a_finer_drawing_takes_the_place_of_the_one_before(view, image):
    view.show_picture(image, image.size(), may_grow=False)
    view.zoom_in()
    size = canvas(view)
    finer = image.scaled(1600, 800)
    view.show_finer(finer)
    assert view.picture() == finer
    assert canvas(view) == size
