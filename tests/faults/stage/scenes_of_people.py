"""Scenes about what people put in and take away: attachments, the pass phrase, erasing."""

from desktop_cs.clock import SystemClock
from desktop_cs.customers.kept_words import ErasingPlan
from desktop_cs.desk.desk import open_desk
from desktop_cs.errors import LockedError, UserError
from tests.faults.stage.acts import Counter, kept_cases
from tests.faults.stage.scene import Scene, desk_problems, was_kept
from tests.faults.stage.shops import opened, shop_with_cases

PICTURE_BYTES = 20_000
FIRST_PHRASE, OTHER_PHRASE = "seven dryers hum in the rain", "nine kettles wait for the mountain"
CANARY = "Zztopnamen Canarybird"


def content_of(number):
    """Return the content of an attachment by its number: always the same for the same number."""
    return b"".join(number.to_bytes(2, "big") + bytes([place % 256]) for place in range(PICTURE_BYTES // 3))


def _attach(folder, say, attempt):
    desk = attempt.desk = attempt.until_done(lambda: opened(folder))
    case = attempt.until_done(lambda: kept_cases(desk)["dryer before-1"])
    for number in (1, 2, 3):
        say("about", f"attachment {number}", "")
        attempt.until_done(lambda: desk.attachments.add_content(case, content_of(number), f"{number}.bin"))  # noqa: B023 (called at once)
        say("kept", f"attachment {number}", "")
    desk.close()


def _attached_problems(folder, said):
    """Return what is wrong with the attachments that are there, and which are lost."""
    desk = opened(folder)
    try:
        found = desk_problems(desk, said)
        names = {}
        for one in desk.attachments.of_case(kept_cases(desk)["dryer before-1"].id):
            names[one.name] = one
            if desk.attachments.content(one) != content_of(int(one.name.split(".")[0])):
                found.append(f"attachment {one.name} holds something else")
        gone = [n for n in (1, 2, 3) if was_kept(said, f"attachment {n}") and f"{n}.bin" not in names]
        return found + [f"attachment {number} is gone" for number in gone]
    finally:
        desk.close()


def _lock(folder, say, attempt):
    desk = attempt.until_done(lambda: opened(folder))
    lock = attempt.until_done(lambda: desk.keys.locking(FIRST_PHRASE, FIRST_PHRASE))
    desk.close()
    say("about", "phrase", "")
    attempt.until_done(lambda: lock(lambda _share: None))
    say("kept", "phrase", "")


def _locked_shop(folder):
    said = shop_with_cases(folder)
    desk = opened(folder)
    lock = desk.keys.locking(FIRST_PHRASE, FIRST_PHRASE)
    desk.close()
    lock(lambda _share: None)
    return said


def _rephrase(folder, say, attempt):
    desk = attempt.until_done(lambda: opened(folder, secret=FIRST_PHRASE))
    say("about", "phrase", "")
    attempt.until_done(lambda: desk.keys.set_phrase(OTHER_PHRASE, OTHER_PHRASE))
    say("kept", "phrase", "")
    desk.close()


def _locked_problems(folder, said):
    """Return what is wrong after a first pass phrase was being set: it opens them, or nothing is needed."""
    try:
        desk, is_open = opened(folder), True
    except LockedError:
        desk, is_open = opened(folder, secret=FIRST_PHRASE), False
    try:
        found = desk_problems(desk, said)
    finally:
        desk.close()
    if is_open and was_kept(said, "phrase"):
        found.append("the pass phrase was told as set, and nobody is asked for it")
    return found


def _rephrased_problems(folder, said):
    """Return what is wrong after a pass phrase was being changed: once told, the new one alone opens them.

    Until then each copy of the key file may have either.
    """
    found, opening = [], []
    for phrase in (FIRST_PHRASE, OTHER_PHRASE):
        try:
            desk = opened(folder, secret=phrase)
        except UserError:
            continue
        opening.append(phrase)
        found += desk_problems(desk, said)
        desk.close()
    if not opening or (was_kept(said, "phrase") and opening != [OTHER_PHRASE]):
        found.append(f"{len(opening)} pass phrases open the records, the new one: {OTHER_PHRASE in opening}")
    return found


def _shop_with_canary(folder):
    said = shop_with_cases(folder)
    desk = opened(folder)
    Counter(desk, "canary", lambda *_words: None, who=CANARY).serve()
    desk.close()
    return said


def _erase(folder, say, attempt):
    desk = attempt.desk = attempt.until_done(lambda: opened(folder))
    case = attempt.until_done(lambda: kept_cases(desk)["dryer canary-1"])
    person = attempt.until_done(lambda: desk.erasing.person_of(case))
    plan = ErasingPlan(person)
    say("about", "erasing", "")
    attempt.until_done(lambda: _erased(desk, plan))
    attempt.until_done(desk.storage.erasing.finish)
    say("kept", "erasing", "")
    desk.close()


def _erased(desk, plan):
    """Erase somebody, unless an attempt before did it that was told to have failed."""
    if desk.erasing.holdings(plan.person).cases:
        desk.erasing.erase(plan, despite_holds=True)


def _erased_problems(folder, said):
    """Return what is wrong after an erasing: whole shop, and nothing of the person once it was told."""
    desk = open_desk(folder, SystemClock(), create=False)
    try:
        desk.storage.erasing.finish()
        found = desk_problems(desk, said)
        is_there = any(CANARY in one.who for one in desk.storage.cases.listed(limit=1000))
    finally:
        desk.close()
    if was_kept(said, "erasing") and is_there:
        found.append("a person who was told as erased is there")
    return found


ATTACHING = Scene("attachment", shop_with_cases, _attach, _attached_problems)
LOCKING = Scene("first_phrase", shop_with_cases, _lock, _locked_problems)
REPHRASING = Scene("other_phrase", _locked_shop, _rephrase, _rephrased_problems)
ERASING = Scene("erasing", _shop_with_canary, _erase, _erased_problems)
