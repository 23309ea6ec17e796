"""`wording` marks a text file or standard input, and says plainly what it cannot read."""

import io
import json
import sys

import pytest


@pytest.fixture
def text(tmp_path):
    """Return a function that writes a file and returns its path."""

    def written(content, encoding="utf-8"):
        path = tmp_path / "text.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return written


def test_each_mark_says_where_which_why_and_what_instead(command, text):
    ended = command("wording", text("Dear Mrs Stone,\n\nThat is company policy.\n"), "--language", "en")
    assert (ended.code, ended.told) == (1, "")
    first, better = ended.out.splitlines()
    assert first.startswith("3:9  policy_talk  “company policy”: ")
    assert better.startswith("    Better: ")


def test_a_text_without_marks_ends_with_0(command, text, folder):
    ended = command("wording", text("We mend it on Friday by four.\n"), "--language", "en")
    assert (ended.code, ended.out, ended.told) == (0, "", "Nothing is marked.\n")
    assert not folder.exists()


def test_json_holds_every_mark_with_its_better_wording(command, text):
    ended = command("wording", text("王女士，您好！\n这是公司规定。"), "--language", "zh_CN", "--json")
    (mark,) = json.loads(ended.out)
    assert (ended.code, mark["line"], mark["column"], mark["words"]) == (1, 2, 3, "公司规定")
    assert (mark["kind"], mark["use"], mark["in_place_of"]) == (
        "policy_talk",
        "我们能为您做的是……",
        "sentence",
    )
    assert mark["reason"]
    assert mark["better"]


def test_json_of_a_text_without_marks_is_an_empty_list(command, text):
    ended = command("wording", text("Good."), "--json")
    assert (ended.code, json.loads(ended.out)) == (0, [])


def test_a_name_must_stand_with_its_form_of_address(command, text):
    file = text("Dear Stone,\n")
    assert command("wording", file).code == 0
    ended = command("wording", file, "--name", "Stone", "--json")
    assert [mark["kind"] for mark in json.loads(ended.out)] == ["missing_title"]


def test_standard_input_is_read_for_a_dash(command, monkeypatch):
    given = io.TextIOWrapper(io.BytesIO(b"That is company policy."))
    monkeypatch.setattr(sys, "stdin", given)
    assert "1:9" in command("wording", "-").out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_other_encodings_are_read_and_doubt_is_told(command, text, encoding):
    sentence = "王女士，您好！这件事我们很抱歉。这是公司规定，我们没有办法。\n" * 5
    ended = command("wording", text(sentence, encoding), "--language", "zh_CN")
    assert "公司规定" in ended.out
    assert (encoding in ended.told) == (encoding != "utf-8-sig")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_of_other_systems_are_counted_alike(command, text, end):
    ended = command("wording", text(f"One.{end}That is company policy.{end}"))
    assert ended.out.startswith("2:9 ")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nothing.txt",), "nothing.txt cannot be read. Is the name right?"),
        ((".",), "cannot be read"),
        (("nothing.txt", "--language", "xx"), "There is no language “xx” here; use one of en, zh_CN."),
    ],
)
def test_what_cannot_be_checked_is_told_in_a_sentence(command, tmp_path, monkeypatch, words, sentence):
    monkeypatch.chdir(tmp_path)
    ended = command("wording", *words)
    assert (ended.code, ended.out) == (1, "")
    assert sentence in ended.told


def test_a_picture_is_no_text(command, text):
    ended = command("wording", text(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8))
    assert (ended.code, ended.out) == (1, "")
    assert "no text that can be read here" in ended.told


def test_a_file_without_end_is_refused(command, text):
    ended = command("wording", text("a" * 1_000_001))
    assert ended.code == 1
    assert "too long" in ended.told


def test_without_a_file_the_use_is_wrong(command):
    assert command("wording").code == 2
