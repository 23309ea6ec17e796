"""Rows come piece by piece, each once."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop_cs.ui.tables.growing_rows import PAGE, GrowingRows

TOP = QModelIndex()


class Numbers(GrowingRows[int]):
    """Numbers from 1 up, and their squares."""

    def __init__(self, many):
        self.asked = []
        super().__init__(("Number", "Square"), self._numbers)
        self._many = many

    def _numbers(self, last, count):
        self.asked.append((last, count))
        first = (last or 0) + 1
        return list(range(first, min(first + count, self._many + 1)))

    def words(self, row, column):
        return str(row * row if column else row)


def grown(model):
    while model.canFetchMore(TOP):
        model.fetchMore(TOP)
    return model.rows


@pytest.mark.parametrize("many", [0, 1, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE])
def test_every_row_comes_once_and_in_order(many):
    model = Numbers(many)
    model.begin()
    assert grown(model) == list(range(1, many + 1))
    assert model.rowCount() == many


def test_no_row_is_read_before_it_comes_into_sight():
    model = Numbers(3 * PAGE)
    assert model.asked == []
    model.begin()
    assert model.asked == [(None, PAGE)]
    model.fetchMore(TOP)
    assert model.asked[1:] == [(PAGE, PAGE)]


def test_a_table_is_told_which_rows_come(qtbot):
    model = Numbers(PAGE + 5)
    model.begin()
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.fetchMore(TOP)
    assert inserted.args[1:] == [PAGE, PAGE + 4]


def test_it_begins_again_with_as_many_as_were_in_sight():
    model = Numbers(3 * PAGE)
    model.begin(2 * PAGE)
    assert model.rowCount() == 2 * PAGE
    assert grown(model)[-1] == 3 * PAGE
    model.begin()
    assert model.rowCount() == PAGE


def test_cells_say_words_and_know_their_row_and_columns_their_titles():
    model = Numbers(4)
    model.begin()
    cell = model.index(2, 1)
    assert (cell.data(), cell.data(Qt.ItemDataRole.AccessibleTextRole)) == ("9", "9")
    assert cell.data(Qt.ItemDataRole.UserRole) == 3
    assert cell.data(Qt.ItemDataRole.DecorationRole) is None
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert titles == ["Number", "Square"]
    assert model.rowCount(cell) == model.columnCount(cell) == 0
