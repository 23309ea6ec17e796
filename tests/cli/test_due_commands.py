"""`due` and `promises`: who waits, by when, and how far we can be trusted."""

import json
from dataclasses import replace

import pytest

from desktop_cs.cases.promises import PromiseState
from desktop_cs.clock import SystemClock
from desktop_cs.desk.desk import open_desk
from desktop_cs.followups.followup import FollowUpState

AT_NOON = "2026-11-02T12:00"  # the day of the dryer


@pytest.fixture
def dryer(command, root):
    """Store the worked case of the dryer: promises of three times, three follow-ups."""
    assert command("case", "add", root / "answers" / "1_tumble_dryer.toml").code == 0


@pytest.fixture
def told(command):
    """Return a function that runs a command and gives what it tells other programs."""

    def run(*words):
        ended = command(*words, "--json")
        assert (ended.code, ended.told) == (0, "")
        return json.loads(ended.out)

    return run


@pytest.mark.parametrize(
    ("at", "late", "today", "next_days"),
    [
        ("2026-11-02T10:01", 0, 2, 4),
        ("2026-11-02T23:00", 2, 0, 4),
        ("2026-11-06T10:10", 5, 1, 1),
        ("2026-11-30", 7, 0, 0),
    ],
)
def test_what_is_due_depends_on_the_time_that_is_given(command, root, at, late, today, next_days):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    shown = json.loads(command("due", "--json", "--at", at).out)
    counts = [len(shown[group]) for group in ("late", "today", "next_days")]
    assert counts == [late, today, next_days]


def test_due_ones_are_read_by_people_too(command, root, answers):
    command("case", "add", root / "answers" / "1_tumble_dryer.toml")
    out = command("due", "--at", "2026-11-06T10:10").out
    assert "Late · 5" in out
    assert "Deirdre Fallon: Dryer repaired and back in place" in out


def test_nothing_due_is_said(command, answers):
    command("case", "add", answers())
    assert command("due").out == "Nothing is due.\n"


def test_cards_silence_and_letters_are_due_too(command, root, told, dryer):
    command("case", "add", root / "answers" / "3a_cosmetics_unexplained.toml")
    later = told("due", "--at", "2026-11-27T10:00")
    assert {row["case"] for row in later["silent"]} == {7, 8}
    assert all(row["working_minutes"] > 480 for row in later["silent"])
    assert 7 in [row["case"] for row in later["letters"]]
    assert 8 not in [row["case"] for row in later["letters"]]
    assert [row["kind"] for row in told("due", "--at", AT_NOON)["to_read"]] == ["internal"]
    plain = command("due", "--at", "2026-11-27T10:00").out
    assert "Heard nothing for too long · 2" in plain
    assert "Letters to print · 4" in plain


def test_a_log_that_is_still_to_be_written_is_due_the_day_after(command, root, answers, told):
    whole = (root / "answers" / "2_phone_bill.toml").read_text(encoding="utf-8")
    logging = whole[whole.index("[logging]") : whole.index("[shop]")]
    number = int(command("case", "add", answers(whole.replace(logging, ""))).out)
    resolved_at = told("case", "show", number)["steps"]["resolution"]["done_at"]
    (row,) = told("due", "--at", "2026-11-20T12:00")["unwritten"]
    assert (row["case"], row["due_at"]) == (number, resolved_at)
    assert "Log still to be written · 1" in command("due", "--at", "2026-11-20T12:00").out
    assert told("due", "--at", resolved_at[:16])["unwritten"] == []


def test_what_is_asked_of_the_team_is_due(told, dryer, folder):
    desk = open_desk(folder, SystemClock())
    desk.actor = next(one for one in desk.shop.staff() if one.name == "Aoife Byrne")
    desk.requests.ask_help(desk.casework.numbered(7).case, "Please look at the drum")
    desk.close()
    (asked,) = told("due")["requests"]
    assert (asked["kind"], asked["case"], asked["what"]) == ("help", 7, "Please look at the drum")
    (request,) = told("case", "show", "7")["requests"]
    assert (request["asked_by"], request["state"]) == ("Aoife Byrne", "waiting")


def test_open_promises_are_listed_soonest_first_with_the_trust_that_runs_down(told, dryer):
    open_ones = told("promises", "--at", AT_NOON)
    assert [one["due_at"] for one in open_ones] == sorted(one["due_at"] for one in open_ones)
    whole = {one["what"]: one for one in open_ones}
    fix = whole["Dryer repaired and back in place"]
    assert (fix["due_at"], fix["aim_at"]) == ("2026-11-06T10:00:00+00:00", "2026-11-05T10:00:00+00:00")
    assert (fix["told_as"], fix["by_whom"], fix["state"]) == ("on Friday at ten", "Milan Horvat", "open")
    assert fix["late"] is False
    loan = whole["Bring and connect the loan dryer"]
    assert loan["trust_percent"] == 54.5  # 100 of 220 minutes are gone


def test_only_late_promises_are_listed_on_demand(command, told, dryer):
    assert [one["what"] for one in told("promises", "--late", "--at", AT_NOON)] == [
        "Right now: A loan device"
    ]
    assert command("promises", "--late", "--at", "2026-11-02T10:21").out == "No promise is late.\n"
    assert all(one["trust_percent"] < 0 for one in told("promises", "--late", "--at", "2026-11-09"))


def test_the_promises_of_one_case_are_told_to_the_end(command, root, told):
    command("case", "add", root / "answers" / "4_wrong_item.toml")
    assert "kept" not in {one["state"] for one in told("promises")}
    kept = next(one for one in told("promises", "1") if one["what"] == "Sound system at the door")
    assert (kept["state"], kept["trust_percent"]) == ("kept", 22.2)
    assert kept["settled_at"] == "2026-11-06T17:20:00+00:00"
    assert kept not in told("promises", "1", "--late")


def test_promises_are_read_by_people_too(command, dryer):
    out = command("promises", "--at", "2026-11-02T15:00").out
    assert "Deirdre Fallon: Bring and connect the loan dryer · Milan Horvat · late · trust -27.3 %" in out
    assert "Dryer repaired and back in place · Milan Horvat · open · trust" in out


def test_a_promise_that_is_very_late_has_the_trust_that_the_window_shows(command, told, dryer):
    assert min(one["trust_percent"] for one in told("promises", "--at", "2031-01-01")) == -100
    assert "late · trust -100 %\n" in command("promises", "--at", "2031-01-01").out


def test_without_promises_that_is_said(command, answers):
    command("case", "add", answers())
    assert command("promises").out == "No promise is open.\n"
    assert command("promises", "1").out == "Nothing was promised in case 1.\n"


@pytest.mark.parametrize("number", ["9", "0", "9" * 30])
def test_promises_of_a_case_that_is_not_there_are_refused(command, answers, number):
    command("case", "add", answers())
    ended = command("promises", number)
    assert (ended.code, ended.out, ended.told) == (1, "", f"There is no case {number} here.\n")


def test_without_data_there_is_nothing_to_list(command, folder):
    for words in (("promises",), ("due",)):
        ended = command(*words)
        assert ended.code == 1
        assert ended.told
    assert not folder.exists()


def test_who_did_not_accept_and_waits_for_nothing_is_due(command, told, dryer, folder):
    assert told("due")["unresolved"] == []
    desk = open_desk(folder, SystemClock())
    case = desk.casework.numbered(7).case
    with desk.storage.transaction(None):
        desk.storage.cases.update(replace(case, customer_accepts="no"))
        for one in desk.storage.follow_ups.of_case(case.id):
            desk.storage.follow_ups.update(replace(one, state=FollowUpState.DROPPED))
        for promise in desk.storage.promises.of_case(case.id):
            desk.storage.promises.update(replace(promise, state=PromiseState.KEPT))
    desk.close()
    (row,) = told("due")["unresolved"]
    assert (row["kind"], row["case"], row["who"]) == ("unresolved", 7, "Deirdre Fallon")
    assert "Not at peace yet · 1" in command("due").out
