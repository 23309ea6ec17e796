"""The rehearsals, in the language of the person at the screen; nothing that is played is ever kept."""

from desktop_cs import places
from desktop_cs.i18n import language_in_use
from desktop_cs.rehearsals.loader import load_rehearsals
from desktop_cs.rehearsals.rehearsal import Rehearsal


class RehearsalWork:
    """Hard conversations to rehearse; files only, so that no record of the shop can be touched."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[Rehearsal, ...]] = {}

    def all(self) -> tuple[Rehearsal, ...]:
        """Return all rehearsals, the one to begin with first.

        Raises:
            ShopError: A file of theirs was edited into something that cannot be played.
        """
        language = language_in_use()
        if language not in self._read:
            self._read[language] = load_rehearsals(places.resources_dir() / "rehearsals", language)
        return self._read[language]

    def named(self, rehearsal_id: str) -> Rehearsal | None:
        """Return the rehearsal of this id, or None where there is none."""
        return next((one for one in self.all() if one.id == rehearsal_id), None)
