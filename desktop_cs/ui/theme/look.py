"""The look in use: one scheme, one text size, one language, for the whole program."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from desktop_cs.ui.theme.fonts import application_font
from desktop_cs.ui.theme.palette import palette
from desktop_cs.ui.theme.style_sheet import style_sheet
from desktop_cs.ui.theme.tokens import DARK, LIGHT, TYPE, Colours

TEXT_SIZES = (0.9, 1.5)  # the smallest and the largest text size that Settings offers


@dataclass(frozen=True, slots=True)
class Look:
    """What widgets that paint themselves ask for.

    Args:
        colours: The scheme in use.
        text_size: Factor on every type size and control height.
        language: Code of the language on the screen.
    """

    colours: Colours = LIGHT
    text_size: float = 1.0
    language: str = "en"
    _fonts: dict[tuple[str, int], QFont] = field(default_factory=dict, repr=False)

    def px(self, size: int) -> int:
        """Return a size of text size 1 in the px of this look; controls never shrink below their size."""
        return round(size * max(self.text_size, 1.0))

    def type_px(self, role: str) -> int:
        """Return the px of a type role: caption, body, lead, h2 or h1."""
        return round(TYPE[role] * self.text_size)

    def font(self, role: str = "body", weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the font of a type role."""
        key = (role, weight.value)
        if key not in self._fonts:
            font = application_font(self.language, self.type_px(role))
            font.setWeight(weight)
            self._fonts[key] = font
        return self._fonts[key]

    def colour(self, name: str) -> QColor:
        """Return a colour by its token name."""
        return QColor(getattr(self.colours, name))


class _Used:
    """The look in use and, for the scheme "system", how to put it on again."""

    look = Look()
    again: Callable[[], None] | None = None
    listening = False


def look() -> Look:
    """Return the look in use."""
    return _Used.look


def apply_theme(app: QApplication, scheme: str, text_size: float, language: str) -> None:
    """Give the whole program its look; again at any time, without a restart.

    Args:
        app: The application.
        scheme: "light", "dark", or "system" to follow the desktop as it changes.
        text_size: 0.9 to 1.5; anything beyond is brought inside.
        language: Code of the language on the screen, which decides the fonts.
    """
    smallest, largest = TEXT_SIZES
    chosen = Look(_colours(app, scheme), min(max(text_size, smallest), largest), language)
    _Used.look = chosen
    _Used.again = (lambda: apply_theme(app, scheme, text_size, language)) if scheme == "system" else None
    if scheme == "system" and not _Used.listening:
        app.styleHints().colorSchemeChanged.connect(_follow_system)
        _Used.listening = True
    app.setStyle("Fusion")
    app.setPalette(palette(chosen.colours))
    app.setFont(chosen.font())
    app.setStyleSheet(style_sheet(chosen.colours, chosen.text_size))


def _colours(app: QApplication, scheme: str) -> Colours:
    if scheme == "system":
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return {"light": LIGHT, "dark": DARK}[scheme]


def _follow_system() -> None:
    if _Used.again is not None:
        _Used.again()
