"""Shops to do things to: set up, with people and some cases; and what must be true of any shop afterwards."""

import shutil
from contextlib import contextmanager
from dataclasses import replace
from datetime import time
from pathlib import Path
from unittest.mock import patch

from desktop_cs.clock import SystemClock
from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.shop_work import Newcomer
from desktop_cs.shop import staff
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.shop.staff import Role
from desktop_cs.storage.copying.checking import problems_in
from desktop_cs.storage.file import engine
from desktop_cs.storage.keys import shop_keys
from desktop_cs.storage.keys.wrapping import Cost
from tests.faults.stage.acts import Counter

CASES = 4  # in a shop beforehand: enough rows for every table, few enough to copy thousands of times
MANAGER, DIGITS = "Aoife Byrne", "2580"


def begin_shop(folder, until_done=lambda act: act()):
    """Make a shop that is set up, with a manager who has digits; `until_done` does each act of it."""
    desk = until_done(lambda: open_desk(folder, SystemClock()))
    hours = OpeningHours(weekdays(time(0), time(23, 59), range(7)))
    settings = replace(desk.settings, name="Corner Store", currency="EUR", hours=hours)
    people = [Newcomer(MANAGER, Role.MANAGER, DIGITS)]
    until_done(lambda: desk.shop.set_up(settings, people))
    desk.close()


def shop_with_cases(folder, cases=CASES):
    """Make a shop with so many cases walked to their end, and return what was told as kept."""
    begin_shop(folder)
    said = []
    desk = opened(folder)
    counter = Counter(desk, "before", lambda *words: said.append(words))
    for _ in range(cases):
        counter.serve()
    desk.close()
    return said


def opened(folder, secret=""):
    """Return the desk of a shop, with its first person acting."""
    desk = open_desk(folder, SystemClock(), create=False, secret=secret)
    desk.actor = next(iter(desk.shop.staff()), None)
    return desk


def copied(template, folder):
    """Put a fresh copy of a shop into a folder, and return the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    return folder


@contextmanager
def weakened(**settings):
    """Open databases with other settings of the engine than the program's: for controls, in this process."""
    before = engine._SETTINGS
    engine._SETTINGS = tuple((name, settings.get(name, value)) for name, value in before)
    try:
        yield
    finally:
        engine._SETTINGS = before


@contextmanager
def cheap_ways_in():
    """Let digits and pass phrases cost next to nothing to try: the disk sees the same, and sooner."""
    cheap = Cost(passes=1, memory_kib=8 * 1024, lanes=1)  # stands in each key file
    digits = {"n": 2, "r": 1, "p": 1}
    with patch.object(staff, "_COST", digits), patch.object(shop_keys, "PHRASE_COST", cheap):
        yield


def unsound(desk):
    """Return what is wrong with the records as a whole, whatever was done to them."""
    found = [f"damaged: {problem}" for problem in problems_in(desk.storage)]
    if found:
        return found
    ask = desk.storage._file.value
    numbers = [row[0] for row in desk.storage._file.rows("SELECT number FROM recovery_case ORDER BY number")]
    if numbers != list(range(1, len(numbers) + 1)):
        found.append(f"numbers of cases have gaps: {numbers[-5:]}")
    counts = {
        "cases": ask("SELECT count(*) FROM recovery_case"),
        "taken": ask("SELECT count(*) FROM case_event WHERE what = 'taken'"),
        "in the trail": ask("SELECT count(*) FROM trail WHERE what = 'case.opened'"),
        "to be found": ask("SELECT count(*) FROM case_words_docsize"),
    }
    if len(set(counts.values())) != 1:
        found.append(f"an act is torn: {counts}")
    return found


def folder_of(place, name="shop"):
    """Return the path of a folder in an experiment's place, which it may make."""
    return Path(place) / name
