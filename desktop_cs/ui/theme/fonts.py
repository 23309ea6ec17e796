"""Which fonts show which language.

Chinese comes first for Chinese: with a Latin font first, its quotation marks and, without a fitting
font at all, Japanese shapes would appear.
"""

from PySide6.QtGui import QFont, QFontDatabase

_LATIN = ("Segoe UI", "Inter", "Noto Sans", "DejaVu Sans")
_FAMILIES = {
    "zh_CN": (
        "Microsoft YaHei UI",
        "PingFang SC",
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "WenQuanYi Micro Hei",
    ),
    "zh_TW": ("Microsoft JhengHei UI", "PingFang TC", "Noto Sans CJK TC", "Source Han Sans TC"),
}
_SCRIPTS = {
    "zh_CN": QFontDatabase.WritingSystem.SimplifiedChinese,
    "zh_TW": QFontDatabase.WritingSystem.TraditionalChinese,
    "ru": QFontDatabase.WritingSystem.Cyrillic,
}


def families(language: str) -> list[str]:
    """Return the font families for this language, the best first.

    Those of Simplified Chinese follow for every other language, so that customers' names show anywhere.
    """
    own = _FAMILIES.get(language, ())
    return [*own, *_LATIN, *(() if own else _FAMILIES["zh_CN"])]


def application_font(language: str, size_px: int) -> QFont:
    """Return the font that the whole program is set in."""
    font = QFont()
    font.setFamilies(families(language))
    font.setPixelSize(size_px)
    return font


def can_show(language: str) -> bool:
    """Return whether any font of this computer can write the language; slow, for Settings only."""
    script = _SCRIPTS.get(language, QFontDatabase.WritingSystem.Latin)
    return bool(QFontDatabase.families(script))
