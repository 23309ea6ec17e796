"""The data: a copy, a check, the practice shop."""

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop_cs.clock import SystemClock
from desktop_cs.desk.desk import open_desk


@pytest.fixture
def choose_folder(monkeypatch):
    def choose(folder):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_about: str(folder or ""))

    return choose


def test_it_says_where_the_data_lies(section, desk):
    assert section("data").where.text() == str(desk.storage.folder)


def test_a_copy_is_made_in_the_chosen_folder_and_can_be_opened(qtbot, section, choose_folder, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_folder(stick)
    data = section("data")
    data.copy.click()
    assert not data.copy.isEnabled()
    qtbot.waitUntil(lambda: "saved and checked" in data.copied.text())
    (copy,) = stick.iterdir()
    assert str(copy) in data.copied.text()
    assert data.copy.isEnabled()
    opened = open_desk(copy, SystemClock(), create=False)
    assert opened.settings.name == "Kraus Appliances"
    opened.close()


def test_no_folder_chosen_is_no_copy(section, choose_folder, actions):
    choose_folder(None)
    data = section("data")
    data.copy.click()
    assert not actions.is_busy()
    assert data.copied.text() == ""


def test_a_copy_that_cannot_be_made_is_told_and_can_be_tried_again(
    qtbot, section, choose_folder, actions, tmp_path
):
    blocked = tmp_path / "a file"
    blocked.write_text("in the way", encoding="utf-8")
    choose_folder(blocked)
    data = section("data")
    with qtbot.waitSignal(actions.refused) as refused:
        data.copy.click()
    assert "could not be made" in str(refused.args[0])
    assert data.copy.isEnabled()
    assert data.copied.text() == ""


def test_a_check_says_that_all_is_sound(qtbot, section):
    data = section("data")
    data.check.click()
    qtbot.waitUntil(lambda: data.checked.text() == "All records are sound.")
    assert data.check.isEnabled()


def test_a_check_names_what_is_wrong(qtbot, section, desk, monkeypatch):
    monkeypatch.setattr(desk.shop, "check_records", lambda: ["Case 7 has no customer."])
    data = section("data")
    data.check.click()
    qtbot.waitUntil(lambda: data.checked.text() == "Case 7 has no customer.")


def test_the_practice_shop_is_asked_for(qtbot, page, section):
    data = section("data")
    with qtbot.waitSignal(page.practice_wanted):
        data.practice.click()
