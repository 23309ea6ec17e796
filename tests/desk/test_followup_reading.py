"""What is due, and how far a promise can be trusted."""

from datetime import timedelta

import pytest

PROMISE = '[{"what": "Call back", "by_when": "2026-11-02T13:00", "by_whom": "Milan Horvat"}]'
LATER = {"all_on_the_spot": "no", "promises": PROMISE}


def test_today_shows_late_due_and_next_ones_of_the_shop(desk, walk, clock):
    walk(resolution=LATER)
    shown = desk.follow_ups.agenda()
    assert [one.what for one in shown.today if hasattr(one, "what")] == ["Call back"]
    assert shown.late == ()
    (promise, *_rest) = desk.follow_ups.agenda(clock.now() + timedelta(hours=4)).late
    assert (promise.case_number, promise.who) == (1, "Deirdre Fallon")
    assert [one.kind for one in desk.follow_ups.agenda(clock.now() + timedelta(days=1)).next_days] == [
        "wrap_up"
    ]
    assert [one.kind for one in shown.to_read] == ["internal"]


@pytest.mark.parametrize(
    ("minutes", "trust"), [(0, 100.0), (90, 50.0), (140, 22.2), (180, 0.0), (225, -25.0)]
)
def test_trust_runs_down_while_a_promise_is_open(desk, walk, clock, minutes, trust):
    (promise,) = walk(resolution=LATER).promises
    clock.moment += timedelta(minutes=minutes)
    assert desk.follow_ups.trust(promise) == trust


def test_trust_stands_still_once_a_promise_is_settled(desk, walk, clock):
    (promise,) = walk(resolution=LATER).promises
    clock.moment += timedelta(minutes=140)
    kept = desk.follow_ups.settle_promise(promise, "kept").value
    clock.moment += timedelta(days=3)
    assert desk.follow_ups.trust(kept) == 22.2


def test_a_promise_with_a_new_time_has_no_trust_of_its_own(desk, walk, clock):
    (promise,) = walk(resolution=LATER).promises
    desk.follow_ups.renegotiate(promise, clock.now() + timedelta(days=1))
    old = next(one for one in desk.casework.numbered(1).promises if one.state == "renegotiated")
    assert desk.follow_ups.trust(old) is None


def test_unfinished_cases_come_newest_first_with_the_names_of_the_staff(desk, take, walk, clock):
    desk.casework.finish(walk())
    for line in ("Kettle", "Lamp"):
        clock.moment += timedelta(minutes=1)
        take(line)
    assert [case.one_line for case in desk.follow_ups.unfinished()] == ["Lamp", "Kettle"]
    assert sorted(desk.follow_ups.names().values()) == ["Aoife Byrne", "Grace Okafor", "Milan Horvat"]
