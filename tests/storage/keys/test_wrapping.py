"""Wrapping keys, and making keys of what people type."""

import hashlib
import hmac

import pytest

from desktop_cs.storage.keys.wrapping import (
    KEY_BYTES,
    PHRASE_COST,
    Cost,
    key_of_code,
    key_of_phrase,
    random_key,
    unwrap,
    wrap,
)

CHEAP = Cost(1, 8 * 1024, 1)
SALT = bytes(16)


def test_what_is_wrapped_comes_back_with_its_key_alone():
    key = random_key()
    wrapped = wrap(key, b"the key of the records", b"beside it")
    assert b"records" not in wrapped.sealed
    assert unwrap(key, wrapped, b"beside it") == b"the key of the records"
    assert unwrap(random_key(), wrapped, b"beside it") is None
    assert unwrap(key, wrapped, b"something else") is None


@pytest.mark.parametrize("size", [0, 16, 31, 33])
def test_a_key_of_another_size_opens_nothing(size):
    assert unwrap(bytes(size), wrap(bytes(32), b"content", b""), b"") is None


def test_no_two_wraps_are_alike():
    wraps = {wrap(bytes(32), b"content", b"").sealed for _ in range(50)}
    assert len(wraps) == 50


@pytest.mark.parametrize("typed", ["grün tea", "gru\u0308n tea", " grün tea\n", "ｇｒün tea"])
def test_however_the_signs_come_a_phrase_gives_the_same_key(typed):
    assert key_of_phrase(typed, SALT, CHEAP) == key_of_phrase("grün tea", SALT, CHEAP)


@pytest.mark.parametrize("typed", ["Grün tea", "grün  tea", "gruen tea", "\ud800", ""])
def test_another_phrase_gives_another_key(typed):
    assert key_of_phrase(typed, SALT, CHEAP) != key_of_phrase("grün tea", SALT, CHEAP)


def test_a_try_costs_64_mib_as_the_rfc_asks_where_memory_is_short():
    """Source: RFC 9106, section 4, the second recommended option."""
    assert Cost(passes=3, memory_kib=65536, lanes=4) == PHRASE_COST


def test_the_key_of_a_code_is_what_the_rfc_says():
    """HKDF written out by hand from RFC 5869: extract, then one block of expand."""
    code, salt = bytes(range(16)), bytes(range(16, 32))
    extracted = hmac.digest(salt, code, hashlib.sha256)
    block = hmac.digest(extracted, b"desktop-cs recovery sheet" + b"\x01", hashlib.sha256)
    assert key_of_code(code, salt) == block[:KEY_BYTES]


def test_prices_that_no_pc_can_pay_are_known():
    assert PHRASE_COST.is_bearable
    assert Cost(10, 256 * 1024, 8).is_bearable
    for cost in (
        Cost(1, 2**31, 1),
        Cost(1, 2**20, 1),
        Cost(11, 8192, 1),
        Cost(1, 8192, 9),
        Cost(0, 65536, 1),
    ):
        assert not cost.is_bearable
