"""The kinds of failure are those that the review offers."""

from desktop_cs.cases.failure_kinds import FAILURE_KINDS
from desktop_cs.forms.loader import load_forms
from desktop_cs.places import forms_dir


def test_the_kinds_are_those_of_the_review_in_its_order():
    asked = load_forms(forms_dir())["review"].field("failure_kind")
    assert tuple(option.id for option in asked.options) == FAILURE_KINDS
