"""What people of the shop ask of each other is kept."""

from dataclasses import replace

import pytest

from desktop_cs.cases.requests import CaseRequest, RequestKind, RequestState
from desktop_cs.storage.uuid7 import uuid7


@pytest.fixture
def request_of(storage, opened, now):
    """Return a function that keeps a request about a new case."""

    def keep(**changes):
        case = opened()
        asked = CaseRequest(
            uuid7(), case.id, RequestKind.APPROVAL, now, amount=12000, words="Delivery tonight"
        )
        with storage.transaction():
            storage.requests.save(replace(asked, **changes))
        return storage.requests.of_case(case.id)[0]

    return keep


def test_a_request_comes_back_with_what_a_list_shows_of_its_case(request_of, storage):
    kept = request_of()
    assert (kept.who, kept.one_line, kept.amount) == ("Mrs Stone", "The dryer stopped", 12000)
    assert storage.requests.get(kept.id) == kept
    assert storage.requests.waiting() == [kept]


def test_an_answered_request_waits_no_more(request_of, storage, now):
    kept = request_of()
    with storage.transaction():
        storage.requests.save(replace(kept, state=RequestState.GRANTED, answered_at=now, answered_by=uuid7()))
    assert storage.requests.waiting() == []
    assert storage.requests.get(kept.id).state is RequestState.GRANTED


def test_an_unknown_request_is_a_key_error(storage):
    with pytest.raises(KeyError):
        storage.requests.get(uuid7())
