"""`trail` on the command line."""

import json

import pytest


@pytest.fixture
def shop(command, answers):
    """Return the command of a shop with one case and nobody named as a manager."""
    command("case", "add", answers())
    return command


def test_the_newest_entries_are_told_in_words(shop):
    ended = shop("trail")
    assert ended.code == 0
    assert "Took the case" in ended.out
    assert "Case 1" in ended.out


def test_what_nobody_did_by_name_was_done_by_the_program_or_by_command(shop):
    assert "  Program or command line  Took the case" in shop("trail").out
    assert {line["by"] for line in json.loads(shop("trail", "--json").out)} == {None}


def test_the_entries_of_a_case_as_json(shop):
    told = json.loads(shop("trail", "1", "--json").out)
    assert {line["case"] for line in told} == {1}
    assert told[-1]["what"] == "case.opened"
    assert len(json.loads(shop("trail", "--limit", "2", "--json").out)) == 2
    assert len(json.loads(shop("trail", "--limit", "0", "--json").out)) > 2


def test_a_case_that_is_not_there_is_a_sentence(shop):
    ended = shop("trail", "77")
    assert (ended.code, ended.told) == (1, "There is no case 77.\n")
    assert shop("trail", "soon").told == "“soon” is no number of a case.\n"


def test_a_whole_trail_ends_well_and_tells_its_digits(shop):
    ended = shop("trail", "verify")
    assert ended.code == 0
    assert ended.out.startswith("The trail is whole")
    assert len(ended.out.splitlines()[-1].split(" · ")[1].split(" ")) == 8
    told = json.loads(shop("trail", "verify", "--json").out)
    assert told["whole"] is True
    assert told["details"] == []


def test_it_is_verified_in_chinese_too(shop):
    assert shop("--language", "zh_CN", "trail", "verify").code == 0
