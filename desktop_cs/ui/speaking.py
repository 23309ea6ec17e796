"""The language of the window: our own words, and Qt's on buttons, menus of fields and dialogs."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop_cs import places
from desktop_cs.i18n import LANGUAGES, normal_language, use_language


def speak(qt: QCoreApplication, language: str) -> None:
    """Use this language from now on; a window that stands already is to be built anew.

    Args:
        qt: The program as Qt sees it.
        language: One of `i18n.LANGUAGES`. Qt's words stay English where its package has none in it.
    """
    use_language(language, places.resources_dir() / "locale")
    for spoken in qt.findChildren(QTranslator):
        qt.removeTranslator(spoken)
        spoken.deleteLater()
    words = QTranslator(qt)
    if words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        qt.installTranslator(words)


def language_of_the_pc() -> str:
    """Return the language of the desktop where we speak it, else English."""
    language = normal_language(QLocale.system().name())
    return language if language in LANGUAGES else "en"
