"""What the parts of the guide are called on the screen: its files by what they are about, its steps."""

from collections.abc import Mapping

from desktop_cs.cases.steps import Step
from desktop_cs.forms.definition import Form, words_in
from desktop_cs.i18n import N_, _, language_in_use

_WORDS = {"any": N_("Every case"), "second_failure": N_("The second time")}


def file_words(forms: Mapping[str, Form], file: str) -> str:
    """Return what a file of the guide is about, such as "We are late" or "The second time: Both"."""
    base, _dot, nature = file.partition(".")
    words = _(_WORDS[base]) if base in _WORDS else _option_words(forms, "failure_kind", base)
    if not nature:
        return words
    return _("{which}: {what}").format(which=words, what=_option_words(forms, "failure_nature", nature))


def step_words(forms: Mapping[str, Form], step: str) -> str:
    """Return what a step is called."""
    return words_in(forms[step].title, language_in_use()) if step in forms else step


def _option_words(forms: Mapping[str, Form], field_id: str, option_id: str) -> str:
    """Return the words of an answer in Review; the id itself where there is none."""
    options = forms[Step.REVIEW].field(field_id).options
    found = (words_in(one.label, language_in_use()) for one in options if one.id == option_id)
    return next(found, option_id)
