"""What a picture or file is, in words."""

from desktop_cs import shown
from desktop_cs.attachments.attachment import Attachment
from desktop_cs.attachments.kinds import AttachmentKind
from desktop_cs.i18n import N_, _, language_in_use

_KINDS = {
    AttachmentKind.PNG: N_("Picture (PNG)"),
    AttachmentKind.JPEG: N_("Picture (JPEG)"),
    AttachmentKind.GIF: N_("Picture (GIF)"),
    AttachmentKind.WEBP: N_("Picture (WebP)"),
    AttachmentKind.BMP: N_("Picture (BMP)"),
    AttachmentKind.TIFF: N_("Picture (TIFF)"),
    AttachmentKind.PDF: N_("PDF"),
    AttachmentKind.TEXT: N_("Text"),
    AttachmentKind.FILE: N_("File"),
}
_THOUSAND = 1000
_LONGEST_ENDING = 4


def kind_words(kind: AttachmentKind) -> str:
    """Return what a file is, by its content."""
    return _(_KINDS[kind])


def size_words(count: int) -> str:
    """Return a number of bytes as people read it, such as "2.3 MB"; a MB is a million.

    Source: IEC 80000-13, where k and M are decimal.
    """
    units = (_("{number} bytes"), _("{number} kB"), _("{number} MB"))
    size, unit = float(count), 0
    while unit < len(units) - 1 and round(size, 1) >= _THOUSAND:
        size, unit = size / _THOUSAND, unit + 1
    return units[unit].format(number=shown.number(round(size, 1) if unit else count, language_in_use()))


def spoken(attachment: Attachment) -> str:
    """Return what a screen reader says of a file."""
    return f"{kind_words(attachment.kind)}: {attachment.name}, {size_words(attachment.bytes)}"


def ending(attachment: Attachment) -> str:
    """Return the few signs that stand on a file that has no picture, such as "PDF" or "HEIC"."""
    if attachment.kind is AttachmentKind.TEXT:
        return kind_words(attachment.kind).upper()
    if attachment.kind is not AttachmentKind.FILE:
        return attachment.kind.upper()
    _stem, dot, last = attachment.name.rpartition(".")
    return last.upper() if dot and 0 < len(last) <= _LONGEST_ENDING and last.isalnum() else ""
