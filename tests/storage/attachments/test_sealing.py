"""Sealing one content."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.storage.attachments.sealing import (
    OVERHEAD,
    UnsoundError,
    digest_of,
    file_name,
    new_key,
    sealed,
    unsealed,
)

KEY = bytes(range(32))


def file_of(content, key=KEY):
    return b"".join(sealed(key, digest_of(content), content))


@given(st.binary(max_size=3000))
def test_a_content_comes_back_byte_for_byte(content):
    file = file_of(content)
    assert len(file) == len(content) + OVERHEAD
    assert unsealed(KEY, digest_of(content), file) == content


def test_a_content_of_several_pieces_comes_back_too():
    content = bytes(range(256)) * 10_000
    assert unsealed(KEY, digest_of(content), file_of(content)) == content


@given(st.binary(max_size=60), st.data())
def test_every_flipped_bit_is_noticed(content, data):
    file = bytearray(file_of(content))
    bit = data.draw(st.integers(0, 8 * len(file) - 1))
    file[bit // 8] ^= 1 << bit % 8
    with pytest.raises(UnsoundError):
        unsealed(KEY, digest_of(content), bytes(file))


@given(st.binary(max_size=60), st.data())
def test_a_file_cut_short_or_grown_is_noticed(content, data):
    file = file_of(content)
    cut = file[: data.draw(st.integers(0, len(file) - 1))]
    for wrong in (cut, file + data.draw(st.binary(min_size=1, max_size=9))):
        with pytest.raises(UnsoundError):
            unsealed(KEY, digest_of(content), wrong)


def test_neither_another_key_nor_another_content_s_file_opens():
    file = file_of(b"the bill")
    for key, content in ((new_key(), b"the bill"), (KEY, b"another bill")):
        with pytest.raises(UnsoundError):
            unsealed(key, digest_of(content), file)


def test_nothing_of_a_content_is_seen_in_its_file():
    content = b"Mrs Stone's passport " * 50
    assert b"Stone" not in file_of(content)
    assert file_of(content, new_key()) != file_of(content, new_key())


def test_a_name_tells_nothing_even_to_who_has_the_same_file():
    digest = digest_of(b"a picture that thousands have")
    names = {file_name(new_key(), digest) for _time in range(3)}
    assert len(names) == 3
    assert all(re.fullmatch(r"([0-9a-f]{2})/\1[0-9a-f]{62}", name) for name in names)
    assert digest.hex() not in "".join(names)
    assert file_name(KEY, digest) == file_name(KEY, digest)
