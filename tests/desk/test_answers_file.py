"""An answers file is read whole or refused with every mistake in it."""

import pytest

from desktop_cs.desk.answers_file import AnswersFileError, read_answers_file
from desktop_cs.errors import UserError

SOUND = '[case]\ncustomer = "Tom"\none_line = "Kettle leaks"\n'


@pytest.fixture
def read(tmp_path):
    """Return a function that reads this text as an answers file."""

    def of(text):
        path = tmp_path / "answers.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_answers_file(path)

    return of


def problems(read, text):
    with pytest.raises(AnswersFileError) as refused:
        read(text)
    assert "answers.toml was not stored; nothing was changed." in str(refused.value)
    assert all(problem in str(refused.value) for problem in refused.value.problems)
    return refused.value.problems


def test_the_least_is_a_name_and_a_line(read):
    file = read(SOUND)
    assert file.customer == {"name": "Tom"}
    assert (file.shop, file.before, file.after, file.approval) == ({}, (), (), {})


def test_a_file_saved_by_a_windows_editor_is_read_too(read):
    assert read(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode()).case["one_line"] == "Kettle leaks"


def test_the_approval_stands_apart_from_the_answers(read):
    file = read(SOUND + '[resolution]\nproblem_solved = "yes"\n[resolution.approval]\ndigits = "2468"')
    assert file.approval == {"digits": "2468"}
    assert file.steps["resolution"] == {"problem_solved": "yes"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "There is no table [case]."),
        ("case = 3", "[case] has to be a table."),
        ('[case]\none_line = "x"', "say who the customer is"),
        ('[case]\ncustomer = "Tom"', "one_line is needed"),
        ('[case]\ncustomer = "Tom"\none_line = " "', "one_line is needed"),
        ('[case]\ncustomer = { phone = "1" }\none_line = "x"', "case.customer: a name is needed."),
        ('[case]\ncustomer = 5\none_line = "x"', "case.customer: write a name or a table."),
        ('[case]\ncustomer = { name = "T", fone = "1" }\none_line = "x"', "there is no key “fone”"),
        (SOUND + 'moood = "calm"', "did you mean “mood”"),
        (SOUND + 'mood = "clam"', "did you mean “calm”"),
        (SOUND + "mood = [1]", "there is no “[1]”"),
        (SOUND + "[reveiw]", "did you mean “review”"),
        (SOUND + "apology = 1", "there is no key “apology”"),
        (SOUND + "[[apology]]\nx = 1", "[apology] has to be a table."),
        (SOUND + "[before]", "[[before]] has to be a list of tables."),
        (SOUND + "[[before]]\nserail = 1", "did you mean “serial”"),
        (SOUND + "[[before]]\ncustomer = {}", "before.customer: a name is needed."),
        (SOUND + "[[before]]\npromises = 1", "before.promises: write a list of tables here."),
        (SOUND + '[[before]]\npromises = [{ what = "x" }]', "a promise needs what and due_at"),
        (SOUND + '[[before]]\npromises = [{ what = "x", due_at = 1, state = "brokn" }]', "“broken”"),
        (SOUND + "[[after]]\nketp = 1", "did you mean “kept”"),
        (SOUND + "[[after]]\nanswers = 1", "after.answers: write a table here."),
        (SOUND + "[[after]]\nanswers = { reviw = {} }", "did you mean “review”"),
        (SOUND + "[shop]\nnmae = 1", "did you mean “name”"),
        (SOUND + "[shop]\nlimits = 1", "shop.limits: write a table here."),
        (SOUND + "[shop.limits]\ncounter = 1", "shop.limits.counter: write a table here."),
        (SOUND + "[shop.limits.couter]", "did you mean “counter”"),
        (SOUND + "[shop.limits.counter]\nper_dya = 1", "did you mean “per_day”"),
        (SOUND + "[shop]\nstaff = 1", "shop.staff: write a list of tables here."),
        (SOUND + '[[shop.staff]]\nrole = "boss"', "shop.staff.role: there is no “boss”"),
        (SOUND + "[resolution]\napproval = 1", "resolution.approval: write a table here."),
        (SOUND + "[resolution.approval]\npin = 1", "there is no key “pin”"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_may_be_meant(read, text, problem):
    found = problems(read, text)
    assert len(found) == 1 or text in ("", "case = 3")
    assert any(problem in one for one in found), found


def test_all_mistakes_are_named_at_once(read):
    text = '[case]\ncustomer = 5\nmood = "clam"\nanswr = 1\n[shpo]\n[before]'
    assert len(problems(read, text)) == 6


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[case", "is not a sound TOML file"),
        ("x = " + "9" * 5000, "is not a sound TOML file"),
        ("x = " + "[" * 5000, "is not a sound TOML file"),
        ('[case]\ncustomer = "Käthe"'.encode("latin-1"), "is not a UTF-8 text"),
        (b"\x00\x01\xff", "is not a UTF-8 text"),
    ],
)
def test_what_is_no_toml_is_refused_in_a_sentence(read, text, sentence):
    with pytest.raises(UserError, match=sentence):
        read(text)


def test_a_file_that_is_not_there_is_asked_for_by_name(tmp_path):
    for path in (tmp_path / "nothing.toml", tmp_path):
        with pytest.raises(UserError, match="Is the name right"):
            read_answers_file(path)


@pytest.mark.parametrize(
    ("code", "ours"), [("zh-Hans", "zh_CN"), ("zh-Hant", "zh_TW"), ("ru-RU", "ru"), ("en-GB", "en")]
)
def test_a_language_of_letters_may_be_written_in_several_ways(read, code, ours):
    assert read(f'{SOUND}language_of_letters = "{code}"\n').case["language_of_letters"] == ours
    text = f'[case]\none_line = "Kettle leaks"\ncustomer = {{ name = "Tom", language = "{code}" }}\n'
    assert read(text).customer["language"] == ours


def test_a_language_that_no_letter_is_written_in_is_refused(read):
    text = (
        '[case]\none_line = "x"\nlanguage_of_letters = "fr"\ncustomer = { name = "Tom", language = "tlh" }\n'
    )
    assert sorted(problems(read, text)) == [
        "case.customer.language: there is no “tlh”.",
        "case.language_of_letters: there is no “fr”.",
    ]
