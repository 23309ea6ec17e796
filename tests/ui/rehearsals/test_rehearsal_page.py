"""A rehearsal by keys alone: every conversation is played through, taken back and played again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop_cs.rehearsals.rehearsal import Outcome
from desktop_cs.ui.rehearsals.end_view import EndView, TurnCard
from desktop_cs.ui.rehearsals.rehearsal_list import RehearsalList
from desktop_cs.ui.rehearsals.talk_view import TalkView

DIGITS = {number: getattr(Qt.Key, f"Key_{number}") for number in range(1, 10)}
FIVE = ["phone_counter", "cosmetics", "a_new_one", "dryer_again", "rude_on_the_phone"]


@pytest.fixture
def page(window):
    """Return the page, at the list."""
    window.go("rehearsal")
    return window.pages.page()


@pytest.fixture
def press(qtbot, window):
    """Return a function that presses a key where the focus is."""

    def pressed(key, modifiers=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget() or window.pages.page(), key, modifiers)

    return pressed


def told(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def play_on(page, press, choose):
    """Answer by digits until the end; a key that changes nothing fails."""
    while not page.play.is_over:
        before, number = page.play, choose(page.play)
        press(DIGITS[number])
        assert page.play == before.with_reply(number)


def number_of(play, *, helps):
    """Return the digit of the first reply that helps, or that does not where there is one."""
    replies = list(enumerate(play.scene.replies, start=1))
    return next((number for number, reply in replies if reply.helps is helps), 1)


def test_the_list_begins_a_conversation_by_its_digit(page, press):
    assert isinstance(page.view, RehearsalList)
    assert [button.words.label for button in page.view.group.buttons()] == [
        one.title for one in page.desk.rehearsals.all()
    ]
    press(DIGITS[2])
    assert isinstance(page.view, TalkView)
    assert page.play.rehearsal.id == "cosmetics"
    assert page.play.rehearsal.you in told(page.view)


@pytest.mark.parametrize("place", range(1, 6))
@pytest.mark.parametrize("helps", [True, False])
def test_each_is_played_to_its_end_by_digits_alone(page, press, place, helps):
    press(DIGITS[place])
    assert page.play.rehearsal.id == FIVE[place - 1]
    while not page.play.is_over:
        before = page.play
        assert before.scene.says in told(page.view)
        number = number_of(before, helps=helps)
        press(DIGITS[number])
        assert page.play == before.with_reply(number)
    assert isinstance(page.view, EndView)
    if helps:
        assert page.play.scene.outcome is Outcome.AT_PEACE
    cards = page.view.findChildren(TurnCard)
    assert len(cards) == len(page.play.turns)
    for card, turn in zip(cards, page.play.turns, strict=True):
        text = told(card)
        assert turn.reply.say in text
        assert turn.reply.because in text
        assert ("Better" in text) is not turn.reply.helps
        assert turn.reply.better in text


def test_return_takes_the_reply_in_focus_and_only_one(page, press):
    press(DIGITS[1])
    press(Qt.Key.Key_Return)
    assert page.play.taken == (1,)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.play.taken == (1, 2)


def test_a_reply_is_taken_back_by_ctrl_z_and_by_its_button_one_at_a_time(page, press):
    press(DIGITS[1])
    press(DIGITS[3])
    press(DIGITS[1])
    assert len(page.play.taken) == 2
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.play.taken == (3,)
    page.bar.back.click()
    assert page.play.taken == ()
    assert not page.bar.back.isEnabled()


def test_the_end_can_be_taken_back_or_played_again(page, press):
    press(DIGITS[2])
    play_on(page, press, lambda _play: 1)
    assert page.bar.again.hasFocus()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(page.view, TalkView)
    play_on(page, press, lambda _play: 1)
    press(Qt.Key.Key_Space)
    assert page.play.taken == ()
    assert isinstance(page.view, TalkView)


def test_the_end_is_read_on_by_keys(page, press, qtbot):
    press(DIGITS[1])
    play_on(page, press, lambda play: number_of(play, helps=False))
    bar = page.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_only_the_day_is_kept_and_nothing_of_how_it_went(page, press, shop, tmp_path):
    rows = shop.storage.cases.count()
    press(DIGITS[2])
    play_on(page, press, lambda play: number_of(play, helps=False))
    page.show_list()
    assert page.view.group.buttons()[1].words.note.startswith("Rehearsed on")
    assert page.view.group.buttons()[0].words.note == ""
    page.preferences._file.sync()
    kept = (tmp_path / "window.ini").read_text(encoding="utf-8")
    assert "cosmetics=2026-11-03" in kept
    assert "Tom" not in kept.split("[rehearsed]")[1].split("[")[0]
    assert shop.storage.cases.count() == rows


def test_ones_part_comes_and_goes_with_f1(page, press):
    press(DIGITS[4])
    press(DIGITS[1])
    assert page.play.rehearsal.you not in told(page.view)
    page.toggle_guide()
    assert page.play.rehearsal.you in told(page.view)


def test_it_stands_again_where_it_stood_when_the_window_is_built_anew(page, press):
    press(DIGITS[3])
    press(DIGITS[1])
    subject, play = page.subject(), page.play
    page.load(None)
    assert page.subject() is None
    page.load(subject)
    assert page.play == play


def test_a_digit_without_a_reply_changes_nothing(page, press):
    press(DIGITS[1])
    press(DIGITS[9])
    assert page.play.taken == ()


def test_every_control_has_a_name_for_a_screen_reader(page, press, window, unnamed):
    assert unnamed(window) == []
    press(DIGITS[1])
    assert unnamed(window) == []
    assert page.view.mood.accessibleName() == "Trust 4 of 10, calm 3 of 10"


def test_a_file_edited_into_nonsense_is_said_and_the_page_stays(page, window, monkeypatch, tmp_path):
    from desktop_cs import places

    folder = tmp_path / "rehearsals" / "en"
    folder.mkdir(parents=True)
    (folder / "odd.toml").write_text("title = 1", encoding="utf-8")
    monkeypatch.setattr(places, "resources_dir", lambda: tmp_path)
    page.desk.rehearsals._read.clear()
    refused = []
    page.actions.refused.connect(refused.append)
    page.load(None)
    assert "odd.toml" in str(refused[0])
    assert page.view.group.buttons() == []
