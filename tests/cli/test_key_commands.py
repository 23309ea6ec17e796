"""`key`: what opens the records, by command line; and every other command on locked records."""

import io
import json

import pypdfium2
import pytest

from desktop_cs.shop.recovery_code import new_code

PHRASE = "my aunt feeds three grey hens"
OTHER = "three hens in the morning rain"


@pytest.fixture
def given(command, monkeypatch):
    """Return a function that runs a command with these lines on standard input."""

    def run(lines, *words):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return command(*words, "--secret-stdin")

    return run


@pytest.fixture
def locked(command, given, answers):
    """Lock a shop with one case with the pass phrase."""
    command("case", "add", answers())
    assert given([PHRASE, PHRASE], "key", "phrase").code == 0


def test_a_new_shop_says_that_whoever_has_the_folder_can_read_it(command, answers):
    command("case", "add", answers())
    assert "without any key" in command("key", "show").out
    assert json.loads(command("key", "show", "--json").out)["locked"] is False


def test_a_pass_phrase_is_set_and_the_missing_sheet_is_told(command, given, answers):
    command("case", "add", answers())
    ended = given([PHRASE, PHRASE], "key", "phrase")
    assert (ended.code, ended.out) == (0, "The pass phrase is set.\n")
    assert "recovery sheet" in ended.told
    assert "Backups that are not here now" in ended.told
    assert PHRASE not in ended.out + ended.told


def test_what_is_still_missing_on_standard_input_is_named(command, answers, given):
    command("case", "add", answers())
    ended = given([PHRASE], "key", "phrase")
    assert (ended.code, ended.out) == (1, "")
    assert ended.told == "Standard input ended before this was given: The same once more.\n"


def test_a_command_on_locked_records_asks_and_without_anybody_to_ask_says_how(locked, command, given):
    refused = command("case", "list")
    assert refused.code == 1
    assert "--secret-stdin" in refused.told
    assert "Tom Hill" in given([PHRASE], "case", "list").out


@pytest.mark.parametrize("typed", ["wrong words altogether", "", " "])
def test_a_wrong_pass_phrase_is_a_sentence_and_lets_nobody_in(locked, given, typed):
    ended = given([typed], "case", "list")
    assert (ended.code, ended.out) == (1, "")
    assert ended.told.strip()


def test_standard_input_that_ends_too_soon_is_told(locked, given):
    assert "ended before" in given([], "case", "list").told


def test_at_the_terminal_it_is_typed_unseen_and_may_be_tried_again(locked, command, monkeypatch):
    typed = iter(["wrong words altogether", PHRASE])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))
    ended = command("case", "list")
    assert "Tom Hill" in ended.out
    assert "not the pass phrase" in ended.told


def test_the_pass_phrase_is_changed_and_the_old_one_opens_nothing(locked, given):
    assert given([PHRASE, OTHER, OTHER], "key", "phrase").code == 0
    assert given([PHRASE], "case", "list").code == 1
    assert given([OTHER], "case", "list").code == 0


def test_two_that_differ_change_nothing(locked, given):
    assert "not alike" in given([PHRASE, OTHER, OTHER[:-1]], "key", "phrase").told
    assert given([PHRASE], "case", "list").code == 0


def test_the_sheet_is_a_pdf_whose_code_opens_the_records(locked, given, tmp_path, monkeypatch):
    code, path = new_code(), tmp_path / "sheet.pdf"
    monkeypatch.setattr("desktop_cs.desk.key_work.new_code", lambda: code)
    assert given([PHRASE], "key", "sheet", "-o", path).code == 0
    words = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    assert [group for group in code.groups if group not in "".join(words.split())] == []
    state = json.loads(given([code.text], "key", "show", "--json").out)
    assert state["sheet_made_at"]


def test_a_sheet_that_cannot_be_written_does_not_count(locked, given, tmp_path):
    assert given([PHRASE], "key", "sheet", "-o", tmp_path / "gone" / "sheet.pdf").code == 1
    assert json.loads(given([PHRASE], "key", "show", "--json").out)["sheet_made_at"] is None


def test_after_a_leak_the_records_get_a_new_key_and_the_sheet_is_to_be_made_anew(locked, given, tmp_path):
    given([PHRASE], "key", "sheet", "-o", tmp_path / "sheet.pdf")
    ended = given([PHRASE, OTHER, OTHER], "key", "phrase", "--leaked")
    assert ended.code == 0
    assert "recovery sheet" in ended.told
    assert json.loads(given([OTHER], "key", "show", "--json").out)["sheet_made_at"] is None
    assert "Tom Hill" in given([OTHER], "case", "list").out


def test_the_pass_phrase_is_taken_away(locked, given, command):
    assert given([PHRASE], "key", "open").code == 0
    assert "Tom Hill" in command("case", "list").out


def test_a_secret_is_no_argument(command):
    assert command("key", "phrase", PHRASE).code == 2
