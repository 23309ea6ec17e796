"""What the tests of pictures and files on the page share: a case's page, and files to add."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl


@pytest.fixture
def page(window, taken):
    """Return the page of the case that was just taken."""
    window.go("case", taken.id)
    return window.pages.page()


@pytest.fixture
def png():
    """Return a function that makes a picture file."""

    def made(colour="red", size=(300, 200)):
        content = io.BytesIO()
        Image.new("RGB", size, colour).save(content, "PNG")
        return content.getvalue()

    return made


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a file and returns its path."""

    def written(name="bill.txt", content=b"what is in it"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return written


@pytest.fixture
def stored(shop, taken):
    """Return a function that lists the names of what the case has."""
    return lambda: [one.name for one in shop.attachments.of_case(taken.id)]


@pytest.fixture
def have(shop, taken):
    """Return a function that gives the case a file before anybody looks."""
    return lambda name, content: shop.attachments.add_content(taken, content, name).value


@pytest.fixture
def dragged():
    """Return a function that makes what is dragged or copied: these files."""

    def made(*paths):
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return content

    return made
