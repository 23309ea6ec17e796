"""What is painted in the next turn is painted then, and once."""

from PySide6.QtWidgets import QLabel

from desktop_cs.ui.next_turn import paint_next_turn


def test_a_widget_is_painted_again_after_one_turn(qtbot):
    label = QLabel("Before")
    qtbot.addWidget(label)
    label.show()
    qtbot.waitExposed(label)
    paint_next_turn(label)
    paint_next_turn(label)
    assert not label.updatesEnabled()
    qtbot.waitUntil(label.updatesEnabled)


def test_what_is_not_on_the_screen_is_left_alone(qtbot):
    label = QLabel("Hidden")
    qtbot.addWidget(label)
    paint_next_turn(label)
    assert label.updatesEnabled()
