"""Set up this clone: `.venv` with the locked requirements, and the system libraries that Qt needs on Linux.

Shared by `run.py` and `test.py`; needs nothing but a plain Python.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from ground import Say, SetupError, run_quietly
from system_libraries import check_system, get_packages

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
_PYTHON = "{}.{}".format(*sys.version_info[:2])
_LINE_EVERY_S = 2.0


def has_screen() -> bool:
    """Say whether a window can be shown here."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def python_in(venv: Path) -> Path:
    """Return the Python of an environment."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def set_up(say: Say, *, screen: bool) -> Path:
    """Make everything ready and return the Python to start the program with.

    Args:
        say: Takes each line of progress.
        screen: Whether a window is going to be shown; without one, fewer system libraries are needed.

    Raises:
        SetupError: Something is missing that the person has to get.
    """
    if sys.platform == "linux":
        check_system(say, screen=screen)
    return install_lock(ROOT / ".venv", say)


def install_lock(venv: Path, say: Say, lock: Path = LOCK) -> Path:
    """Bring an environment to what the lock says, where it is not there already, and return its Python.

    Raises:
        SetupError: The environment cannot be made, or a requirement cannot be installed.
    """
    python = python_in(venv)
    stamp = venv / "lock.stamp"
    wanted = f"{_PYTHON} {hashlib.sha256(lock.read_bytes()).hexdigest()}"
    found = stamp.read_text(encoding="utf-8") if stamp.is_file() else ""
    if found == wanted and python.exists():
        return python
    if found.split(" ")[0] != _PYTHON or not python.exists():
        say(f"Making the environment {venv.name} with Python {_PYTHON}")
        _make_environment(venv, say)
    say("Installing the locked requirements (about 600 MB on disk; a minute or two the first time)")
    stamp.unlink(missing_ok=True)
    _install(python, lock, say)
    stamp.write_text(wanted, encoding="utf-8")  # last, so that a broken-off installation starts again
    say("Everything is installed")
    return python


def _make_environment(venv: Path, say: Say) -> None:
    if importlib.util.find_spec("ensurepip") is None:  # Debian and Ubuntu keep it in a package of its own
        package = f"python{_PYTHON}-venv"
        get_packages([package], f"Python cannot make an environment: {package} is missing.", say)
    made = run_quietly([sys.executable, "-m", "venv", "--clear", str(venv)])
    if made.returncode:
        raise SetupError(f"The environment {venv} could not be made:\n{made.stdout}")


def _install(python: Path, lock: Path, say: Say) -> None:
    words = ["install", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    command = [str(python), "-m", "pip", *words, "--require-hashes", "-r", str(lock)]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        last_lines = _report(pip.stdout or (), say)
    if pip.returncode:
        raise SetupError(
            "The requirements could not be installed; is there a network?"
            " Start the same command again to go on. pip said:\n" + "".join(last_lines)
        )


def _report(lines: Iterable[str], say: Say) -> list[str]:
    """Say now and then what pip is doing, and return its last lines in case it fails."""
    last_lines: list[str] = []
    told = time.monotonic()
    for line in lines:
        last_lines = [*last_lines[-14:], line]
        words = line.split()
        if words and words[0] in ("Collecting", "Installing") and time.monotonic() - told > _LINE_EVERY_S:
            told = time.monotonic()
            say(f"  {words[0].lower()} {words[1].split('==')[0]} ...")
    return last_lines
