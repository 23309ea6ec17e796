"""A disk that fails when nearly all is done: whatever takes the place of the records must be whole."""

import json
import subprocess
import sys

import pytest

from tests.faults.run import ROOT
from tests.faults.stage.calls import strace_lacks


@pytest.mark.skipif(bool(strace_lacks()), reason=strace_lacks() or "nothing lacks")
@pytest.mark.parametrize("scene", ["beginning", "first_phrase"])
def test_a_disk_that_is_full_for_a_moment_late_in_the_work_costs_nothing(scene):
    command = [sys.executable, "-m", "tests.faults.late_failures", scene]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    assert json.loads(done.stdout) == []
