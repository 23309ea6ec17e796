"""What the tests of attachments share: small pictures and pages, made here."""

import io

import pypdfium2
import pytest
from PIL import Image


@pytest.fixture(scope="session")
def picture():
    """Return a function that makes a picture file: red on the left, blue on the right."""

    def made(form="PNG", size=(40, 20), mode="RGB", **options):
        whole = Image.new("RGB", size, "red")
        whole.paste("blue", (size[0] // 2, 0, *size))
        file = io.BytesIO()
        whole.convert(mode).save(file, form, **options)
        return file.getvalue()

    return made


@pytest.fixture(scope="session")
def pdf():
    """Return a function that makes a PDF of empty pages of this size in points."""

    def made(pages=1, size=(200, 100)):
        document = pypdfium2.PdfDocument.new()
        for _page in range(pages):
            document.new_page(*size)
        file = io.BytesIO()
        document.save(file)
        document.close()
        return file.getvalue()

    return made
