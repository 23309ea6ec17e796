"""The trail."""

from desktop_cs.storage.stores.trail import TrailEntry
from desktop_cs.storage.uuid7 import uuid7


def test_every_change_names_who_when_what_and_one_act(storage, new_case, now):
    by = uuid7()
    with storage.transaction(by):
        case = storage.cases.open_case(new_case())
        storage.trail.note("case.read", case.id, ["who", "phone"])
    first, second = storage.trail.of_row(case.id)
    assert first == TrailEntry(second.act_id, now, by, "case.opened", case.id)
    assert second == TrailEntry(first.act_id, now, by, "case.read", case.id, ("who", "phone"))


def test_two_acts_have_two_ids_and_nobody_may_act(storage, opened):
    acts = [storage.trail.of_row(opened().id)[0] for _ in range(2)]
    assert acts[0].act_id != acts[1].act_id
    assert [act.by for act in acts] == [None, None]
    assert storage.trail.of_row(uuid7()) == []
