"""Sentences with gaps."""

import pytest

from desktop_cs.phrases import did_you_mean, filled, find_problems, firm_gaps, gaps, read_table


@pytest.mark.parametrize(
    ("phrase", "customer", "said"),
    [
        ("I am sorry[, {customer}]. It was us.", "Mrs Wang", "I am sorry, Mrs Wang. It was us."),
        ("I am sorry[, {customer}]. It was us.", "", "I am sorry. It was us."),
        ("[{customer}, ]please sit down.", "", "Please sit down."),
        ("It was us. [{customer}, ]i am sorry.", "", "It was us. I am sorry."),
        ("May I[, {customer}], ask?", "", "May I, ask?"),
        ("[{customer}，]真对不起。", "王女士", "王女士，真对不起。"),
        ("[{customer}，]真对不起。", "", "真对不起。"),
        ("[{customer}, ]iPhone 15 is yours.", "", "iPhone 15 is yours."),
        ("[{customer}]iPhone 15 的事，真对不起。", "", "iPhone 15 的事，真对不起。"),
        ("[{customer}, ]наш eReader готов.", "", "Наш eReader готов."),
    ],
)
def test_a_bracketed_part_is_said_only_with_its_value(phrase, customer, said):
    assert filled(phrase, {"customer": customer}) == said


def test_a_value_is_never_read_as_a_phrase():
    assert filled("Dear {customer},", {"customer": "[{shop}] {customer}"}) == "Dear [{shop}] {customer},"


def test_gaps_outside_brackets_are_firm():
    phrase = "{shop} thanks you[, {customer}]."
    assert gaps(phrase) == ("shop", "customer")
    assert firm_gaps(phrase) == ("shop",)


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ("  ", "the text is empty"),
        ("I am sorry[, {customer}", "a square bracket is not closed, or stands inside another one"),
        ("[a [b] c]", "a square bracket is not closed, or stands inside another one"),
        ("Dear {customer", "a brace is not closed"),
        ("Dear {custmer}", "nothing is called {custmer} (did you mean customer?)"),
    ],
)
def test_a_mistake_in_a_phrase_is_named(phrase, problem):
    assert find_problems(phrase, ("customer",)) == [problem]


def test_nothing_near_is_not_guessed():
    assert did_you_mean("zebra", ("customer", "feeling")) == ""


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "x.toml: the file is missing"),
        (b"\xff\xfea", "x.toml: save the file as UTF-8 text"),
        (b"a = [", "x.toml: not written as TOML"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem_not_a_crash(tmp_path, content, problem):
    path = tmp_path / "x.toml"
    if content is not None:
        path.write_bytes(content)
    problems = []
    assert read_table(path, problems) == {}
    assert len(problems) == 1
    assert problems[0].startswith(problem)
