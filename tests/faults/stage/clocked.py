"""Acts while the clock of the PC jumps: `python -m tests.faults.stage.clocked FOLDER CLOCK SEED JUMPS NAME`.

CLOCK is the file from which libfaketime takes the time. A word after them may be "by_wall": the lock-out
counts by the clock that jumps, which is the control.
"""

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from desktop_cs.desk.casework import Intake
from desktop_cs.desk.people_work import PeopleWork
from desktop_cs.errors import DeskError
from tests.faults.stage.forks import sayer
from tests.faults.stage.shops import DIGITS, opened

START = datetime(2026, 10, 24, 12, tzinfo=UTC)
# Where summer time ends and begins, the ends of months and years, and the day that comes every fourth year.
EDGES = (
    "2026-10-25 00:59:58",
    "2026-10-25 01:59:58",
    "2027-03-28 00:59:58",
    "2026-12-31 23:59:58",
    "2028-02-28 23:59:58",
)


def main(folder, clock, seed, jumps, name, *words):
    """Act after every jump and say what happened."""
    say, chance, clock = sayer(sys.stdout.fileno()), Random(int(seed)), Path(clock)
    jump_to(clock, START)
    desk = opened(Path(folder))
    people = PeopleWork(desk, time.time) if "by_wall" in words else desk.people
    person = desk.shop.staff()[0]
    for number in range(int(jumps)):
        jump_to(clock, _somewhere(chance))
        case = desk.casework.take(Intake(f"dryer {name}-{number}", f"Customer {name}-{number}")).value
        say("taken", case.number, case.id.hex, case.opened_at.isoformat())
        try:
            people.sign_in(person.id, DIGITS)
        except DeskError as refusal:
            say("refused", type(refusal).__name__, "")
        else:
            say("let in", "", "")
    desk.close()
    say("end", "", "")


def jump_to(clock, moment):
    """Let the clock of this process show a moment from now on."""
    clock.write_text(f"@{moment:%Y-%m-%d %H:%M:%S}")


def _somewhere(chance):
    if chance.random() < 0.3:
        return datetime.fromisoformat(chance.choice(EDGES)).replace(tzinfo=UTC)
    return START + timedelta(seconds=chance.uniform(-400, 400) * 86_400)


if __name__ == "__main__":
    main(*sys.argv[1:])
