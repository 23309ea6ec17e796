"""What the tests of letters on the screen share: a case that was gone through, a printer that takes all."""

from datetime import timedelta

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.casework import Intake
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.paper import printing


@pytest.fixture
def walked(shop, answers):
    """Return a function that takes a case, goes through all its steps and finishes it."""

    def walk(name="Deirdre Fallon", line="The dryer stands still again", language="en"):
        who = Customer(uuid7(), name, form_of_address="Mrs", address="4 Mill Lane\nEllerton")
        intake = Intake(line, newcomer=who, mood="upset", language_of_letters=language)
        case = shop.casework.take(intake).value
        for step in Step:
            story = shop.casework.story(case.id)
            shop.casework.steps.save_answers(story, step, answers[step.value])
            if step is not Step.LOGGING:
                shop.casework.steps.finish_step(shop.casework.story(case.id), step)
        return shop.casework.finish(shop.casework.story(case.id)).value

    return walk


@pytest.fixture
def later(shop):
    """Let so many days pass, so that letters are due."""

    def pass_days(days=15):
        shop.clock.moment = shop.clock.now() + timedelta(days=days)

    return pass_days


@pytest.fixture
def printer(monkeypatch):
    """Put a printer on the desk that takes everything; return what it was given, as (pdf, paper)."""
    given = []

    def take(pdf, paper, _preferences, _parent):
        given.append((pdf, paper))
        return True

    monkeypatch.setattr(printing, "print_pdf", take)
    return given
