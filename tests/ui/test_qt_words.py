"""Qt's own dialogs speak the language of the program."""

import pytest
from PySide6.QtCore import QCoreApplication

from desktop_cs.ui.qt_words import speak_qt


@pytest.fixture
def save(qapp):
    """Return what Qt calls its "Save" button now; afterwards Qt speaks English again."""
    yield lambda: QCoreApplication.translate("QPlatformTheme", "Save")
    speak_qt(qapp, "en")


def test_qt_speaks_the_language_of_the_program_and_changes_with_it(qapp, save):
    speak_qt(qapp, "zh_CN")
    assert save() == "保存"
    speak_qt(qapp, "en")
    assert save() == "Save"


def test_a_language_that_qt_does_not_know_leaves_its_english(qapp, save):
    speak_qt(qapp, "xx")
    assert save() == "Save"
