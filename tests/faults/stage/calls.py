"""The system calls of a program that change the disk, found and failed one by one with strace."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.faults.stage.attached import attached
from tests.faults.stage.forks import heard

ROOT = Path(__file__).parents[3]
CHANGING = (
    "pwrite64",
    "write",
    "fsync",
    "fdatasync",
    "ftruncate",
    "unlink",
    "unlinkat",
    "rename",
    "renameat2",
)
LONGEST_S = 120
_CALL = re.compile(r"^\d+ +(\w+)\((.*)")


@dataclass(frozen=True, slots=True)
class Call:
    """The so-manieth call of a kind in a run of the program, counted from 1."""

    kind: str
    number: int


def strace_lacks():
    """Return what this machine lacks to fail calls, or ""."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return "strace is not on this machine"
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "this machine does not let strace look into programs"


def play(scene, folder, *words, strace=()):
    """Play a scene in a process of its own and return its exit code, what it said, and its complaints."""
    command = [sys.executable, "-m", "tests.faults.stage.played", scene, str(folder), *words]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "1"}
    done = subprocess.run(
        [*strace, *command], cwd=ROOT, env=environment, capture_output=True, timeout=LONGEST_S, check=False
    )
    return done.returncode, heard(done.stdout), done.stderr.decode(errors="replace")


def calls_of(scene, folder, log, *words):
    """Play a scene untouched, and return all its calls that change something in the folder."""
    tracing = ["-y", "-e", f"trace={','.join(CHANGING)}", "-o", str(log)]
    code, said = attached(scene, folder, *words, strace=tracing)
    if code:
        raise RuntimeError(f"the scene {scene} does not even work untouched: {said[-1:]}")
    return calls_in(log.read_text(errors="replace"), str(folder))


def calls_in(log, place):
    """Return the calls in a log of strace that name something in a place."""
    found, counts = [], dict.fromkeys(CHANGING, 0)
    for line in log.splitlines():
        call = _CALL.match(line)
        if call and call[1] in counts:
            counts[call[1]] += 1
            if place in call[2]:
                found.append(Call(call[1], counts[call[1]]))
    return found


def killed_at(scene, folder, call, *words):
    """Play a scene and end it when it is about to make a call; return its exit code and what it said."""
    return _disturbed(scene, folder, call, f"signal=SIGKILL:when={call.number}", words)


def failing_at(scene, folder, call, error, last, *words):
    """Play a scene in which calls of a kind fail from one on until another, and go on.

    Returns:
        The exit code, what it said, and whether the disk came back at all: strace counts the calls of each
        thread by themselves, so that every new thread may meet the fault again.
    """
    log = folder.parent.with_name("failed.log")
    how = f"error={error}:when={call.number}..{last}"
    code, said = _disturbed(scene, folder, call, how, words, log)
    return code, said, log.read_bytes().count(b"(INJECTED)") <= last - call.number + 1


def _disturbed(scene, folder, call, how, words, log=os.devnull):
    injecting = ["-e", f"trace={call.kind}", "-e", f"inject={call.kind}:{how}", "-o", str(log)]
    return attached(scene, folder, *words, strace=injecting)
