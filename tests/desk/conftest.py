"""What the tests of the desk share: a real desk in a folder of its own, with people and a case."""

from datetime import UTC, datetime, time

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.clock import FixedClock
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.shop.staff import Role, Staff, hash_digits
from desktop_cs.storage.uuid7 import uuid7

MONDAY = datetime(2026, 11, 2, 10, tzinfo=UTC)

ANSWERS = {
    "apology": {"feeling_named": "let_down", "parts_said": "regret,repair_offer"},
    "review": {
        "in_their_words": '[{"text": "It hums and stands still."}]',
        "failure_kind": "faulty",
        "remedy_sought": "repair",
    },
    "resolution": {
        "explained": "what_happened,why",
        "entitlement_kind": "repair",
        "extra": '[{"gesture": "Descaling set", "cost": "3.50"}]',
        "all_on_the_spot": "yes",
        "problem_solved": "yes",
        "customer_accepts": "yes",
    },
    "logging": {"root_cause": "part", "finding": "upheld"},
}


@pytest.fixture
def clock():
    """Return a clock that stands at Monday, ten o'clock."""
    return FixedClock(MONDAY)


@pytest.fixture(scope="session")
def staff():
    """Return the three people of the shop; their digits are hashed once, since hashing is slow on purpose."""
    people = (
        ("Grace Okafor", Role.MANAGER, "2468"),
        ("Milan Horvat", Role.TECHNICIAN, "9631"),
        ("Aoife Byrne", Role.COUNTER, "1357"),
    )
    return [Staff(uuid7(), name, role, hash_digits(digits)) for name, role, digits in people]


def make_bare(folder):
    """Make the records of a shop that nobody has set up."""
    open_desk(folder, FixedClock(MONDAY)).close()


@pytest.fixture
def bare_desk(put_copy, tmp_path, clock):
    """Return the desk of a new folder that nobody has set up."""
    opened = open_desk(put_copy(tmp_path / "shop", make_bare), clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(bare_desk, staff):
    """Return the desk of a shop with a manager, a technician and somebody at the counter, who acts."""
    hours = OpeningHours(weekdays(time(9), time(18)))
    bare_desk.shop.save_settings(ShopSettings(name="Corner Store", currency="EUR", hours=hours))
    with bare_desk.storage.transaction():
        for person in staff:
            bare_desk.storage.shop.save_staff(person)
    bare_desk.actor = staff[-1]
    return bare_desk


@pytest.fixture
def in_charge(desk, staff):
    """Return the desk with the manager at it."""
    desk.actor = staff[0]
    return desk


@pytest.fixture
def managing(desk, staff):
    """Return a function: what is done inside its context, the manager does."""
    return lambda: desk.in_the_name_of(staff[0])


@pytest.fixture
def take(desk):
    """Return a function that takes a case and gives its story."""

    def taken(one_line="Dryer stands still", who="Deirdre Fallon", **more):
        case = desk.casework.take(Intake(one_line, who, **more)).value
        return desk.casework.story(case.id)

    return taken


@pytest.fixture
def fill(desk):
    """Return a function that types answers into a step, finishes it, and gives the story then."""

    def filled(story, step, finish=True, **answers):
        step, raw = Step(step), {**ANSWERS[step], **answers}
        desk.casework.steps.save_answers(story, step, raw)
        story = desk.casework.story(story.case.id)
        if finish:
            desk.casework.steps.finish_step(story, step)
        return desk.casework.story(story.case.id)

    return filled


@pytest.fixture
def walk(desk, take, fill):
    """Return a function that takes a case through all steps; answers by step may be given."""

    def walked(story=None, **answers):
        story = story or take()
        for step in ANSWERS:
            story = fill(story, step, **answers.get(step, {}))
        return story

    return walked
