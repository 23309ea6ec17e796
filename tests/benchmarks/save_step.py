"""How long saving a step takes, against raw SQL on the same driver: `python tests/benchmarks/save_step.py`.

Both sides write, in one transaction and with the settings of the records: the step's entry, the changed case,
two rows of the trail with place, digest and link, and the row of the search index (taken out and put in). The
raw side is handed its values, words, digests and links ready-made; what finding them costs is ours to bear:
reading the newest entry and the salt, hashing what was written, the chain. The two take turns, so that the
disk treats them alike. Bar: at most 2 x (median).
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.clock import FixedClock
from desktop_cs.customers.customer import Customer
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.finding.tokens import phone_words, words
from desktop_cs.storage.keys.key_slots import read_keys
from desktop_cs.storage.opening import open_storage
from desktop_cs.storage.storage import Storage
from desktop_cs.storage.uuid7 import uuid7

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CASES = 2_000  # in the file beforehand
SAVES = 1_000
BAR = 2.0
SPOKEN = "The dryer stopped again after twelve days and nobody called back on Friday as we had promised; "
ANSWERS = {
    "in_their_words": f'[{{"who":"Ann","when":"2026-11-23T09:30","said":"{SPOKEN * 2}"}}]',
    "failure_kind": "faulty_again",
    "serial": "WD-77",
    "price": "42000",
    "what_it_cost_them": "time,trust",
    "remedy_sought": "repair",
    "cause_told": SPOKEN,
}
FIELDS = (
    "in_their_words",
    "failure_kind",
    "serial",
    "price",
    "what_it_cost_them",
    "remedy_sought",
    "cause_told",
)

ENTRY = """
    INSERT INTO step_entry (id, shop_id, case_id, step, state, answers, form_version, skip_reason,
        done_at, done_by, goodwill, extra, suspected_abuse)
    VALUES (?, ?, ?, 'review', 'done', ?, 1, '', ?, ?, 0, 0, 0)
    ON CONFLICT (case_id, step) DO UPDATE SET state = excluded.state, answers = excluded.answers,
        done_at = excluded.done_at, done_by = excluded.done_by"""
CASE = "UPDATE recovery_case SET failure_kind = ?, serial = ? WHERE id = ?"
TRAIL = """
    INSERT INTO trail (place, id, shop_id, act_id, at, "by", what, row_id, fields, digest, link)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def filled(folder: Path) -> tuple[Storage, list[Case]]:
    """Return records with cases, each with its apology, and the cases."""
    storage = open_storage(folder, FixedClock(NOW))
    customer = Customer(uuid7(), "Mrs Stone", "Mrs", "+44 20 7946 0958")
    apology = StepEntry(Step.APOLOGY, StepState.DONE, {"own_words": SPOKEN}, done_at=NOW)
    with storage.transaction():
        storage.customers.add(customer)
        plain = Case(uuid7(), 0, CaseState.OPEN, customer.name, SPOKEN, NOW, customer.id)
        cases = [
            replace(plain, id=uuid7(), number=number + 1, opened_at=NOW - timedelta(minutes=number))
            for number in range(CASES)
        ]
        storage.cases.add_imported([(case, {Step.APOLOGY: apology}) for case in cases])
    return storage, cases


def our_save(storage: Storage, case: Case, kind: str) -> Callable[[], None]:
    """Return the saving of a step by the stores."""
    changed = replace(case, failure_kind=kind, serial=f"WD-{case.number}")
    entry = StepEntry(Step.REVIEW, StepState.DONE, ANSWERS, done_at=NOW, done_by=case.id)

    def save() -> None:
        with storage.transaction(case.id):
            storage.cases.save_entry(case.id, entry, FIELDS)
            storage.cases.update(changed, ("failure_kind", "serial"))

    return save


def raw_save(database: CipherDatabase, case: Case, kind: str) -> Callable[[], None]:
    """Return the same writing by raw SQL, with every value ready-made."""
    connection = database.own_connection()
    shop_id = connection.execute("SELECT id FROM shop").fetchone()[0]
    place = connection.execute("SELECT place FROM recovery_case WHERE id = ?", (case.id.bytes,)).fetchone()[0]
    at = int(NOW.timestamp() * 1_000_000)
    by, act, answers = case.id.bytes, uuid7().bytes, str(ANSWERS).replace("'", '"')
    serial = f"WD-{case.number}"
    found = [str(case.number), *words(f"{case.who} {case.one_line} {SPOKEN * 4} {serial} review")]
    text = " ".join([*found, *phone_words("+44 20 7946 0958")])
    entry = (uuid7().bytes, shop_id, case.id.bytes, answers, at, by)
    last = connection.execute("SELECT max(place) FROM trail").fetchone()[0]
    trail = [
        (last + 1, uuid7().bytes, shop_id, act, at, by, "review.saved", case.id.bytes, ",".join(FIELDS)),
        (last + 2, uuid7().bytes, shop_id, act, at, by, "case.changed", case.id.bytes, "failure_kind,serial"),
    ]
    proof = (os.urandom(32), os.urandom(32))

    def save() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(ENTRY, entry)
        connection.execute(TRAIL, (*trail[0], *proof))
        connection.execute(CASE, (kind, serial, case.id.bytes))
        connection.execute(TRAIL, (*trail[1], *proof))
        connection.execute("DELETE FROM case_words WHERE rowid = ?", (place,))
        connection.execute("INSERT INTO case_words (rowid, words) VALUES (?, ?)", (place, text))
        connection.execute("COMMIT")

    return save


def seconds(act: Callable[[], None]) -> float:
    """Return how long an act took."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def main() -> int:
    """Measure, print, and return 0 where the bar is held."""
    with tempfile.TemporaryDirectory() as place:
        storage, cases = filled(Path(place) / "ours")
        raw, raw_cases = filled(Path(place) / "raw")
        raw.close()
        database = CipherDatabase(raw.folder / "shop.db", read_keys(raw.folder)[0])
        ours, theirs = [], []
        for turn in range(SAVES):
            kind = ("late", "damaged")[turn % 2]
            at = turn * 7 % CASES
            ours.append(seconds(our_save(storage, cases[at], kind)))
            theirs.append(seconds(raw_save(database, raw_cases[at], kind)))
        storage.close()
        database.close_everywhere()
    ours_ms, raw_ms = (statistics.median(times) * 1000 for times in (ours, theirs))
    ratio = ours_ms / raw_ms
    print(f"saving a step: {ours_ms:.2f} ms, raw SQL {raw_ms:.2f} ms, ratio {ratio:.2f} (at most {BAR:.1f})")
    return 0 if ratio <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
