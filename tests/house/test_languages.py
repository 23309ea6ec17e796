"""Every language that is offered is complete, and no text is out of its reach."""

import ast

import words

from desktop_cs.i18n import LANGUAGES

MARKS = {"_", "N_", "ngettext"}


def test_every_text_is_translated_and_every_catalogue_is_fresh():
    assert words.problems() == []


def test_every_language_that_is_offered_has_a_catalogue():
    assert {"en", *words.languages()} >= set(LANGUAGES)


def test_no_text_stands_in_an_f_string_where_some_pythons_do_not_find_it(root):
    hidden = [
        f"{path.relative_to(root)}:{call.lineno}"
        for path in sorted((root / "desktop_cs").rglob("*.py"))
        for joined in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MARKS
        if isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []
