"""A practice shop: invented, the same for the same seed, never beside real cases."""

from dataclasses import replace

import pytest

from desktop_cs import places
from desktop_cs.clock import FixedClock
from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.practice import make_practice_shop
from desktop_cs.errors import UserError
from desktop_cs.i18n import use_language

LOCALE = places.resources_dir() / "locale"


@pytest.fixture
def another(tmp_path, clock):
    """Return a function that opens the desk of one more new folder."""
    opened = []

    def desk(name):
        opened.append(open_desk(tmp_path / name, FixedClock(clock.now())))
        return opened[-1]

    yield desk
    for one in opened:
        one.close()


def told(desk):
    cases = desk.storage.cases
    found = [cases.get(number) for number in range(1, cases.count() + 1)]
    answers = [[dict(entry.answers) for entry in cases.entries(case.id).values()] for case in found]
    return [(case.who, case.one_line, case.opened_at, case.state) for case in found], answers


def test_the_same_seed_invents_the_same_cases_and_another_seed_others(another):
    first, same, other = another("a"), another("b"), another("c")
    for desk, seed in ((first, 1), (same, 1), (other, 2)):
        assert make_practice_shop(desk, 30, seed) == 30
    assert told(first) == told(same)
    assert told(first) != told(other)


@pytest.mark.parametrize("cases", [0, 1, 2, 17])
def test_there_are_as_many_cases_as_were_asked_for(bare_desk, cases):
    assert make_practice_shop(bare_desk, cases, 1) == cases
    assert bare_desk.settings.is_practice
    assert [one.role for one in bare_desk.shop.staff()].count("manager") == 1


def test_a_practice_shop_takes_more_cases(bare_desk):
    make_practice_shop(bare_desk, 5, 1)
    assert make_practice_shop(bare_desk, 5, 2) == 10


def test_a_real_shop_takes_no_practice_cases(desk, take):
    with pytest.raises(UserError, match="real shop"):
        make_practice_shop(desk, 5, 1)
    assert desk.storage.cases.count() == 0


def test_a_folder_with_a_case_is_real_although_nobody_has_set_it_up(bare_desk):
    from desktop_cs.desk.casework import Intake

    bare_desk.casework.take(Intake("Kettle", "Tom"))
    with pytest.raises(UserError, match="real shop"):
        make_practice_shop(bare_desk, 5, 1)


def test_a_number_below_nothing_is_refused(bare_desk):
    with pytest.raises(UserError):
        make_practice_shop(bare_desk, -1, 1)
    assert not bare_desk.settings.is_set_up


def test_a_practice_shop_speaks_the_language_of_whoever_made_it(bare_desk):
    use_language("zh_CN", LOCALE)
    try:
        make_practice_shop(bare_desk, 3, 1)
        assert all(case.language_of_letters == "zh_CN" for case in bare_desk.storage.cases.listed())
        assert not any(case.one_line.isascii() for case in bare_desk.storage.cases.listed())
    finally:
        use_language("en", LOCALE)


def test_a_practice_shop_may_be_renamed_and_stays_one(bare_desk):
    make_practice_shop(bare_desk, 1, 1)
    bare_desk.shop.save_settings(replace(bare_desk.settings, name="Our rehearsal"))
    assert make_practice_shop(bare_desk, 1, 2) == 2
