"""Why a backup could not be made or put back, in sentences that say what was kept and what to do next."""

import errno
from pathlib import Path

from desktop_cs.errors import DamagedError, ShopError
from desktop_cs.i18n import N_, _

_FULL = (errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_DAMAGE = ("malformed", "not a database", "corrupt", "hmac")

_SENTENCES = {
    "full": N_(
        "The backup of the shop's records could not be made in “{folder}”: the disk is full. The records and "
        "the older backups are as they were. Make room or choose another place, then try again."
    ),
    "forbidden": N_(
        "The backup of the shop's records could not be made in “{folder}”: this account may not write there. "
        "The records and the older backups are as they were. Choose another place, or give the right to "
        "write."
    ),
    "damage": N_(
        "The backup of the shop's records could not be made: the records are damaged in places. Nothing was "
        "changed, and the older backups are as they were. Open Safety and bring the newest good one back."
    ),
    "unlike": N_(
        "The backup of the shop's records could not be made in “{folder}”: what was written there is not "
        "like the records. They and the older backups are as they were. Try again, or choose another disk."
    ),
    "gone": N_(
        "The backup of the shop's records could not be made in “{folder}”: the disk is gone or does not "
        "answer. The records and the older backups are as they were. Put the stick back in, then try again."
    ),
}


class UnlikeError(Exception):
    """A copy is not like what was copied."""


def copy_error(place: Path, error: Exception) -> ShopError:
    """Return why a backup could not be made, as a sentence; the system's own words go into `details`."""
    kind = _kind(error)
    return (DamagedError if kind == "damage" else ShopError)(
        _(_SENTENCES[kind]).format(folder=place), str(error)
    )


def _kind(error: Exception) -> str:
    text = str(error).lower()
    code = error.errno if isinstance(error, OSError) else 0
    if code in _FULL or "is full" in text:
        return "full"
    if code in _FORBIDDEN or "readonly" in text or "read-only" in text:
        return "forbidden"
    if isinstance(error, UnlikeError):
        return "unlike"
    return "damage" if not code and any(sign in text for sign in _DAMAGE) else "gone"
