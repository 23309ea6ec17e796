"""All experiments, in the order of the table."""

from tests.faults.experiments.backups import BACKUPS
from tests.faults.experiments.bit_flips import BIT_FLIPS
from tests.faults.experiments.calls import CALLS
from tests.faults.experiments.clocks import CLOCKS
from tests.faults.experiments.crowds import CROWDS
from tests.faults.experiments.erasing import ERASING
from tests.faults.experiments.fuzz import FUZZ
from tests.faults.experiments.hostile import HOSTILE
from tests.faults.experiments.kills import KILLS
from tests.faults.experiments.machine import MACHINE
from tests.faults.experiments.memory import MEMORY
from tests.faults.experiments.monkey import MONKEY
from tests.faults.experiments.power import POWER
from tests.faults.experiments.trail import TRAIL

_ALL = (
    KILLS,
    *POWER,
    *CALLS,
    BIT_FLIPS,
    *BACKUPS,
    *CROWDS,
    MEMORY,
    CLOCKS,
    ERASING,
    TRAIL,
    MACHINE,
    *FUZZ,
    MONKEY,
    HOSTILE,
)
EXPERIMENTS = {one.name: one for one in _ALL}
