"""Acts on who may open the shop's records: pass phrase, recovery sheet, keychain. A manager's alone.

Secrets are handed through and never kept: not here, not in the trail, not in any sentence.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cs import places
from desktop_cs.desk.allowed import check
from desktop_cs.desk.changes import Changes, Result
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.pass_phrase import Strength, check_phrase, strength
from desktop_cs.shop.recovery_code import RecoveryCode, new_code, same_group
from desktop_cs.shop.roles import Act
from desktop_cs.storage.file.data_folder import COPIES
from desktop_cs.storage.keys.carrying import Carried
from desktop_cs.storage.keys.key_slots import has_key
from desktop_cs.storage.keys.shop_keys import KeyState, ShopKeys

if TYPE_CHECKING:
    from desktop_cs.desk.safe_desk import SafeDesk

Progress = Callable[[float], None]
Locking = Callable[[Progress], Carried]
_NOTHING = Changes(settings=True)
GROUPS_ASKED = 2  # so many groups of a sheet are typed back before it counts

__all__ = ["GROUPS_ASKED", "Carried", "KeyState", "KeyWork", "Locking", "Strength"]


class KeyWork:
    """Acts on who may open the records of one shop."""

    def __init__(self, desk: "SafeDesk") -> None:
        self._desk = desk

    def state(self) -> KeyState:
        """Return who may open the records now.

        Raises:
            ShopError: The key file is damaged, both copies.
        """
        return self._keys.state()

    def strength(self, phrase: str) -> Strength:
        """Return how good a pass phrase would be for this shop."""
        return strength(phrase, self._own_words(), _known())

    def allow(self) -> None:
        """Make sure that whoever acts may change who opens the records.

        Raises:
            UserError: Only a manager may.
            DamagedError: The records are damaged, and could not note it; nothing is changed.
        """
        check(self._desk, Act.KEYS)
        self._desk.storage.damage.refuse()

    def locking(self, phrase: str, again: str, *, leaked: bool = False) -> Locking:
        """Return what sets a pass phrase with a new key, to be called once the desk is closed, in any thread.

        The records get a new key by it: at first since the old one lay in the open in every copy made so far,
        later when somebody else may have what opened them. Sheet and keychain are to be made anew; backups
        that can be reached open with the pass phrase from then on. What is returned raises ShopError where
        somebody else uses the records, or the disk does not let us.

        Args:
            phrase: The pass phrase.
            again: The same, typed a second time.
            leaked: A pass phrase is set already, and it or the sheet may be known to somebody else.

        Raises:
            UserError: Whoever acts may not, a pass phrase is set already, or this one cannot be taken.
        """
        self.allow()
        if self.state().has_phrase and not leaked:
            raise UserError(_("A pass phrase is set already. It can be changed."))
        check_phrase(phrase, again, self._own_words(), _known())
        self._note("keys.phrase_set")
        keys, copies, before = self._keys, self._copies, self._keys.master

        def lock(progress: Progress) -> Carried:
            keys.lock(phrase, progress)
            return keys.carry(copies(), (before,))

        return lock

    def renewing(self) -> Locking:
        """Return what finishes an interrupted `locking`, to be called once the desk is closed.

        Raises:
            UserError: Whoever acts may not, or nothing was interrupted.
        """
        self.allow()
        if not self.state().renewal_due:
            raise UserError(_("The records have their new key already."))
        keys, copies = self._keys, self._copies

        def renew(progress: Progress) -> Carried:
            keys.renew_key(progress)
            return keys.carry(copies())

        return renew

    def set_phrase(self, phrase: str, again: str) -> Result[Carried]:
        """Let another pass phrase open locked records from now on, and the backups that can be reached.

        Raises:
            UserError: Whoever acts may not, none was set yet, or this one cannot be taken.
            ShopError: The key file cannot be written; it is as it was.
        """
        self.allow()
        check_phrase(phrase, again, self._own_words(), _known())
        self._keys.set_phrase(phrase)
        return self._done("keys.phrase_changed")

    def take_phrase_away(self) -> Result[Carried]:
        """Take pass phrase, recovery sheet and keychain away: whoever has the folder can read the records.

        Raises:
            UserError: Whoever acts may not, or none was set.
            ShopError: The key file cannot be written; it is as it was.
        """
        self.allow()
        master = self._keys.master
        self._keys.unlock_for_good()
        return self._done("keys.phrase_taken_away", master)

    def new_sheet(self) -> RecoveryCode:
        """Return the code of a new recovery sheet; it opens nothing before `keep_sheet`.

        Raises:
            UserError: Whoever acts may not, or no pass phrase is set.
        """
        self.allow()
        if not self.state().has_phrase:
            raise UserError(_("Set a pass phrase first: without one the records open without any key."))
        return new_code()

    def sheet_pdf(self, code: RecoveryCode) -> bytes:
        """Return the recovery sheet as a PDF."""
        from desktop_cs.paper.recovery_sheet import recovery_sheet_pdf  # noqa: PLC0415 (once in a shop's life)

        settings = self._desk.settings
        day = settings.hours.wall(self._desk.clock.now()).date()
        return recovery_sheet_pdf(code, settings, day, self._desk.storage.shop.logo())

    def keep_sheet(self, code: RecoveryCode, typed_back: Mapping[int, str] | None = None) -> Result[Carried]:
        """Let the code of a new sheet open the records from now on; the sheet before opens nothing any more.

        Args:
            code: As `new_sheet` gave it.
            typed_back: Groups as somebody read them from the printed sheet, by their place from 0; None where
                the sheet is a file that was just written whole.

        Raises:
            UserError: Whoever acts may not, or a group is not as on the sheet; `field` is "group_" and its
                place.
            ShopError: The key file cannot be written; the sheet before stays good.
        """
        self.allow()
        for place, typed in (typed_back or {}).items():
            if not same_group(typed, code.groups[place]):
                sentence = _("Group {number} is not as on the sheet. Compare it once more.")
                raise UserError(sentence.format(number=place + 1), f"group_{place}")
        self._keys.put_sheet(code)
        return self._done("keys.sheet_made")

    def use_keychain(self, *, on: bool) -> Result[Carried]:
        """Let the keychain of this PC open the records too, or not any more.

        Raises:
            UserError: Whoever acts may not, or no pass phrase is set.
            ShopError: The keychain does not take it; all is as it was.
        """
        self.allow()
        self._keys.use_keychain(on=on)
        return self._done("keys.keychain_put" if on else "keys.keychain_taken_away")

    def master(self) -> bytes:
        """Return the master key, for records that were closed for a moment; b"" where they are not locked."""
        return self._keys.master

    @property
    def _keys(self) -> ShopKeys:
        return self._desk.storage.keys

    def _done(self, what: str, *masters: bytes) -> Result[Carried]:
        self._note(what)
        return Result(self._keys.carry(self._copies(), masters), _NOTHING)

    def _copies(self) -> list[Path]:
        """Return the folders of the copies that can be reached: backups, and what else lies with the records.

        That is what restores put aside, what was salvaged, backups that somebody gave another name: whoever
        has the folder must not find the key of one of them in the open.
        """
        folder = self._desk.storage.folder
        kept = [one.folder for one in self._desk.safety.everywhere()]
        beside = [
            one for place in (folder, folder / COPIES) for one in sorted(place.glob("*/")) if has_key(one)
        ]
        return [one for one in dict.fromkeys((*kept, *beside)) if one != places.practice_dir(folder)]

    def _note(self, what: str) -> None:
        storage = self._desk.storage
        with storage.transaction(self._desk.actor_id):
            storage.trail.note(what, storage.shop_id)

    def _own_words(self) -> tuple[str, ...]:
        """Return what somebody who knows the shop would try first."""
        settings = self._desk.settings
        names = (one.name for one in self._desk.storage.shop.staff())
        return (settings.name, settings.phone, *settings.address.splitlines(), *names)


def _known() -> Path:
    return places.resources_dir() / "keys" / "known_phrases.txt"
