"""Real keys on a real screen: a case by keyboard alone, scans, the cover, commands, undo, a second start."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.cases.case_code import scan_code
from desktop_cs.cases.promises import Promise
from desktop_cs.cases.steps import Step
from desktop_cs.clock import SystemClock
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.shop.staff import Role
from desktop_cs.storage.uuid7 import uuid7

PATIENCE_SECONDS = 20
TYPIST_MS, SCANNER_MS = 120, 2  # as xdotool counts them: between two keys lie 60 ms and more, and 1 to 7
MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the X server is Linux's"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}"),
]


def fill(folder):
    """Make a shop with Mrs Fallon's case, in which a promise is late."""
    desk = open_desk(folder, SystemClock())
    desk.shop.save_settings(replace(desk.settings, name="Corner Shop", language="en"))
    desk.actor = desk.shop.add_staff("Mara Bell", Role.MANAGER, "2580").value
    who = Customer(uuid7(), "Deirdre Fallon", phone="020 915 0142")
    case = desk.casework.take(Intake("The dryer stands still", newcomer=who, mood="upset")).value
    now = desk.clock.now()
    promise = Promise(uuid7(), case.id, "Call her", now - timedelta(days=2), now - timedelta(hours=1))
    with desk.storage.transaction():
        desk.storage.promises.add(promise)
    desk.close()


class Screen:
    """One X server with the program on it, and a keyboard."""

    def __init__(self, folder, environment, program):
        self.folder = folder
        self._environment = environment
        self._program = program

    def press(self, *keys):
        """Press keys one after the other, in xdotool's names."""
        self._xdotool("key", "--delay", str(TYPIST_MS), *keys)

    def write(self, text, delay_ms=TYPIST_MS):
        """Type a text at the pace of a person."""
        self._xdotool("type", "--delay", str(delay_ms), text)

    def scan(self, code):
        """Send a code and Enter as fast as a scanner does; a pause before, as the hand needs one."""
        time.sleep(0.2)
        self._xdotool("key", "--delay", str(SCANNER_MS), *code, "Return")

    def tell(self):
        """Return how the window stands, once it has dealt with all keys so far."""
        self._program.stdin.write("\n")
        self._program.stdin.flush()
        return json.loads(self._program.stdout.readline())

    def until(self, **wanted):
        """Wait until the window stands so, and return how it stands."""
        latest = time.monotonic() + PATIENCE_SECONDS
        stands = self.tell()
        while any(stands[name] != value for name, value in wanted.items()):
            assert time.monotonic() < latest, f"{wanted} {stands}"
            time.sleep(0.05)
            stands = self.tell()
        return stands

    def tab_to(self, **wanted):
        """Press Tab until the focus stands so."""
        for _stop in range(20):
            stands = self.tell()
            if all(stands[name] == value for name, value in wanted.items()):
                return
            self.press("Tab")
        pytest.fail(f"Tab never came to {wanted}")

    def start_again(self):
        """Start the program once more on the same data, and return its exit code."""
        words = [sys.executable, "-m", "desktop_cs", "--data", str(self.folder)]
        return subprocess.run(words, env=self._environment, timeout=PATIENCE_SECONDS, check=False).returncode

    def end(self):
        """End the program as the system does when the PC is shut down, and return its exit code."""
        self._program.terminate()
        return self._program.wait(timeout=PATIENCE_SECONDS)

    def hide(self):
        """Put the window away, as somebody does who needs another."""
        window = self._xdotool("search", "--onlyvisible", "--name", "Desktop CS").split()[-1]
        self._xdotool("windowminimize", window)

    @contextlib.contextmanager
    def desk(self):
        """Open the records beside the window."""
        desk = open_desk(self.folder, SystemClock())
        yield desk
        desk.close()

    def _xdotool(self, *words):
        done = subprocess.run(
            ["xdotool", *words], env=self._environment, check=True, capture_output=True, text=True
        )
        return done.stdout


@pytest.fixture(scope="module")
def display():
    """Return the name of an X server of our own."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-dpi", "96", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def screen(display, tmp_path, root, dear_digits):
    """Return the program on the screen, with Today at the front and the keys on it."""
    folder = tmp_path / "shop"
    fill(folder)
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(root),
        "LC_ALL": "C.UTF-8",
    }
    managers = [name for name in ("openbox",) if shutil.which(name)]
    helping = [
        subprocess.Popen([name], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for name in managers
    ]
    program = subprocess.Popen(
        [sys.executable, str(root / "tests" / "journeys" / "driven.py"), str(folder)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    made = Screen(folder, environment, program)
    if not helping:
        made._xdotool("search", "--sync", "--onlyvisible", "--name", "Desktop CS", "windowfocus")
    made.until(is_ready=True, is_signed_in=False, place="today")
    made.write("2580")
    made.press("Return")
    made.until(is_signed_in=True)
    yield made
    with program:  # closes both pipes, which ends the program
        pass
    for helper in helping:
        helper.terminate()
        helper.wait()


def test_a_whole_case_by_keyboard_alone(screen):
    screen.press("ctrl+n")
    screen.until(place="new_case")
    screen.write("Nina")
    screen.press("Tab")
    screen.write("Bag torn")
    screen.press("ctrl+e")
    screen.until(place="express")
    screen.press("alt+2", "Return", "alt+1", "alt+5", "Return")
    screen.until(question="in_their_words")
    screen.write("My bag is torn.")
    screen.tab_to(question="failure_kind")
    screen.press("alt+5", "Return")
    screen.tab_to(question="extra")
    screen.write("A cloth bag")
    screen.tab_to(question="extra", focus="Cost, USD")
    screen.write("2")
    screen.tab_to(question="all_on_the_spot")
    screen.press("alt+1", "Return", "alt+1", "Return", "alt+1", "Return")
    screen.tab_to(question="root_cause")
    screen.press("alt+8", "Return", "ctrl+Return")
    screen.until(place="case")
    with screen.desk() as desk:
        story = desk.casework.numbered(2)
    assert (story.case.who, story.case.one_line) == ("Nina", "Bag torn")
    assert story.case.logged_at is not None
    assert "My bag is torn." in story.answers(Step.REVIEW)["in_their_words"]


def test_a_scan_in_the_middle_of_typing_opens_the_case_and_leaves_the_words(screen):
    screen.press("ctrl+n")
    screen.until(place="new_case")
    screen.write("Nin")
    screen.scan(scan_code(1))
    screen.until(place="case")
    screen.press("ctrl+n")
    assert screen.until(place="new_case")["text"] == "Nin"
    with screen.desk() as desk:
        assert desk.storage.cases.count() == 1, "no form was submitted"


def test_a_scan_on_a_button_presses_nothing_and_a_slow_typist_scans_nothing(screen):
    screen.press("F2", "Tab")
    screen.until(focus="Cover: the customer can see the screen  F9")
    screen.scan(scan_code(1))
    assert not screen.until(place="case")["is_covered"]
    screen.press("alt+Left", "F2")
    screen.write("12345")
    screen.press("Return")
    assert screen.until(search="12345")["place"] == "today"


def test_the_cover_the_commands_and_the_way_back(screen):
    screen.press("F9")
    screen.until(is_covered=True)
    screen.press("F9")
    screen.until(is_covered=False)
    screen.press("ctrl+k")
    screen.write("> cust")
    screen.press("Return")
    screen.until(place="customers", search="")
    screen.press("ctrl+k")
    screen.write("fall")
    screen.press("Escape")
    screen.until(search="")
    screen.press("alt+Left")
    assert screen.until(place="today")["search"] == ""


def test_a_progress_slip_is_ready_to_print_by_the_search_alone(screen):
    screen.scan(scan_code(1))
    screen.until(place="case")
    screen.press("ctrl+k")
    screen.write("> slip")
    screen.press("Return")
    with screen.desk() as desk:
        case = str(desk.casework.numbered(1).case.id)
    assert screen.until(place="slip", focus="Print")["case"] == case


def test_a_settled_promise_is_taken_back_by_ctrl_z(screen):
    def state():
        with screen.desk() as desk:
            return desk.casework.numbered(1).promises[0].state

    screen.press("ctrl+Return", "ctrl+Return")
    screen.until(done=True)
    assert state() == "kept"
    screen.press("ctrl+z")
    screen.until(done=False)
    assert state() == "open"


def test_what_is_being_typed_as_the_system_ends_the_program_is_kept(screen):
    screen.scan(scan_code(1))
    screen.until(place="case")
    screen.tab_to(question="own_words")
    screen.write("I am sorry")
    assert screen.until(text="I am sorry")["place"] == "case"
    assert screen.end() == 0
    assert not (screen.folder / "running.json").exists(), "the next start would call it a crash"
    with screen.desk() as desk:
        assert desk.casework.numbered(1).answers(Step.APOLOGY)["own_words"] == "I am sorry"


def test_a_second_start_hands_over_to_the_first_window(screen):
    screen.press("F2")
    screen.write("fal")
    if shutil.which("openbox"):
        screen.hide()
        screen.until(minimised=True)
    assert screen.start_again() == 0
    assert screen.until(minimised=False)["search"] == "fal"
