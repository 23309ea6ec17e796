"""Keys of rows."""

import time
from threading import Thread
from uuid import RFC_4122, UUID

import pytest

from desktop_cs.storage import uuid7 as module
from desktop_cs.storage.uuid7 import go_on_after, uuid7


def test_a_key_is_a_uuid_of_version_7_that_carries_its_time():
    before = time.time_ns() // 1_000_000
    key = uuid7()
    assert (key.version, key.variant) == (7, RFC_4122)
    assert before <= key.int >> 80 <= before + 60_000


def test_keys_sort_in_the_order_they_were_made():
    keys = [uuid7() for _ in range(20_000)]
    assert keys == sorted(set(keys))
    assert [key.hex for key in keys] == sorted(key.hex for key in keys)


@pytest.mark.parametrize("start", [0, 2**74 - 1])
def test_keys_go_on_rising_when_the_clock_is_set_back(monkeypatch, start):
    far = 4_000_000_000_000
    monkeypatch.setattr(module._Last, "milliseconds", far)
    monkeypatch.setattr(module._Last, "random", start)
    keys = [uuid7() for _ in range(100)]
    assert keys == sorted(set(keys))
    assert all(key.int >> 80 in (far, far + 1) for key in keys)
    assert {key.version for key in keys} == {7}


def test_keys_come_after_one_of_another_process_whose_clock_was_ahead(monkeypatch):
    now = uuid7()
    monkeypatch.setattr(module._Last, "milliseconds", module._Last.milliseconds)
    monkeypatch.setattr(module._Last, "random", module._Last.random)
    ahead = UUID(int=now.int + (86_400_000 << 80))
    go_on_after(ahead)
    assert ahead < uuid7() < UUID(int=ahead.int + (1 << 80))
    go_on_after(now)
    assert uuid7() > ahead


def test_threads_never_get_the_same_key():
    made = []
    threads = [Thread(target=lambda: made.extend(uuid7() for _ in range(2_000))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == len(made) == 8_000
