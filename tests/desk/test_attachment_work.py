"""Acts on the pictures and files of a case."""

import io
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from desktop_cs.attachments import previews
from desktop_cs.attachments.attachment import LARGEST_BYTES, MOST_OF_CASE
from desktop_cs.customers.customer import Customer
from desktop_cs.desk import attachment_work
from desktop_cs.desk.casework import Intake
from desktop_cs.errors import ShopError, UserError
from desktop_cs.storage.attachments.pool import ATTACHMENTS
from desktop_cs.storage.uuid7 import uuid7


@pytest.fixture
def case(desk):
    """Return a case that was just taken."""
    newcomer = Customer(uuid7(), "Mrs Stone", "Mrs")
    return desk.casework.take(Intake("The iron leaks", newcomer=newcomer, mood="calm")).value


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a file and returns its path."""

    def written(content=b"what is in it", name="bill.txt"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return written


@pytest.fixture
def picture():
    """Return a small picture."""
    content = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(content, "PNG")
    return content.getvalue()


def test_a_file_is_added_byte_for_byte_and_stays_where_it_was(desk, case, file):
    path = file(bytes(range(256)) * 5)
    done = desk.attachments.add(case, path)
    assert (done.value.name, done.value.added_by) == ("bill.txt", desk.actor_id)
    assert done.changed.cases == {case.id}
    assert desk.attachments.content(done.value) == path.read_bytes()
    assert desk.attachments.of_case(case.id) == [done.value]


def test_a_name_is_cleaned_and_never_used_as_a_path(desk, case, tmp_path):
    before = {path for path in tmp_path.rglob("*") if ATTACHMENTS not in path.parts}
    one = desk.attachments.add_content(case, b"x", "../../..\\evil\u202efdp.exe").value
    assert one.name == "evilfdp.exe"
    assert {path for path in tmp_path.rglob("*") if ATTACHMENTS not in path.parts} == before


def test_a_file_that_is_gone_a_folder_and_an_empty_file_are_refused_by_name(desk, case, file, tmp_path):
    for path, sentence in (
        (tmp_path / "gone.txt", "“gone.txt” cannot be opened"),
        (tmp_path / "bad\0.txt", "“bad.txt” cannot be opened"),
        (tmp_path, "is no file"),
        (file(b"", "empty.txt"), "“empty.txt” is empty"),
    ):
        with pytest.raises(UserError, match=sentence):
            desk.attachments.add(case, path)
    assert desk.attachments.of_case(case.id) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_among_the_files_is_refused_and_not_waited_for(desk, case, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match="is no file"):
        desk.attachments.add(case, tmp_path / "pipe")


def test_what_is_too_large_is_refused_and_the_largest_is_taken(desk, case, tmp_path):
    for size, is_taken in ((LARGEST_BYTES, True), (LARGEST_BYTES + 1, False)):
        path = tmp_path / "large.bin"
        with path.open("wb") as file:
            file.truncate(size)
        if is_taken:
            assert desk.attachments.add(case, path).value.bytes == size
        else:
            with pytest.raises(UserError, match=r"“large\.bin” is larger than 50 MB"):
                desk.attachments.add(case, path)


def test_a_file_that_is_still_being_written_is_refused(desk, case, file, monkeypatch):
    path = file(b"half of it")
    told = path.stat()
    for size in (told.st_size - 4, told.st_size + 4):
        grown = os.stat_result((*told[:6], size, *told[7:10]))
        monkeypatch.setattr(attachment_work.os, "fstat", lambda _file, grown=grown: grown)
        with pytest.raises(UserError, match="is being written just now"):
            desk.attachments.add(case, path)
        monkeypatch.undo()
    assert desk.attachments.of_case(case.id) == []


def test_a_case_takes_a_hundred_and_no_more(desk, case, file, monkeypatch):
    assert MOST_OF_CASE == 100
    monkeypatch.setattr(attachment_work, "MOST_OF_CASE", 2)
    first = desk.attachments.add(case, file(b"1")).value
    desk.attachments.add(case, file(b"2"))
    with pytest.raises(UserError, match="as many as it can"):
        desk.attachments.add(case, file(b"3"))
    desk.attachments.remove(first)
    desk.attachments.add(case, file(b"3"))


def test_nothing_is_added_to_a_cancelled_case(desk, case, file):
    desk.casework.cancel(case, "taken by mistake")
    with pytest.raises(UserError, match="was cancelled"):
        desk.attachments.add(case, file())


def test_a_case_that_is_over_still_takes_the_bill(desk, walk, file):
    case = desk.casework.finish(walk()).value
    assert desk.attachments.add(case, file()).value.name == "bill.txt"


def test_everybody_who_works_on_cases_may_add_and_remove(desk, case, file, staff):
    for person in staff:
        desk.actor = person
        one = desk.attachments.add(case, file(person.name.encode())).value
        assert one.added_by == person.id
        desk.attachments.remove(one)
    assert desk.attachments.of_case(case.id) == []


def test_a_removed_file_comes_back(desk, case, file):
    one = desk.attachments.add(case, file()).value
    removed = desk.attachments.remove(one)
    assert removed.changed.cases == {case.id}
    assert desk.attachments.of_case(case.id) == []
    desk.attachments.undo_removal(removed.value)
    assert desk.attachments.of_case(case.id) == [one]


def test_what_is_gone_for_good_says_so(desk, case, file, clock):
    one = desk.attachments.add(case, file()).value
    desk.attachments.remove(one)
    clock.moment += timedelta(days=2)
    desk.attachments.tidy()
    for act in (desk.attachments.undo_removal, desk.attachments.remove):
        with pytest.raises(UserError, match="no longer kept"):
            act(one)
    with pytest.raises(UserError, match="no longer kept"):
        desk.attachments.get(one.id)


def test_a_thumbnail_is_drawn_once_and_then_known(desk, case, picture, monkeypatch):
    one = desk.attachments.add_content(case, picture, "red.png").value
    assert desk.attachments.known_thumbnail(one) is None
    jpeg = desk.attachments.thumbnail(one)
    assert jpeg.startswith(b"\xff\xd8")
    monkeypatch.setattr(previews, "thumbnail", None)
    assert desk.attachments.thumbnail(one) == desk.attachments.known_thumbnail(one) == jpeg


def test_what_cannot_be_drawn_has_an_empty_thumbnail_and_is_not_tried_again(desk, case, picture, monkeypatch):
    half = desk.attachments.add_content(case, picture[:50], "half.png").value
    text = desk.attachments.add_content(case, b"words", "words.txt").value
    assert desk.attachments.thumbnail(half) == desk.attachments.thumbnail(text) == b""
    monkeypatch.setattr(previews, "thumbnail", None)
    assert desk.attachments.thumbnail(half) == b""


def test_a_picture_is_drawn_to_fit_and_half_a_one_is_refused(desk, case, picture):
    one = desk.attachments.add_content(case, picture, "red.png").value
    assert desk.attachments.preview(one, (15, 15)).width == 15
    half = desk.attachments.add_content(case, picture[:50], "half.png").value
    with pytest.raises(UserError, match="damaged or not whole"):
        desk.attachments.preview(half, (15, 15))


def test_a_copy_is_saved_byte_for_byte_or_not_at_all(desk, case, picture, tmp_path):
    one = desk.attachments.add_content(case, picture, "red.png").value
    assert desk.attachments.save_copy(one, tmp_path / "copy.png").read_bytes() == picture
    with pytest.raises(ShopError, match="could not be written"):
        desk.attachments.save_copy(one, tmp_path / "no such folder" / "copy.png")


def test_a_damaged_file_is_never_handed_out(desk, case, picture, tmp_path):
    one = desk.attachments.add_content(case, picture, "red.png").value
    (sealed,) = [path for path in (desk.storage.folder / ATTACHMENTS).rglob("*") if path.is_file()]
    content = bytearray(sealed.read_bytes())
    content[len(content) // 2] ^= 4
    sealed.write_bytes(content)
    for act in (
        desk.attachments.content,
        lambda that: desk.attachments.save_copy(that, tmp_path / "copy.png"),
    ):
        with pytest.raises(ShopError, match="add it again"):
            act(one)
    assert not (tmp_path / "copy.png").exists()


def test_every_ordinary_file_comes_back_byte_for_byte(desk, case, shared_data):
    for path in sorted((shared_data / "attachments").iterdir()):
        one = desk.attachments.add(case, path).value
        assert desk.attachments.content(one) == Path(path).read_bytes()
        assert desk.attachments.thumbnail(replace(one)) or not one.kind.is_drawn or "password" in one.name
