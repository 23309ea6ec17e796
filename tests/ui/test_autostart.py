"""Starting with the desktop."""

import os
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.ui.autostart import Autostart, autostart, batch_file, desktop_entry

STRANGE = ["a b", 'say "so"', "100 %", "5$ `date`", "back\\slash", "it's", "店铺", "D:\\Shop\\%TEMP%"]


def value_of(text, key):
    """Return a value of an entry as the desktop reads it: `\\\\` in the file is one backslash."""
    entry = RawConfigParser(strict=True)
    entry.optionxform = str
    entry.read_string(text)
    return entry["Desktop Entry"][key].replace("\\\\", "\\")


def words_of(line):
    """Return the words of an Exec line, unquoted as the Desktop Entry Specification has it."""
    words, at = [], 0
    while at < len(line):
        assert line[at] == '"'
        word, at = "", at + 1
        while line[at] != '"':
            at += line[at] == "\\"
            word, at = word + line[at], at + 1
        words.append(word.replace("%%", "%"))
        at += 2
    return words


def test_an_entry_runs_exactly_these_words():
    assert words_of(value_of(desktop_entry(["python", *STRANGE]), "Exec")) == ["python", *STRANGE]


def test_a_lone_percent_sign_is_never_left_for_the_desktop_to_fill_in():
    line = value_of(desktop_entry(["100 %f"]), "Exec")
    assert line == '"100 %%f"'


def test_the_entry_of_linux_lies_where_the_desktop_looks_and_starts_this_folder_hidden(tmp_path):
    entry = autostart(tmp_path / "shop", "linux", {"XDG_CONFIG_HOME": str(tmp_path / "config")})
    assert entry.file == tmp_path / "config" / "autostart" / "desktop-cs.desktop"
    words = words_of(value_of(entry.text, "Exec"))
    assert words == [sys.executable, "-m", "desktop_cs", "--data", str(tmp_path / "shop"), "--hidden"]
    assert value_of(entry.text, "Type") == "Application"


def test_without_a_folder_for_settings_it_is_the_usual_one(tmp_path):
    assert autostart(tmp_path, "linux", {}).file == Path.home() / ".config/autostart/desktop-cs.desktop"


def test_the_words_of_the_entry_are_ones_that_the_program_understands(tmp_path):
    entry = autostart(tmp_path, "linux", {"XDG_CONFIG_HOME": str(tmp_path)})
    words = words_of(value_of(entry.text, "Exec"))
    read = "import sys; from desktop_cs.start_words import *; print(start_words(sys.argv[1:]).hidden)"
    asked = subprocess.run(
        [words[0], "-c", read, *words[3:]],
        cwd=value_of(entry.text, "Path"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert asked.stdout.strip() == "True"


def test_the_file_of_windows_lies_in_the_startup_folder_of_the_person(tmp_path):
    entry = autostart(Path("C:/Läden/100%"), "win32", {"APPDATA": str(tmp_path)})
    assert entry.file == (
        tmp_path / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "Startup" / "Desktop CS.cmd"
    )
    lines = entry.text.split("\r\n")
    assert lines[:2] == ["@echo off", "chcp 65001 >nul"]
    assert '"--hidden"' in lines[2]
    assert "100%%" in lines[2]


def test_a_batch_file_leaves_no_window_behind_and_quotes_every_word():
    line = batch_file(["C:/Program Files/python.exe", "-m", "x"]).split("\r\n")[2]
    assert line.startswith('start "" /d "')
    assert line.endswith('"C:/Program Files/python.exe" "-m" "x"')


@pytest.mark.parametrize(("system", "environment"), [("darwin", {}), ("win32", {}), ("freebsd14", {})])
def test_where_no_way_is_known_there_is_none(tmp_path, system, environment):
    assert autostart(tmp_path, system, environment) is None


def test_it_is_turned_on_and_off(tmp_path):
    entry = Autostart(tmp_path / "config" / "autostart" / "x.desktop", "[Desktop Entry]\n")
    assert not entry.is_on
    entry.turn(on=True)
    assert entry.is_on
    entry.turn(on=False)
    assert not entry.is_on
    entry.turn(on=False)
    assert not entry.file.exists()


def test_an_entry_that_was_switched_off_elsewhere_or_is_of_another_folder_is_off(tmp_path):
    entry = Autostart(tmp_path / "x.desktop", "[Desktop Entry]\n")
    entry.file.write_text("[Desktop Entry]\nHidden=true\n")
    assert not entry.is_on


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_a_plain_sentence(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(ShopError, match="cannot be written"):
        Autostart(tmp_path / "x.desktop", "").turn(on=True)


def test_a_file_in_the_way_is_a_plain_sentence_too(tmp_path):
    (tmp_path / "autostart").write_text("")
    with pytest.raises(ShopError, match="cannot be written"):
        Autostart(tmp_path / "autostart" / "x.desktop", "").turn(on=True)
