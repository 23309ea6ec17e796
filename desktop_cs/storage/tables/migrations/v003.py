"""Version 3: how a letter is written, its kind, when it was posted; people's own hands and signatures.

The paper and the manner of a letter go into its look, and the two columns that held them are gone.
"""

import json

from sqlcipher3 import dbapi2 as driver

_SHOP = "id BLOB NOT NULL PRIMARY KEY, shop_id BLOB NOT NULL REFERENCES shop (id) ON DELETE RESTRICT"

_CHANGES = (
    "ALTER TABLE letter ADD COLUMN look TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE letter ADD COLUMN kind TEXT NOT NULL DEFAULT 'thank_you'",
    "ALTER TABLE letter ADD COLUMN signed_by BLOB",
    "ALTER TABLE letter ADD COLUMN signature_id BLOB",
    "ALTER TABLE letter ADD COLUMN posted_at BIGINT",
    "ALTER TABLE letter ADD COLUMN digest TEXT NOT NULL DEFAULT ''",
    f"""CREATE TABLE own_hand ({_SHOP},
        staff_id BLOB NOT NULL, name TEXT NOT NULL, pack BLOB NOT NULL, made_at BIGINT NOT NULL,
        in_use SMALLINT NOT NULL)""",
    f"""CREATE TABLE signature ({_SHOP},
        staff_id BLOB NOT NULL, strokes TEXT NOT NULL, made_at BIGINT NOT NULL, in_use SMALLINT NOT NULL)""",
    "CREATE INDEX letter_by_day ON letter (made_at)",
)


def looks_of_letters(connection: driver.Connection) -> None:
    """Add the tables and columns of version 3 to a file of version 2."""
    for statement in _CHANGES:
        connection.execute(statement)
    rows = connection.execute("SELECT id, paper, style FROM letter").fetchall()
    looks = [(json.dumps({"paper": paper, "degree": style}), key) for key, paper, style in rows]
    connection.executemany("UPDATE letter SET look = ? WHERE id = ?", looks)
    connection.execute("ALTER TABLE letter DROP COLUMN paper")
    connection.execute("ALTER TABLE letter DROP COLUMN style")
