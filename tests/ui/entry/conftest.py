"""What the tests of signing in share."""

import pytest

from desktop_cs.desk.people_work import PeopleWork


class Steady:
    seconds = 5000.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def steady(shop):
    """Return the clock of the wait, in use."""
    clock = Steady()
    shop.people = PeopleWork(shop, clock)
    return clock
