"""`case add`, `case list`, `case show`, `case close`, `case reopen`, `case keys`."""

import json

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.clock import SystemClock
from desktop_cs.desk.desk import open_desk


def test_a_stored_case_is_told_by_its_number_alone(command, answers):
    assert [command("case", "add", answers()).out for _time in range(2)] == ["1\n", "2\n"]
    ended = command("case", "add", answers())
    assert (ended.code, ended.out) == (0, "3\n")
    assert "Still to do in apology" in ended.told


def test_a_mistake_in_the_last_table_leaves_no_case_behind(command, answers):
    command("case", "add", answers())
    ended = command("case", "add", answers(answers().read_text() + '[[after]]\nkept = "No such promise"\n'))
    assert (ended.code, ended.out) == (1, "")
    assert "there is no open promise “No such promise”" in ended.told
    assert "nothing was changed" in ended.told
    assert len(json.loads(command("case", "list", "--json").out)) == 1


def test_cases_are_listed_newest_first_with_their_number_of_all(command, answers):
    for line in ("Kettle", "Lamp", "Iron"):
        command("case", "add", answers(f'[case]\ncustomer = "Tom"\none_line = "{line}"\n'))
    ended = command("case", "list", "--limit", 2)
    assert [row.split(": ")[1] for row in ended.out.splitlines()] == ["Iron", "Lamp"]
    assert ended.told == "2 of 3 cases\n"
    for limit in ("0", "-1", "9" * 30):
        assert len(command("case", "list", "--limit", limit).out.splitlines()) == 3


def test_a_list_is_narrowed_by_state_words_and_month(command, root):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")

    def numbers(*words):
        return [case["number"] for case in json.loads(command("case", "list", "--json", *words).out)]

    assert numbers("--state", "logged") == [7]
    assert numbers("--text", "toaster") == [6]
    assert numbers("--month", "2026-11") == [7]
    assert numbers("--month", "2026-10", "--state", "closed", "--text", "fallon") == [1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(("--state", "opne"), "There is no state “opne”"), (("--month", "11/2026"), "is no month")],
)
def test_a_list_that_cannot_be_narrowed_so_says_why(command, answers, words, sentence):
    command("case", "add", answers())
    ended = command("case", "list", *words)
    assert (ended.code, ended.out) == (1, "")
    assert sentence in ended.told


def test_a_shown_case_tells_its_whole_story_to_other_programs(command, root):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    shown = json.loads(command("case", "show", 7, "--json").out)
    assert (shown["earlier_number"], shown["earlier_days"], shown["customer"]) == (1, 12, "Deirdre Fallon")
    assert shown["suggested_times"] == {
        "aim_at": "2026-11-05T10:00:00+00:00",
        "tell": "2026-11-06T10:00:00+00:00",
    }
    assert {one["kind"]: one["due_at"][:16] for one in shown["follow_ups"]} == {
        "internal": "2026-11-02T10:20",
        "immediate": "2026-11-06T10:20",
        "wrap_up": "2026-11-13T10:00",
    }
    assert (shown["spent"], shown["within_authority"], shown["missing"]) == (800, True, [])


def test_a_shown_case_is_read_by_people_in_both_languages(command, root):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    english = command("case", "show", 7).out
    assert "Second time: case 1, 12 days before." in english
    assert "Price paid: €420.00" in english
    chinese = command("--language", "zh-CN", "case", "show", 7).out
    assert "2026年11月2日" in chinese
    assert "Second time" not in chinese


@pytest.mark.parametrize("number", ["2", "0", "9" * 30, "-5"])
def test_a_number_without_a_case_is_told(command, answers, number):
    command("case", "add", answers())
    ended = command("case", "show", number)
    assert (ended.code, ended.told) == (1, f"There is no case {number} here.\n")


def test_a_case_is_closed_and_reopened_with_a_reason(command, root):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    ended = command("case", "close", 7, "--reason", "She moved abroad", "--at", "2026-11-03T09:00")
    assert (ended.code, ended.out, ended.told) == (0, "Case 7 is closed.\n", "")
    closed = json.loads(command("case", "show", 7, "--json").out)
    assert (closed["state"], closed["close_reason"]) == ("closed", "She moved abroad")
    assert closed["closed_at"] == "2026-11-03T09:00:00+00:00"
    assert {one["state"] for one in closed["promises"]} == {"renegotiated"}
    states = {one["kind"]: one["state"] for one in closed["follow_ups"]}
    assert states == {"immediate": "dropped", "internal": "open", "wrap_up": "dropped"}
    ended = command("case", "reopen", 7, "--reason", "She came back", "--at", "2026-11-03T10:00")
    assert (ended.code, ended.out) == (0, "Case 7 is open again.\n")
    opened = json.loads(command("case", "show", 7, "--json").out)
    assert (opened["state"], opened["closed_at"]) == ("reopened", None)
    assert [(event["what"], event["reason"]) for event in opened["events"][-2:]] == [
        ("closed", "She moved abroad"),
        ("reopened", "She came back"),
    ]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("close", "9", "--reason", "x"), 1, "There is no case 9 here."),
        (("reopen", "9", "--reason", "x"), 1, "There is no case 9 here."),
        (("close", "7", "--reason", "  "), 1, "Say in a few words why the case is closed now."),
        (("reopen", "7", "--reason", ""), 1, "Say in a few words why the case comes back."),
        (("close", "1", "--reason", "x"), 1, "This case cannot be closed now"),
        (("reopen", "8", "--reason", "x"), 1, "Only a logged or closed case can be reopened."),
        (("close", "7"), 2, "--reason"),
        (("reopen", "7"), 2, "--reason"),
        (("close", "seven", "--reason", "x"), 2, "seven"),
    ],
)
def test_closing_and_reopening_say_what_is_in_the_way(command, root, answers, words, code, sentence):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")  # case 1 is closed, case 7 logged
    command("case", "add", answers())
    ended = command("case", *words)
    assert (ended.code, ended.out) == (code, "")
    assert sentence in ended.told
    states = [case["state"] for case in json.loads(command("case", "list", "--json").out)]
    assert states[:2] == ["draft", "logged"]


def test_the_keys_of_every_table_are_listed(command):
    known = json.loads(command("case", "keys", "--json").out)
    assert {"case", "case.customer", "apology", "review", "resolution", "logging"} <= set(known)
    assert {"shop", "shop.staff", "before", "before.promises", "after", "resolution.approval"} <= set(known)
    assert "price" in known["review"]
    assert "skipped" in known["review"]
    plain = command("case", "keys").out
    assert "[logging]" in plain
    assert "root_cause" in plain


def test_the_commands_work_beside_an_open_window(command, answers, folder):
    window = open_desk(folder, SystemClock())
    try:
        before = window.storage.data_version()
        assert command("case", "add", answers()).out == "1\n"
        assert window.storage.data_version() != before
        assert window.casework.numbered(1).case.who == "Tom Hill"
        for words in (("case", "list"), ("due",), ("promises",), ("check",)):
            assert command(*words).code == 0
        window.casework.steps.skip_step(window.casework.numbered(1), Step.APOLOGY, "not_wanted")
        assert command("case", "close", 1, "--reason", "Settled by phone").code == 0
        assert window.casework.numbered(1).case.close_reason == "Settled by phone"
    finally:
        window.close()


@pytest.mark.parametrize("words", [("case",), ("case", "ad"), ("case", "show"), ("case", "show", "first")])
def test_wrong_use_ends_with_code_two(command, words):
    assert command(*words).code == 2
