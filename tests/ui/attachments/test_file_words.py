"""Files in words."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from desktop_cs.attachments.attachment import Attachment
from desktop_cs.attachments.kinds import AttachmentKind
from desktop_cs.ui.attachments.file_words import ending, kind_words, size_words, spoken


def called(name, kind=AttachmentKind.FILE):
    return Attachment(uuid4(), uuid4(), uuid4(), name, kind, 2_345_678, datetime.now(UTC))


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (29_344, "29.3 kB"),
        (999_960, "1 MB"),
        (50_000_000, "50 MB"),
    ],
)
def test_a_size_is_told_as_people_read_it(count, words):
    assert size_words(count) == words


def test_every_kind_has_words():
    assert all(kind_words(kind) for kind in AttachmentKind)
    assert spoken(called("a.heic")) == "File: a.heic, 2.3 MB"


@pytest.mark.parametrize(
    ("name", "signs"),
    [("IMG_1.heic", "HEIC"), ("noending", ""), ("x.verylong", ""), ("x.", ""), ("x.a-b", "")],
)
def test_an_unknown_file_shows_its_ending_where_that_is_short(name, signs):
    assert ending(called(name)) == signs


def test_a_known_kind_shows_what_it_is_whatever_its_name_says():
    assert ending(called("bill.exe", AttachmentKind.PDF)) == "PDF"
