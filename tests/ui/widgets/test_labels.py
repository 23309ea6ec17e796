"""Words are shown as they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.ui.theme.tokens import LIGHT
from desktop_cs.ui.widgets.cards import RowCard
from desktop_cs.ui.widgets.labels import ElidedLabel, Pill, WrappingLabel, text_label

NASTY = "<b>bold</b> & <img src=x>"


@pytest.mark.parametrize("make", [text_label, WrappingLabel, ElidedLabel, Pill])
def test_what_a_customer_said_is_never_read_as_markup(qtbot, make):
    label = make(NASTY)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == NASTY


def test_a_long_line_is_cut_and_the_tool_tip_has_all_of_it(qtbot):
    label = ElidedLabel("Воронцова Анна Сергеевна, Санкт-Петербург")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.toolTip() == "Воронцова Анна Сергеевна, Санкт-Петербург"
    label.resize(900, 20)
    label.grab()
    assert label.toolTip() == ""


def test_a_wrapping_label_takes_one_line_where_there_is_room(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    label = WrappingLabel("How often did they have to tell it, this time included?", parent=page)
    QVBoxLayout(page).addWidget(label)
    line = label.fontMetrics().height()
    assert label.sizeHint().height() == line
    assert label.heightForWidth(label.sizeHint().width()) == line
    assert label.heightForWidth(120) >= 3 * line


def test_a_badge_in_a_row_keeps_its_own_colour(qtbot):
    card = RowCard("Wang Li", late=True, time="10:00")
    qtbot.addWidget(card)
    badge = card.add_badge("2 h late", "danger")
    assert badge.palette().color(badge.foregroundRole()).name().upper() == LIGHT.danger
