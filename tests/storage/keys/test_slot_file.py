"""The text of the key file: what is whole, what is damaged, and whatever else may lie there."""

import hashlib
import hmac
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.errors import DamagedError, LockedError, ShopError, UserError
from desktop_cs.shop.recovery_code import RecoveryCode
from desktop_cs.storage.keys.key_slots import KEY_FILES, new_key, read_copies
from desktop_cs.storage.keys.slot_file import (
    PHRASE,
    SHEET,
    NotWholeError,
    Slot,
    bound_text,
    locked_text,
    new_master,
    open_text,
    slot_file,
)
from desktop_cs.storage.keys.unlocking import unlocked
from desktop_cs.storage.keys.wrapping import Cost, key_of_code, key_of_phrase, random_salt, wrap

KEY, MASTER = new_key(), new_master()
CODE = RecoveryCode(bytes(16))
CHEAP = Cost(1, 8 * 1024, 1)
SECRETS = ("three grey hens", CODE.text)


def slot(kind, cost=None):
    """Return a slot that one of the secrets opens."""
    salt = random_salt()
    key = key_of_phrase(SECRETS[0], salt, cost) if cost else key_of_code(CODE.secret, salt)
    return Slot(kind, "2026-11-23", salt, wrap(key, MASTER, bound_text(kind, "2026-11-23", salt, cost)), cost)


SLOTS = (slot(PHRASE, CHEAP), slot(SHEET))
OPEN = open_text((KEY,), 3).encode()
LOCKED = locked_text((KEY,), 3, SLOTS, MASTER).encode()


def summed(content):
    """Return the text of a file with the right check sum, whatever stands in it."""
    plain = {name: value for name, value in content.items() if name != "sum"}
    total = hashlib.sha256(json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
    return json.dumps({**plain, "sum": total}).encode()


def first_format(key):
    """Return a key file as the first version of the program wrote it."""
    content = {"format": 1, "slots": [{"kind": "open", "key": key}]}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    mac = hmac.new(bytes.fromhex(key), text.encode(), "sha256").hexdigest()
    return json.dumps({**content, "mac": mac}, indent=1) + "\n"


def test_an_open_file_gives_its_keys_and_a_locked_one_only_to_its_master_key():
    assert slot_file(OPEN).keys == (KEY,)
    assert slot_file(LOCKED).keys == ()
    assert slot_file(LOCKED).unsealed(MASTER) == (KEY,)
    assert slot_file(LOCKED).unsealed(new_master()) is None
    assert KEY.encode() not in LOCKED
    assert MASTER.hex().encode() not in LOCKED


def test_what_opens_a_file_is_never_shown_where_objects_are():
    assert KEY not in repr(slot_file(OPEN))
    assert MASTER.hex() not in repr(slot_file(LOCKED))


def test_a_file_of_the_first_format_is_read():
    assert slot_file(first_format(KEY).encode()).keys == (KEY,)


def test_a_file_of_a_newer_program_is_refused_with_a_sentence():
    newer = summed({**json.loads(OPEN), "format": 3, "news": "something"})
    with pytest.raises(ShopError, match="newer version"):
        slot_file(newer)


@pytest.mark.parametrize("whole", [OPEN, LOCKED, first_format(KEY).encode()], ids=["open", "locked", "first"])
def test_every_flipped_bit_is_noticed(whole):
    def seen(place, bit):
        changed = whole[:place] + bytes([whole[place] ^ (1 << bit)]) + whole[place + 1 :]
        try:
            return slot_file(changed) == slot_file(whole)
        except NotWholeError:
            return True

    assert [place for place in range(len(whole)) for bit in range(8) if not seen(place, bit)] == []


def test_a_slot_that_somebody_added_without_the_key_opens_nothing():
    stranger = Slot(PHRASE, "2026", random_salt(), wrap(new_master(), new_master(), b""), CHEAP)
    own, added = (json.loads(locked_text((KEY,), 3, slots, MASTER)) for slots in (SLOTS, (*SLOTS, stranger)))
    forged = summed({**own, "slots": added["slots"]})
    assert slot_file(forged).unsealed(MASTER) is None


def test_a_cheaper_price_written_into_a_slot_opens_nothing(tmp_path):
    content = json.loads(locked_text((KEY,), 3, (slot(PHRASE, Cost(2, 8 * 1024, 1)),), MASTER))
    content["slots"][0]["cost"] = [1, 8 * 1024, 1]
    for name in KEY_FILES:
        (tmp_path / name).write_bytes(summed(content))
    with pytest.raises(UserError):
        unlocked(read_copies(tmp_path), SECRETS[0])


@pytest.mark.parametrize(
    "cost", [[0, 8192, 1], [1, 2**40, 1], [1, 8192, 99], [1, 8192], [1.5, 8192, 1], ["1", 8192, 1], 7, None]
)
def test_a_price_that_no_pc_can_pay_is_damage(cost):
    content = json.loads(LOCKED)
    content["slots"][0]["cost"] = cost
    with pytest.raises(NotWholeError):
        slot_file(summed(content))


@pytest.mark.parametrize("cost", [[3, 2**20, 4], [2**31, 64 * 1024, 4]])
def test_a_key_file_that_asks_for_too_much_is_refused_in_words_and_never_tried(tmp_path, monkeypatch, cost):
    content = json.loads(LOCKED)
    content["slots"][0]["cost"] = cost
    for name in KEY_FILES:
        (tmp_path / name).write_bytes(summed(content))
    monkeypatch.setattr("argon2.low_level.hash_secret_raw", None)
    with pytest.raises(ShopError, match=r"Take shop\.key from the newest folder"):
        unlocked(read_copies(tmp_path), SECRETS[0])


def test_where_one_copy_asks_for_too_much_the_other_serves(tmp_path):
    content = json.loads(LOCKED)
    content["slots"][0]["cost"] = [3, 2**20, 4]
    for name, text in zip(KEY_FILES, (summed(content), LOCKED), strict=True):
        (tmp_path / name).write_bytes(text)
    assert unlocked(read_copies(tmp_path), SECRETS[0]).keys == (KEY,)
    assert (tmp_path / KEY_FILES[0]).read_bytes() == LOCKED


@pytest.mark.parametrize("mac", [None, 7, ["x"], "", "é", "\ud800", "0" * 64])
def test_a_mac_of_another_kind_opens_nothing(tmp_path, mac):
    for whole in (OPEN, LOCKED):
        for name in KEY_FILES:
            (tmp_path / name).write_bytes(summed({**json.loads(whole), "mac": mac}))
        with pytest.raises((ShopError, UserError)):
            unlocked(read_copies(tmp_path), SECRETS[0])


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just(KEY),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
names = st.sampled_from(["format", "revision", "marks", "slots", "sealed", "mac", "kind", "salt", "nonce"])


@st.composite
def changed_files(draw):
    """Return a key file with bytes changed, cut out or put in."""
    whole = draw(st.sampled_from([OPEN, LOCKED, first_format(KEY).encode()]))
    start = draw(st.integers(0, len(whole)))
    end = draw(st.integers(start, min(len(whole), start + 40)))
    return whole[:start] + draw(st.binary(max_size=20)) + whole[end:]


@st.composite
def sound_nonsense(draw):
    """Return a key file with a right check sum over values of any kind."""
    content = json.loads(draw(st.sampled_from([OPEN, LOCKED])))
    for name in draw(st.lists(names, max_size=3)):
        place = draw(st.sampled_from([content, *[one for one in content["slots"] if isinstance(one, dict)]]))
        place[name] = draw(json_values)
        if not isinstance(content["slots"], list):
            break
    return summed(content)


def answer(folder, texts, secret):
    """Return what a folder with these copies of the key file answers: the keys, or the kind of refusal."""
    for name, text in zip(KEY_FILES, texts, strict=True):
        (folder / name).write_bytes(text)
    try:
        return unlocked(read_copies(folder), secret).keys
    except (ShopError, UserError) as refusal:
        return type(refusal)


@given(st.binary(max_size=300) | changed_files() | sound_nonsense(), st.sampled_from(["", "wrong", *SECRETS]))
def test_whatever_lies_there_gives_the_right_key_or_a_sentence(tmp_path_factory, text, secret):
    folder = tmp_path_factory.mktemp("keys")
    found = answer(folder, (text, text), secret)
    assert found in ((KEY,), DamagedError, ShopError, LockedError, UserError)


@given(st.binary(max_size=300) | changed_files(), st.sampled_from(SECRETS))
def test_with_one_whole_copy_the_secret_opens_whatever_the_other_is(tmp_path_factory, text, secret):
    folder = tmp_path_factory.mktemp("keys")
    assert answer(folder, (text, LOCKED), secret) == (KEY,)
    assert answer(folder, (LOCKED, text), secret) == (KEY,)


@pytest.mark.parametrize(
    "text", [b"", b"[" * 60_000, b'{"format": 1}' * 9000, b"\xff\xfe", b"null", b'"x"', b"9" * 5000]
)
def test_what_is_deep_long_or_empty_is_damage(text):
    with pytest.raises(NotWholeError):
        slot_file(text)
