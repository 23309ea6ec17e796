"""Real processes that need no start of their own: copies of this one, to be killed."""

import json
import os
import signal
import time

LONGEST_S = 60


def sayer(file):
    """Return a function that tells words to another process, with no buffer of ours between.

    It does so by a call that nothing else uses, so that faults put into `write` leave it alone.
    """

    def say(*words):
        os.writev(file, [json.dumps(words).encode() + b"\n"])

    return say


def forked(act):
    """Run `act(say)` in a copy of this process, and return its id and the file to read what it says from."""
    there, here = os.pipe()
    process = os.fork()
    if process:
        os.close(here)
        return process, there
    os.close(there)
    code = 1
    try:
        act(sayer(here))
        code = 0
    except BaseException as fault:  # noqa: BLE001 (whatever it is, the other side must hear of it)
        sayer(here)("fault", type(fault).__name__, str(fault))
    finally:
        os._exit(code)  # nothing of the parent's is run on the way out


def killed_after(process, there, after_s):
    """Kill a process so long after the first thing it says, and return all that it said."""
    said = os.read(there, 65536)
    if said:
        time.sleep(after_s)
    os.kill(process, signal.SIGKILL)
    return _ended(process, there, said)


def finished(process, there):
    """Wait for a process to end, and return all that it said."""
    return _ended(process, there, b"")


def finished_as(process, there):
    """Wait for a process to end; return its exit code (minus the signal that ended it) and what it said."""
    return _ended_as(process, there, b"")


def _ended(process, there, said):
    return _ended_as(process, there, said)[1]


def _ended_as(process, there, said):
    while more := os.read(there, 65536):
        said += more
    os.close(there)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    return code, heard(said)


def heard(said):
    """Return the words that a process told in whole lines."""
    return [json.loads(line) for line in said.splitlines(keepends=True) if line.endswith(b"\n")]
