"""The anchors of the trail that backups carry, with the trail that each belongs to."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as driver

from desktop_cs.storage.copying.manifest import Backup, backups_in
from desktop_cs.storage.copying.reading import fitting_key, quiet_connection
from desktop_cs.storage.file.faults import shop_error
from desktop_cs.storage.stores.trail_anchors import Anchor
from desktop_cs.storage.stores.trail_links import START

if TYPE_CHECKING:
    from desktop_cs.storage.storage import Storage

_LINK_AT = "SELECT link FROM trail WHERE place = ?"


def anchors_in(storage: "Storage", place: Path) -> list[Anchor]:
    """Return the anchors that the backups of this shop in a place carry; none where it cannot be read.

    Args:
        storage: The opened records, which open their backups too.
        place: The folder of the backups.
    """
    try:
        backups = backups_in(place)
    except OSError:
        return []
    return [
        Anchor(one.trail_count, one.trail_head, one.made_at, one.folder.name, partial(_link_at, storage, one))
        for one in backups
        if one.shop_id == storage.shop_id and one.trail_head
    ]


def _link_at(storage: "Storage", backup: Backup, place: int) -> str:
    """Return the link at a place of the trail in a backup (hexadecimal digits), "" where it is shorter.

    Raises:
        ShopError: The backup cannot be read, or not without being asked for its secret.
    """
    if not place:
        return START.hex()
    key = fitting_key(backup.folder, opened=storage)
    try:
        with quiet_connection(backup.path, key) as connection:
            row = connection.execute(_LINK_AT, (place,)).fetchone()
    except driver.Error as error:
        raise shop_error(error) from error
    return row[0].hex() if row and isinstance(row[0], bytes) else ""
