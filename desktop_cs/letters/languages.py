"""Which languages there is a hand for."""

from desktop_cs import i18n
from desktop_cs.errors import UserError
from desktop_cs.i18n import _

WRITTEN_LANGUAGES = ("en", "zh_CN")


def normal_language(code: str) -> str:
    """Return our spelling of a language code that letters can be written in.

    Args:
        code: Such as "en", "en-GB", "zh_CN", "zh-Hans".

    Raises:
        UserError: There is no hand for the language.
    """
    language = i18n.normal_language(code.strip())
    if language not in WRITTEN_LANGUAGES:
        sentence = _(
            "There is no handwriting for the language “{code}” yet. Choose English or Simplified Chinese."
        )
        raise UserError(sentence.format(code=code), field="language")
    return language
