"""What is asked above the form is answered once, however the answer is given."""

import pytest
from PySide6.QtCore import Qt

from desktop_cs.cases.requests import RequestKind
from desktop_cs.ui.cases.reason_panel import ReasonPanel
from desktop_cs.ui.cases.talk_panels import AnswerPanel, WordsPanel


@pytest.fixture
def shown(qtbot):
    """Return a function that shows a panel and gives it with the list of what it gave."""

    def show(panel):
        given = []
        panel.given.connect(given.append)
        qtbot.addWidget(panel)
        with qtbot.waitActive(panel):
            panel.show()
        panel.begin()
        return panel, given

    return show


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_in_the_line_gives_the_answer_once(shown, qtbot, key):
    panel, given = shown(WordsPanel("What did you tell them?", "They know it now"))
    qtbot.keyClicks(panel.words, "The part is here")
    qtbot.keyClick(panel.words, key)
    assert given == ["The part is here"]


def test_a_press_gives_the_answer_once(shown, qtbot):
    panel, given = shown(ReasonPanel("Why is the case closed now?", "Close the case"))
    qtbot.keyClicks(panel.words, "They moved away")
    qtbot.mouseClick(panel.act, Qt.MouseButton.LeftButton)
    assert given == ["They moved away"]


def test_return_on_a_button_presses_that_button_alone(shown, qtbot):
    panel, given = shown(AnswerPanel(RequestKind.HELP, "Tom asks for help with this case."))
    panel.decline.setFocus()
    qtbot.keyClick(panel.decline, Qt.Key.Key_Return)
    assert [one.granted for one in given] == [False]
