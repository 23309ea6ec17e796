"""How a command ends: done, to be put right, wrong use, or a fault with its report."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_cs.cli.running import DONE, FAULT, STOPPED, WRONG_INPUT, run
from desktop_cs.errors import ShopError, UserError


def raising(error):
    def command(_options):
        raise error

    return command


def test_a_refusal_is_one_sentence_and_code_one(capsys):
    assert run(raising(UserError("Write a name.")), argparse.Namespace()) == WRONG_INPUT
    assert capsys.readouterr().err == "Write a name.\n"


def test_a_failure_tells_its_details_for_support(capsys):
    assert run(raising(ShopError("The disk is full.", "ENOSPC")), argparse.Namespace()) == WRONG_INPUT
    assert capsys.readouterr().err == "The disk is full.\nDetails for support: ENOSPC\n"


def test_a_command_that_a_person_stops_says_so_and_leaves_no_report(tmp_path, capsys):
    assert run(raising(KeyboardInterrupt()), argparse.Namespace(data=tmp_path)) == STOPPED == 130
    assert capsys.readouterr().err.startswith("Stopped.")
    assert not list(tmp_path.iterdir())


def test_an_unforeseen_fault_says_where_its_report_lies(tmp_path, capsys):
    assert run(raising(RuntimeError("Mrs Fallon")), argparse.Namespace(data=tmp_path)) == FAULT
    (report,) = (tmp_path / "reports").iterdir()
    told = capsys.readouterr().err
    assert str(report) in told
    assert "What was stored before is kept." in told
    assert "Fallon" not in told + report.read_text(encoding="utf-8")


def test_a_command_that_is_done_ends_with_nothing_wrong():
    assert run(lambda _options: DONE, argparse.Namespace()) == 0


@pytest.mark.parametrize("words", [("--language", "xx", "due"), ("due", "--language", "xx")])
def test_a_language_that_is_not_spoken_is_told(command, words):
    ended = command(*words)
    assert (ended.code, ended.told) == (1, "There is no language “xx” here; use one of en, zh_CN.\n")


def test_a_time_that_is_none_is_refused(command, answers):
    command("case", "add", answers())
    for words in (("--at", "noon", "due"), ("due", "--at", "2026-02-30")):
        ended = command(*words)
        assert (ended.code, ended.out) == (1, "")
        assert "is not a date and time" in ended.told


@pytest.mark.parametrize(
    "words", [("case", "list"), ("due",), ("check",), ("summary", "2026-11", "-o", "x.pdf")]
)
def test_a_folder_without_data_is_not_made_by_reading(command, folder, words):
    ended = command(*words)
    assert ended.code == 1
    assert "no records of a shop" in ended.told
    assert not folder.exists()


def test_a_file_in_the_place_of_the_folder_is_told(command, folder, answers):
    folder.write_text("no folder")
    ended = command("case", "add", answers())
    assert (ended.code, ended.out) == (1, "")
    assert folder.read_text() == "no folder"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(command, folder, answers):
    folder.mkdir(mode=0o500)
    assert command("case", "add", answers()).code == 1


def program(root, *words, **more):
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        [sys.executable, "-m", "desktop_cs", *map(str, words)],
        capture_output=True,
        env=environment,
        check=False,
        timeout=120,
        **more,
    )


def test_the_program_itself_ends_with_these_codes_and_speaks_utf_8(root, folder, answers):
    text = '[case]\ncustomer = "陈玉兰"\none_line = "电水壶不加热了"\n'
    added = program(root, "case", "add", answers(text), "--data", folder)
    assert (added.returncode, added.stdout) == (0, b"1" + os.linesep.encode())
    listed = program(root, "--data", folder, "case", "list")
    assert "陈玉兰: 电水壶不加热了" in listed.stdout.decode()
    assert program(root, f"--data={folder}", "case", "show", "2").returncode == 1
    assert program(root, "case", "shw", "--data", folder).returncode == 2
    version = program(root, "--version")
    assert (version.returncode, version.stdout.split()[0]) == (0, b"desktop-cs")


@pytest.mark.skipif(
    sys.platform == "win32", reason="a shell's pipe that closes early is told otherwise there"
)
def test_a_reader_that_goes_away_is_no_fault(root, folder, command):
    command("demo", "--cases", 3)
    script = (
        f'"{sys.executable}" -m desktop_cs --data "{folder}" case keys | head -n 1; echo "${{PIPESTATUS[0]}}"'
    )
    ended = subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(root)},
        timeout=120,
    )
    assert ended.stdout.splitlines() == ["[case]", "0"]
    assert ended.stderr == ""


def test_no_data_folder_is_named_by_accident():
    from desktop_cs.cli.running import data_folder

    assert data_folder(argparse.Namespace(data=Path("shop"))) == Path("shop")
    assert Path.home() in data_folder(argparse.Namespace()).parents
