"""The catalogue of gestures and the months' revenue are kept."""

from dataclasses import replace

import pytest

from desktop_cs.cases.gestures import Gesture, GestureState
from desktop_cs.shop.revenue import MonthRevenue
from desktop_cs.storage.uuid7 import uuid7


def test_the_catalogue_is_kept_cheapest_first(storage, now):
    dear = Gesture(uuid7(), "A second screen protector", 900, suits="quick,safety", added_at=now)
    free = Gesture(uuid7(), "A call by the technician", 0)
    with storage.transaction():
        storage.gestures.save(dear)
        storage.gestures.save(free)
    assert storage.gestures.all() == [free, dear]


def test_a_changed_entry_takes_the_place_of_the_old_one(storage):
    idea = Gesture(uuid7(), "Coffee next door", 250, state=GestureState.IDEA, idea_by=uuid7())
    with storage.transaction():
        storage.gestures.save(idea)
        storage.gestures.save(replace(idea, state=GestureState.ADOPTED))
    assert storage.gestures.get(idea.id).state is GestureState.ADOPTED
    assert len(storage.gestures.all()) == 1


def test_an_unknown_entry_is_a_key_error(storage):
    with pytest.raises(KeyError):
        storage.gestures.get(uuid7())


def test_a_month_has_one_revenue_the_one_typed_last(storage):
    with storage.transaction():
        for amount in (100, 2_000_000):
            storage.gestures.save_revenue(MonthRevenue("2026-11", amount, "USD"))
        storage.gestures.save_revenue(MonthRevenue("2026-10", 7, "USD"))
    assert list(storage.gestures.revenues()) == ["2026-10", "2026-11"]
    assert storage.gestures.revenues()["2026-11"].amount == 2_000_000
