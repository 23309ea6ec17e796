"""A copy of this process plays a scene, with strace attached: no program has to be started for each try.

Of half a second that a try took with a start of its own, the start and its imports were more than half.
"""

import ctypes
import os
import signal
import subprocess
from pathlib import Path

from tests.faults.stage.bold import Bold, Outright
from tests.faults.stage.forks import finished_as, forked
from tests.faults.stage.scenes import SCENES

LONGEST_S = 120
_PR_SET_PTRACER, _ANYBODY = 0x59616D61, ctypes.c_ulong(-1)  # Source: prctl(2), PR_SET_PTRACER


def attached(scene, folder, *words, strace):
    """Play a scene in a copy of this process, looked at by strace from its first call on.

    Args:
        scene: The name of the scene.
        folder: Where it plays.
        words: "bold", where it goes on when acts fail.
        strace: The words for strace, without whom it is for.

    Returns:
        The exit code (-9 where it was killed) and what it said; an error that ended it is a fault it said.
    """
    gate, opener = os.pipe()
    process, there = forked(lambda say: _play(scene, folder, words, say, gate, opener))
    os.close(gate)
    try:
        tracer = _attach(strace, process)
    except RuntimeError:
        os.kill(process, signal.SIGKILL)
        raise
    finally:
        os.close(opener)  # from here on it plays
    code, said = finished_as(process, there)
    tracer.communicate(timeout=LONGEST_S)
    return code, said


def _play(scene, folder, words, say, gate, opener):
    os.close(opener)
    ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANYBODY)  # some systems let only parents look into programs
    signal.alarm(LONGEST_S)  # a scene that hangs ends, and counts as broken
    os.read(gate, 1)
    SCENES[scene].play(Path(folder), say, Bold(say) if "bold" in words else Outright())
    say("end", scene, "")


def _attach(strace, process):
    """Have strace look into a process and return strace, once nothing of the process escapes it.

    Raises:
        RuntimeError: It cannot.
    """
    command = ["strace", "-f", *strace, "-p", str(process)]
    tracer = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    told = tracer.stderr.readline().decode(errors="replace")
    if "attached" not in told:
        raise RuntimeError(told + tracer.communicate()[1].decode(errors="replace"))
    return tracer
