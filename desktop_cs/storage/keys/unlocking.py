"""What opens a key file: nothing, a secret that somebody typed, the keychain, or the master key of before."""

from dataclasses import dataclass

from desktop_cs.errors import LockedError, UserError
from desktop_cs.i18n import _
from desktop_cs.shop.recovery_code import RecoveryCode, group_with_slip, looks_like_code, read_code
from desktop_cs.storage.keys.key_slots import Copies, open_keys
from desktop_cs.storage.keys.slot_file import KEYCHAIN, PHRASE, SHEET, Slot, SlotFile
from desktop_cs.storage.keys.wrapping import key_of_code, key_of_phrase, unwrap


@dataclass(frozen=True, slots=True, repr=False)
class Unlocked:
    """The keys to the records, the likeliest first, and the master key; b"" where they lay in the open.

    `text` is the key file that gave them, where it is kept for the case that the disk loses it.
    """

    keys: tuple[str, ...]
    master: bytes = b""
    text: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Unlocking:
    """What may open locked records besides a secret that is typed.

    Args:
        keychain: The keychain may be asked; the system may want a word with the person then.
        master: The master key from before, as when the records are opened again, or b"".
    """

    keychain: bool = True
    master: bytes = b""


ASKED = Unlocking()


def unlocked(copies: Copies, secret: str = "", by: Unlocking = ASKED) -> Unlocked:
    """Return the keys to the records.

    Args:
        copies: The key file.
        secret: The pass phrase or the code of the recovery sheet, "" where nobody was asked.
        by: What else may open them.

    Raises:
        LockedError: The records are locked and no secret was given.
        UserError: The secret is not the right one; its sentence tells what may be wrong with it.
    """
    lying_open = open_keys(copies)
    if lying_open:
        return Unlocked(tuple(lying_open))
    for file in copies.whole:
        keys = file.unsealed(by.master) if by.master and not file.is_open else None
        if keys:
            return Unlocked(keys, by.master)
    found = _by_secret(copies, secret) if secret.strip() else _by_keychain(copies, ask=by.keychain)
    if found is None:
        raise _refusal(secret) if secret.strip() else LockedError(_locked())
    return found


def has_slot(copies: Copies, kind: str) -> bool:
    """Return whether the records can be opened in this way."""
    return any(file.slot(kind) for file in copies.whole)


def _by_secret(copies: Copies, secret: str) -> Unlocked | None:
    code = read_code(secret)
    tried: set[bytes] = set()
    for file in copies.whole:
        for slot in file.slots:
            if slot.salt in tried:
                continue  # both copies say the same, and a try of the pass phrase takes its time
            tried.add(slot.salt)
            found = _unlocked_by(file, slot, _slot_key(slot, secret, code))
            if found is not None:
                return found
    return None


def _slot_key(slot: Slot, secret: str, code: RecoveryCode | None) -> bytes | None:
    if slot.kind == SHEET and code is not None:
        return key_of_code(code.secret, slot.salt)
    if slot.kind == PHRASE and slot.cost is not None:
        return key_of_phrase(secret, slot.salt, slot.cost)
    return None


def _by_keychain(copies: Copies, *, ask: bool) -> Unlocked | None:
    if not ask or not has_slot(copies, KEYCHAIN):
        return None
    from desktop_cs.storage.keys import keychain  # noqa: PLC0415 (an option that most shops never use)

    for file in copies.whole:
        slot = file.slot(KEYCHAIN)
        found = _unlocked_by(file, slot, keychain.get(slot.salt.hex())) if slot else None
        if found is not None:
            return found
    return None


def _unlocked_by(file: SlotFile, slot: Slot, key: bytes | None) -> Unlocked | None:
    master = unwrap(key, slot.wrapped, slot.bound) if key else None
    keys = file.unsealed(master) if master else None
    return Unlocked(keys, master) if keys and master else None


def _locked() -> str:
    return _("The shop’s records are locked. The pass phrase opens them, or the code of the recovery sheet.")


def _refusal(secret: str) -> UserError:
    """Return what may be wrong with a secret that opens nothing."""
    return UserError(_what_is_wrong(secret), "secret")


def _what_is_wrong(secret: str) -> str:
    if read_code(secret) is not None:
        return _(
            "This code is whole, but it does not open these records: it is from another recovery sheet. "
            "A sheet opens nothing any more once a newer one was made. Nothing was changed."
        )
    group = group_with_slip(secret)
    if group:
        return _("One sign seems to be misread in group {number}. Compare it with the sheet again.").format(
            number=group
        )
    if looks_like_code(secret):
        return _(
            "The code is not as it stands on the sheet. It has six groups of five signs; "
            "compare them one by one. Nothing was changed."
        )
    return _(
        "This is not the pass phrase. Nothing was changed and nothing is lost. Let the signs be shown, "
        "look at capitals and at the language of the keyboard, and try again."
    )
