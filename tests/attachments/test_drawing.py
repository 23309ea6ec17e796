"""Drawing pictures and pages."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desktop_cs.attachments import drawing
from desktop_cs.attachments.drawing import Trouble, UndrawableError, as_jpeg, draw
from desktop_cs.attachments.kinds import kind_of

ROOM = (100, 100)
RED, BLUE = (254, 0, 0), (0, 0, 254)


def seen(drawn):
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.dots)


def is_near(dot, colour, by=60):
    return all(abs(ours - theirs) <= by for ours, theirs in zip(dot, colour, strict=True))


def assert_red_then_blue(drawn):
    whole = seen(drawn)
    assert is_near(whole.getpixel((2, whole.height // 2)), RED)
    assert is_near(whole.getpixel((whole.width - 3, whole.height // 2)), BLUE)


def trouble_of(content, kind, page=0):
    with pytest.raises(UndrawableError) as refused:
        draw(content, kind, page, ROOM)
    return refused.value.trouble


def png_that_claims(width, height, dots=b""):
    """Return a PNG whose header says how large it is, whatever is behind that."""

    def chunk(name, content):
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(dots))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_every_kind_of_picture_is_drawn_right(picture, form):
    drawn = draw(picture(form), form.lower(), 0, ROOM)
    assert (drawn.width, drawn.height, drawn.pages, drawn.has_place) == (40, 20, 1, False)
    assert_red_then_blue(drawn)


@pytest.mark.parametrize(
    ("form", "mode"), [("JPEG", "CMYK"), ("PNG", "P"), ("PNG", "RGBA"), ("TIFF", "CMYK")]
)
def test_colours_come_out_right_whatever_they_are_stored_as(picture, form, mode):
    assert_red_then_blue(draw(picture(form, mode=mode), form.lower(), 0, ROOM))


def test_sixteen_bits_lose_their_lower_half_and_nothing_else():
    steps = Image.frombytes("I;16", (3, 1), struct.pack("<HHH", 0, 32768, 65535))
    for form in ("PNG", "TIFF"):
        file = io.BytesIO()
        steps.save(file, form)
        assert list(draw(file.getvalue(), form.lower(), 0, ROOM).dots[::3]) == [0, 127, 255]


def test_holes_in_a_picture_are_white_as_paper():
    file = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(file, "PNG")
    assert seen(draw(file.getvalue(), "png", 0, ROOM)).getpixel((1, 1)) == (255, 255, 255)


def test_a_picture_taken_on_the_side_stands_upright(picture):
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: the left of the file is the top of the picture
    drawn = draw(picture("JPEG", exif=exif), "jpeg", 0, ROOM)
    assert (drawn.width, drawn.height, drawn.full_width, drawn.full_height) == (20, 40, 20, 40)
    whole = seen(drawn)
    assert is_near(whole.getpixel((10, 2)), RED)
    assert is_near(whole.getpixel((10, 37)), BLUE)


def test_a_picture_that_tells_its_place_is_known(picture):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    assert draw(picture("JPEG", exif=exif), "jpeg", 0, ROOM).has_place


def test_what_a_camera_noted_wrongly_does_not_keep_the_picture_from_being_drawn(picture):
    assert_red_then_blue(draw(picture("JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff"), "jpeg", 0, ROOM))


def test_a_large_picture_is_drawn_as_large_as_asked_for(picture):
    drawn = draw(picture("JPEG", size=(3000, 1000)), "jpeg", 0, (300, 300))
    assert (drawn.width, drawn.height, drawn.full_width, drawn.full_height) == (300, 100, 3000, 1000)


def test_a_bomb_is_refused_by_its_header_before_anything_of_it_is_read(monkeypatch):
    def read(_picture):
        raise AssertionError

    monkeypatch.setattr(drawing, "_plain", read)
    for width, height in ((60_000, 60_000), (2**31 - 1, 2**31 - 1)):
        assert trouble_of(png_that_claims(width, height), "png") is Trouble.TOO_LARGE


def test_of_what_moves_the_first_frame_alone_is_read():
    frames = [Image.new("P", (8, 8), number % 250) for number in range(10_000)]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    assert draw(file.getvalue(), "gif", 0, ROOM).pages == 1


def test_the_pages_of_a_fax_are_counted_and_drawn():
    pages = [Image.new("L", (10, 10), shade) for shade in (0, 120, 250)]
    file = io.BytesIO()
    pages[0].save(file, "TIFF", save_all=True, append_images=pages[1:])
    drawn = [draw(file.getvalue(), "tiff", page, ROOM) for page in range(3)]
    assert [one.pages for one in drawn] == [3, 3, 3]
    assert [seen(one).getpixel((5, 5))[0] for one in drawn] == [0, 120, 250]
    assert trouble_of(file.getvalue(), "tiff", page=3) is Trouble.NO_SUCH_PAGE


def test_the_pages_of_a_pdf_are_drawn_to_fit(pdf):
    content = pdf(pages=3, size=(400, 200))
    drawn = draw(content, "pdf", 2, (100, 100))
    assert (drawn.width, drawn.height, drawn.pages) == (100, 50, 3)
    assert (drawn.full_width, drawn.full_height) == (400, 200)
    assert trouble_of(content, "pdf", page=3) is Trouble.NO_SUCH_PAGE


def test_a_page_as_large_as_a_field_is_refused(pdf):
    assert trouble_of(pdf(size=(20_000, 20_000)), "pdf") is Trouble.TOO_LARGE


def test_a_locked_pdf_is_told_apart_from_a_broken_one(shared_data):
    locked = (shared_data / "attachments" / "r4-user-password.pdf").read_bytes()
    assert trouble_of(locked, "pdf") is Trouble.LOCKED
    assert trouble_of(locked[:2000], "pdf") is Trouble.BROKEN


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "BMP"])
def test_half_a_picture_is_refused(picture, form):
    content = picture(form, size=(400, 400))
    assert trouble_of(content[: len(content) // 2], form.lower()) is Trouble.BROKEN


def test_a_content_is_read_as_what_it_is_and_as_nothing_else(picture):
    assert trouble_of(picture("PNG"), "jpeg") is Trouble.BROKEN


def test_a_thumbnail_carries_the_dots_alone(picture):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    small = as_jpeg(draw(picture("JPEG", exif=exif), "jpeg", 0, ROOM))
    assert kind_of(small) == "jpeg"
    assert not Image.open(io.BytesIO(small)).getexif()


@given(st.data())
def test_a_damaged_picture_is_drawn_or_refused(picture, pdf, data):
    form = data.draw(st.sampled_from(["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "PDF"]))
    content = bytearray(pdf() if form == "PDF" else picture(form))
    for _hit in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        drawn = draw(bytes(content), form.lower(), 0, ROOM)
    except UndrawableError:
        return
    assert len(drawn.dots) == 3 * drawn.width * drawn.height
    assert drawn.width <= ROOM[0]
    assert drawn.height <= ROOM[1]
