"""The guide's files: what can be used of them is, and every mistake is named with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.guide.advice import Advice, Hint, faults_in
from desktop_cs.guide.guide_file import read_feelings, read_guide_file, read_step, text_of

SOUND = """# A comment.
[review]
you_could_say = [
  { text = "Tell me[, {customer}].", because = "They know best." },
  "[{customer}, ]please go on.",
]
listen_for = ["The time."]
"""


@pytest.fixture
def written(tmp_path):
    """Return a function that writes a file of the guide and reads it."""

    def write(text, name="late.toml"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_guide_file(path)

    return write


def test_a_hint_is_a_text_or_a_text_with_its_reason(written):
    advice = written(SOUND).advice["late", "review"]
    assert advice.you_could_say == (
        Hint("Tell me[, {customer}].", "They know best."),
        Hint("[{customer}, ]please go on."),
    )
    assert advice.listen_for == (Hint("The time."),)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "listen_for",
            "listen_to",
            "late.toml, line 7: nothing is called listen_to (did you mean listen_for?)",
        ),
        ('["The time."]', '"The time."', "late.toml, line 7: listen_for must be a list of texts"),
        ('["The time."]', "[3]", "late.toml, line 7: a hint is a text, or { text"),
        ('["The time."]', '[""]', "late.toml, line 7: the text is empty"),
        ("because", "reason", "late.toml, line 3: a hint is a text, or { text"),
        (
            "please go on.",
            "{feelin}",
            "late.toml, line 5: nothing is called {feelin} (did you mean feeling?)",
        ),
        (
            "[{customer}, ]please",
            "{customer}, please",
            "late.toml, line 5: put {customer} and the words around",
        ),
        ("[, {customer}]", "[, {customer}", "late.toml, line 4: a square bracket is not closed"),
        ("[review]", "[revue]", "late.toml, line 2: no step is called revue (did you mean review?)"),
        ("[review]", "review = 3\n[more]", "late.toml, line 2: no step is called review"),
        ("],\n", "\n", ""),
        ('"The time."', '"The time.', "late.toml, line 7: this is not TOML"),
        ("go on.", "go \x00on.", "late.toml, line 5: this is not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line(written, old, new, problem):
    assert old in SOUND or not problem
    found = written(SOUND.replace(old, new, 1)).problems
    assert any(problem in one for one in found) or not problem


def test_what_is_sound_in_a_file_with_mistakes_is_used(written):
    file = written(SOUND.replace('"The time."', '"The time.", "{custmer}", 3'))
    assert file.advice["late", "review"].listen_for == (Hint("The time."),)
    assert len(file.advice["late", "review"].you_could_say) == 2
    assert len(file.problems) == 2


def test_a_file_that_is_no_text_is_named_with_its_line(written):
    assert written(b"[review]\n\xff\xfe").problems == ("late.toml, line 2: save the file as UTF-8 text",)


def test_a_folder_in_the_place_of_a_file_is_no_crash(tmp_path):
    (tmp_path / "late.toml").mkdir()
    (problem,) = read_guide_file(tmp_path / "late.toml").problems
    assert problem.startswith("late.toml: cannot be read")


def test_brackets_without_end_are_no_crash(written):
    assert "late.toml, line 1: this is not TOML" in written("a = " + "[" * 5000).problems[0]


def test_lines_are_counted_the_same_with_the_line_ends_of_windows(written):
    sound = SOUND.replace('"The time."', '"{custmer}"').replace("\n", "\r\n")
    assert written(sound).problems[0].startswith("late.toml, line 7:")


def test_the_file_for_every_case_needs_wordings_at_every_step(written):
    assert "any.toml: the step logging has nothing under you_could_say" in written(SOUND, "any.toml").problems


def test_natures_are_read_from_the_file_of_the_second_failure_alone(written):
    text = SOUND + '[review.both]\nlisten_for = ["Both."]\n'
    assert ("second_failure.both", "review") in written(text, "second_failure.toml").advice
    assert "late.toml, line 8: nothing is called both" in written(text).problems[0]


def test_feelings_without_words_leave_the_sentence_without_them(tmp_path):
    feelings, problems = read_feelings(tmp_path / "feelings.toml")
    assert feelings.named(("angry",)) == ""
    assert problems == ("feelings.toml: the file is missing",)


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_HINTS = st.lists(st.builds(Hint, _TEXTS, _TEXTS), max_size=3).map(tuple)
_ADVICE = st.builds(Advice, st.just(()), _HINTS, _HINTS, _HINTS, _TEXTS)


@given(_ADVICE)
def test_what_is_kept_of_an_advice_reads_back_the_same(advice):
    if faults_in(advice):
        assert read_step(text_of(advice))[1]
    else:
        assert read_step(text_of(advice)) == (advice, [])


@given(st.text(max_size=200))
def test_any_text_of_a_step_is_read_or_its_faults_are_told(text):
    advice, faults = read_step(text)
    assert faults or read_step(text_of(advice)) == (advice, [])
