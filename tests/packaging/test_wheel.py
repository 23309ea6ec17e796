"""The wheel: built without a network, installed into an environment of its own, started from elsewhere."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def run(command, cwd):
    """Run a program as somebody would who has no clone, and return what it says."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """Build the wheel of this clone."""
    out = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out], ROOT)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    """Install the wheel into a new environment that borrows our libraries, and return its scripts."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(home, with_pip=False)
    python = home / SCRIPTS / Path(sys.executable).name
    site = Path(run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], home).strip())
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "borrowed.pth").write_text("\n".join(sorted(borrowed)), encoding="utf-8")
    run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "-q", wheel],
        home,
    )
    return python.parent


def test_the_wheel_carries_the_forms_and_the_resources_inside_the_package(wheel, shipped_below):
    inside = set(zipfile.ZipFile(wheel).namelist())
    shipped = shipped_below("forms") + shipped_below("resources")
    assert shipped, "nothing to ship"
    assert [name for name in shipped if f"desktop_cs/_bundled/{name}" not in inside] == []


def test_the_wheel_carries_the_licence_and_no_tests(wheel):
    inside = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in inside)
    assert [name for name in inside if name.startswith(("tests/", "packaging/"))] == []


def test_the_installed_program_finds_what_came_with_it(installed, tmp_path):
    code = "from desktop_cs import places; print(places.forms_dir()); print(places.resources_dir())"
    folders = [Path(line) for line in run([installed / "python", "-c", code], tmp_path).splitlines()]
    assert [folder.is_dir() for folder in folders] == [True, True]
    assert not any(folder.is_relative_to(ROOT) for folder in folders)


def test_the_installed_program_says_its_version(installed, tmp_path):
    from desktop_cs import __version__

    assert __version__ in run([installed / "desktop-cs", "--version"], tmp_path)


def test_the_installed_program_reads_its_forms(installed, tmp_path):
    keys = run([installed / "desktop-cs", "case", "keys"], tmp_path)
    assert [word for word in ("apology", "review", "resolution", "logging") if word not in keys] == []
