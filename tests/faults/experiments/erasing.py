"""A person is erased whose name stands everywhere: nothing of it may be left in any file of the folder."""

import json
from dataclasses import replace
from random import Random

from desktop_cs.cases.steps import Step
from desktop_cs.clock import SystemClock
from desktop_cs.customers.kept_words import ErasingPlan
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.drafts import Drafts
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.manifest import backups_in
from desktop_cs.storage.copying.restoring import restore
from desktop_cs.storage.keys.key_slots import read_keys
from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.acts import Counter, typed
from tests.faults.stage.pages import plain_pages
from tests.faults.stage.shops import copied, opened, shop_with_cases, unsound, weakened


def run(count, seed, place, *, settings=None):
    """Erase so many people, each from a shop that is full of them, and look at all bytes of the folder."""
    chance, template, folder, bad, found_before = Random(seed), place / "template", place / "shop", [], 0
    shop_with_cases(template)
    with weakened(**(settings or {})):
        for number in range(count):
            canary = "zzq" + "".join(chance.choices("bcdfghjklmnpqrstvwx", k=12))
            copied(template, folder)
            case = _fill(folder, canary)
            before = occurrences(folder, canary)
            found_before += before
            found = [] if before else ["the name was not there to begin with"]
            found += _erased(folder, case, canary, with_restore=number % 2 == 1)
            bad += [f"seed {seed}, number {number}: {one}" for one in found]
    return Outcome(count, tuple(bad), {"occurrences before": found_before})


def _fill(folder, canary):
    """Let a person's name stand wherever a name can stand, and return the id of their case."""
    desk = opened(folder)
    case = desk.casework.take(Intake(f"dryer of {canary}", canary, reference=canary)).value
    steps = desk.casework.steps
    for step in Step:
        raw = typed(step, f"what {canary} said")
        steps.save_answers(desk.casework.story(case.id), step, raw)
        steps.finish_step(desk.casework.story(case.id), step)
    counter = Counter(desk, canary, lambda *_words: None, who=canary)
    counter.serve()
    desk.casework.finish(desk.casework.story(case.id))
    desk.attachments.add_content(case, f"a letter by {canary}".encode() * 50, f"{canary}.txt")
    desk.customers.save(_renamed(desk, case, canary))
    Drafts(folder).keep(case.id, Step.REVIEW, {"in_their_words": json.dumps([{"text": canary}])})
    back_up(desk.storage)
    desk.close()
    return case.id


def _renamed(desk, case, canary):
    customer = desk.storage.customers.get(case.customer_id)
    return replace(customer, phone="+49 30 901820", address=f"1 {canary} Street")


def _erased(folder, case_id, canary, *, with_restore):
    """Erase the person, and return what is wrong then; with a restore in between that brings them back."""
    desk = opened(folder)
    case = desk.storage.cases.by_id(case_id)
    person = desk.erasing.person_of(case)
    holdings = desk.erasing.holdings(person)
    namesakes = tuple(one.id for one in holdings.namesakes)
    twins = tuple(one.id for one in holdings.twins)
    desk.erasing.erase(ErasingPlan(person, namesakes, twins), despite_holds=True)
    desk.storage.erasing.finish()
    found = unsound(desk)
    desk.close()
    if with_restore:
        restore(folder, backups_in(folder / "copies")[0].folder, SystemClock())
        desk = opened(folder)
        desk.storage.erasing.finish()
        found += unsound(desk)
        desk.close()
    left = occurrences(folder, canary)
    return found + ([f"{left} occurrences of the name are left"] if left else [])


def occurrences(folder, canary):
    """Return how often a word stands in the files that are the shop now, whatever its letters' size.

    Backups, and the files of before a restore, are copies of then: they go with their age, and are told so.
    """
    key, sign, count = read_keys(folder)[0], canary.encode(), 0
    for path in folder.rglob("*"):
        inside = path.relative_to(folder).parts[0]
        if path.is_file() and inside != "copies" and ".before-restore" not in inside:
            count += plain_pages(path, key).lower().count(sign) + path.name.lower().count(canary)
    return count


def run_unswept(count, seed, place):
    """Control: the same with an engine that leaves what was deleted where it was (secure_delete off)."""
    return run(count, seed, place, settings={"secure_delete": "OFF"})


ERASING = Experiment(
    "erasing", run, full=200, suite=4, piece=50, controls={"not_written_over": (run_unswept, 2)}
)
