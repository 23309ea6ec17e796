"""What all tests share: no screen, no clock of their own, and no way to the data of a real shop."""

import compileall
import gc
import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))  # listing the fonts anew takes seconds
if sys.platform == "linux":
    os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns where the locale is not UTF-8, and a warning fails a test

# A busy machine is no fault of the program: examples are found by what they do, never by how long they take.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None)
settings.load_profile("house")

ROOT = Path(__file__).parents[1]


def pytest_configure(config):
    """Compile all modules once: some programs that tests start may not keep what they compile."""
    if not hasattr(config, "workerinput"):  # the process that starts the workers of xdist
        for folder in ("desktop_cs", "tests/faults"):
            compileall.compile_dir(ROOT / folder, quiet=2)


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Look for no garbage while tests are gathered: all of it stays, and looking took a third of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def home_of_the_test(tmp_path_factory, monkeypatch):
    """Give every test, and the programs that it starts, an empty home of its own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))
    return home


_DIGITS_COST = "desktop_cs.shop.staff._COST"
_PHRASE_COST = "desktop_cs.storage.keys.shop_keys.PHRASE_COST"


@pytest.fixture(scope="session", autouse=True)
def real_digits_cost():
    """Let digits and pass phrases cost next to nothing to try; return what trying digits costs in a shop.

    Trying is slow on purpose, and nearly every test signs somebody in.
    """
    from desktop_cs.shop import staff
    from desktop_cs.storage.keys.wrapping import Cost

    real = staff._COST
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_DIGITS_COST, {"n": 2, "r": 1, "p": 1})
        patch.setattr(_PHRASE_COST, Cost(passes=1, memory_kib=8 * 1024, lanes=1))  # stands in each key file
        yield real


@pytest.fixture
def dear_digits(real_digits_cost, monkeypatch):
    """Hash digits as a shop does: for tests of hashing, and where another process checks the same digits."""
    monkeypatch.setattr(_DIGITS_COST, real_digits_cost)


@pytest.fixture(scope="session")
def root():
    """Return the folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def put_copy(tmp_path_factory):
    """Return a function that puts a folder in its place; what `make` makes there is made once, then copied.

    The records of a new shop take ten times as long to make as to copy.
    """
    made = {}

    def put(folder, make):
        if make not in made:
            made[make] = tmp_path_factory.mktemp("made") / "shop"
            make(made[make])
        shutil.copytree(made[make], folder, dirs_exist_ok=True)
        return folder

    return put


@pytest.fixture
def pseudo_language():
    """Speak the pseudo-language: what shows up plain is out of the reach of translators."""
    from words import pseudo

    from desktop_cs import i18n

    i18n.use_change(pseudo)
    yield
    i18n.use_change(None)


@pytest.fixture(scope="session")
def shared_data():
    """Return the folder of real complaint and repair records; skip where this machine has none."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the real records in ../shared/data are not on this machine")
    return folder


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown():
    """Let no slow work outlive its test: it would speak to objects that are gone, and spoil memory."""
    slow_work = sys.modules.get("desktop_cs.ui.slow_work")
    for work in list(slow_work._UNDER_WAY) if slow_work else ():
        work.cancel()
        work.wait()
