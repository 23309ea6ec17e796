"""Acting as somebody at the command line."""

import io
import json

import pytest

from desktop_cs.clock import SystemClock
from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.shop_work import Newcomer
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.shop.staff import Role

TABLE = "reference,opened_at,who,one_line\nR-1,2026-10-01,Tom Hill,Kettle leaks\n"


@pytest.fixture
def shop(folder):
    """Return the folder of a shop with a manager and somebody at the counter."""
    desk = open_desk(folder, SystemClock())
    people = [Newcomer("Mara Bell", Role.MANAGER, "2580"), Newcomer("Tom Reed", Role.COUNTER, "1470")]
    desk.shop.set_up(ShopSettings(name="Corner Shop"), people)
    desk.close()
    return folder


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "cases.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def typed(monkeypatch):
    """Return a function that puts lines on standard input."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_what_only_a_manager_may_do_is_refused_without_one(command, shop, table):
    ended = command("import", "cases", table)
    assert ended.code == 1
    assert "Only a manager takes in cases from a table. Ask Mara Bell." in ended.told


def test_where_nobody_can_be_asked_it_is_said_what_for(command, shop, typed):
    typed("")
    ended = command("--as", "Mara Bell", "case", "list")
    assert ended.code == 1
    assert ended.told.startswith("Digits of Mara Bell? Run this at a terminal, or give a line")


def test_a_manager_signs_in_with_digits_from_standard_input(command, shop, table, typed):
    typed("2580\n")
    ended = command("--as", "mara bell", "--secret-stdin", "import", "cases", table)
    assert (ended.code, ended.told) == (0, "")
    assert json.loads(command("case", "list", "--json").out)[0]["who"] == "Tom Hill"


def test_somebody_at_the_counter_may_not_either(command, shop, table, typed):
    typed("1470\n")
    ended = command("--as", "Tom Reed", "--secret-stdin", "import", "cases", table)
    assert ended.code == 1
    assert "Only a manager" in ended.told


def test_wrong_digits_let_nobody_act_and_count_as_in_the_window(command, shop, typed):
    for _time in range(4):
        typed("0000\n")
        ended = command("--as", "Mara Bell", "--secret-stdin", "case", "list")
        assert ended.code == 1
        assert "not the digits of Mara Bell" in ended.told
    typed("0000\n")
    assert "wait 30 seconds" in command("--as", "Mara Bell", "--secret-stdin", "case", "list").told
    typed("2580\n")
    ended = command("--as", "Mara Bell", "--secret-stdin", "case", "list")
    assert ended.code == 1
    assert "Too many wrong tries" in ended.told


def test_somebody_unknown_and_nobody_to_be_asked_are_said(command, shop, typed):
    assert "Nobody here is called" in command("--as", "Nobody", "case", "list").told
    typed("")
    assert "--secret-stdin" in command("--as", "Mara Bell", "case", "list").told
    assert "ended before" in command("--as", "Mara Bell", "--secret-stdin", "case", "list").told


def test_in_the_practice_shop_a_name_is_enough(command, folder):
    command("demo", "--cases", "1")
    desk = open_desk(folder, SystemClock())
    name = desk.shop.staff()[0].name
    desk.close()
    assert command("--as", name, "case", "list").code == 0
