"""Opening the records, and what can be wrong with them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlcipher3 import dbapi2 as driver

from desktop_cs.errors import ShopError
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.keys.key_slots import KEY_FILES, new_key, read_keys, write_key
from desktop_cs.storage.opening import open_database, open_storage

OPENER = """
import sys
from pathlib import Path
from datetime import UTC, datetime
from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseState
from desktop_cs.clock import FixedClock
from desktop_cs.storage.opening import open_storage
from desktop_cs.storage.uuid7 import uuid7
now = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
sys.stdin.readline()
storage = open_storage(Path(sys.argv[1]), FixedClock(now))
with storage.transaction():
    case = storage.cases.open_case(Case(uuid7(), 0, CaseState.OPEN, "Mrs Stone", "The dryer stopped", now))
print(case.number, flush=True)
storage.close()
"""


@pytest.fixture
def kept(folder, clock):
    """Return the folder with closed records."""
    open_storage(folder, clock).close()
    return folder


def cases_kept(folder, clock):
    """Return the numbers of the cases that can be read in the folder, which opens by itself."""
    storage = open_storage(folder, clock, create=False)
    try:
        return [case.number for case in storage.cases.listed(limit=9)]
    finally:
        storage.close()


@pytest.fixture
def with_a_case(kept, clock, new_case):
    """Return the folder with closed records of one case."""
    storage = open_storage(kept, clock)
    with storage.transaction():
        storage.cases.open_case(new_case())
    storage.close()
    return kept


def everything(folder):
    """Return what lies in a folder, name by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def refused(folder, clock, match, **options):
    """Make sure that the folder is refused with a sentence and that nothing in it changes."""
    before = everything(folder)
    with pytest.raises(ShopError, match=match) as caught:
        open_storage(folder, clock, **options)
    after = everything(folder)
    assert {name: after.get(name) for name in before} == before
    return caught.value


def changed_inside(folder, *statements):
    """Run statements on the closed records."""
    database = CipherDatabase(folder / "shop.db", read_keys(folder)[0])
    for statement in statements:
        database.run(statement)
    database.close_everywhere()


def test_new_records_are_made_for_this_account_alone_and_encrypted(kept):
    assert (kept / "shop.db").read_bytes()[:16] != b"SQLite format 3\0"
    if os.name == "posix":
        assert kept.stat().st_mode & 0o777 == 0o700
        assert (kept / "shop.db").stat().st_mode & 0o777 == 0o600
    assert not list(kept.glob("*.partial*"))


def test_records_are_found_again(kept, clock, new_case):
    storage = open_storage(kept, clock)
    with storage.transaction():
        case = storage.cases.open_case(new_case())
    storage.close()
    again = open_storage(kept, clock, create=False)
    assert again.cases.get(1) == case
    again.close()


def test_nothing_is_made_where_it_is_not_wanted(folder, clock):
    with pytest.raises(ShopError, match="no records"):
        open_storage(folder, clock, create=False)
    assert not folder.exists()


def test_the_settings_of_the_engine_keep_what_was_saved(storage):
    asked = (
        "journal_mode",
        "synchronous",
        "foreign_keys",
        "trusted_schema",
        "cell_size_check",
        "secure_delete",
        "temp_store",
    )
    connection = storage._file.connection()
    answers = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert answers == ["wal", 2, 1, 0, 1, 1, 2]


def test_an_engine_that_loses_data_is_refused(kept, clock, monkeypatch):
    monkeypatch.setattr("desktop_cs.storage.file.engine.OLDEST_ENGINE", (99, 0, 0))
    assert "SQLite" in refused(kept, clock, "not fit").details


def test_a_plain_database_is_not_taken_for_the_records(kept, clock):
    (kept / "shop.db").unlink()
    plain = driver.connect(str(kept / "shop.db"))
    plain.execute("CREATE TABLE notes (text)")
    plain.commit()
    plain.close()
    refusal = refused(kept, clock, "without encryption")
    assert "put the right file back from" in str(refusal)


@pytest.mark.parametrize("size", [0, 1, 2000])
def test_a_file_that_was_cut_off_is_not_made_anew(kept, clock, size):
    os.truncate(kept / "shop.db", size)
    assert refused(kept, clock, "damaged").details == f"{size} bytes"


@pytest.mark.parametrize("place", [20, 100, 2000, 4000])
def test_a_flipped_bit_in_the_first_page_is_told_as_damage(kept, clock, place):
    content = bytearray((kept / "shop.db").read_bytes())
    content[place] ^= 4
    (kept / "shop.db").write_bytes(content)
    refusal = refused(kept, clock, "damaged")
    assert "nothing was deleted" in str(refusal)
    assert refusal.details


def test_a_key_that_does_not_fit_is_told_from_damage(kept, clock):
    write_key(kept, new_key())
    assert "Take shop.db and shop.key from one and the same" in str(refused(kept, clock, "does not fit"))


def test_the_records_open_also_when_their_first_bytes_are_garbled(with_a_case, clock):
    content = (with_a_case / "shop.db").read_bytes()
    (with_a_case / "shop.db").write_bytes(b"\xa5" * 16 + content[16:])
    assert cases_kept(with_a_case, clock) == [1]


def test_records_without_a_key_are_left_alone(kept, clock):
    for name in KEY_FILES:
        (kept / name).unlink()
    assert "from a stick" in str(refused(kept, clock, r"shop\.key"))
    assert not any((kept / name).exists() for name in KEY_FILES)


def test_of_two_keys_the_one_that_fits_is_taken(with_a_case, clock, tmp_path):
    write_key(tmp_path, new_key())
    shutil.copy(tmp_path / KEY_FILES[0], with_a_case / KEY_FILES[0])
    assert cases_kept(with_a_case, clock) == [1]


def test_a_key_without_its_records_is_not_given_new_ones(kept, clock):
    (kept / "shop.db").unlink()
    assert "Nothing was made anew" in str(refused(kept, clock, "missing"))
    assert not (kept / "shop.db").exists()


def test_records_of_a_newer_program_are_refused(kept, clock):
    changed_inside(kept, "PRAGMA user_version = 99")
    assert "99" in refused(kept, clock, "newer version").details


def test_a_file_of_another_program_is_refused(kept, clock):
    changed_inside(kept, "PRAGMA application_id = 7")
    assert refused(kept, clock, "another program").details == "application_id 0x7"


def test_a_folder_that_is_a_file_is_told_plainly(tmp_path, clock):
    (tmp_path / "shop").write_text("a letter")
    for folder in (tmp_path / "shop", tmp_path / "shop" / "data"):
        with pytest.raises(ShopError, match=r"is a file, not a folder|is no folder"):
            open_storage(folder, clock)
    assert (tmp_path / "shop").read_text() == "a letter"


def test_a_start_that_was_interrupted_while_making_the_records_goes_on(folder, clock):
    folder.mkdir()
    (folder / "shop.db.partial").write_bytes(b"half a file")
    write_key(folder, new_key())
    storage = open_storage(folder, clock)
    assert storage.check() == []
    storage.close()


def test_many_first_starts_at_once_make_one_set_of_records(folder, root, clock):
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", OPENER, str(folder)],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for start in starts:
        start.stdin.write("go\n")
        start.stdin.flush()
    numbers = sorted(start.communicate()[0].strip() for start in starts)
    assert numbers == ["1", "2", "3", "4"]
    storage = open_storage(folder, clock)
    assert storage.cases.count() == 4
    assert storage.check() == []
    storage.close()


PARTS = """
import sys
from pathlib import Path
from desktop_cs.clock import SystemClock
from desktop_cs.storage.opening import open_storage
open_storage(Path(sys.argv[1]), SystemClock()).close()
print(*(name for name in ("argon2", "cryptography", "keyring", "segno") if name in sys.modules))
"""
UNPRIVILEGED = """
import os, sys
import encodings.unicode_escape  # while its files may still be read
from pathlib import Path
from datetime import UTC, datetime
from desktop_cs.clock import FixedClock
from desktop_cs.errors import ShopError
from desktop_cs.storage.file import creation  # as above
from desktop_cs.storage.opening import open_storage
os.setgid(65534)
os.setuid(65534)
try:
    open_storage(Path(sys.argv[1]), FixedClock(datetime(2026, 11, 23, tzinfo=UTC)))
except ShopError as error:
    print(error)
"""
NOT_TO_BE_WRITTEN = {
    "a folder inside": (0o755, 0o644, "new"),
    "the folder": (0o555, 0o666, "."),
    "the file": (0o777, 0o444, "."),
    "nothing readable": (0o700, 0o600, "."),
}


@pytest.fixture
def open_to_all(clock):
    """Return closed records in a place that every account may reach."""
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        open_storage(Path(place) / "shop", clock).close()
        yield Path(place) / "shop"


@pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may become somebody else"
)
@pytest.mark.parametrize("what", NOT_TO_BE_WRITTEN)
def test_without_the_right_to_write_a_sentence_says_so(what, open_to_all, root):
    of_folder, of_files, target = NOT_TO_BE_WRITTEN[what]
    for name in ("shop.db", *KEY_FILES):
        (open_to_all / name).chmod(of_files)
    open_to_all.chmod(of_folder)
    before = everything(open_to_all)
    answer = subprocess.run(
        [sys.executable, "-c", UNPRIVILEGED, str(open_to_all / target)],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "does not allow writing" in answer.stdout or "cannot be read by this account" in answer.stdout
    assert everything(open_to_all) == before


def test_open_records_open_without_the_libraries_that_locked_ones_need(kept, root):
    answer = subprocess.run(
        [sys.executable, "-c", PARTS, str(kept)], cwd=root, capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == []


def test_a_locked_key_beside_a_half_made_file_is_not_given_new_records(folder, clock):
    storage = open_storage(folder, clock)
    storage.keys.lock("my aunt feeds three grey hens")
    storage.close()
    (folder / "shop.db").rename(folder / "shop.db.partial")
    before = everything(folder)
    with pytest.raises(ShopError, match="missing"):
        open_storage(folder, clock)
    assert {name: everything(folder)[name] for name in before} == before


@pytest.mark.parametrize("what", ["gone", "damaged"])
def test_a_key_file_that_is_gone_or_damaged_is_told_from_a_wrong_pass_phrase(folder, clock, what):
    storage = open_storage(folder, clock)
    storage.keys.lock("my aunt feeds three grey hens")
    storage.close()
    for name in KEY_FILES:
        if what == "gone":
            (folder / name).unlink()
        else:
            (folder / name).write_bytes((folder / name).read_bytes()[:200])
    with pytest.raises(ShopError, match=r"shop\.key"):
        open_storage(folder, clock, secret="my aunt feeds three grey hens")


def test_a_locked_key_of_other_records_is_told_once_it_is_open(folder, clock, tmp_path):
    open_storage(folder, clock).close()
    other = open_storage(tmp_path / "other", clock)
    other.keys.lock("my aunt feeds three grey hens")
    other.close()
    for name in KEY_FILES:
        shutil.copy(tmp_path / "other" / name, folder / name)
    with pytest.raises(ShopError, match="does not fit"):
        open_storage(folder, clock, secret="my aunt feeds three grey hens")


def test_a_backup_is_opened_as_it_is_and_nothing_is_made_of_an_empty_folder(kept, clock, tmp_path):
    storage = open_storage(kept, clock)
    copy = storage.copy_to()
    storage.close()
    open_database(copy).close_everywhere()
    with pytest.raises(ShopError, match="no records"):
        open_database(tmp_path / "empty")
    assert not (tmp_path / "empty").exists()
