"""The loader names every mistake of a file at once, whatever the file holds."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.forms.form_tables import read_form
from desktop_cs.forms.loader import FormFileError, load_form, load_forms
from desktop_cs.forms.soundness import unsound
from desktop_cs.forms.table_reader import TableReader

SOUND = """
id = "tea"
version = 2
title = { en = "Tea", zh_CN = "茶" }
[[section]]
id = "wishes"
title = { en = "Wishes", zh_CN = "愿望" }
folded_until = "apology"
[[section.field]]
id = "kind"
type = "choice"
required = true
default = "green"
label = { en = "Kind", zh_CN = "种类" }
[[section.field.option]]
id = "green"
label = { en = "Green", zh_CN = "绿茶" }
[[section.field.option]]
id = "other"
label = { en = "Other", zh_CN = "其他" }
weighs_most = true
[[section.field]]
id = "kind_other"
type = "text"
label = { en = "Which", zh_CN = "哪一种" }
visible_when = { field = "kind", is = "other" }
[[section.field]]
id = "cups"
type = "lines"
label = { en = "Cups", zh_CN = "杯子" }
visible_when = { rule = "our_fault" }
[[section.field.column]]
id = "cost"
type = "money"
label = { en = "Cost", zh_CN = "费用" }
required = true
"""

SPOILT = """
version = "1"
titel = { en = "Tea" }
title = "Tea"
[[section]]
id = "wishes"
title = { en = "Wishes", zh_CN = "" }
folded_until = "apologi"
[[section.field]]
id = "kind"
type = "choise"
label = { en = "Kind" }
requird = true
[[section.field]]
id = "kind"
type = "choice"
label = { en = "Kind", zh_CN = "种类", zh_CM = "种类" }
required = "yes"
default = "gren"
not_in_future = true
visible_when = { field = "cups", is = "x" }
[[section.field.option]]
id = "green"
label = { en = "Green", zh_CN = "绿茶" }
[[section.field.option]]
id = "green"
label = { en = 1, zh_CN = "绿茶" }
colour = "green"
[[section.field]]
id = "Cups!"
type = "lines"
label = { en = "Cups", zh_CN = "杯子" }
visible_when = { field = "kind", is = "gree", filled = true }
at_most = 3
[[section.field]]
id = "more"
type = "text"
label = { en = "More", zh_CN = "更多" }
option = "none"
visible_when = "always"
[[section.field]]
id = "cost"
type = "money"
label = { en = "Cost", zh_CN = "费用" }
default = 3
visible_when = { rule = "our_falt" }
[[section]]
id = "empty"
title = { en = "Empty", zh_CN = "空" }
"""


CUPS = "section “wishes” field “Cups!”"
MORE = "section “wishes” field “more”"


def write(folder, text, name="tea.toml"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def problems_of(path):
    with pytest.raises(FormFileError) as caught:
        load_form(path)
    return [problem.removeprefix(f"{path.name}: ") for problem in caught.value.problems]


def test_a_sound_form_is_read_as_it_is_written(tmp_path):
    form = load_form(write(tmp_path, SOUND))
    assert (form.id, form.version, form.title["zh_CN"]) == ("tea", 2, "茶")
    assert form.sections[0].folded_until == "apology"
    kind = form.field("kind")
    assert kind.required
    assert kind.default == "green"
    assert [option.weighs_most for option in kind.options] == [False, True]
    assert form.field("kind_other").visible_when.holds({"kind": "other"})
    assert form.field("cups").visible_when.holds({}, {"our_fault"})
    assert form.field("cups").columns[0].required


def test_every_mistake_is_named_at_once(tmp_path):
    assert problems_of(write(tmp_path, SPOILT)) == [
        "“id” is missing",
        "“version” needs a whole number",
        '“title” needs a text per language, such as { en = "…" }',
        "section “wishes”: “title” has no text in zh_CN",
        "section “wishes” field “kind”: “label” has no text in zh_CN",
        "section “wishes” field “kind”: unknown key “requird” (did you mean “required”?)",
        "section “wishes” field “kind”: “label” has an unknown language “zh_CM” (did you mean “zh_CN”?)",
        "section “wishes” field “kind”: “required” needs true or false",
        "section “wishes” field “kind” option “green”: “label” in en needs a text in quotation marks",
        "section “wishes” field “kind” option “green”: unknown key “colour”",
        f"{CUPS} visible_when: write “field” with one of “is”, “is_one_of” and “filled”, or “rule” alone",
        f"{MORE}: “option” needs tables, each under [[…option]]",
        f'{MORE}: “visible_when” needs a table, such as {{ field = "refused", is = "yes" }}',
        "section “empty”: “field” is missing",
        "unknown key “titel” (did you mean “title”?)",
        "field “kind” is there twice",
        "field “Cups!”: an id is made of small letters a to z, digits and _, 40 at most",
        "section “wishes”: there is no step “apologi” (did you mean “apology”?)",
        "field “kind”: there is no type “choise” (did you mean “choice”?)",
        "field “kind”: option “green” is there twice",
        "field “kind”: “not_in_future” means nothing for type “choice”",
        "field “kind”: default: There is no answer “gren” to choose here (did you mean “green”?).",
        "field “kind”: visible_when: there is no earlier field “cups”",
        "field “Cups!”: its columns are missing",
        "field “Cups!”: “at_most” means nothing for type “lines”",
        "field “Cups!”: visible_when: “kind” has no answer “gree”",
        "field “cost”: a field of type “money” has no default",
        "field “cost”: visible_when: there is no rule “our_falt” (did you mean “our_fault”?)",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('id = "tea"\nversion = = 1', "line 2, column 11: not valid TOML (Invalid value)"),
        ('id = "tea', "is not valid TOML"),
        ("a = 1\na = 2", "not valid TOML (Cannot overwrite a value"),
        ("a = " + "[" * 100_000, "is not valid TOML"),
        ("a = " + "1" * 5000, "is not valid TOML"),
        ("a = 2026-02-30", "not valid TOML"),
        (b'id = "\xff"', "is not saved as UTF-8 text"),
        ("", "“id” is missing"),
        ("version = 0", "“version” starts at 1"),
        (f"version = 0x{'f' * 9999}", "“version” needs a whole number"),
        ("version = 1", "“section” is missing"),
        ("section = []", "“section” is empty"),
        (SOUND.replace('id = "tea"', 'id = "coffee"'), "its id “coffee” must be the name of its file"),
    ],
)
def test_what_is_no_form_is_told_in_a_sentence(tmp_path, text, problem):
    assert any(problem in found for found in problems_of(write(tmp_path, text)))


@pytest.mark.parametrize(
    ("written", "spoilt", "problem"),
    [
        ('is = "other"', 'is_one_of = "other"', "“is_one_of” needs a list of texts"),
        ('is = "other"', "is_one_of = []", "“is_one_of” needs a list of texts"),
        ('is = "other"', "filed = true", "unknown key “filed” (did you mean “filled”?)"),
        ('field = "kind", is = "other"', 'field = "kin", filled = true', "did you mean “kind”"),
        ('{ rule = "our_fault" }', '{ rule = "our_fault", filled = true }', "or “rule” alone"),
        ('type = "money"', 'type = "lines"', "column “cost”: there is no type “lines”"),
        ('type = "money"', 'type = "choice"', "column “cost”: its options are missing"),
        ('type = "text"', 'type = "choices"', "field “kind_other”: its options are missing"),
        ('type = "lines"', 'type = "text"', "field “cups”: a field of type “text” has no columns"),
        ('type = "choice"', 'type = "text"', "field “kind”: a field of type “text” has no options"),
        ('type = "text"', 'type = "text"\nat_least = 1', "“at_least” means nothing for type “text”"),
        ('type = "text"', 'type = "number"\nat_least = 4\nat_most = 3', "“at_most” is too small"),
        ('type = "text"', 'type = "number"\ndefault = true', "default: A whole number is needed here"),
        ('type = "text"', 'type = "text"\ndefault = " tea"', "default: write it as “tea”"),
        ('id = "wishes"', 'id = ""', "“id” is empty"),
        ('id = "wishes"\n', "", "section 1: “id” is missing"),
        ('id = "kind"\n', "", "section “wishes” field 1: “id” is missing"),
        ('id = "other"\n', "", "section “wishes” field “kind” option 2: “id” is missing"),
        ('id = "cost"\n', "", "section “wishes” field “cups” column 1: “id” is missing"),
        ('type = "choice"', 'type = ["choice"]', "field “kind”: “type” needs a text"),
        ('type = "choice"\n', "", "field “kind”: “type” is missing"),
        ('id = "wishes"', "id = 3", "“id” needs a text in quotation marks"),
    ],
)
def test_one_slip_is_one_sentence(tmp_path, written, spoilt, problem):
    assert any(problem in found for found in problems_of(write(tmp_path, SOUND.replace(written, spoilt, 1))))


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    assert load_form(write(tmp_path, b"\xef\xbb\xbf" + SOUND.encode())).id == "tea"


def test_a_form_may_be_ahead_of_the_languages_but_never_behind(tmp_path):
    ahead = SOUND.replace('{ en = "Tea",', '{ en = "Tea", ru = "Чай",')
    assert load_form(write(tmp_path, ahead)).title["ru"] == "Чай"
    with pytest.raises(FormFileError) as caught:
        load_form(tmp_path / "tea.toml", ("en", "zh_CN", "ru"))
    assert "tea.toml: “title” has no text in ru" not in caught.value.problems
    assert "tea.toml: section “wishes”: “title” has no text in ru" in caught.value.problems


def test_a_file_that_cannot_be_opened_is_told_in_a_sentence(tmp_path):
    assert "cannot be opened" in problems_of(tmp_path / "absent.toml")[0]


def test_a_folder_of_forms_is_read_by_id(tmp_path):
    write(tmp_path, SOUND)
    write(tmp_path, SOUND.replace('"tea"', '"coffee"'), "coffee.toml")
    assert list(load_forms(tmp_path)) == ["coffee", "tea"]


def test_the_mistakes_of_all_files_are_named_at_once(tmp_path):
    write(tmp_path, SOUND)
    write(tmp_path, "id =", "one.toml")
    write(tmp_path, SOUND.replace('"tea"', '"two"').replace('"lines"', '"line"'), "two.toml")
    with pytest.raises(FormFileError) as caught:
        load_forms(tmp_path)
    assert {problem.partition(":")[0] for problem in caught.value.problems} == {"one.toml", "two.toml"}
    assert "two.toml: field “cups”: there is no type “line” (did you mean “lines”?)" in str(caught.value)


def test_a_folder_without_forms_is_told(tmp_path):
    with pytest.raises(FormFileError, match="there is no form here"):
        load_forms(tmp_path)


KEYS = st.sampled_from(
    [
        *("id", "version", "title", "intro", "section", "field", "option", "column", "type", "label", "help"),
        *("required", "express", "private", "for_customer", "retired", "at_most", "at_least", "default"),
        *("not_in_future", "visible_when", "is", "is_one_of", "filled", "rule", "weighs_most"),
        *("folded_until", "en", "zh_CN"),
    ]
)
PLAIN = st.one_of(
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.text(max_size=8),
    st.sampled_from(
        ["choice", "choices", "lines", "yes_no", "number", "money", "text", "yes", "kind", "our_fault"]
    ),
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=3), inner, max_size=8)
    ),
    max_leaves=30,
)
FORM_LIKE = st.fixed_dictionaries(
    {
        "id": VALUES,
        "section": st.lists(st.fixed_dictionaries({"field": st.lists(st.dictionaries(KEYS, VALUES))})),
    }
)


@given(st.dictionaries(KEYS, VALUES) | FORM_LIKE)
def test_no_table_whatsoever_ends_in_a_traceback(table):
    problems = []
    form = read_form(TableReader(table, "", ("en", "zh_CN"), problems))
    assert all(isinstance(problem, str) and problem for problem in problems + unsound(form))
    assert problems + unsound(form)


@given(st.data())
def test_no_spoilt_file_ends_in_a_traceback(tmp_path_factory, data):
    start = data.draw(st.integers(0, len(SOUND)))
    end = data.draw(st.integers(start, min(len(SOUND), start + 40)))
    filling = data.draw(st.text("abc=\"[]{}.,\n 01-té茶'\\", max_size=20) | st.binary(max_size=9))
    spoilt = (
        SOUND[:start].encode()
        + (filling.encode() if isinstance(filling, str) else filling)
        + SOUND[end:].encode()
    )
    path = tmp_path_factory.getbasetemp() / f"spoilt_{os.getpid()}" / "tea.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(spoilt)
    forms, problems = [], []
    try:
        forms.append(load_form(path))
    except FormFileError as error:
        problems = error.problems
    assert bool(forms) is not bool(problems)
