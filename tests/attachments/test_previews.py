"""Having pictures drawn by another process."""

import sys
import time

import pytest

from desktop_cs.attachments import previews
from desktop_cs.attachments.kinds import AttachmentKind, kind_of
from desktop_cs.errors import UserError

PNG = AttachmentKind.PNG


@pytest.fixture
def program(monkeypatch):
    """Return a function that has another program take the place of the process that draws."""

    def take_place(code):
        monkeypatch.setattr(previews, "_command", lambda: [sys.executable, "-c", code])

    return take_place


def refusal_of(content, kind=PNG):
    with pytest.raises(UserError) as refused:
        previews.drawn(content, kind, (100, 100))
    return str(refused.value)


def test_a_picture_comes_back_as_dots(picture):
    drawn = previews.drawn(picture("PNG"), PNG, (20, 20))
    assert (drawn.width, drawn.height, drawn.full_width, drawn.pages) == (20, 10, 40, 1)
    assert len(drawn.dots) == 600
    assert drawn.dots[:3] == b"\xff\0\0"


def test_a_thumbnail_comes_back_as_a_jpeg(picture):
    small = previews.thumbnail(picture("PNG", size=(1000, 500)), PNG)
    assert kind_of(small.dots) is AttachmentKind.JPEG
    assert (small.width, small.height) == (240, 120)


def test_what_cannot_be_drawn_is_said_in_a_sentence(picture):
    told = refusal_of(picture("PNG")[:60])
    assert told.startswith("This file is damaged or not whole")
    assert "kept as it was added" in told


def test_a_process_that_falls_over_is_said_in_a_sentence(program, picture):
    program("import os; os.abort()")
    assert "took too long or failed" in refusal_of(picture("PNG"))


def test_a_process_that_never_answers_is_ended(program, picture, monkeypatch):
    monkeypatch.setattr(previews, "_PATIENCE_SECONDS", 0.2)
    program("import time; time.sleep(60)")
    begun = time.monotonic()
    assert "took too long or failed" in refusal_of(picture("PNG"))
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    "answer",
    [
        "[]",
        "{}",
        "null",
        '{"trouble": "unheard of"}',
        '{"trouble": {}}',
        '{"width": 9, "height": 9, "pages": 1, "has_place": 0, "full_width": 9, "full_height": 9}\\nfew',
        '{"width": -1, "height": "x", "pages": 1, "has_place": 0, "full_width": 9, "full_height": 9}\\n',
        "\\xff\\xfe",
    ],
)
def test_a_process_that_answers_nonsense_is_not_believed(program, picture, answer):
    program(f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'{answer}')")
    assert "took too long or failed" in refusal_of(picture("PNG"))


def test_a_process_that_never_stops_talking_is_ended(program, picture, monkeypatch):
    monkeypatch.setattr(previews, "MOST_ROOM", 100)
    program("import sys\nwhile True: sys.stdout.buffer.write(b'x' * 65536)")
    assert "took too long or failed" in refusal_of(picture("PNG"))


def test_a_process_that_does_not_listen_is_ended(program):
    program("import os; os.close(0); print('{}')")
    assert "took too long or failed" in refusal_of(bytes(5_000_000))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_process_may_take_little_memory_and_write_no_file(program, picture, tmp_path):
    mark = tmp_path / "written"
    program(
        "from desktop_cs.attachments import picture_process as p\n"
        f"def draw(*_): open({str(mark)!r}, 'w').write('x' * 9)\n"
        "p.draw = draw\np.main()"
    )
    assert "took too long or failed" in refusal_of(picture("PNG"))
    assert mark.read_text() == ""
    program(
        "from desktop_cs.attachments import picture_process as p\n"
        "def draw(*_): bytearray(p.MOST_MEMORY)\n"
        "p.draw = draw\np.main()"
    )
    assert refusal_of(picture("PNG")).startswith("This picture has more dots than can be shown")


def test_every_ordinary_file_is_drawn_or_refused_in_words(shared_data):
    for path in sorted((shared_data / "attachments").iterdir()):
        content = path.read_bytes()
        kind = kind_of(content)
        if path.suffix == ".txt":
            assert kind is AttachmentKind.TEXT
        elif "password" in path.name:
            assert "locked with a password" in refusal_of(content, kind)
        else:
            drawn = previews.drawn(content, kind, (300, 300))
            assert drawn.has_place == ("gps" in path.name)
            assert drawn.pages == (3 if "multipage" in path.name else 1)
