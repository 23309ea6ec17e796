"""Runs experiments, several at once, and writes the table of figures: see `packaging/faults.py`."""

import argparse
import compileall
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from tests.faults.catalogue import EXPERIMENTS
from tests.faults.experiment import AT_MOST
from tests.faults.figures import Row, put_rows

ROOT = Path(__file__).parents[2]
LONGEST_S = 6 * 3600


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of an experiment, or of a control of it, for a process of its own."""

    name: str
    count: int
    seed: int
    control: str = ""

    @property
    def label(self):
        """Return its name for the progress."""
        return f"{self.name}{f' (control: {self.control})' if self.control else ''}"


def jobs_of(experiment, share):
    """Return the pieces of an experiment at a share of the full run, and its controls."""
    count = max(round(experiment.full * share), 1)
    pieces = [min(experiment.piece, count - done) for done in range(0, count, experiment.piece)]
    jobs = [Job(experiment.name, piece, seed) for seed, piece in enumerate(pieces, 1)]
    controls = [Job(experiment.name, often, 1, name) for name, (_run, often) in experiment.controls.items()]
    return jobs + controls


def done(job):
    """Run a job in a process of its own, and return what it found."""
    words = [sys.executable, "-m", "tests.faults.job", job.name, str(job.count), str(job.seed)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    ended = subprocess.run(
        [*words, *([job.control] if job.control else [])],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=LONGEST_S,
        check=False,
    )
    if ended.returncode:
        return {
            "tried": 0,
            "bad": 1,
            "told": [ended.stderr[-2000:]],
            "figures": {},
            "seconds": 0,
            "broke": True,
        }
    return json.loads(ended.stdout.splitlines()[-1])


def run(experiments, share, say):
    """Run experiments at a share of the full run and return their rows of the table."""
    found, start = defaultdict(list), time.monotonic()
    for is_alone in (False, True):
        chosen = [one for one in experiments if one.is_alone is is_alone]
        jobs = [job for one in chosen for job in jobs_of(one, share)]
        at_once = 1 if is_alone else os.cpu_count() or 1
        with ThreadPoolExecutor(at_once) as workers:
            running = {workers.submit(done, job): job for job in jobs}
            for number, future in enumerate(as_completed(running), 1):
                job, result = running[future], future.result()
                found[job.name, job.control].append(result)
                minutes = (time.monotonic() - start) / 60
                say(f"[{minutes:5.1f} min, {number} of {len(jobs)}] {job.label}: {_in_words(result)}")
    return [_row(one, found, share) for one in experiments]


def _row(experiment, found, share):
    """Return the row of an experiment from what its pieces found."""
    controls = {name: together(found[experiment.name, name]) for name in experiment.controls}
    return Row(
        experiment.name, **together(found[experiment.name, ""]), controls=controls, share=min(share, 1.0)
    )


def together(results):
    """Return the results of all pieces as one."""
    figures = defaultdict(float)
    for result in results:
        for name, value in result["figures"].items():
            figures[name] = max(figures[name], value) if name.startswith(AT_MOST) else figures[name] + value
    return {
        "tried": sum(one["tried"] for one in results),
        "bad": sum(one["bad"] for one in results),
        "told": [text for one in results for text in one["told"]][:5],
        "figures": dict(figures),
        "seconds": sum(one["seconds"] for one in results),
        "broke": any(one.get("broke") for one in results),
    }


def _in_words(result):
    told = "".join(f"\n      {text}" for text in result["told"][:3]) if result["bad"] else ""
    return f"{result['tried']} tried, {result['bad']} bad, {result['seconds']:.0f} s{told}"


def main():
    """Run what is asked for, write the table after a full run, and return 1 when anything was bad."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--share", type=float, default=1.0, help="of the full run, such as 0.1")
    options.add_argument(
        "--only", nargs="+", choices=EXPERIMENTS, metavar="NAME", help="only these experiments"
    )
    options.add_argument("--write", action="store_true", help="write the table after a part of it too")
    asked = options.parse_args()
    wanted = [one for name, one in EXPERIMENTS.items() if not asked.only or name in asked.only]
    lacking = {one.name: lack for one in wanted if (lack := one.lacks())}
    for name, lack in lacking.items():
        _say(f"{name} is left out: {lack}.")
    _compile()
    rows = run([one for one in wanted if one.name not in lacking], asked.share, _say)
    if asked.share >= 1 or asked.write:
        for path in put_rows(ROOT, rows):
            _say(f"written: {path.relative_to(ROOT)}")
    else:
        _say("A part of the full run: the table stays as the last full run wrote it.")
    failed = [row.name for row in rows if not row.is_good]
    _say(f"not good: {', '.join(failed)}" if failed else f"{len(rows)} experiments, all good")
    return 1 if failed else 0


def _compile():
    """Compile all modules once: the programs that are disturbed may not write what they compiled."""
    for folder in ("desktop_cs", "tests/faults"):
        compileall.compile_dir(ROOT / folder, quiet=2)


def _say(line):
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
