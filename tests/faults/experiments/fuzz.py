"""What comes from outside, spoilt in any way: searches, tables to import, key files, what backups say."""

import json
from random import Random

from desktop_cs.errors import DeskError
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.manifest import MANIFEST, read_backup
from desktop_cs.storage.keys.key_slots import KEY_FILES, read_keys
from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.naughty import naughty_strings
from tests.faults.stage.shops import opened, shop_with_cases

SIGNS = "\"'*()^:-+{}[]<>%_\\/;,.~ \t\n\0\u200b\u202e\ufeff\U0001f600é中文ёAND OR NOT NEAR c++ covid-19 #1"
TABLE = "reference,opened_at,who,one_line,failure_kind\nR-1,2026-10-01,Tom Hill,Kettle leaks,faulty\n"


def run_search(count, seed, place):
    """Search for so many texts that nobody would think of; each gives an answer."""
    folder, chance, strings = place / "shop", Random(seed), naughty_strings()
    shop_with_cases(folder)
    desk = opened(folder)

    def search(text):
        desk.customers.search(text)
        desk.customers.find(text)
        desk.customers.scanned(text)

    bad = _fed(search, (_text(chance, strings) for _ in range(count)), may_refuse=False)
    desk.close()
    return Outcome(count, bad)


def run_raw_search(count, seed, place):
    """Control: the same texts handed to the search engine as they are."""
    folder, chance, strings = place / "shop", Random(seed), naughty_strings()
    shop_with_cases(folder)
    desk = opened(folder)

    def search(text):
        desk.storage._file.rows("SELECT rowid FROM case_words WHERE case_words MATCH ?", (text,))

    bad = _fed(search, (_text(chance, strings) for _ in range(count)), may_refuse=False)
    desk.close()
    return Outcome(count, bad)


def run_import(count, seed, place):
    """Import so many spoilt tables: taken in, or refused with a sentence; the shop stays whole."""
    folder, path, chance, strings = place / "shop", place / "past.csv", Random(seed), naughty_strings()
    shop_with_cases(folder)
    desk = opened(folder)

    def take_in(content):
        path.write_bytes(content)
        desk.imports.import_cases(path, dry_run=bool(chance.randrange(4)))

    def tables():
        for _ in range(count):
            text = TABLE + "".join(f"R-{chance.randrange(99)},{_text(chance, strings)}\n" for _ in range(3))
            yield _spoilt(chance, text.encode("utf-8", "replace"))

    bad = _fed(take_in, tables())
    problems = list(desk.shop.check_records())
    desk.close()
    return Outcome(count, (*bad, *problems))


def run_keys(count, seed, place, *, is_checked=True):
    """Spoil both copies of the key file so often: the right key comes out, or a sentence."""
    folder, chance = place / "shop", Random(seed)
    shop_with_cases(folder)
    right, whole = read_keys(folder), [(folder / name).read_bytes() for name in KEY_FILES]
    bad = []

    def read(contents):
        for name, content in zip(KEY_FILES, contents, strict=True):
            (folder / name).write_bytes(content)
        found = read_keys(folder) if is_checked else [json.loads(contents[0])["slots"][0]["key"]]
        if found != right:
            bad.append(f"another key came out: {len(found)}")

    bad += _fed(read, ([_spoilt(chance, content) for content in whole] for _ in range(count)))
    return Outcome(count, tuple(bad))


def run_unchecked_keys(count, seed, place):
    """Control: the same with a reader that believes what stands there."""
    return run_keys(count, seed, place, is_checked=False)


def run_manifests(count, seed, place):
    """Spoil what a backup says of itself so often: it is not whole then, or says what it said before."""
    folder, chance = place / "shop", Random(seed)
    shop_with_cases(folder)
    desk = opened(folder)
    made = back_up(desk.storage)
    desk.close()
    path, bad = made.folder / MANIFEST, []
    whole, told = path.read_bytes(), read_backup(made.folder)

    def read(content):
        path.write_bytes(content)
        found = read_backup(made.folder)
        if found.is_whole and found != told:
            bad.append("a spoilt manifest was believed")

    bad += _fed(read, (_spoilt(chance, whole) for _ in range(count)))
    return Outcome(count, tuple(bad))


def _fed(take, inputs, *, may_refuse=True):
    """Hand all inputs over, and return what broke: anything but an answer, or a sentence for people."""
    bad = []
    for one in inputs:
        try:
            take(one)
        except DeskError as refusal:
            bad += [] if may_refuse else [f"refused: {refusal} at {one!r:.200}"]
        except Exception as fault:  # noqa: BLE001 (any other kind is what is being looked for)
            bad.append(f"{type(fault).__name__}: {fault} at {one!r:.200}")
    return tuple(bad)


def _text(chance, strings):
    if chance.random() < 0.4:
        return chance.choice(strings)
    return "".join(chance.choices(SIGNS, k=chance.randint(1, 20)))


def _spoilt(chance, content):
    """Return the content with bits turned, bytes taken out or put in, or its end cut off."""
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        place, kind = chance.randrange(len(spoilt) + 1), chance.randrange(5)
        if kind == 0 and place < len(spoilt):
            spoilt[place] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del spoilt[place : place + chance.randint(1, 40)]
        elif kind == 2:
            spoilt[place:place] = chance.randbytes(chance.randint(1, 20))
        elif kind == 3:
            del spoilt[place:]
        else:
            digits = [at for at, sign in enumerate(spoilt) if chr(sign).isdigit()]
            if digits:
                spoilt[chance.choice(digits)] = ord(chance.choice("0123456789"))
    return bytes(spoilt)


FUZZ = (
    Experiment(
        "fuzz_search",
        run_search,
        full=50_000,
        suite=500,
        piece=12_500,
        controls={"raw": (run_raw_search, 100)},
    ),
    Experiment("fuzz_import", run_import, full=5000, suite=100, piece=1250),
    Experiment(
        "fuzz_keys",
        run_keys,
        full=20_000,
        suite=300,
        piece=5000,
        controls={"believed": (run_unchecked_keys, 100)},
    ),
    Experiment("fuzz_manifests", run_manifests, full=20_000, suite=300, piece=5000),
)
