"""What the tests of backups share."""

import pytest

from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.opening import open_storage


@pytest.fixture
def filled(storage, new_case, opened):
    """Return records with some cases in them."""
    for number in range(12):
        opened(who=f"Customer {number}", one_line="The dryer stopped " * 8)
    return storage


@pytest.fixture
def backup(filled):
    """Return a backup of these records, which are closed."""
    made = back_up(filled)
    filled.close()
    return made


@pytest.fixture
def locked(clock):
    """Return a function that locks records with a pass phrase, and opens them again."""
    again = []

    def lock(storage):
        storage.keys.lock("four plain words here")
        again.append(open_storage(storage.folder, clock, secret="four plain words here"))
        return again[-1]

    yield lock
    for storage in again:
        storage.close()


@pytest.fixture
def harm():
    """Return a function that spoils bytes in the middle of a file."""

    def spoil(path, place=0.6, length=64):
        content = bytearray(path.read_bytes())
        start = int(len(content) * place)
        content[start : start + length] = bytes(one ^ 0x55 for one in content[start : start + length])
        path.write_bytes(content)

    return spoil
