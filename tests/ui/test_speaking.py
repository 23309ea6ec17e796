"""The language of the window, Qt's own words with it."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPlainTextEdit

from desktop_cs import i18n
from desktop_cs.i18n import LANGUAGES, _
from desktop_cs.ui.speaking import language_of_the_pc, speak


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    speak(qapp, "en")
    i18n.use_language("en", None)


def buttons():
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Save | kinds.Close)
    return {box.standardButton(one): one.text() for one in box.buttons()}


def menu_of(field):
    return [act.text().split("\t")[0] for act in field.createStandardContextMenu().actions() if act.text()]


def test_buttons_of_dialogs_speak_chinese_and_then_english_again(qapp):
    kinds = QDialogButtonBox.StandardButton
    speak(qapp, "zh_CN")
    assert _("Cases") == "个案"
    told = buttons()
    assert [told[one] for one in (kinds.Ok, kinds.Cancel, kinds.Save, kinds.Close)] == [
        "确定",
        "取消",
        "保存",
        "关闭",
    ]
    speak(qapp, "en")
    assert _("Cases") == "Cases"
    assert buttons()[kinds.Save] == "Save"


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_field_has_no_english_word_left(qtbot, qapp, kind):
    speak(qapp, "zh_CN")
    field = kind()
    qtbot.addWidget(field)
    words = menu_of(field)
    assert "复制(&C)" in words
    assert not [word for word in words if word[0].isascii()]


def test_a_language_of_which_qt_has_no_words_leaves_qt_english(qapp):
    speak(qapp, "xx")
    assert buttons()[QDialogButtonBox.StandardButton.Save] == "Save"


def test_the_language_of_the_pc_is_one_that_we_speak(monkeypatch):
    for pc, ours in (("zh_CN", "zh_CN"), ("en_GB", "en"), ("fr_FR", "en")):
        monkeypatch.setattr(
            "desktop_cs.ui.speaking.QLocale.system", lambda pc=pc: type("PC", (), {"name": lambda _: pc})()
        )
        assert language_of_the_pc() == ours
        assert language_of_the_pc() in LANGUAGES
