"""The wording check of a desk: languages, a customer's name, a list that was edited into nonsense."""

import shutil

import pytest

from desktop_cs.customers.customer import Customer
from desktop_cs.desk.wording_work import WordingWork, names_of
from desktop_cs.places import resources_dir
from desktop_cs.storage.uuid7 import uuid7


@pytest.fixture
def folder(tmp_path):
    """Return a copy of the lexicons that a test may damage."""
    return shutil.copytree(resources_dir() / "wording", tmp_path / "wording")


def words(check, text):
    return [text[mark.start : mark.end] for mark in check.marks(text)]


def customer(name, form):
    return Customer(uuid7(), name, form_of_address=form)


def test_blame_is_marked_with_its_place_and_a_model_sentence_is_not(desk):
    check = desk.wording.check(["en"])
    assert words(check, "You probably used it wrongly.") == ["You probably", "used it wrongly"]
    assert words(check, "I don't know, but I'll find out for you.") == []


def test_a_text_may_be_in_the_customers_language_or_in_that_of_the_person(desk):
    check = desk.wording.check(["zh_CN", "en"])
    assert words(check, "这是公司规定。 That is company policy.") == ["公司规定", "company policy"]


def test_a_language_without_a_code_is_passed_over(desk):
    assert words(desk.wording.check(["", "en", "en"]), "company policy") == ["company policy"]
    assert words(desk.wording.check([]), "company policy") == []


@pytest.mark.parametrize(
    ("name", "form", "language", "addressed"),
    [
        ("Deirdre Fallon", "Mrs", "en", {"Mrs Fallon"}),
        ("王丽", "女士", "zh_CN", {"王女士"}),
        ("王丽", "Mrs", "zh_CN", {"王女士"}),
        ("Mrs Fallon", "Mrs", "en", set()),
        ("Deirdre Fallon", "", "en", set()),
    ],
)
def test_a_name_stands_as_in_the_salutation_of_the_letter(name, form, language, addressed):
    assert set(names_of(customer(name, form), language).values()) == addressed


def test_the_better_wording_of_a_bare_name_is_the_name_with_its_form(desk):
    check = desk.wording.check(["en"], customer("Deirdre Fallon", "Mrs"))
    assert [(mark.kind, mark.use) for mark in check.marks("Dear Deirdre,")] == [
        ("missing_title", "Mrs Fallon")
    ]
    assert check.marks("Dear Mrs Fallon,") == []


@pytest.mark.parametrize(
    "nonsense", [b"[[entry]\nwords = 3", b"\xff\xfe\x00", b"", b'entry = "all of them"', b"[[entry]]\n"]
)
def test_a_damaged_list_is_told_once_and_then_left_out(folder, nonsense):
    (folder / "en.toml").write_bytes(nonsense)
    wording = WordingWork(folder)
    if not nonsense:  # an empty list marks nothing, and is none that is damaged
        assert words(wording.check(["en"]), "company policy") == []
        return
    assert words(wording.check(["en", "zh_CN"]), "company policy, 公司规定") == ["公司规定"]
    (told,) = wording.untold_damage()
    assert "“en.toml” has a mistake" in str(told)
    assert told.details
    wording.check(["en"])
    assert wording.untold_damage() == []


def test_a_missing_list_is_told_too(folder):
    (folder / "zh_CN.toml").unlink()
    wording = WordingWork(folder)
    wording.prepare("zh_CN")
    assert "zh_CN.toml" in str(wording.untold_damage()[0])


def test_a_language_of_letters_without_a_list_is_passed_over_in_silence(folder):
    wording = WordingWork(folder)
    check = wording.check(["ru", "en"])
    assert wording.untold_damage() == []
    assert check.marks("That is our policy.")
