"""A line in each hand, pen and ink, written for the choices: one after the other, away from the window."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_cs.errors import DeskError
from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.look import LetterLook
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.paper.pdf_pages import page_picture

_SEED = 7
_DOTS_PER_INCH = 240  # a line of some 60 mm is then sharp in a choice of twice that many px
_MARK_TO_WHITE = QColor(27, 27, 27)  # 255 less the grey of the mark; Source: paper.practice_mark
_INK_DARKER_THAN = 200  # of 255: the mark of the practice shop is lighter than any ink
_LINES = {  # what is written: some of every kind of letter, and nothing that means anybody
    "en": ("Thank you for telling us.", "Thank you"),
    "zh_CN": ("谢谢您告诉我们。", "谢谢您"),
    "zh_TW": ("謝謝您告訴我們。", "謝謝您"),
    "ru": ("Спасибо, что сказали нам.", "Спасибо"),
}
Key = tuple[str, LetterLook, bool]


class Specimens(QObject):
    """Writes specimens in a worker, the last wanted list only, and keeps what was written.

    Args:
        actions: Through which the desk is asked.
        parent: The page.

    Signals:
        written: A specimen is there; what it was asked for as, and its picture.
    """

    written = Signal(object, object)

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._case_id = UUID(int=0)
        self._kept: dict[Key, QImage] = {}
        self._wanted: list[tuple[tuple[str, str], Key]] = []
        self._is_writing = False

    def want(self, record: LetterRecord, looks: Mapping[tuple[str, str], LetterLook], *, short: bool) -> None:
        """Write a line with each of these looks; what is there already is told at once.

        Args:
            record: The letter whose language the line has.
            looks: The looks, each by what `written` tells it as.
            short: Write a word or two instead of a line, so that the pen is seen from near.
        """
        self._case_id = record.case_id
        for asked, look in looks.items():
            key = (record.language, _bare(look), short)
            if key in self._kept:
                self.written.emit(asked, self._kept[key])
            else:
                self._wanted.append((asked, key))
        self._write_next()

    def forget_wanted(self) -> None:
        """Write none of those that are not begun: another letter is shown, or the choices are hidden."""
        self._wanted.clear()

    def _write_next(self) -> None:
        if self._is_writing or not self._wanted:
            return
        asked, key = self._wanted.pop(0)
        self._is_writing = True
        work = self._actions.run_slow(self._work(key), lambda picture: self._take(asked, key, picture))
        self.destroyed.connect(work.cancel)  # the window is built anew when its language changes

    def _work(self, key: Key) -> Callable[[], QImage]:
        language, look, short = key
        desk, record = self._actions.desk, specimen_record(self._case_id, language, look, short=short)

        def write() -> QImage:
            try:
                pdf = desk.letters.pdf(record)
            except (
                DeskError
            ):  # a pack that is damaged: its choice stays without a picture, the letter says why
                return QImage()
            page = page_picture(pdf, 0, _DOTS_PER_INCH)
            return ink_of(without_mark(page) if desk.settings.is_practice else page)

        return write

    def _take(self, asked: tuple[str, str], key: Key, picture: QImage) -> None:
        self._is_writing = False
        self._kept[key] = picture
        self.written.emit(asked, picture)
        self._write_next()


def specimen_record(case_id: UUID, language: str, look: LetterLook, *, short: bool) -> LetterRecord:
    """Return a letter of one line, which nobody keeps."""
    line = _LINES.get(language, _LINES["en"])[1 if short else 0]
    return LetterRecord(
        id=UUID(int=0),
        case_id=case_id,
        language=language,
        text_blocks=(Block(Role.BODY, line),),
        seed=_SEED,
        look=look,
        made_at=datetime(2000, 1, 1, tzinfo=UTC),
    )


def ink_of(page: QImage) -> QImage:
    """Return the part of a page that is written on, the whole page where nothing is."""
    grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
    dots, stride = bytes(grey.constBits()), grey.bytesPerLine()
    lines = [
        dots[at * stride : at * stride + grey.width()].translate(_INK_OR_PAPER) for at in range(grey.height())
    ]
    inked = [at for at, line in enumerate(lines) if b"\0" in line]
    if not inked:
        return page
    left = min(lines[at].index(b"\0") for at in inked)
    right = max(lines[at].rindex(b"\0") for at in inked)
    return page.copy(left, inked[0], right - left + 1, inked[-1] - inked[0] + 1)


def without_mark(page: QImage) -> QImage:
    """Return a page of the practice shop with its mark as white as the paper; the ink hardly changes."""
    painter = QPainter(page)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_ColorDodge)
    painter.fillRect(page.rect(), _MARK_TO_WHITE)
    painter.end()
    return page


_INK_OR_PAPER = bytes(0 if grey < _INK_DARKER_THAN else 1 for grey in range(256))


def _bare(look: LetterLook) -> LetterLook:
    """Return the look of a specimen: the writing alone, on a card."""
    return replace(look, paper="A6", ruling="none", direction="across", signing="written", laser=False)
