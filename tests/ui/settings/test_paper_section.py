"""The paper of letters and reports."""


def pick(choice, words):
    next(button for button in choice.buttons() if button.words.label == words).click()


def test_another_paper_is_saved_at_once_and_can_be_taken_back(section, desk, actions):
    paper = section("paper")
    pick(paper.letters, "A4")
    pick(paper.reports, "US Letter")
    assert (desk.settings.letter_paper, desk.settings.report_paper) == ("A4", "Letter")
    actions.undo()
    assert (desk.settings.letter_paper, desk.settings.report_paper) == ("A4", "A4")
    assert paper.reports.choice() == "A4"


def test_pressing_the_paper_in_use_changes_nothing(qtbot, section, actions):
    paper = section("paper")
    with qtbot.assertNotEmitted(actions.done):
        pick(paper.letters, "A5")
    assert paper.letters.choice() == "A5"
    assert [button.words.label for button in paper.letters.buttons() if button.isChecked()] == ["A5"]
