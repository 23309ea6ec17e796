"""Version 4, pictures and files: which case has which, and the key to each content."""

from sqlcipher3 import dbapi2 as driver

_SHOP = "id BLOB NOT NULL PRIMARY KEY, shop_id BLOB NOT NULL REFERENCES shop (id) ON DELETE RESTRICT"

_CHANGES = (
    f"""CREATE TABLE attachment_content ({_SHOP},
        digest BLOB NOT NULL, sealing_key BLOB NOT NULL, kind TEXT NOT NULL, bytes BIGINT NOT NULL,
        has_place SMALLINT NOT NULL, thumbnail BLOB, UNIQUE (shop_id, digest))""",
    f"""CREATE TABLE attachment ({_SHOP},
        case_id BLOB NOT NULL REFERENCES recovery_case (id) ON DELETE RESTRICT,
        content_id BLOB NOT NULL REFERENCES attachment_content (id) ON DELETE RESTRICT,
        name TEXT NOT NULL, added_at BIGINT NOT NULL, added_by BLOB, removed_at BIGINT)""",
    "CREATE INDEX attachment_by_case ON attachment (case_id)",
    "CREATE INDEX attachment_by_content ON attachment (content_id)",
    "CREATE INDEX attachment_removed ON attachment (removed_at) WHERE removed_at IS NOT NULL",
)


def pictures_and_files(connection: driver.Connection) -> None:
    """Add the tables of pictures and files."""
    for statement in _CHANGES:
        connection.execute(statement)
