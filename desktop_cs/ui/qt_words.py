"""Qt's own words, in its dialogs and in the menus over text fields, in the language of the program."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_NAME = "words of Qt"


def speak_qt(qt: QCoreApplication, language: str) -> None:
    """Let Qt speak this language from now on; English where it brings no words for it."""
    before = qt.findChild(QTranslator, _NAME)
    if before is not None:
        qt.removeTranslator(before)
        before.setObjectName("")  # deleted later: until then it must not be found again
        before.deleteLater()
    words = QTranslator(qt)
    words.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and words.load(f"qtbase_{language}", folder):
        qt.installTranslator(words)
