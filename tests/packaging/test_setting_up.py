import os
import sys

import pytest
import setting_up
from ground import SetupError


@pytest.fixture
def told():
    return []


def test_an_environment_is_made_once_and_brought_up_to_the_lock(tmp_path, told):
    venv, lock = tmp_path / ".venv", tmp_path / "requirements.lock"
    lock.write_text("# nothing yet\n", encoding="utf-8")
    python = setting_up.install_lock(venv, told.append, lock)
    assert python.exists()
    assert told[0].startswith("Making the environment")

    told.clear()
    assert setting_up.install_lock(venv, told.append, lock) == python
    assert told == []

    lock.write_text("no-such-thing @ nowhere\n", encoding="utf-8")
    with pytest.raises(SetupError, match="could not be installed") as failed:
        setting_up.install_lock(venv, told.append, lock)
    assert "no-such-thing" in str(failed.value)
    assert not any(line.startswith("Making") for line in told)

    told.clear()
    lock.write_text("# nothing again\n", encoding="utf-8")
    setting_up.install_lock(venv, told.append, lock)
    assert told[-1] == "Everything is installed"


def test_an_environment_that_cannot_be_made_is_said_so(tmp_path, told):
    (tmp_path / "a_file").write_text("in the way", encoding="utf-8")
    with pytest.raises(SetupError, match="could not be made"):
        setting_up.install_lock(tmp_path / "a_file" / ".venv", told.append)


def test_without_venv_the_package_to_get_is_named(tmp_path, told, monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setattr(setting_up.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "apt-get").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "apt-get").chmod(0o755)
    with pytest.raises(SetupError, match=r"sudo apt-get install -y python3\.\d+-venv"):
        setting_up.install_lock(tmp_path / ".venv", told.append)


@pytest.mark.parametrize(
    ("display", "wayland", "screen"), [("", "", False), (":0", "", True), ("", "wayland-0", True)]
)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_a_screen_is_one_that_a_window_can_open_on(monkeypatch, display, wayland, screen):
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    assert setting_up.has_screen() is screen
