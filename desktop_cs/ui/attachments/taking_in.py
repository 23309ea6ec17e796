"""What can be added to a case: files that are dropped, pasted or chosen, and pictures without any file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from desktop_cs.errors import UserError
from desktop_cs.i18n import _

_PNG = "image/png"  # what other programs hand over is taken as it is, without being decoded


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be added: files, or a picture that was copied out of another program."""

    files: Sequence[Path] = ()
    picture: QImage | bytes | None = None

    def __bool__(self) -> bool:
        """Return whether there is anything."""
        return bool(self.files) or self.picture is not None


def holds_files(content: QMimeData) -> bool:
    """Return whether something dragged or copied is a picture or files rather than words.

    What a spreadsheet copies is a picture too, but the words with it are meant.
    """
    return bool(_paths(content)) or (content.hasImage() and not content.hasText())


def given_in(content: QMimeData) -> Given:
    """Return what can be added of something dragged or copied."""
    files = _paths(content)
    if files or not content.hasImage():
        return Given(files)
    if content.hasFormat(_PNG):
        return Given(picture=bytes(content.data(_PNG).data()))
    picture = content.imageData()
    return Given(picture=picture if isinstance(picture, QImage) and not picture.isNull() else None)


def picture_file(picture: QImage | bytes) -> bytes:
    """Return a picture as a PNG, which loses nothing of it; takes a while.

    Raises:
        UserError: It cannot be written as one.
    """
    if isinstance(picture, bytes):
        return picture
    file = QByteArray()
    buffer = QBuffer(file)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, b"png").write(picture):
        raise UserError(_("This picture could not be taken over. Save it as a file, then add that file."))
    return bytes(file.data())


def pasted_name(now: datetime) -> str:
    """Return the name of a pasted picture, by the shop's clock."""
    return _("Pasted picture {time}").format(time=f"{now:%Y-%m-%d %H.%M.%S}") + ".png"


def _paths(content: QMimeData) -> list[Path]:
    urls = content.urls() if content.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
