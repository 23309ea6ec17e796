"""`erase`, `person-data`, `retention`: nothing goes without `--yes`."""

import json
import zipfile

import pytest

ANSWERS = """[case]
customer = "Tom Hill"
one_line = "Kettle leaks"

[review]
in_their_words = [{ text = "It leaks." }]
"""


@pytest.fixture
def hill(command, answers):
    """Store a case of Tom Hill in a new shop."""
    assert command("case", "add", answers(ANSWERS)).code == 0


def told(ended):
    return json.loads(ended.out)


def test_without_yes_it_only_says_what_would_go(command, hill):
    ended = command("erase", "1")
    assert ended.code == 0
    assert "Kettle leaks" in ended.out
    assert "--yes" in ended.told
    assert "Kettle leaks" in command("case", "list").out


def test_what_would_go_is_told_to_programs_too(command, hill):
    there = told(command("erase", "1", "--json"))
    assert there["cases"] == [1]
    assert there["counts"]["recovery_case"] == 1
    assert there["holds"] == {"1": ["unfinished"]}


def test_what_is_open_goes_only_when_that_is_said_too(command, hill):
    refused = command("erase", "1", "--yes")
    assert refused.code == 1
    assert "case 1" in refused.told
    assert command("erase", "1", "--yes", "--although-open").code == 0
    listed = command("case", "list").out
    assert "Kettle" not in listed
    assert "Tom Hill" not in listed


def test_somebody_is_found_by_name_or_not_at_all(command, hill):
    assert "Kettle leaks" in command("erase", "--customer", "tom").out
    nobody = command("erase", "--customer", "Zebedee")
    assert (nobody.code, nobody.out) == (1, "")
    assert "Nobody" in nobody.told


def test_several_people_are_listed_and_nobody_is_erased(command, answers, hill):
    command("case", "add", answers(ANSWERS.replace("Tom Hill", "Tom Reed")))
    several = command("erase", "--customer", "Tom", "--yes")
    assert several.code == 1
    assert "Tom Hill" in several.told
    assert "Tom Reed" in several.told


def test_one_of_number_and_name_is_needed(command, hill):
    assert command("erase").code == 2
    assert command("erase", "1", "--customer", "Tom").code == 2


def test_a_persons_data_come_as_one_file(command, hill, tmp_path):
    ended = command("person-data", "1", "-o", tmp_path / "copy.zip")
    assert ended.code == 0
    with zipfile.ZipFile(tmp_path / "copy.zip") as file:
        assert json.loads(file.read("personal-data.json"))["person"]["name"] == "Tom Hill"


def test_a_place_that_is_not_there_is_told(command, hill, tmp_path):
    ended = command("person-data", "1", "-o", tmp_path / "nowhere" / "copy.zip")
    assert ended.code == 1
    assert "could not be written" in ended.told


def test_without_times_nothing_is_ever_past(command, hill):
    ended = command("retention", "--yes", "--at", "2040-01-01")
    assert ended.code == 0
    assert "no times are set" in ended.told
    as_json = command("retention", "--yes", "--at", "2040-01-01", "--json")
    assert (as_json.code, json.loads(as_json.out), as_json.told) == (0, [], "")


@pytest.fixture
def past(hill, folder):
    """Let the case be closed, and cases go after three years."""
    from dataclasses import replace

    from desktop_cs.clock import SystemClock
    from desktop_cs.desk.desk import open_desk
    from desktop_cs.shop.keeping_times import KeepingTimes

    desk = open_desk(folder, SystemClock())
    desk.retention.save_times(KeepingTimes(cases=3))
    case = desk.storage.cases.get(1)
    with desk.storage.transaction():
        desk.storage.cases.update(replace(case, state="closed", closed_at=case.opened_at))
    desk.close()


def test_what_is_past_is_listed_and_goes_only_with_yes(command, past):
    for words in (("--dry-run",), ("--dry-run", "--yes"), ()):
        assert "Tom Hill" in command("retention", "--at", "2040-01-01", *words).out
    assert told(command("retention", "--at", "2040-01-01", "--json"))[0]["number"] == 1
    assert "Kettle leaks" in command("case", "list").out
    assert "2 things erased" in command("retention", "--at", "2040-01-01", "--yes").told
    assert "Kettle leaks" not in command("case", "list").out
    assert "Nothing is past" in command("retention", "--at", "2040-01-01").out


def test_what_was_erased_is_told_to_programs_in_json_alone(command, past):
    ended = command("retention", "--at", "2040-01-01", "--yes", "--json")
    assert (ended.code, ended.told) == (0, "")
    assert [one["what"] for one in json.loads(ended.out)] == ["case", "customer"]
    assert json.loads(command("retention", "--at", "2040-01-01", "--json").out) == []


def test_where_they_are_named_besides_is_told_after_the_erasing_too(command, answers, hill):
    command("case", "add", answers('[case]\ncustomer = "Ann Bell"\none_line = "Came for Tom Hill"\n'))
    ended = command("erase", "1", "--yes", "--although-open")
    assert (ended.code, ended.out) == (0, "Erased. Counts, money and times stay in the months.\n")
    assert "They are named elsewhere: Case 2, Came for Tom Hill" in ended.told
    assert "Came for Tom Hill" in command("case", "list").out
