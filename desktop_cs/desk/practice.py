"""The practice shop: invented people and cases in a folder of their own, never beside real ones."""

import tomllib
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

from desktop_cs import places
from desktop_cs.desk.inventing import Inventing
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.staff import Role

if TYPE_CHECKING:
    from desktop_cs.desk.desk import Desk

_ROLES = ((Role.MANAGER, "2580"), (Role.COUNTER, "1470"), (Role.TECHNICIAN, "3690"))


def make_practice_shop(desk: "Desk", cases: int, seed: int) -> int:
    """Fill a new or a practice folder with so many invented cases, and return how many there are now.

    Raises:
        UserError: The folder holds a real shop; nothing was changed.
    """
    if (desk.settings.is_set_up or desk.storage.cases.count()) and not desk.settings.is_practice:
        raise UserError(
            _("This folder holds a real shop, so no practice cases are put into it. Choose another --data.")
        )
    if cases < 0:
        raise UserError(_("The number of cases has to be 0 or more."), "cases")
    if not desk.settings.is_set_up:
        _set_up(desk)
    words = _words(desk.settings.language)
    Inventing(desk, words, Random(f"practice-{seed}")).fill(cases)  # noqa: S311 (invented people, no secret)
    return desk.storage.cases.count()


def _set_up(desk: "Desk") -> None:
    """Give the practice shop its settings and its three people."""
    language = language_in_use()
    with desk.storage.transaction(None):
        desk.shop.save_settings(
            replace(desk.settings, name=_("Practice shop"), is_practice=True, language=language)
        )
        for name, (role, digits) in zip(_words(language)["staff"], _ROLES, strict=True):
            desk.shop.add_staff(name, role, digits)  # nobody signs in there, so nobody is refused


def _words(language: str) -> dict[str, Any]:
    path = places.resources_dir() / "practice" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
