"""The keychain of the system as a convenience: it may hold one more key to the records, never the only one.

The program works the same without it, and where it fails or was emptied: the pass phrase and the sheet open
the records as before (safety.md, decision 3).
"""

import base64
import binascii
from importlib.util import find_spec

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _

_SERVICE = "desktop-cs"
_SAFE_PRIORITY = 1  # keyring's own measure: below it are stand-ins that keep nothing, or keep it in the open


def is_offered() -> bool:
    """Return whether this PC has a keychain that the program can use."""
    if find_spec("keyring") is None:
        return False
    import keyring  # noqa: PLC0415 (an option that most shops never use)

    return float(keyring.get_keyring().priority) >= _SAFE_PRIORITY


def put(name: str, key: bytes) -> None:
    """Put a key into the keychain.

    Raises:
        ShopError: The keychain does not take it.
    """
    import keyring  # noqa: PLC0415 (as above)
    from keyring.errors import KeyringError  # noqa: PLC0415 (as above)

    try:
        keyring.set_password(_SERVICE, name, base64.b64encode(key).decode("ascii"))
        kept = keyring.get_password(_SERVICE, name)
    except (KeyringError, OSError, RuntimeError) as error:
        raise ShopError(_refusal(), str(error)) from error
    if kept is None or base64.b64decode(kept) != key:
        raise ShopError(_refusal(), "not kept")


def get(name: str) -> bytes | None:
    """Return the key of this name, or None where the keychain has none, is closed, or is not there."""
    if find_spec("keyring") is None:
        return None
    import keyring  # noqa: PLC0415 (as above)
    from keyring.errors import KeyringError  # noqa: PLC0415 (as above)

    try:
        kept = keyring.get_password(_SERVICE, name)
        return base64.b64decode(kept, validate=True) if kept else None
    except (KeyringError, OSError, RuntimeError, binascii.Error):
        return None


def remove(name: str) -> None:
    """Take a key out of the keychain; nothing happens where it is not there any more."""
    if find_spec("keyring") is None:
        return
    import keyring  # noqa: PLC0415 (as above)
    from keyring.errors import KeyringError  # noqa: PLC0415 (as above)

    try:
        keyring.delete_password(_SERVICE, name)
    except (KeyringError, OSError, RuntimeError):
        return  # without its slot in the key file it opens nothing


def _refusal() -> str:
    return _(
        "The keychain of this PC did not take the key. Nothing was changed: "
        "the pass phrase opens the records as before."
    )
