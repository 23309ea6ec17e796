"""The quick look at opened records, before anybody works with them (safety.md, decision 9)."""

from desktop_cs.errors import DamagedError
from desktop_cs.i18n import _
from desktop_cs.storage.file.engine import CipherDatabase

# Without these nothing works.  The rest of the file is read by the check while nobody works.
_NEEDED = frozenset(("shop", "staff", "customer", "recovery_case", "step_entry", "trail", "case_words"))


def look_first(database: CipherDatabase) -> None:
    """Make sure that the opened file is a whole shop: its tables, the row about the shop, its trail's end.

    Raises:
        ShopError: Something of it is missing.
    """
    names = {row[0] for row in database.run("SELECT name FROM sqlite_master WHERE type = 'table'")}
    missing = sorted(_NEEDED - names)
    if not missing and database.run("SELECT count(*) FROM shop").fetchone()[0] < 1:
        missing = ["shop: 0"]
    if missing:
        raise DamagedError(
            _(
                "The shop's records are not whole: parts of the file are missing. Nothing was changed and "
                "nothing was deleted. Take the newest folder in “copies”, and have somebody look at the disk."
            ),
            ", ".join(missing),
        )
    database.run("SELECT max(id) FROM trail").fetchone()  # the newest pages are the likeliest to be torn
