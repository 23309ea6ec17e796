"""What a file is, found in its first bytes: its name may say anything."""

import re
from enum import StrEnum

_START_BYTES = 4096  # of a text, enough to tell that it is one
_XML = re.compile(r"\s*<(\?xml|svg|!doctype)", re.IGNORECASE)


class AttachmentKind(StrEnum):
    """The kinds that are shown; everything else is a "file", which is kept and saved but not opened."""

    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    WEBP = "webp"
    BMP = "bmp"
    TIFF = "tiff"
    PDF = "pdf"
    TEXT = "text"
    FILE = "file"

    @property
    def is_picture(self) -> bool:
        """Return whether it is a picture."""
        return self not in {AttachmentKind.PDF, AttachmentKind.TEXT, AttachmentKind.FILE}

    @property
    def is_drawn(self) -> bool:
        """Return whether it has something to be drawn: a picture or pages."""
        return self.is_picture or self is AttachmentKind.PDF


# Source: PNG 3rd edition 5.2, JFIF 1.02, GIF89a, RFC 9649 (WebP), TIFF 6.0 section 2, ISO 32000-2 7.5.2.
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", AttachmentKind.PNG),
    (b"\xff\xd8\xff", AttachmentKind.JPEG),
    (b"GIF87a", AttachmentKind.GIF),
    (b"GIF89a", AttachmentKind.GIF),
    (b"II*\0", AttachmentKind.TIFF),
    (b"MM\0*", AttachmentKind.TIFF),
)
_PDF_WITHIN = 1024  # readers look that far for the header of a PDF


def kind_of(content: bytes) -> AttachmentKind:
    """Return what a content is; never looks at a name."""
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return AttachmentKind.WEBP
    # "BM" alone begins many a text: the size that follows must be that of a bitmap's header.
    if content[:2] == b"BM" and content[14:18] in {
        b"\x28\0\0\0",
        b"\x0c\0\0\0",
        b"\x6c\0\0\0",
        b"\x7c\0\0\0",
    }:
        return AttachmentKind.BMP
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return AttachmentKind.PDF
    return AttachmentKind.TEXT if _is_text(content) else AttachmentKind.FILE


def _is_text(content: bytes) -> bool:
    """Return whether people can read it as it is; XML is for programs, and a drawing in it is not drawn."""
    start = content[:_START_BYTES]
    try:
        text = start.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if len(content) <= _START_BYTES or error.start < _START_BYTES - 3:  # else a sign was cut in two
            return False
        text = start[: error.start].decode("utf-8-sig")
    return bool(text) and not _XML.match(text) and all(sign >= " " or sign in "\t\n\r\f" for sign in text)
