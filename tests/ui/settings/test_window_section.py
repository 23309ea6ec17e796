"""How the window looks and speaks on this PC."""

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
