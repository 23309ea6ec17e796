"""Version 1: the first tables, and the two search indexes.

Types and constraints are those of PostgreSQL too, except BLOB (BYTEA there), WITHOUT ROWID and the FTS5
tables (a tsvector there). A row that others belong to cannot be deleted under them. Keys of staff are not
constrained: the trail must survive people.
"""

from sqlcipher3 import dbapi2 as driver

from desktop_cs.storage.engine import APPLICATION_ID

_CASE = "case_id TEXT NOT NULL REFERENCES recovery_case (id) ON DELETE RESTRICT"
_SHOP = "id TEXT NOT NULL PRIMARY KEY, shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE RESTRICT"

_TABLES = (
    """CREATE TABLE shop (id TEXT NOT NULL PRIMARY KEY,
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
        customer_id TEXT REFERENCES customer (id) ON DELETE RESTRICT, reported_by TEXT NOT NULL,
        how_reached TEXT NOT NULL, mood TEXT NOT NULL, threatens TEXT NOT NULL,
        language_of_letters TEXT NOT NULL, opened_by TEXT, owner TEXT, first_helper TEXT,
        hands_passed BIGINT NOT NULL, failure_kind TEXT NOT NULL, product TEXT NOT NULL,
        serial TEXT NOT NULL, severity TEXT NOT NULL, root_cause TEXT NOT NULL, finding TEXT NOT NULL,
        problem_solved TEXT NOT NULL, customer_accepts TEXT NOT NULL,
        earlier_case_id TEXT REFERENCES recovery_case (id) ON DELETE RESTRICT, earlier_days BIGINT,
        logged_at BIGINT, closed_at BIGINT, close_reason TEXT NOT NULL, reference TEXT NOT NULL,
        imported_from TEXT NOT NULL, UNIQUE (shop_id, number))""",
    f"""CREATE TABLE step_entry ({_SHOP}, {_CASE},
        step TEXT NOT NULL, state TEXT NOT NULL, answers TEXT NOT NULL, form_version BIGINT NOT NULL,
        skip_reason TEXT NOT NULL, done_at BIGINT, done_by TEXT, goodwill BIGINT NOT NULL,
        extra BIGINT NOT NULL, repair_status TEXT NOT NULL, suspected_abuse SMALLINT NOT NULL,
        UNIQUE (case_id, step))""",
    f"""CREATE TABLE case_event ({_SHOP}, {_CASE},
        at BIGINT NOT NULL, what TEXT NOT NULL, "by" TEXT, reason TEXT NOT NULL)""",
    f"""CREATE TABLE approval ({_SHOP}, {_CASE},
        amount BIGINT NOT NULL, staff_id TEXT NOT NULL, at BIGINT NOT NULL)""",
    f"""CREATE TABLE promise ({_SHOP}, {_CASE},
        what TEXT NOT NULL, made_at BIGINT NOT NULL, due_at BIGINT NOT NULL, by_whom TEXT NOT NULL,
        told_as TEXT NOT NULL, aim_at BIGINT, state TEXT NOT NULL, settled_at BIGINT)""",
    f"""CREATE TABLE follow_up ({_SHOP}, {_CASE},
        kind TEXT NOT NULL, due_at BIGINT NOT NULL, until BIGINT, staff_id TEXT, state TEXT NOT NULL,
        as_call SMALLINT NOT NULL, done_at BIGINT, done_by TEXT, answers TEXT NOT NULL,
        form_version BIGINT NOT NULL, satisfied TEXT NOT NULL)""",
    f"""CREATE TABLE letter ({_SHOP}, {_CASE},
        language TEXT NOT NULL, text_blocks TEXT NOT NULL, seed BIGINT NOT NULL, paper TEXT NOT NULL,
        style TEXT NOT NULL, made_at BIGINT NOT NULL, printed_at BIGINT)""",
    f"""CREATE TABLE trail ({_SHOP},
        act_id TEXT NOT NULL, at BIGINT NOT NULL, "by" TEXT, what TEXT NOT NULL, row_id TEXT NOT NULL,
        fields TEXT NOT NULL) WITHOUT ROWID""",
)

_INDEXES = (
    "CREATE INDEX case_by_place ON recovery_case (place, state)",  # every list, newest first
    "CREATE INDEX case_by_state ON recovery_case (state, place)",
    "CREATE INDEX case_by_kind ON recovery_case (failure_kind, state, place)",
    "CREATE INDEX case_by_customer ON recovery_case (customer_id, place)",
    "CREATE INDEX case_by_serial ON recovery_case (serial, place) WHERE serial <> ''",
    "CREATE INDEX case_by_reference ON recovery_case (imported_from, reference) WHERE imported_from <> ''",
    "CREATE INDEX case_by_logged ON recovery_case (logged_at, state, failure_kind, place)",
    "CREATE INDEX case_by_closed ON recovery_case (closed_at, state, place)",
    "CREATE INDEX entry_given ON step_entry (done_at, done_by) WHERE goodwill + extra > 0",
    "CREATE INDEX entry_repaired ON step_entry (case_id, repair_status) WHERE repair_status <> ''",
    "CREATE INDEX entry_abused ON step_entry (case_id) WHERE suspected_abuse = 1",
    "CREATE INDEX event_by_case ON case_event (case_id, at)",
    "CREATE INDEX event_by_what ON case_event (what, at)",
    "CREATE INDEX approval_by_case ON approval (case_id)",
    "CREATE INDEX promise_by_case ON promise (case_id)",
    "CREATE INDEX promise_open ON promise (due_at) WHERE state = 'open'",
    "CREATE INDEX promise_settled ON promise (settled_at) WHERE settled_at IS NOT NULL",
    "CREATE INDEX follow_up_by_case ON follow_up (case_id)",
    "CREATE INDEX follow_up_open ON follow_up (due_at) WHERE state = 'open'",
    "CREATE INDEX follow_up_done ON follow_up (done_at) WHERE done_at IS NOT NULL",
    "CREATE INDEX letter_by_case ON letter (case_id)",
    "CREATE INDEX letter_printed ON letter (printed_at) WHERE printed_at IS NOT NULL",
    "CREATE UNIQUE INDEX customer_by_place ON customer (shop_id, place)",
    "CREATE INDEX customer_by_seen ON customer (seen_at)",
    "CREATE INDEX trail_by_row ON trail (row_id)",
)

# Words come cut already (`tokens`), so the plainest tokenizer of FTS5 takes them as they are.
_SEARCH = tuple(
    f"CREATE VIRTUAL TABLE {name} USING fts5(words, content='', contentless_delete=1, tokenize='ascii')"
    for name in ("case_words", "customer_words")
)


def first_tables(connection: driver.Connection) -> None:
    """Make the tables of version 1 in an empty file."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in (*_TABLES, *_INDEXES, *_SEARCH):
        connection.execute(statement)
