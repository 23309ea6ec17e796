"""What the engine complains of, in sentences that say what was kept and what to do next."""

from desktop_cs.errors import DamagedError, ShopError
from desktop_cs.i18n import N_, _

_SENTENCES = (
    (
        "full",
        N_(
            "The disk is full. Nothing of this was saved; what was saved before is safe. Make room and "
            "save again."
        ),
    ),
    (
        "locked",
        N_(
            "Another program is writing to the shop's records just now. Nothing of this was saved. Try "
            "again in a moment."
        ),
    ),
    (
        "readonly",
        N_(
            "The folder of the shop's records does not allow writing. Nothing of this was saved; what "
            "was saved before "
            "is safe. Give this account the right to write there."
        ),
    ),
    (
        "unable to open",
        N_(
            "The shop's records cannot be opened: the folder is gone or may not be written to. Nothing "
            "was changed. "
            "Check the disk and the rights of the folder, then start again."
        ),
    ),
    (
        "disk i/o",
        N_(
            "The disk did not answer as it should. Nothing of this was saved; what was saved before is kept. "
            "Check the disk, then try again."
        ),
    ),
    (
        "memory",
        N_(
            "This PC has no memory left. Nothing of this was saved; what was saved before is safe. "
            "Close other programs, then save again."
        ),
    ),
    (
        "malformed",
        N_(
            "The shop's records are damaged. Nothing was changed and nothing was deleted. "
            "Take the newest folder in “copies” and have somebody look at the disk."
        ),
    ),
)
_ALSO_MALFORMED = (
    "not a database",
    "corrupt",
    "hmac",
    "vtable constructor failed",  # the rows that a search index is made of cannot be read
)
_UNKNOWN = N_("The shop's records could not be read or written. What was saved before is kept. Try again.")


_NO_DAMAGE = ("full", "locked", "readonly", "unable to open", "disk i/o", "memory", "interrupted")


def is_of_surroundings(error: Exception) -> bool:
    """Return whether the engine could not look at all, for what is around the file: that is no damage of it.

    Another program may write for long, memory be scarce, a disk not answer for a moment.
    """
    text = str(error).lower()
    return any(sign in text for sign in _NO_DAMAGE)


def is_unopened(error: Exception) -> bool:
    """Return whether the engine could not even open the file: that tells nothing about the rows in it.

    Another file may lie in its place, or memory have been too scarce for its key.
    """
    return "not a database" in str(error).lower()


def shop_error(error: Exception) -> ShopError:
    """Return the engine's complaint as a sentence for the person; its own words go into `details`."""
    details = str(error) or type(error).__name__  # the engine's lack of memory comes without words
    text = details.lower()
    if any(sign in text for sign in _ALSO_MALFORMED):
        text = "malformed"
    kind = DamagedError if "malformed" in text else ShopError
    return kind(_(next((sentence for sign, sentence in _SENTENCES if sign in text), _UNKNOWN)), details)
