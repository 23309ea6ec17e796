import os
import sys

import pytest
from ground import SetupError
from system_libraries import CHINESE_FONTS, LIBRARIES, Library, can_load, check_system, has_chinese_font

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="system libraries are only checked on Linux")

NOWHERE = Library("libnowhere-to-be-found.so.9", "libnowhere9")
ON_SCREEN = NOWHERE._replace(for_screen=True)


@pytest.fixture
def told():
    return []


@pytest.fixture
def apt(tmp_path, monkeypatch):
    """Put an apt-get in front that writes down what it was asked, and fails while there is a file `fail`."""
    asked = tmp_path / "asked"
    program = tmp_path / "bin" / "apt-get"
    program.parent.mkdir()
    fail = program.with_name("fail")
    program.write_text(
        f'#!/bin/sh\necho "$@" >> "{asked}"\n'
        f'case "$*" in *update*) exit 0;; esac\n[ ! -e "{fail}" ] || {{ echo no network; exit 100; }}\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    return program


def asked_of(apt):
    log = apt.parents[1] / "asked"
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def be(monkeypatch, user_id):
    monkeypatch.setattr(os, "geteuid", lambda: user_id)


def test_a_library_that_is_there_is_found_and_one_that_is_not_is_not():
    assert can_load("libc.so.6")
    assert not can_load(NOWHERE.soname)


def test_somebody_without_rights_is_told_the_one_line_to_type(apt, told, monkeypatch):
    be(monkeypatch, 1000)
    with pytest.raises(SetupError, match="sudo apt-get install -y libnowhere9"):
        check_system(told.append, screen=True, libraries=[NOWHERE])
    assert asked_of(apt) == []


def test_root_gets_the_packages_and_is_told_when_they_do_not_help(apt, told, monkeypatch):
    be(monkeypatch, 0)
    with pytest.raises(SetupError, match=f"cannot be loaded: {NOWHERE.soname}"):
        check_system(told.append, screen=True, libraries=[NOWHERE])
    assert len(asked_of(apt)) == 1
    assert "install -y --no-install-recommends libnowhere9" in asked_of(apt)[0]
    assert NOWHERE.soname in told[0]


def test_an_old_list_of_packages_is_renewed_once_before_giving_up(apt, told, monkeypatch):
    be(monkeypatch, 0)
    apt.with_name("fail").touch()
    with pytest.raises(SetupError, match="no network"):
        check_system(told.append, screen=True, libraries=[NOWHERE])
    assert [line.split("Timeout=120 ")[1].split()[0] for line in asked_of(apt)] == [
        "install",
        "update",
        "install",
    ]


def test_a_system_without_apt_is_told_to_use_its_own_tool(told, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SetupError, match="your system's own package tool"):
        check_system(told.append, screen=True, libraries=[NOWHERE])


def test_without_a_screen_what_only_a_window_needs_is_not_asked_for(apt, told, monkeypatch):
    be(monkeypatch, 1000)
    check_system(told.append, screen=False, libraries=[ON_SCREEN])
    with pytest.raises(SetupError):
        check_system(told.append, screen=True, libraries=[ON_SCREEN])


def test_a_font_for_chinese_is_known_by_its_file(tmp_path):
    assert not has_chinese_font([str(tmp_path), str(tmp_path / "absent")])
    (tmp_path / "noto").mkdir()
    (tmp_path / "noto" / "NotoSansCJK-Regular.ttc").touch()
    assert has_chinese_font([str(tmp_path)])


def test_a_missing_font_for_chinese_is_advice_and_no_obstacle(told, monkeypatch):
    monkeypatch.setattr("system_libraries.has_chinese_font", lambda: False)
    check_system(told.append, screen=True, libraries=[])
    assert len(told) == 1
    assert CHINESE_FONTS in told[0]


def test_qt_loads_once_every_library_of_the_list_for_no_screen_is_there():
    assert [
        library.soname for library in LIBRARIES if not library.for_screen and not can_load(library.soname)
    ] == []
