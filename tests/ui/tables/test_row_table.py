"""A table of whole rows: gone through by keys, opened by Enter, drawn as plain text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_cs.ui.tables.growing_rows import GrowingRows
from desktop_cs.ui.tables.row_table import CellDelegate, RowTable


class Names(GrowingRows[str]):
    def words(self, row, column):
        return row if column == 0 else "<b>bold</b>"


class Opening(RowTable):
    def __init__(self, model):
        super().__init__(model, "Names", 40)
        self.opened_rows = []

    def open_row(self, index):
        self.opened_rows.append(index.row())


@pytest.fixture
def table(qtbot):
    model = Names(("Name", "Words"), lambda last, _count: [] if last else ["Ada", "Ben", "Cleo"])
    made = Opening(model)
    made.setItemDelegate(CellDelegate(made, frozenset({0}), frozenset({1})))
    qtbot.addWidget(made)
    model.begin()
    made.resize(300, 200)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=20_000)
    return made


def test_keys_go_from_row_to_row_and_enter_opens_the_one_they_stand_on(table):
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Enter)
    assert table.opened_rows == [1, 2]


def test_a_row_is_chosen_as_a_whole_and_nothing_in_it_is_changed_by_typing(table):
    table.setCurrentIndex(table.model().index(1, 1))
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
    QTest.keyClicks(table, "x")
    assert table.model().rows == ["Ada", "Ben", "Cleo"]
    assert table.state() == Opening.State.NoState


def test_rows_are_as_high_as_said_and_tab_leaves_the_table(table):
    assert {table.rowHeight(row) for row in range(3)} == {40}
    assert not table.tabKeyNavigation()


def test_the_chosen_row_is_framed_while_the_table_has_the_focus(table):
    table.setCurrentIndex(table.model().index(1, 0))
    table.setFocus()
    with_focus = table.viewport().grab().toImage()
    table.clearFocus()
    without = table.viewport().grab().toImage()
    edge = table.visualRect(table.model().index(1, 0)).topLeft()
    assert with_focus.pixelColor(edge) != without.pixelColor(edge)
