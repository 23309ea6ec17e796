"""Acts on the shop's settings and people, and copies of its data."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_cs.desk.allowed import check
from desktop_cs.desk.changes import EVERYTHING, Changes, Result
from desktop_cs.desk.ground import Ground
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.lock_out import WrongTries
from desktop_cs.shop.roles import Act
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.shop.staff import Role, Staff, check_digits, digits_match, hash_digits
from desktop_cs.storage.uuid7 import uuid7

_LARGEST_LOGO = 5 * 2**20  # bytes; a logo on paper is some centimetres wide


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is about to be added: name, role and the digits they chose."""

    name: str
    role: Role
    digits: str


class ShopWork:
    """Acts on the shop; each is one transaction and says what it changed."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def set_up(
        self, settings: ShopSettings, people: Sequence[Newcomer], logo: bytes | None = None
    ) -> Result[Staff]:
        """Store all that the first run asked for, or nothing of it; the first manager acts from then on.

        Raises:
            UserError: As in `save_settings` and `add_staff`, or nobody is a manager.
        """
        check(self._ground, Act.SETTINGS)
        by_role = sorted(people, key=lambda one: one.role is not Role.MANAGER)
        if not by_role or by_role[0].role is not Role.MANAGER:
            raise UserError(_("Somebody has to be the manager: choose that role for one of you."), "role")
        try:
            with self._ground.storage.transaction(self._ground.actor_id):
                self.save_settings(settings)
                self._ground.storage.shop.save_logo(logo)
                added = [self._add(one).value for one in by_role]
        finally:
            self._ground.forget_settings()  # also when nothing of it was kept
        self._ground.actor = added[0]
        return Result(added[0], EVERYTHING)

    def save_settings(self, settings: ShopSettings) -> Result[ShopSettings]:
        """Store the shop's settings. Limits keep the currency in which they were set.

        Raises:
            UserError: Whoever acts is no manager, the shop has no name, or nothing says when it is open.
        """
        check(self._ground, Act.SETTINGS)
        if not settings.name.strip():
            raise UserError(_("Write the name of the shop; it stands on letters and summaries."), "name")
        if not any(settings.hours.week):
            raise UserError(_("Give the hours of at least one day; follow-ups are planned by them."), "hours")
        settings = _with_limits_as_set(self._ground.storage.shop.settings(), settings)
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.shop.save_settings(settings)
        self._ground.forget_settings()
        return Result(settings, Changes(settings=True, follow_ups=True))

    def staff(self, *, with_former: bool = False) -> list[Staff]:
        """Return the people who work here, by name."""
        everybody = self._ground.storage.shop.staff()
        return sorted(
            (one for one in everybody if one.active or with_former), key=lambda one: one.name.casefold()
        )

    def save_staff(self, staff: Staff, digits: str = "") -> Result[Staff]:
        """Store somebody who works here, with new digits when some are given.

        Whoever does not work here any more has no digits either: they die with the tile.

        Raises:
            UserError: Whoever acts is no manager; no name, a name or digits that somebody else has, or no
                manager would be left.
        """
        check(self._ground, Act.PEOPLE)
        return self._kept(staff, digits)

    def put_digits(self, staff: Staff, digits: str) -> Result[Staff]:
        """Store the digits that somebody chose for themselves, having proved that they may.

        Raises:
            UserError: They are taken, or not four to six.
        """
        check_digits(digits)
        return self._kept(staff, digits)

    def _kept(self, staff: Staff, digits: str) -> Result[Staff]:
        name = " ".join(staff.name.split())
        others = [one for one in self.staff(with_former=True) if one.id != staff.id]
        if not name:
            raise UserError(_("Write the name of the person."), "name")
        if any(one.active and one.name.casefold() == name.casefold() for one in others):
            raise UserError(
                _("Somebody with this name works here already. Add a letter to tell them apart."), "name"
            )
        if digits and any(one.active and digits_match(digits, one.digits_hash) for one in others):
            raise UserError(_("Please choose other digits; these are taken."), "digits")
        kept = staff.digits_hash if staff.active else ""
        stored = replace(staff, name=name, digits_hash=hash_digits(digits) if digits else kept)
        if not (stored.active and stored.is_manager) and not any(
            one.active and one.is_manager for one in others
        ):
            raise UserError(_("Somebody has to be the manager. Make another person manager first."), "role")
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.shop.save_staff(stored)
            if digits:
                self._ground.storage.people.save_tries(WrongTries(stored.id))
                self._ground.storage.people.note("staff.new_digits", stored.id)
        self._ground.renew(stored)  # with the new name, and what the new role may
        return Result(stored, Changes(settings=True))

    def add_staff(self, name: str, role: Role, digits: str) -> Result[Staff]:
        """Store a new person.

        Raises:
            UserError: As in `save_staff`, or the digits are not four to six.
        """
        check(self._ground, Act.PEOPLE)
        return self._add(Newcomer(name, role, digits))

    def _add(self, newcomer: Newcomer) -> Result[Staff]:
        check_digits(newcomer.digits)
        return self._kept(Staff(uuid7(), newcomer.name, newcomer.role), newcomer.digits)

    def logo(self) -> bytes | None:
        """Return the shop's logo as it was given, or None."""
        return self._ground.storage.shop.logo()

    def save_logo(self, path: Path | None) -> Result[bytes | None]:
        """Store the picture in this file as the shop's logo, or take the logo away.

        Raises:
            UserError: The file is no picture that can be printed, or too large.
        """
        check(self._ground, Act.SETTINGS)
        return self.put_logo(self.read_logo(path) if path else None)

    def read_logo(self, path: Path) -> bytes:
        """Return the picture in this file, once it is known that it can be printed.

        Raises:
            UserError: It is no picture that can be printed, or too large.
        """
        return _checked_picture(path)

    def put_logo(self, logo: bytes | None) -> Result[bytes | None]:
        """Store a picture that `read_logo` or `logo` gave, or take the logo away.

        Raises:
            UserError: Whoever acts is no manager.
        """
        check(self._ground, Act.SETTINGS)
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.shop.save_logo(logo)
        return Result(logo, Changes(settings=True))

    def save_copy(self, folder: Path | None = None) -> Path:
        """Return where a checked copy of all data was written: in this folder, or beside the data."""
        return self._ground.storage.copy_to(folder)

    def check_records(self) -> list[str]:
        """Return what is wrong with the shop's records; nothing when they are sound. Reads all of them."""
        return self._ground.storage.check()

    @property
    def data_folder(self) -> Path:
        """Return where the shop's records lie on this PC."""
        return self._ground.storage.folder


def _with_limits_as_set(before: ShopSettings, settings: ShopSettings) -> ShopSettings:
    """Return the settings with the currency of limits that stay as they are while the shop's own changes."""
    stays = before.is_set_up and settings.limits == before.limits and not settings.limits_currency
    changes = settings.currency != before.currency
    return replace(settings, limits_currency=before.currency) if stays and changes else settings


def _checked_picture(path: Path) -> bytes:
    """Return the picture's bytes once Pillow has read it whole.

    Raises:
        UserError: It is no picture, or too large.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 (a logo is chosen once)

    refusal = UserError(
        _("This file is no picture that can be printed. Choose a PNG or JPEG of up to 5 MB."), "logo"
    )
    try:
        if path.stat().st_size > _LARGEST_LOGO:
            raise refusal
        with Image.open(path) as picture:
            picture.load()
        return path.read_bytes()
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise refusal from error
