"""An answers file is stored whole, or not a trace of it."""

import pytest

from desktop_cs.desk.answers_file import AnswersFileError, read_answers_file
from desktop_cs.desk.case_adding import add_case

CASE = '[case]\ncustomer = "Tom Hill"\none_line = "Kettle leaks"\nopened_at = 2026-11-02T09:00:00\n'
STEPS = """
[apology]
feeling_named = ["angry"]
parts_said = ["regret"]
[review]
in_their_words = [{ text = "It drips." }]
failure_kind = "faulty"
remedy_sought = "exchange"
[resolution]
explained = ["why"]
entitlement_kind = "exchange"
extra_none_because = "They were in a hurry"
all_on_the_spot = false
promises = [{ what = "Call back", by_when = 2026-11-04, by_whom = "Aoife Byrne" }]
problem_solved = "yes"
customer_accepts = "yes"
[logging]
root_cause = "part"
finding = "upheld"
"""


@pytest.fixture
def add(bare_desk, tmp_path):
    """Return a function that stores a case from this text."""
    path = tmp_path / "answers.toml"

    def added(text):
        path.write_text(text, encoding="utf-8")
        return add_case(bare_desk, read_answers_file(path))

    return added


def trace(desk):
    return (
        desk.storage.cases.count(),
        desk.customers.recent(),
        desk.storage.promises.open_ones(None),
        len(desk.shop.staff()),
        desk.settings,
    )


def test_a_whole_case_is_logged_with_its_times(add, desk):
    story = add(CASE + STEPS)
    opened = desk.settings.hours.wall(story.case.opened_at)
    assert (f"{opened:%d %H:%M}", story.case.state) == ("02 09:00", "logged")
    after = [entry.done_at - story.case.opened_at for entry in story.walk.entries.values()]
    assert [int(span.total_seconds() // 60) for span in after] == [4, 9, 15, 20]
    assert [one.what for one in story.promises] == ["Call back"]


def test_missing_answers_leave_a_step_to_be_done(add, desk):
    story = add(CASE + '[review]\nfailure_kind = "late"\n')
    assert story.case.state == "draft"
    assert story.case.failure_kind == "late"
    assert {gap.field_id for gap in desk.casework.gaps(story)} >= {"in_their_words", "remedy_sought"}


def test_a_step_may_be_skipped_with_a_reason(add):
    story = add(CASE + '[apology]\nskipped = "in_a_hurry"\n')
    assert story.walk.entry("apology").skip_reason == "in_a_hurry"


def test_the_same_customer_is_not_kept_twice(add, desk):
    known = add(CASE.replace('"Tom Hill"', '{ name = "Tom Hill", phone = "555 0142" }')).customer
    assert add(CASE).customer == known
    assert add(CASE.replace('"Tom Hill"', '{ name = "Tom Hill", phone = "5550142" }')).customer == known
    assert add(CASE.replace('"Tom Hill"', '{ name = "Tom Hill", phone = "555 0199" }')).customer != known


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (CASE + STEPS + '[[after]]\nkept = "Call bakc"', "after: there is no open promise “Call bakc”."),
        (CASE + STEPS + '[[after]]\nanswers = { review = { pirce = "1" } }', "did you mean “price”"),
        (CASE + STEPS + '[[after]]\nat = "soon"', "after: “soon” is not a date"),
        (CASE + STEPS + '[[after]]\nreopened = " "', "after: Say in a few words why the case comes back."),
        (CASE + STEPS.replace('"part"', '"prat"'), "logging.root_cause"),
        (CASE + STEPS.replace('finding = "upheld"', 'fnding = "upheld"'), "did you mean “finding”"),
        (CASE + STEPS.replace("2026-11-04", '"Wednesday"'), "resolution.promises"),
        (CASE + '[apology]\nskipped = " "', "apology: Say in a few words"),
        (CASE + '[apology]\ndone_at = "later"', "apology: “later” is not a date"),
        (CASE + 'owner = "Nobody Known"', "case: Nobody here is called “Nobody Known”"),
        (CASE.replace("2026-11-02T09:00:00", '"1.2.26"'), "case: “1.2.26” is not a date"),
        (CASE + STEPS + '[resolution.approval]\ndigits = "0000"', "It stays as it is"),
        (CASE + '[[before]]\nfailure_kind = "fualty"', "before: there is no failure_kind “fualty”"),
        (
            CASE + "[[before]]\nopened_at = 2026-10-02\nlogged_at = 2026-10-01",
            "logged_at is before opened_at",
        ),
        (CASE + '[[before]]\npromises = [{ what = "x", due_at = "soon" }]', "before: “soon” is not a date"),
        (CASE + '[[shop.staff]]\nname = "New"\ndigits = "12"', "shop.staff New: Choose four digits"),
        (CASE + '[[shop.staff]]\nname = "New"\ndigits = "1357"', "these are taken"),
    ],
)
def test_a_mistake_anywhere_leaves_no_trace(add, in_charge, text, problem):
    desk = in_charge
    add(CASE)
    before = trace(desk)
    with pytest.raises(AnswersFileError) as refused:
        add(text)
    assert any(problem in one for one in refused.value.problems), refused.value.problems
    assert trace(desk) == before
    assert (desk.clock.now(), desk.actor.name) == (desk.storage._file.clock.now(), "Grace Okafor")
    assert add(CASE).case.number == 2, "no number is lost either"


def test_a_folder_that_is_not_set_up_works_with_what_is_usual(bare_desk, add):
    story = add(CASE + STEPS)
    assert (story.case.number, story.case.state, story.case.owner) == (1, "logged", None)
    assert not bare_desk.settings.is_set_up
    assert bare_desk.casework.judgement(story).within


def test_a_shop_in_the_file_sets_a_new_folder_up_and_leaves_a_known_one_alone(bare_desk, add):
    shop = """
[shop]
name = "Mallory's"
country = "ie"
currency = "eur"
time_zone = "Europe/Dublin"
hours = "Mon-Fri 09:00-18:00"
[shop.limits]
counter = { per_case = "50.00" }
[[shop.staff]]
name = "Aoife Byrne"
digits = "1357"
[[shop.staff]]
name = "Grace Okafor"
role = "manager"
digits = "2468"
"""
    add(CASE + shop)
    settings = bare_desk.settings
    assert (settings.name, settings.country, settings.currency) == ("Mallory's", "IE", "EUR")
    assert settings.limits["counter"].per_case == 5000
    add(CASE + shop.replace("Mallory's", "Other").replace("Grace Okafor", "grace okafor"))
    assert bare_desk.settings == settings
    assert len(bare_desk.shop.staff()) == 2


def test_only_a_manager_brings_somebody_along_into_a_shop_that_has_one(add, desk, managing):
    someone = CASE + '[[shop.staff]]\nname = "New"\nrole = "manager"\ndigits = "8080"'
    with pytest.raises(AnswersFileError, match="Only a manager"):
        add(someone)
    assert len(desk.shop.staff()) == 3
    with managing():
        add(someone)
    assert len(desk.shop.staff()) == 4


def test_wrong_digits_of_an_approval_count_though_nothing_of_the_file_is_kept(add, desk, staff):
    wrong = CASE + STEPS + '[resolution.approval]\ndigits = "0000"'
    for _time in range(5):
        with pytest.raises(AnswersFileError):
            add(wrong)
    assert next(one for one in desk.people.tiles() if one.staff.id == staff[0].id).wait_seconds == 30
    with pytest.raises(AnswersFileError, match="wait 30 seconds"):
        add(CASE + STEPS + '[resolution.approval]\ndigits = "2468"')
    assert desk.storage.cases.count() == 0


@pytest.mark.parametrize(
    ("shop", "problem"),
    [
        ('time_zone = "Europe/Dubln"', "no time zone “Europe/Dubln”"),
        ('time_zone = "../../etc/passwd"', "no time zone"),
        ('currency = "EURO"', "“EURO” is no currency"),
        ('country = "Ireland"', "“IRELAND” is no country"),
        ('language = "xx"', "no language here"),
        ('hours = "always"', "no opening hours"),
        ("hours = 9", "no opening hours"),
        ('limits = { counter = { per_case = "much" } }', "“much” is not an amount"),
    ],
)
def test_a_shop_that_cannot_be_set_up_says_why(bare_desk, add, shop, problem):
    with pytest.raises(AnswersFileError) as refused:
        add(CASE + f"[shop]\n{shop}\n")
    assert problem.casefold() in refused.value.problems[0].casefold()
    assert not bare_desk.settings.is_set_up
    assert bare_desk.storage.cases.count() == 0


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("[review]", "done_at = 2026-11-01T10:00:00\n[review]"), "apology: “2026-11-01T10:00:00” is before"),
        (("2026-11-02T09:00:00", "9999-12-31T23:59:00"), "case: “9999-12-31T23:59:00” is no time"),
        (("2026-11-02T09:00:00", "1600-01-01T09:00:00"), "case: “1600-01-01T09:00:00” is no time"),
    ],
)
def test_times_that_cannot_be_are_refused(add, desk, change, sentence):
    with pytest.raises(AnswersFileError, match=sentence):
        add((CASE + STEPS).replace(*change))
    assert desk.storage.cases.count() == 0


def test_nothing_is_kept_before_it_was_promised(add, desk):
    with pytest.raises(AnswersFileError, match="after: “2026-11-01T10:00:00” is before"):
        add(CASE + STEPS + '[[after]]\nat = 2026-11-01T10:00:00\nkept = "Call back"\n')
    assert desk.storage.cases.count() == 0


def test_a_promise_of_a_case_that_is_over_is_over_too(add):
    promise = '{ what = "Call", due_at = 2026-10-02T10:00:00, state = "open" }'
    before = f'[[before]]\nopened_at = 2026-10-01T10:00:00\none_line = "x"\npromises = [{promise}]\n'
    with pytest.raises(AnswersFileError, match=r"before\.promises\.state: there is no “open”"):
        add(CASE + before)


def test_a_customer_is_known_among_many_of_the_same_name(add, desk):
    for number in range(12):
        add(CASE.replace('"Tom Hill"', f'{{ name = "Tom Hill", phone = "555 01{number:02}" }}'))
    assert len(desk.customers.recent()) == 12
    for number in range(12):
        add(CASE.replace('"Tom Hill"', f'{{ name = "Tom Hill", phone = "555 01{number:02}" }}'))
    assert len(desk.customers.recent()) == 12
