"""A closed list changes only when somebody means it."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_cs.ui.theme.tokens import LIGHT
from desktop_cs.ui.widgets.combo import Combo


def test_the_wheel_is_left_to_the_page(qtbot):
    combo = Combo("Language")
    qtbot.addWidget(combo)
    combo.addItems(["English", "简体中文"])
    combo.show()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, turn)
    assert combo.currentText() == "English"
    assert not turn.isAccepted()


def test_the_box_and_its_list_have_the_name(qtbot):
    combo = Combo("Language")
    qtbot.addWidget(combo)
    assert combo.accessibleName() == combo.view().accessibleName() == "Language"


def test_the_arrow_is_drawn_in_the_colour_of_the_look(qtbot):
    combo = Combo("Language")
    qtbot.addWidget(combo)
    combo.resize(200, 40)
    image = combo.grab().toImage()
    dots = (image.pixelColor(x, y) for x in range(165, 195) for y in range(10, 30))
    assert any(dot.lightness() < 90 for dot in dots), LIGHT.text
