"""A slip of the pen is met with the word that was meant."""

from desktop_cs.forms.near_words import did_you_mean, shortened


def test_a_near_word_is_offered():
    assert did_you_mean("requird", ("label", "required")) == " (did you mean “required”?)"


def test_a_far_word_is_not():
    assert did_you_mean("colour", ("label", "required")) == ""
    assert did_you_mean("label", ()) == ""


def test_a_long_word_does_not_fill_the_screen():
    assert shortened("short") == "short"
    assert shortened("x" * 1000) == "x" * 60 + "…"
