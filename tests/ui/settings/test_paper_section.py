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


def settled(qtbot, actions):
    qtbot.waitUntil(lambda: not actions.is_busy(), timeout=30_000)


def test_what_letters_usually_look_like_is_kept_and_taken_back(section, desk, actions):
    usual = section("paper").usual
    pick(usual.questions["pen"], "Fountain pen")
    pick(usual.questions["ink"], "Black")
    assert (desk.settings.letter_pen, desk.settings.letter_ink) == ("fountain", "black")
    assert desk.letters.usual_look("en").ink == "black"
    actions.undo()
    assert (desk.settings.letter_pen, desk.settings.letter_ink) == ("fountain", "blue_black")
    assert usual.questions["ink"].choice() == "blue_black"


def test_each_language_has_a_usual_hand(qtbot, section, desk, actions):
    usual = section("paper").usual
    settled(qtbot, actions)
    combo = usual.hands["en"]
    assert combo.currentData() == "harbour"
    combo.setCurrentIndex(combo.findData("meadow"))
    combo.activated.emit(combo.currentIndex())
    assert desk.letters.usual_look("en").hand == "meadow"
    assert desk.letters.usual_look("ru").hand == ""
    actions.undo()
    assert desk.letters.usual_look("en").hand == ""
    assert combo.currentData() == "harbour"


def test_the_printer_of_this_pc_may_be_a_laser(section, actions):
    paper = section("paper")
    paper.printer.laser.click()
    assert paper.preferences.printing.is_laser
    actions.undo()
    assert not paper.preferences.printing.is_laser
    assert not paper.printer.laser.isChecked()


def test_the_two_numbers_of_the_calibration_are_kept_on_this_pc(section, actions):
    paper = section("paper")
    paper.printer.right.setText("1,5")
    paper.printer.down.setText("-2")
    paper.printer.down.editingFinished.emit()
    assert paper.preferences.printing.shift_mm == (1.5, -2.0)
    actions.undo()
    assert paper.preferences.printing.shift_mm == (0.0, 0.0)
    assert paper.printer.right.text() == "0"


def test_a_number_that_is_none_is_told_at_its_field_and_not_kept(section):
    paper = section("paper")
    for typed in ("two", "60"):
        paper.printer.right.setText(typed)
        paper.printer.right.editingFinished.emit()
        assert "millimetres" in paper.printer.problem()
        assert paper.printer.right.accessibleDescription() == paper.printer.problem()
    assert paper.preferences.printing.shift_mm == (0.0, 0.0)


def test_ones_own_hand_is_reached_from_here(qtbot, section):
    paper = section("paper")
    with qtbot.waitSignal(paper.went) as gone:
        paper.own_hand.click()
    assert gone.args == ["own_hand", None]
