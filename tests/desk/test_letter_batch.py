"""The letters of a day."""

import shutil
from datetime import date, timedelta

import pytest

from desktop_cs.desk.letter_batch import file_name
from desktop_cs.desk.whole_file import write_whole
from desktop_cs.errors import ShopError
from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.places import resources_dir


@pytest.fixture
def folder(tmp_path):
    """Return an empty folder for letters."""
    made = tmp_path / "letters"
    made.mkdir()
    return made


THAT_DAY = date(2026, 11, 17)


@pytest.fixture
def due(desk, take, walk, clock):
    """Return a function that gives the letters of the day on which those of two finished cases are due."""

    def letters(*whose):
        for who in whose or ("Deirdre Fallon", "Wei Chen"):
            desk.casework.finish(walk(take(who=who)))
        clock.moment += timedelta(days=15)
        return desk.letter_batches.of_day(THAT_DAY)

    return letters


def test_a_batch_holds_the_letters_that_are_due_by_its_day(desk, due):
    assert [one.story.case.who for one in due().letters] == ["Deirdre Fallon", "Wei Chen"]
    assert desk.letter_batches.of_day(date(2026, 11, 3)).letters == ()


def test_every_letter_of_a_batch_is_written_once_and_kept_as_printed(desk, due, folder):
    batch = due()
    asked = []
    written = desk.letter_batches.write(batch.letters, folder, lambda count: not asked.append(count))
    assert [path.name for path in written.files] == [file_name(one) for one in batch.letters]
    assert asked == [0, 1]
    for path, line in zip(written.files, reversed(desk.letters.register()), strict=True):
        assert path.read_bytes() == desk.letters.pdf(line.record)
    assert desk.letter_batches.of_day(THAT_DAY).letters == ()


def test_a_batch_that_is_stopped_leaves_whole_letters_only(desk, due, folder):
    written = desk.letter_batches.write(due().letters, folder, lambda count: count < 1)
    assert written.stopped
    assert list(folder.iterdir()) == list(written.files)
    assert len(written.files) == 1
    assert len(desk.letter_batches.of_day(THAT_DAY).letters) == 1


def test_a_letter_that_no_hand_can_write_does_not_stop_the_others(desk, due, folder):
    first, second = due().letters
    desk.letters.rewrite(
        first.record, [*first.record.text_blocks, Block(Role.BODY, "Hooray \N{PARTY POPPER}")]
    )
    batch = desk.letter_batches.of_day(THAT_DAY)
    written = desk.letter_batches.write(batch.letters, folder, lambda _count: True)
    assert [path.name for path in written.files] == [file_name(second)]
    ((refused, why),) = written.refused
    assert refused.story.case.who == "Deirdre Fallon"
    assert "\N{PARTY POPPER}" in why


def test_a_disk_that_fills_up_stops_the_batch_and_says_how_many_letters_are_whole(
    desk, due, folder, monkeypatch
):
    batch = due()

    def fills_up(path, content):
        if list(folder.iterdir()):
            raise ShopError("The disk is full.", "errno 28")
        write_whole(path, content)

    monkeypatch.setattr("desktop_cs.desk.letter_batch.write_whole", fills_up)
    with pytest.raises(ShopError, match=r"The disk is full\. 1 letter was written and is whole"):
        desk.letter_batches.write(batch.letters, folder, lambda _count: True)
    assert len(desk.letter_batches.of_day(THAT_DAY).letters) == 1


def test_two_letters_that_say_the_same_are_named(desk, due):
    batch = due()
    words = batch.letters[0].record.text_blocks
    for one in batch.letters:
        desk.letters.rewrite(one.record, words)
    assert [pair[:2] for pair in desk.letter_batches.of_day(THAT_DAY).alike] == [(0, 1)]


def test_a_second_letter_of_a_case_leaves_no_file(desk, due, folder):
    batch = due("Deirdre Fallon")
    desk.letters.printed(desk.letters.composed(batch.letters[0].story, LetterKind.SORRY))
    written = desk.letter_batches.write(batch.letters, folder, lambda _count: True)
    assert [why for _one, why in written.refused if "One letter per case" in why]
    assert list(folder.iterdir()) == []


def test_new_letters_of_a_batch_are_made_for_the_printer(desk, due):
    due()
    letters = desk.letter_batches.of_day(THAT_DAY, laser=True).letters
    assert [one.record.look.laser for one in letters] == [True, True]


def test_words_that_cannot_be_read_are_named_with_their_case_and_the_others_go_on(
    desk, take, walk, clock, tmp_path, monkeypatch
):
    for who, language in (("Deirdre Fallon", "en"), ("Wei Chen", "zh_CN")):
        desk.casework.finish(walk(take(who=who, language_of_letters=language)))
    clock.moment += timedelta(days=15)
    shutil.copytree(resources_dir() / "letters", tmp_path / "letters")
    (tmp_path / "letters" / "zh_CN" / "common.toml").write_text("[sentences", encoding="utf-8")
    monkeypatch.setattr("desktop_cs.desk.letter_reading.places.resources_dir", lambda: tmp_path)
    batch = desk.letter_batches.of_day(THAT_DAY)
    assert [one.story.case.who for one in batch.letters] == ["Deirdre Fallon"]
    assert [one.story.case.who for one in batch.left_out] == ["Wei Chen"]
    assert "common.toml" in batch.left_out[0].why
