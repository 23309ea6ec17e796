"""`letter`, `summary` and `case slip` write PDF files, whole or not at all."""

import json

import pypdfium2
import pytest


def test_a_letter_and_a_summary_are_written_and_named(command, root, tmp_path):
    command("case", "add", root / "answers" / "3b_cosmetics_explained.toml")
    for words in (("letter", 1), ("summary", "2026-11"), ("case", "slip", 1)):
        file = tmp_path / f"{words[0]}.pdf"
        ended = command(*words, "-o", file)
        assert (ended.code, ended.out) == (0, f"{file}\n")
        assert file.read_bytes().startswith(b"%PDF-")
    assert not [*tmp_path.glob("*.partial")]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Dear Tom,\n\nthank you."), ("zh-Hans", "您好：\n\n谢谢您。")]
)
def test_a_text_becomes_a_letter_without_a_data_folder(command, folder, tmp_path, language, text):
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    file = tmp_path / "letter.pdf"
    ended = command("letter", "--text", tmp_path / "text.txt", "--language", language, "-o", file)
    assert (ended.code, ended.told) == (0, "")
    assert file.read_bytes().startswith(b"%PDF-")
    assert not folder.exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("letter", "-o", "x.pdf"), "Name the number of a case"),
        (("letter", "1", "--text", "a.txt", "-o", "x.pdf"), "Name the number of a case"),
        (("letter", "9", "-o", "x.pdf"), "There is no case 9 here."),
        (("case", "slip", "9", "-o", "x.pdf"), "There is no case 9 here."),
        (("case", "slip", "1", "--paper", "A5", "-o", "x.pdf"), "80mm, A4, Letter"),
        (("letter", "--text", "nothing.txt", "-o", "x.pdf"), "Is the name right?"),
        (("summary", "2026-13", "-o", "x.pdf"), "is no month"),
        (("letter", "1", "--paper", "B7", "-o", "x.pdf"), "B7"),
    ],
)
def test_what_cannot_be_printed_is_told_in_a_sentence(
    command, answers, tmp_path, monkeypatch, words, sentence
):
    monkeypatch.chdir(tmp_path)
    command("case", "add", answers())
    ended = command(*words)
    assert (ended.code, ended.out) == (1, "")
    assert sentence in ended.told
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("place", ["nowhere/summary.pdf", "."])
def test_a_place_that_cannot_be_written_leaves_nothing_behind(command, answers, tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    command("case", "add", answers())
    ended = command("summary", "2026-11", "-o", place)
    assert ended.code == 1
    assert "could not be written" in ended.told
    assert not [*tmp_path.glob("**/*.partial")]


def test_without_an_output_the_use_is_wrong(command):
    assert command("summary", "2026-11").code == 2
    assert command("case", "slip", "1").code == 2


@pytest.mark.parametrize(("paper", "width_mm"), [("80mm", 80), ("a4", 210), ("Letter", 216)])
def test_a_slip_is_as_wide_as_its_paper_and_is_not_noted_as_given(
    command, answers, tmp_path, paper, width_mm
):
    command("case", "add", answers())
    file = tmp_path / "slip.pdf"
    assert command("case", "slip", 1, "--paper", paper, "-o", file).out == f"{file}\n"
    assert round(pypdfium2.PdfDocument(file)[0].get_width() * 25.4 / 72) == width_mm
    events = json.loads(command("case", "show", 1, "--json").out)["events"]
    assert [event["what"] for event in events] == ["taken"]


def test_hard_words_on_a_slip_are_told_with_the_reason_and_it_is_written_all_the_same(
    command, answers, tmp_path
):
    hard = '[case]\ncustomer = "Tom Hill"\none_line = "You probably used it wrongly"\n'
    command("case", "add", answers(hard))
    ended = command("case", "slip", 1, "-o", tmp_path / "slip.pdf")
    assert (ended.code, (tmp_path / "slip.pdf").is_file()) == (0, True)
    assert "used it wrongly”: " in ended.told


def test_a_slip_speaks_the_language_of_its_customer(command, answers, tmp_path):
    text = '[case]\ncustomer = "陈静"\none_line = "水壶漏水"\nlanguage_of_letters = "zh_CN"\n'
    command("case", "add", answers(text))
    command("case", "slip", 1, "-o", tmp_path / "slip.pdf")
    words = pypdfium2.PdfDocument(tmp_path / "slip.pdf")[0].get_textpage().get_text_bounded()
    assert "处理进度" in words
