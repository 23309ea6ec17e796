"""The hands on paper: each with a few lines of a letter, and with every pen and degree."""

from io import BytesIO

from desktop_cs.i18n import N_, _
from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.hand.characters import hand_for
from desktop_cs.letters.hand.hands import HANDS, HandDescription, hands_for
from desktop_cs.letters.hand.page_plan import Area
from desktop_cs.letters.hand.styles import ink_named
from desktop_cs.letters.hand.writing import write
from desktop_cs.letters.letter import Letter
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.page import INK, LINE, MUTED, Sheet
from desktop_cs.paper.paper_sizes import paper_size
from desktop_cs.paper.stationery import POINTS_PER_MM
from desktop_cs.paper.written_sheet import blank, put_writing

_PAPER = "A4"
_MARGIN_MM, _HEAD_MM, _HAND_MM, _FOOT_MM = 20.0, 10.0, 80.0, 15.0
_LINE_MM, _SMALL_LINE_MM = 9.0, 8.0
_LINES = 3  # of the longer text
_LABEL_MM, _ROW_MM = 25.0, 11.0
_PENS = {"ball": N_("Ballpoint pen"), "gel": N_("Gel pen"), "fountain": N_("Fountain pen")}
_DEGREES = {"tidy": N_("Tidy"), "natural": N_("Natural"), "hurried": N_("Hurried")}
# Each language is named in itself, and shown by words as they stand in a letter.
_LANGUAGES = {
    "en": (
        "English",
        "Thank you for telling us about the kettle, and for coming back on such a wet day. £12.50 is yours.",
        "With kind regards",
    ),
    "ru": (
        "Русский",
        "Спасибо, что рассказали нам о чайнике и пришли ещё раз в такую погоду: 1250 ₽ — снова Ваши.",
        "С уважением, Анна",
    ),
    "zh_CN": (
        "简体中文",
        "王女士，谢谢您告诉我们水壶漏水，还冒着大雨再来一趟。新的壶盖已经换好，我们试了三遍，一切正常；差价25元也已退还给您。",
        "谢谢您的耐心",
    ),
    "zh_TW": (
        "繁體中文",
        "王女士，謝謝您告訴我們水壺漏水，還冒著大雨再來一趟。新的壺蓋已經換好，我們試了三遍，一切正常；差價25元也已退還給您。",
        "謝謝您的耐心",
    ),
}


def specimen_pdf(language: str = "") -> bytes:
    """Return a page for each language with all its hands, pens and degrees; the same bytes every time.

    Args:
        language: "en", "ru", "zh_CN" or "zh_TW"; "" is all of them.

    Raises:
        UserError: No hand writes the language.
        ShopError: A hand is missing or damaged.
    """
    known = dict.fromkeys(one for hand in HANDS for one in hand.languages)
    languages = [language] if language else list(known)
    file = BytesIO()
    size = paper_size(_PAPER)
    canvas = blank(file, size, languages[0], _("Hands for letters"))
    sheet = Sheet(canvas, size.height_mm * POINTS_PER_MM)
    top = _MARGIN_MM
    for one in languages:
        hands = hands_for(one)
        if top + _HEAD_MM + len(hands) * _HAND_MM > size.height_mm - _FOOT_MM:
            canvas.showPage()
            top = _MARGIN_MM
        _head(sheet, one, top)
        for place, hand in enumerate(hands):
            _Shown(sheet, hand, one, top + _HEAD_MM + place * _HAND_MM).draw()
        top += _HEAD_MM + len(hands) * _HAND_MM
    canvas.save()
    return file.getvalue()


def _head(sheet: Sheet, language: str, top: float) -> None:
    """Print the name of a language, `top` mm from the upper edge."""
    base = (top + 5) * POINTS_PER_MM
    sheet.text(_MARGIN_MM * POINTS_PER_MM, base, _LANGUAGES[language][0], 16, bold=True, colour=INK)
    right = (paper_size(_PAPER).width_mm - _MARGIN_MM) * POINTS_PER_MM
    sheet.text_right(right, base, _("Hands for letters"), 9, colour=MUTED)


class _Shown:
    """One hand on the page.

    Args:
        sheet: The page.
        hand: The hand.
        language: What it writes here.
        top: Where it begins, in mm from the upper edge.
    """

    def __init__(self, sheet: Sheet, hand: HandDescription, language: str, top: float) -> None:
        self._sheet = sheet
        self._hand = hand
        self._language = language
        self._top = top
        self._width = paper_size(_PAPER).width_mm - 2 * _MARGIN_MM

    def draw(self) -> None:
        """Print its name, a few lines of a letter, and a table of pens and degrees."""
        left, right = _MARGIN_MM * POINTS_PER_MM, (_MARGIN_MM + self._width) * POINTS_PER_MM
        base = (self._top + 6) * POINTS_PER_MM
        self._sheet.rule(left, self._top * POINTS_PER_MM, right, LINE)
        self._sheet.text(left, base, _(self._hand.name), 12, bold=True, colour=INK)
        self._sheet.text_right(right, base, self._hand.id, 9, colour=MUTED)
        _name, longer, short = _LANGUAGES[self._language]
        self._write(longer, (_MARGIN_MM, self._top + 8.5), self._width, LetterLook(), _LINES)
        self._table(short, self._top + 8.5 + _LINES * _LINE_MM + 1)

    def _table(self, text: str, top: float) -> None:
        column = (self._width - _LABEL_MM) / len(_DEGREES)
        for across, degree in enumerate(_DEGREES):
            left = (_MARGIN_MM + _LABEL_MM + across * column) * POINTS_PER_MM
            self._sheet.text(left, (top + 4) * POINTS_PER_MM, _(_DEGREES[degree]), 8, colour=MUTED)
        for down, pen in enumerate(_PENS):
            row = top + 5 + down * _ROW_MM
            base = (row + 0.72 * _SMALL_LINE_MM) * POINTS_PER_MM
            self._sheet.text(_MARGIN_MM * POINTS_PER_MM, base, _(_PENS[pen]), 8, colour=MUTED)
            for across, degree in enumerate(_DEGREES):
                at = (_MARGIN_MM + _LABEL_MM + across * column, row)
                self._write(text, at, column, LetterLook(pen=pen, degree=degree), 1)

    def _write(self, text: str, at: tuple[float, float], width: float, look: LetterLook, lines: int) -> None:
        role = Role.SALUTATION if self._language == "en" else Role.CLOSING_FLUSH  # stand at the left margin
        letter = Letter(self._language, (Block(role, text),), seed=round(sum(at)))
        step = _LINE_MM if lines > 1 else _SMALL_LINE_MM
        area = Area(
            left=at[0],
            top=at[1],
            width=width,
            height=lines * step,
            page_height=paper_size(_PAPER).height_mm,
            line_mm=step,
            ruled=True,
        )
        page = write(letter, area, look, hand_for(self._language, self._hand.id))
        put_writing(self._sheet.canvas, page, ink_named(look.ink))
