"""The keychain of the system, through the library that speaks to it."""

import pytest

keyring = pytest.importorskip("keyring", reason="the keychain is an option that is not installed here")

from keyring.backend import KeyringBackend  # noqa: E402 (found by the line above)
from keyring.errors import KeyringError, KeyringLocked  # noqa: E402 (as above)

from desktop_cs.errors import ShopError  # noqa: E402 (as above)
from desktop_cs.storage.keys import keychain  # noqa: E402 (as above)

KEY = bytes(range(32))


class Memory(KeyringBackend):
    """A keychain that lives as long as the test."""

    priority = 5

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


class Refusing(Memory):
    """A keychain whose owner does not let us."""

    def get_password(self, service, username):
        raise KeyringLocked

    def set_password(self, service, username, password):
        raise KeyringLocked

    def delete_password(self, service, username):
        raise KeyringLocked


class Forgetful(Memory):
    """A keychain that keeps nothing, and does not say so."""

    def set_password(self, service, username, password):
        self.kept.clear()


class Poor(Memory):
    """A stand-in that keeps everything in the open."""

    priority = 0.5


@pytest.fixture
def use():
    """Return a function that puts a keychain in the place of the system's."""
    before = keyring.get_keyring()

    def used(kind):
        made = kind()
        keyring.set_keyring(made)
        return made

    yield used
    keyring.set_keyring(before)


def test_a_key_is_put_and_had_again_until_it_is_removed(use):
    use(Memory)
    assert keychain.get("name") is None
    keychain.put("name", KEY)
    assert keychain.get("name") == KEY
    keychain.remove("name")
    assert keychain.get("name") is None


def test_a_keychain_that_lets_nobody_in_is_as_good_as_none(use):
    use(Refusing)
    assert keychain.get("name") is None
    keychain.remove("name")
    with pytest.raises(ShopError, match="did not take"):
        keychain.put("name", KEY)


def test_a_keychain_that_keeps_nothing_is_noticed_at_once(use):
    use(Forgetful)
    with pytest.raises(ShopError, match="did not take"):
        keychain.put("name", KEY)


def test_what_somebody_else_wrote_there_is_no_key(use):
    use(Memory).kept["desktop-cs", "name"] = "no key at all!"
    assert keychain.get("name") is None


@pytest.mark.parametrize(("kind", "offered"), [(Memory, True), (Poor, False)])
def test_only_a_keychain_that_keeps_secrets_is_offered(use, kind, offered):
    use(kind)
    assert keychain.is_offered() is offered


def test_without_the_library_there_is_no_keychain_and_nothing_fails(monkeypatch):
    monkeypatch.setattr(keychain, "find_spec", lambda _name: None)
    assert not keychain.is_offered()
    assert keychain.get("name") is None
    keychain.remove("name")


def test_the_errors_of_the_library_are_of_one_kind():
    assert issubclass(KeyringLocked, KeyringError)
