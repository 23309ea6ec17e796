"""What can be added of something dragged or copied."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from desktop_cs.attachments.kinds import kind_of
from desktop_cs.errors import UserError
from desktop_cs.ui.attachments.taking_in import Given, given_in, holds_files, pasted_name, picture_file


@pytest.fixture
def image():
    """Return a small picture."""
    made = QImage(4, 3, QImage.Format.Format_RGB32)
    made.fill(QColor("teal"))
    return made


def of_urls(*urls):
    content = QMimeData()
    content.setUrls(list(urls))
    return content


def test_files_of_this_computer_are_taken():
    content = of_urls(QUrl.fromLocalFile("/photos/a b.jpg"), QUrl("https://example.com/x.jpg"))
    assert holds_files(content)
    assert given_in(content) == Given([Path("/photos/a b.jpg")])


def test_addresses_of_the_web_are_not_fetched():
    content = of_urls(QUrl("https://example.com/x.jpg"))
    assert not holds_files(content)
    assert not given_in(content)


def test_a_picture_of_another_program_is_taken_as_it_is(image):
    content = QMimeData()
    content.setImageData(image)
    content.setData("image/png", b"\x89PNG as it came")
    assert given_in(content).picture == b"\x89PNG as it came"
    assert picture_file(given_in(content).picture) == b"\x89PNG as it came"


def test_a_picture_without_a_file_becomes_a_png_that_loses_nothing(image):
    content = QMimeData()
    content.setImageData(image)
    made = picture_file(given_in(content).picture)
    assert kind_of(made) == "png"
    assert QImage.fromData(made).convertToFormat(image.format()) == image


def test_a_picture_of_nothing_is_nothing():
    content = QMimeData()
    content.setImageData(QImage())
    assert not given_in(content)
    with pytest.raises(UserError, match="could not be taken over"):
        picture_file(QImage())


def test_a_pasted_picture_is_called_by_its_time():
    assert (
        pasted_name(datetime.fromisoformat("2026-11-03T14:05:09")) == "Pasted picture 2026-11-03 14.05.09.png"
    )
