"""How the window looks and speaks on this PC."""

from dataclasses import replace

import pytest

from desktop_cs.ui.settings import window_section


def pick(choice, words):
    next(button for button in choice.buttons() if button.words.label == words).click()


@pytest.mark.parametrize(
    ("choice", "words", "remembered", "value"),
    [
        ("language", "简体中文", "language", "zh_CN"),
        ("scheme", "Dark", "scheme", "dark"),
        ("size_of_text", "150%", "text_size", 1.5),
        ("size_of_text", "90%", "text_size", 0.9),
    ],
)
def test_a_choice_is_remembered_and_the_window_built_anew(
    qtbot, page, section, choice, words, remembered, value
):
    window = section("window")
    with qtbot.waitSignal(page.look_changed):
        pick(getattr(window, choice), words)
    assert getattr(page.preferences, remembered) == value


def test_the_choices_in_use_are_marked(page, section):
    page.preferences.scheme = "dark"
    page.preferences.text_size = 1.3
    window = section("window")
    assert (window.language.choice(), window.scheme.choice(), window.size_of_text.choice()) == (
        "en",
        "dark",
        "1.3",
    )


def test_a_language_that_no_font_can_show_is_not_put_on(qtbot, page, section, monkeypatch):
    monkeypatch.setattr(window_section, "can_show", lambda language: False)
    window = section("window")
    with qtbot.assertNotEmitted(page.look_changed):
        pick(window.language, "简体中文")
    assert "no font" in window.language_line.problem
    assert window.language.choice() == "en"
    assert page.preferences.language == ""


@pytest.fixture
def desktop(monkeypatch):
    """Let the desktop have a place beside its clock, and keep its files in the home of the test."""
    monkeypatch.setattr(window_section, "has_tray", lambda: True)


def test_starting_with_the_pc_is_ticked_and_taken_back(desktop, page, section, actions, qtbot):
    window = section("window")
    entry = window._autostart
    assert not window.starts.isChecked()
    window.starts.click()
    assert (entry.is_on, page.saved.text() != "") == (True, True)
    actions.undo()
    assert (entry.is_on, window.starts.isChecked()) == (False, False)
    window.starts.click()
    window.starts.click()
    assert not entry.is_on


def test_what_was_switched_off_by_the_desktop_is_shown_so(desktop, page, section):
    window = section("window")
    window.starts.click()
    window._autostart.file.write_text("[Desktop Entry]\nHidden=true\n")
    page.load()
    assert not window.starts.isChecked()


def test_a_folder_that_cannot_be_written_leaves_it_unticked_and_says_so(desktop, section, actions):
    window, refused = section("window"), []
    actions.refused.connect(refused.append)
    window._autostart.file.parent.parent.mkdir(parents=True, exist_ok=True)
    window._autostart.file.parent.write_text("a file where the folder should be")
    window.starts.click()
    assert not window.starts.isChecked()
    assert "cannot be written" in str(refused[0])


def test_the_reminders_stay_when_it_is_ticked_and_no_more_when_it_is_taken_back(
    desktop, page, section, actions
):
    window = section("window")
    window.stays.click()
    assert page.preferences.stays_in_tray
    actions.undo()
    assert not page.preferences.stays_in_tray
    assert not window.stays.isChecked()


def test_what_this_desktop_cannot_do_is_said_instead_of_offered(section, monkeypatch):
    monkeypatch.setattr(window_section, "has_tray", lambda: False)
    monkeypatch.setattr(window_section, "autostart", lambda _folder: None)
    window = section("window")
    assert (window.stays.isEnabled(), window.starts.isEnabled()) == (False, False)
    assert window.stays.words.help == "This desktop has no place for an icon beside its clock."
    assert window.starts.words.help == "On this system, add the program yourself to what starts with it."


def test_a_practice_shop_neither_starts_by_itself_nor_stays(desktop, desk, section):
    desk.shop.save_settings(replace(desk.settings, is_practice=True))
    window = section("window")
    assert (window.stays.isEnabled(), window.starts.isEnabled()) == (False, False)
