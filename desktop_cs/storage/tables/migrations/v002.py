"""Version 2: requests between people, gestures, revenue, who read which card, the manager's own guide.

Money that was paid back stands in a column of its own from now on, and is filled in from the answers. A case
is found by its till receipt and its device from now on, also those that were taken before.
"""

import json
from typing import Any

from sqlcipher3 import dbapi2 as driver

_SHOP = "id BLOB NOT NULL PRIMARY KEY, shop_id BLOB NOT NULL REFERENCES shop (id) ON DELETE RESTRICT"

_CHANGES = (
    "ALTER TABLE step_entry ADD COLUMN money_back BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE promise ADD COLUMN kind TEXT NOT NULL DEFAULT 'task'",
    f"""CREATE TABLE case_request ({_SHOP},
        case_id BLOB NOT NULL REFERENCES recovery_case (id) ON DELETE RESTRICT,
        kind TEXT NOT NULL, asked_at BIGINT NOT NULL, asked_by BLOB, asked_of BLOB, amount BIGINT NOT NULL,
        words TEXT NOT NULL, promise_id BLOB, state TEXT NOT NULL, answered_at BIGINT, answered_by BLOB,
        answer TEXT NOT NULL)""",
    f"""CREATE TABLE gesture ({_SHOP},
        name TEXT NOT NULL, cost BIGINT NOT NULL, kind TEXT NOT NULL, suits TEXT NOT NULL,
        state TEXT NOT NULL,
        on_hold SMALLINT NOT NULL, idea_by BLOB,
        case_id BLOB REFERENCES recovery_case (id) ON DELETE RESTRICT,
        added_at BIGINT, adopted_by BLOB, adopted_at BIGINT)""",
    f"""CREATE TABLE revenue ({_SHOP},
        month TEXT NOT NULL, amount BIGINT NOT NULL, currency TEXT NOT NULL, UNIQUE (shop_id, month))""",
    f"""CREATE TABLE card_reading ({_SHOP},
        follow_up_id BLOB NOT NULL REFERENCES follow_up (id) ON DELETE RESTRICT, staff_id BLOB NOT NULL,
        at BIGINT NOT NULL, UNIQUE (follow_up_id, staff_id))""",
    f"""CREATE TABLE guide_edit ({_SHOP},
        language TEXT NOT NULL, file TEXT NOT NULL, step TEXT NOT NULL, text TEXT NOT NULL,
        edited_at BIGINT NOT NULL, edited_by BLOB, UNIQUE (shop_id, language, file, step))""",
    f"""CREATE TABLE prompt ({_SHOP},
        text TEXT NOT NULL, step TEXT NOT NULL, product TEXT NOT NULL, failure_kind TEXT NOT NULL,
        added_at BIGINT, added_by BLOB, active SMALLINT NOT NULL)""",
    "CREATE INDEX request_waiting ON case_request (asked_at) WHERE state = 'waiting'",
    "CREATE INDEX request_by_case ON case_request (case_id)",
    "CREATE INDEX entry_paid_back ON step_entry (done_at) WHERE money_back > 0",  # for budgets
)
_PAID_BACK = ("money_back", "price_cut")


def requests_and_gestures(connection: driver.Connection) -> None:
    """Add the tables and columns of version 2 to a file of version 1."""
    for statement in _CHANGES:
        connection.execute(statement)
    rows = connection.execute("SELECT id, answers FROM step_entry WHERE step = 'resolution'").fetchall()
    paid = [(amount, key) for key, answers in rows if (amount := _paid_back(answers))]
    connection.executemany("UPDATE step_entry SET money_back = ? WHERE id = ?", paid)
    _find_by_codes(connection)


def _find_by_codes(connection: driver.Connection) -> None:
    """Put the codes of all reviews into the search index."""
    from desktop_cs.storage.finding.search_index import CODES, case_words  # noqa: PLC0415 (once in a file's life)

    def rows(question: str, values: tuple[object, ...]) -> list[Any]:
        found: list[Any] = connection.execute(question, values).fetchall()
        return found

    for case_id, answers in rows("SELECT case_id, answers FROM step_entry WHERE step = 'review'", ()):
        if any(code in json.loads(answers) for code in CODES):
            place, found = case_words(rows, case_id)
            connection.execute("DELETE FROM case_words WHERE rowid = ?", (place,))
            connection.execute(
                "INSERT INTO case_words (rowid, words) VALUES (?, ?)", (place, " ".join(found))
            )


def _paid_back(text: str) -> int:
    answers = json.loads(text)
    return int(answers.get("entitlement_value") or 0) if answers.get("entitlement_kind") in _PAID_BACK else 0
