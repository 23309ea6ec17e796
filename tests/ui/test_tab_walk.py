"""Tab leads on and never back into the question it has just left."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from desktop_cs.ui.tab_walk import next_stop


class Question(QWidget):
    """Two fields; whoever gives the question the focus gives it to the first."""

    def __init__(self, parent):
        super().__init__(parent)
        self.first, self.second = QLineEdit(self), QLineEdit(self)
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.setFocusProxy(self.first)


@pytest.fixture
def window(qtbot):
    """Return a window in which a question stands behind its own fields in the order of Tab."""
    made = QWidget()
    qtbot.addWidget(made)
    made.question, made.after = Question(made), QLineEdit(made)
    column = QVBoxLayout(made)
    column.addWidget(made.question)
    column.addWidget(made.after)
    QWidget.setTabOrder(made, made.question.first)
    QWidget.setTabOrder(made.question.first, made.question.second)
    made.show()
    return made


def walked(window, start, steps, *, forward=True):
    start.setFocus()
    found = []
    for _step in range(steps):
        found.append(next_stop(window, forward=forward))
        found[-1].setFocus()
    return found


def test_tab_leaves_a_question_and_comes_round(window):
    question = window.question
    chain = [question.first, question.second, window.after, question.first]
    assert walked(window, question.first, 3) == chain[1:]
    assert walked(window, question.first, 3, forward=False) == chain[-2::-1]


def test_what_is_off_or_hidden_is_passed_over(window):
    question = window.question
    question.second.setEnabled(False)
    assert walked(window, question.first, 1) == [window.after]
    question.first.setFocus()
    window.after.hide()
    assert next_stop(window, forward=True) is None


def test_nothing_is_taken_for_a_part_of_what_tab_came_from(window):
    window.question.first.setFocus()
    assert next_stop(window, forward=True) is window.question.second
    dumped = Shiboken.dump(window.question.second)
    owner = next(line for line in dumped.splitlines() if line.startswith("parent"))
    assert "Question" in owner
