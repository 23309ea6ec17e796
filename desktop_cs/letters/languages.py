"""Which languages letters are written in."""

from desktop_cs import i18n
from desktop_cs.errors import UserError
from desktop_cs.i18n import _

# Each in itself: whoever needs it can read it.
LANGUAGE_NAMES = {"en": "English", "zh_CN": "简体中文", "zh_TW": "繁體中文", "ru": "Русский"}
WRITTEN_LANGUAGES = tuple(LANGUAGE_NAMES)


def normal_language(code: str) -> str:
    """Return our spelling of a language code that letters can be written in.

    Args:
        code: Such as "en", "en-GB", "ru-RU", "zh_CN", "zh-Hans", "zh-Hant".

    Raises:
        UserError: There is no hand for the language.
    """
    language = i18n.normal_language(code.strip())
    if language not in WRITTEN_LANGUAGES:
        known = ", ".join(f"{name} ({code})" for code, name in LANGUAGE_NAMES.items())
        sentence = _("There is no handwriting for the language “{code}” yet. Choose one of these: {known}.")
        raise UserError(sentence.format(code=code, known=known), field="language")
    return language
