"""Version 1: the first tables, and the two search indexes.

Types and constraints are those of PostgreSQL too, except BLOB (UUID there, BYTEA for the logo), WITHOUT ROWID
and the FTS5 tables (a tsvector there). A row that others belong to cannot be deleted under them. Keys of
staff are not constrained: the trail must survive people.
"""

from sqlcipher3 import dbapi2 as driver

from desktop_cs.storage.file.engine import APPLICATION_ID

_CASE = "case_id BLOB NOT NULL REFERENCES recovery_case (id) ON DELETE RESTRICT"
_SHOP = "id BLOB NOT NULL PRIMARY KEY, shop_id BLOB NOT NULL REFERENCES shop (id) ON DELETE RESTRICT"

_TABLES = (
    """CREATE TABLE shop (id BLOB NOT NULL PRIMARY KEY,
        made_at BIGINT NOT NULL, settings TEXT NOT NULL, logo BLOB)""",
    f"""CREATE TABLE staff ({_SHOP},
        name TEXT NOT NULL, role TEXT NOT NULL, digits_hash TEXT NOT NULL, active SMALLINT NOT NULL,
        language TEXT NOT NULL)""",
    f"""CREATE TABLE customer ({_SHOP},
        name TEXT NOT NULL, form_of_address TEXT NOT NULL, phone TEXT NOT NULL, address TEXT NOT NULL,
        language TEXT NOT NULL, place BIGINT NOT NULL, seen_at BIGINT NOT NULL)""",
    f"""CREATE TABLE recovery_case ({_SHOP},
        number BIGINT NOT NULL, place BIGINT NOT NULL, state TEXT NOT NULL,
        who TEXT NOT NULL, one_line TEXT NOT NULL, opened_at BIGINT NOT NULL,
        customer_id BLOB REFERENCES customer (id) ON DELETE RESTRICT, reported_by TEXT NOT NULL,
        how_reached TEXT NOT NULL, mood TEXT NOT NULL, threatens TEXT NOT NULL,
        language_of_letters TEXT NOT NULL, opened_by BLOB, owner BLOB, first_helper BLOB,
        hands_passed BIGINT NOT NULL, failure_kind TEXT NOT NULL, product TEXT NOT NULL,
        serial TEXT NOT NULL, severity TEXT NOT NULL, root_cause TEXT NOT NULL, finding TEXT NOT NULL,
        problem_solved TEXT NOT NULL, customer_accepts TEXT NOT NULL,
        earlier_case_id BLOB REFERENCES recovery_case (id) ON DELETE RESTRICT, earlier_days BIGINT,
        logged_at BIGINT, closed_at BIGINT, close_reason TEXT NOT NULL,
        repair_status TEXT NOT NULL, reference TEXT NOT NULL, imported_from TEXT NOT NULL,
        UNIQUE (shop_id, number))""",
    f"""CREATE TABLE step_entry ({_SHOP}, {_CASE},
        step TEXT NOT NULL, state TEXT NOT NULL, answers TEXT NOT NULL, form_version BIGINT NOT NULL,
        skip_reason TEXT NOT NULL, done_at BIGINT, done_by BLOB, goodwill BIGINT NOT NULL,
        extra BIGINT NOT NULL, suspected_abuse SMALLINT NOT NULL,
        UNIQUE (case_id, step))""",
    f"""CREATE TABLE case_event ({_SHOP}, {_CASE},
        at BIGINT NOT NULL, what TEXT NOT NULL, "by" BLOB, reason TEXT NOT NULL)""",
    f"""CREATE TABLE approval ({_SHOP}, {_CASE},
        amount BIGINT NOT NULL, staff_id BLOB NOT NULL, at BIGINT NOT NULL)""",
    f"""CREATE TABLE promise ({_SHOP}, {_CASE},
        what TEXT NOT NULL, made_at BIGINT NOT NULL, due_at BIGINT NOT NULL, by_whom TEXT NOT NULL,
        told_as TEXT NOT NULL, aim_at BIGINT, state TEXT NOT NULL, settled_at BIGINT)""",
    f"""CREATE TABLE follow_up ({_SHOP}, {_CASE},
        kind TEXT NOT NULL, due_at BIGINT NOT NULL, until BIGINT, staff_id BLOB, state TEXT NOT NULL,
        as_call SMALLINT NOT NULL, done_at BIGINT, done_by BLOB, answers TEXT NOT NULL,
        form_version BIGINT NOT NULL, satisfied TEXT NOT NULL)""",
    f"""CREATE TABLE letter ({_SHOP}, {_CASE},
        language TEXT NOT NULL, text_blocks TEXT NOT NULL, seed BIGINT NOT NULL, paper TEXT NOT NULL,
        style TEXT NOT NULL, made_at BIGINT NOT NULL, printed_at BIGINT)""",
    f"""CREATE TABLE trail ({_SHOP},
        act_id BLOB NOT NULL, at BIGINT NOT NULL, "by" BLOB, what TEXT NOT NULL, row_id BLOB NOT NULL,
        fields TEXT NOT NULL) WITHOUT ROWID""",
)

_INDEXES = (
    "case_by_place ON recovery_case (place, state)",  # every list, newest first
    "case_by_state ON recovery_case (state, place, owner, opened_by)",
    "case_by_kind ON recovery_case (failure_kind, state, place)",
    "case_by_customer ON recovery_case (customer_id, place)",
    "case_by_serial ON recovery_case (serial, place) WHERE serial <> ''",
    "case_by_reference ON recovery_case (imported_from, reference) WHERE imported_from <> ''",
    "case_by_logged ON recovery_case (logged_at, state, failure_kind, place)",
    "case_by_closed ON recovery_case (closed_at, state, place)",
    "case_cancelled ON recovery_case (id) WHERE state = 'cancelled'",  # what a month leaves out
    "entry_given ON step_entry (done_at, done_by) WHERE goodwill + extra > 0",
    "entry_abused ON step_entry (case_id) WHERE suspected_abuse = 1",
    "event_by_case ON case_event (case_id, at)",
    "event_by_what ON case_event (what, at)",
    "approval_by_case ON approval (case_id)",
    "promise_by_case ON promise (case_id)",
    "promise_open ON promise (due_at) WHERE state = 'open'",
    "promise_settled ON promise (settled_at, state, made_at, due_at, case_id) WHERE settled_at IS NOT NULL",
    "promise_let_go ON promise (due_at, case_id) WHERE state = 'broken' AND settled_at IS NULL",
    "follow_up_by_case ON follow_up (case_id)",
    "follow_up_open ON follow_up (due_at) WHERE state = 'open'",
    """follow_up_done ON follow_up (done_at, state, kind, due_at, satisfied, case_id)
        WHERE done_at IS NOT NULL""",
    "letter_by_case ON letter (case_id)",
    "letter_printed ON letter (printed_at, case_id) WHERE printed_at IS NOT NULL",
    "customer_by_place ON customer (place)",
    "customer_by_seen ON customer (seen_at, place)",
    "trail_by_row ON trail (row_id)",
)

# Words come cut already (`tokens`), so the plainest tokenizer of FTS5 takes them as they are.
_SEARCH = tuple(
    f"CREATE VIRTUAL TABLE {name} USING fts5(words, content='', contentless_delete=1, tokenize='ascii')"
    for name in ("case_words", "customer_words")
)


def first_tables(connection: driver.Connection) -> None:
    """Make the tables of version 1 in an empty file."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in (*_TABLES, *(f"CREATE INDEX {index}" for index in _INDEXES), *_SEARCH):
        connection.execute(statement)
