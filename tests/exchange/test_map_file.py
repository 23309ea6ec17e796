"""A map says what becomes what; all its mistakes are told at once."""

import pytest

from desktop_cs.errors import ShopError, UserError
from desktop_cs.exchange.import_map import ImportMap, map_of_own_names
from desktop_cs.exchange.map_file import MapFileError, check_headings, load_map
from desktop_cs.forms.loader import load_forms

QUESTIONS = {
    "review": {"failure_kind": ("late", "price_or_bill"), "in_their_words": (), "price": ()},
    "resolution": {"problem_solved": ("yes", "not_yet")},
}
GOOD = """
source = "till"
encoding = "cp1251"
delimiter = ";"
join = " / "
nothing = ["-"]
day_formats = ["DD.MM.YYYY hh:mm"]
[columns]
one_line = ["What", "More"]
opened_at = "Day"
failure_kind = "Why"
[answers.review]
in_their_words = { columns = "Story", in_line = "text" }
price = "Sum"
[answers.resolution]
problem_solved = "Why"
[constants]
who = "Customer {Number}"
finding = "upheld"
[values.failure_kind]
"Late fee" = "price_or_bill"
default = "late"
[values.resolution.problem_solved]
"Late fee" = "yes"
"""


def map_of(tmp_path, text, questions=QUESTIONS):
    path = tmp_path / "shop.toml"
    path.write_text(text, encoding="utf-8")
    return load_map(path, questions)


def mistakes_of(tmp_path, text, questions=QUESTIONS):
    with pytest.raises(MapFileError) as caught:
        map_of(tmp_path, text, questions)
    return "\n".join(caught.value.problems)


def test_a_map_holds_what_its_file_says(tmp_path):
    found = map_of(tmp_path, GOOD)
    assert (found.source, found.encoding, found.delimiter, found.join) == ("till", "cp1251", ";", " / ")
    assert found.day_formats == ("DD.MM.YYYY hh:mm",)
    assert found.nothing == {"-"}
    assert found.origins["one_line"].columns == ("What", "More")
    assert found.origins["review.in_their_words"].in_line == "text"
    assert found.origins["who"].constant == "Customer {Number}"
    assert found.values["failure_kind"] == {"Late fee": "price_or_bill"}
    assert found.defaults == {"failure_kind": "late"}
    assert found.values["resolution.problem_solved"] == {"Late fee": "yes"}


def test_the_file_name_is_the_source_where_none_is_stated(tmp_path):
    found = map_of(tmp_path, '[columns]\none_line = "a"\nopened_at = "b"\n')
    assert found.source == "shop"
    assert found.day_formats[0] == "YYYY-MM-DD"


def test_all_mistakes_are_told_at_once_with_what_may_be_meant(tmp_path):
    told = mistakes_of(
        tmp_path,
        """
        encodign = "utf-8"
        encoding = "utf-9"
        delimiter = ",,"
        join = 3
        nothing = "x"
        day_formats = ["DD.MM.JJJJ"]
        [columns]
        one_lien = "What"
        opened_at = 7
        [answers.review]
        prise = "Sum"
        [constants]
        finding = "upholded"
        whom = "x"
        [values.failure_kind]
        a = "price_or_bil"
        b = 1
        [values.resolution.problem_solvd]
        a = "yes"
        """,
    )
    for part in (
        "“encodign” (did you mean “encoding”?)",
        "no encoding is called “utf-9”",
        "delimiter has to be one character",
        "join has to be a text",
        "nothing has to be a list of texts",
        "“DD.MM.JJJJ” is not made of YYYY, MM, DD",
        "“columns.one_lien” (did you mean “one_line”?)",
        "columns.opened_at has to be a heading",
        "“answers.review.prise” (did you mean “review.price”?)",
        "finding: “upholded” is none of its answers (did you mean “upheld”?)",
        "“constants.whom” (did you mean “who”?)",
        "failure_kind: “price_or_bil” is none of its answers (did you mean “price_or_bill”?)",
        "values.failure_kind, “b”: a text is needed",
        "“values.resolution.problem_solvd” (did you mean “resolution.problem_solved”?)",
        "one_line is missing",
    ):
        assert part in told


@pytest.mark.parametrize(
    "text", ["columns = 3\nvalues = 4\n", "[answers]\nreview = 5\n", "[values]\nfinding = 'x'\n"]
)
def test_a_table_that_is_none_is_told(tmp_path, text):
    assert "has to be a table" in mistakes_of(tmp_path, text)


def test_a_file_that_is_no_toml_or_missing_is_told(tmp_path):
    assert "not written as TOML" in mistakes_of(tmp_path, "a = = 3")
    with pytest.raises(ShopError, match=r"gone\.toml cannot be read"):
        load_map(tmp_path / "gone.toml")


def test_headings_that_the_table_lacks_are_all_named(tmp_path):
    found = map_of(tmp_path, GOOD)
    with pytest.raises(UserError) as caught:
        check_headings(found, ["What", "Days", "Why", "Story", "Sum"])
    assert "“Day” (did you mean “Days”?)" in str(caught.value)
    assert "“More”" in str(caught.value)
    assert "“Number”" in str(caught.value)
    check_headings(found, ["What", "More", "Day", "Why", "Story", "Sum", "Number"])


def test_without_a_map_our_own_names_are_taken():
    found = map_of_own_names("list", ["one_line", "opened_at", "customer", "review.price", "Colour", "a b.c"])
    assert set(found.origins) == {"one_line", "opened_at", "who", "review.price"}
    with pytest.raises(UserError, match="nothing gives opened_at"):
        check_headings(map_of_own_names("list", ["one_line"]), ["one_line"])


@pytest.mark.parametrize("name", ["cfpb_complaints", "openrepair"])
def test_the_maps_that_come_with_the_program_fit_its_forms(root, name):
    forms = load_forms(root / "forms")
    questions = {
        form_id: {asked.id: [option.id for option in asked.options] for asked in form.fields()}
        for form_id, form in forms.items()
    }
    found = load_map(root / "resources" / "import_maps" / f"{name}.toml", questions)
    assert isinstance(found, ImportMap)
    for target, origin in found.origins.items():
        if origin.in_line:
            step, _mark, question = target.partition(".")
            assert origin.in_line in [column.id for column in forms[step].field(question).columns]
