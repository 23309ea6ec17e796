"""Show a hand or a signature as it will be written. Away from the window: it brings numpy with it."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.hand.characters import hand_for
from desktop_cs.letters.hand.hand_pack import HandPack
from desktop_cs.letters.hand.page_plan import Area
from desktop_cs.letters.hand.signature import Signature, with_signature
from desktop_cs.letters.hand.styles import PENS
from desktop_cs.letters.hand.writing import WrittenPage, write
from desktop_cs.letters.letter import Letter
from desktop_cs.letters.look import LetterLook

_INK = QColor(18, 28, 84)
_LINES = {  # nothing that means anybody
    "en": "Thank you for telling us. We will call you on Friday at 10.",
    "ru": "Спасибо, что сказали нам. Мы позвоним Вам в пятницу.",
}
_CLOSING = "Yours sincerely,"
_SEED = 11
_LONG_MM, _SHORT_MM = 260.0, 100.0  # room for one line, for a closing
_AROUND = 9  # points of paper around the ink


def hand_picture(pack: bytes, language: str, scale: float) -> QImage:
    """Return a line in a person's own hand.

    Args:
        pack: The hand.
        language: "en" or "ru".
        scale: Pixels for each point of the paper.

    Raises:
        ShopError: The hand is damaged.
    """
    hand = hand_for(language, own=HandPack.from_bytes(pack))
    letter = Letter(language, (Block(Role.BODY, _LINES[language]),), _SEED)
    return _painted(write(letter, _area(_LONG_MM), LetterLook(), hand), scale)


def signed_pictures(signature: Signature, name: str, scale: float) -> list[tuple[str, QImage]]:
    """Return the signature below a closing, once with each pen.

    Args:
        signature: The signature.
        name: Whose it is.
        scale: Pixels for each point of the paper.
    """
    blocks = (Block(Role.CLOSING, _CLOSING), Block(Role.SIGNATURE, _plain(name)))
    letter = Letter("en", blocks, _SEED)
    pictures = []
    for pen, drawn in PENS.items():
        page = with_signature(write(letter, _area(_SHORT_MM), LetterLook(pen=pen)), signature, drawn)
        pictures.append((pen, _painted(page, scale)))
    return pictures


def _plain(name: str) -> str:
    """Return the name as the Latin hand can write it, or a word in its place: it only gives the room."""
    return name if name and not hand_for("en").missing(name) else "Signature"


def _area(width_mm: float) -> Area:
    return Area(left=20, top=20, width=width_mm, height=60, page_height=100, line_mm=9.0, sign_rows=0.6)


def _painted(page: WrittenPage, scale: float) -> QImage:
    """Return the ink of a page on white, with a little paper around it."""
    path = _path(np.split(page.outlines, np.cumsum(page.outline_lengths)[:-1]))
    room = path.boundingRect().adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    picture = QImage(round(room.width() * scale), round(room.height() * scale), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-room.topLeft())
    painter.fillPath(path, _INK)
    painter.end()
    return picture


def _path(outlines: "Sequence[np.ndarray[tuple[int, int], np.dtype[np.float64]]]") -> QPainterPath:
    """Return closed quadratic B-splines as a path, with y downwards."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for outline in outlines:
        control = [QPointF(x, -y) for x, y in outline.tolist()]
        path.moveTo((control[-1] + control[0]) / 2)
        for here, onward in zip(control, [*control[1:], control[0]], strict=True):
            path.quadTo(here, (here + onward) / 2)
        path.closeSubpath()
    return path
