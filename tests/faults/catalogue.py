"""All experiments, in the order of the table."""

from tests.faults.experiments.calls import CALLS
from tests.faults.experiments.kills import KILLS
from tests.faults.experiments.power import POWER

EXPERIMENTS = {one.name: one for one in (KILLS, *POWER, *CALLS)}
