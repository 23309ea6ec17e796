"""Every act of the desk has its kind, and what is not everybody's is refused before anything else happens."""

import inspect
from dataclasses import is_dataclass
from datetime import UTC, datetime
from functools import cached_property

import pytest

from desktop_cs.clock import FixedClock
from desktop_cs.desk.allowed import NotAllowedError
from desktop_cs.desk.desk import open_desk
from desktop_cs.i18n import _
from desktop_cs.shop.roles import MAY, REFUSALS, Act
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.shop.staff import Role, Staff
from desktop_cs.storage.uuid7 import uuid7

# Whoever adds an act to a part of the desk names it here, and so decides who may do it. What only looks
# changes nothing; `WORK` is the daily work of everybody, some of it with rules of its own.
ACTS = {
    "casework": {
        Act.LOOK: "gaps judgement numbered rows story suggested_times wish with_second_failure",
        Act.WORK: "cancel change_header close close_when_over finish finish_express reopen take undo_closing "
        "undo_reopening",
    },
    "casework.steps": {
        Act.LOOK: "step_problems",
        Act.WORK: "finish_step keep leave_step plan_missing save_answers skip_step take_up_again",
    },
    "cards": {Act.LOOK: "cards_for of_case story to_read", Act.WORK: "end_past read unread"},
    "due": {Act.LOOK: "agenda names today trust unfinished whose whose_else"},
    "follow_ups": {
        Act.LOOK: "agenda care_numbers draft heard_at letters_due names needs_new_try next_try problems "
        "queue_place running silent_cases today tries trust unfinished whose whose_else",
        Act.WORK: "call_back complete complete_and_reopen keep_draft put_off reassign renegotiate "
        "settle_promise tell_customer try_again undo undo_call_back undo_promise undo_renegotiation "
        "undo_reopening undo_told undo_try",
    },
    "authority": {
        Act.LOOK: "asked budget revenue suggested_answer_time",
        Act.WORK: "approve ask_approval told",  # to approve takes a manager's digits, whoever acts
        Act.APPROVE: "decide",
        Act.SETTINGS: "put_revenue save_revenue",
    },
    "gestures": {
        Act.LOOK: "adopted_between all blank fair_hand ideas offers",
        Act.WORK: "keep_idea suggest take_back",
        Act.GESTURES: "adopt decline put_back save",
    },
    "customers": {Act.LOOK: "cases_of find get kept recent scanned search", Act.WORK: "add save"},
    "requests": {
        Act.LOOK: "colleagues mine of_case waiting",
        Act.WORK: "answer ask_hand_over ask_help tell_manager tell_of undo withdraw",
    },
    "second_time": {Act.LOOK: "look repeat_of", Act.WORK: "refuse take tie undo"},
    "shop": {
        Act.LOOK: "check_records logo read_logo staff",
        Act.WORK: "put_digits",  # of one's own, having proved who one is: `people` decides
        Act.BACK_UP: "save_copy",
        Act.SETTINGS: "put_logo save_logo save_settings set_up",
        Act.PEOPLE: "add_staff save_staff",
    },
    "imports": {Act.IMPORT: "import_cases"},
    "keys": {
        Act.LOOK: "master sheet_pdf state strength",
        Act.KEYS: "allow keep_sheet locking new_sheet renewing set_phrase take_phrase_away use_keychain",
    },
    "guide": {Act.LOOK: "forget guides page prepare problems"},
    "guide.editing": {Act.LOOK: "advice faults page stored", Act.GUIDE: "put_back reset save"},
    "guide.prompts": {Act.LOOK: "all fitting scope", Act.WORK: "add save"},  # others' only by a manager
    "wording": {Act.LOOK: "check prepare untold_damage"},
    "rehearsals": {Act.LOOK: "all named"},
    "calls": {Act.LOOK: "managers", Act.WORK: "arrived call undo withdraw"},
    "slips": {Act.LOOK: "gaps marks pdf slip", Act.WORK: "printed"},
    "letters": {
        Act.LOOK: "check_one_per_case composed due extras gaps is_as_printed kept missing of_case others pdf "
        "png register svg usual_look",
        Act.WORK: "discard posted printed restyle rewrite undo",
    },
    "letter_batches": {Act.LOOK: "of_day", Act.WORK: "write"},
    "hands": {
        Act.LOOK: "own_hands signature_of",
        Act.WORK: "remove_own_hand remove_signature save_own_hand save_signature undo_removal "
        "undo_signature_removal",
    },
    "months": {Act.LOOK: "budget figures labels pdf span this_month whole_figures"},
    "attachments": {
        Act.LOOK: "content get known_thumbnail of_case preview save_copy thumbnail",
        Act.WORK: "add add_content remove undo_removal tidy",
    },
    "erasing": {
        Act.LOOK: "old_backups person_of",
        Act.WORK: "finish",  # what a manager began and a power cut stopped
        Act.ERASE: "allow erase holdings mentions renew_backups",
    },
    "person_file": {Act.LOOK: "name", Act.EXPORT: "write"},
    "retention": {Act.LOOK: "suggested times", Act.ERASE: "carry_out preview save_times"},
    "safety": {
        Act.LOOK: "chores everywhere here later newest state today wants_last_backup",
        Act.BACK_UP: "back_up back_up_last check_everything do note_damage save_to try_out",
        Act.RESTORE: "allow_restore choose_second_place prepare_stick",
    },
    "trail": {
        Act.LOOK: "anchor anchor_line people",
        Act.BACK_UP: "leave_anchor",
        Act.TRAIL: "allow compare lines verify",
    },
    "people": {
        Act.LOOK: "can_prove_otherwise manager_wait may_choose_first must_sign_in open_work tiles",
        Act.WORK: "begin choose_first_digits manager_by_digits prove renew_by_secret sign_in sign_out "
        "step_in",
        Act.PEOPLE: "give_new_digits leave undo_leaving",
    },
}


def parts_of(owner, path=""):
    """Yield the parts of the desk with their names, and the parts of parts."""
    for kind in type(owner).__mro__:
        for name, member in vars(kind).items():
            if name.startswith("_") or not isinstance(member, (cached_property, property)):
                continue
            part = getattr(owner, name)
            is_part = type(part).__module__.startswith("desktop_cs.desk.") and not is_dataclass(part)
            if is_part:
                yield f"{path}{name}", part
                yield from parts_of(part, f"{path}{name}.")


def acts_of(part):
    """Return the names of all that can be asked of a part."""
    return {
        name for name in dir(type(part)) if not name.startswith("_") and callable(getattr(type(part), name))
    }


def kinds_of(named):
    """Return the kind of every act of a part, by its name."""
    return {name: act for act, names in named.items() for name in names.split()}


GUARDED = [
    (part, name, act)
    for part, named in ACTS.items()
    for name, act in kinds_of(named).items()
    if MAY[act] != frozenset(Role)
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Return the desk of a shop with a manager, and somebody at the counter who acts."""
    folder = tmp_path_factory.mktemp("desk") / "shop"
    opened = open_desk(folder, FixedClock(datetime(2026, 11, 2, 10, tzinfo=UTC)))
    opened.shop.save_settings(ShopSettings(name="Corner Store"))
    counter = Staff(uuid7(), "Aoife Byrne", Role.COUNTER, "x$")
    with opened.storage.transaction():
        for one in (counter, Staff(uuid7(), "Grace Okafor", Role.MANAGER, "x$")):
            opened.storage.shop.save_staff(one)
    opened.actor = counter
    yield opened
    opened.close()


def test_every_act_of_every_part_of_the_desk_has_its_kind(desk):
    found = {path: acts_of(part) for path, part in parts_of(desk)}
    named = {path: set(kinds_of(kinds)) for path, kinds in ACTS.items()}
    assert found.keys() - named.keys() == set(), "parts without any act in the table"
    unknown = {path: found[path] ^ named[path] for path in named.keys() & found.keys()}
    assert {path: names for path, names in unknown.items() if names} == {}
    assert named.keys() - found.keys() == set()


def test_no_act_has_two_kinds():
    for part, kinds in ACTS.items():
        names = [name for words in kinds.values() for name in words.split()]
        assert len(names) == len(set(names)), part


@pytest.mark.parametrize(("part", "name", "kind"), GUARDED, ids=str)
def test_who_may_not_is_refused_before_anything_is_looked_at(desk, part, name, kind):
    owner = dict(parts_of(desk))[part]
    act = getattr(owner, name)
    needed = [one for one in inspect.signature(act).parameters.values() if one.default is one.empty]
    by_name = {one.name: None for one in needed if one.kind is one.KEYWORD_ONLY}
    with pytest.raises(NotAllowedError) as refused:
        act(*[None] * (len(needed) - len(by_name)), **by_name)
    assert str(refused.value) == f"{_(REFUSALS[kind])} Ask Grace Okafor."


def test_a_forgotten_act_would_be_found():
    class Part:
        def found(self):
            """Do something."""

    class Whole:
        @cached_property
        def part(self):
            return Part()

    Part.__module__ = "desktop_cs.desk.part"
    [(path, part)] = parts_of(Whole())
    assert (path, acts_of(part)) == ("part", {"found"})
