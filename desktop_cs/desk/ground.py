"""What every act of staff stands on: the storage, the clock, who acts, the settings and the forms."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import cached_property
from uuid import UUID

from desktop_cs import places
from desktop_cs.clock import Clock
from desktop_cs.forms.checking import CheckContext
from desktop_cs.forms.definition import Form
from desktop_cs.i18n import language_in_use
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.shop.staff import Staff
from desktop_cs.storage.storage import Storage


class _StandIn(threading.local):
    """In whose name each thread acts for a while, instead of whoever signed in."""

    staff: Staff | None = None


@dataclass
class Ground:
    """One opened shop, before anything is done in it."""

    storage: Storage
    clock: Clock
    _signed_in: Staff | None = None
    _settings: ShopSettings | None = field(default=None, repr=False)
    _stand_in: _StandIn = field(default_factory=_StandIn, repr=False)

    @property
    def actor(self) -> Staff | None:
        """Return the person who acts; None until somebody has signed in."""
        return self._stand_in.staff or self._signed_in

    @actor.setter
    def actor(self, staff: Staff | None) -> None:
        self._signed_in = staff

    @contextmanager
    def in_the_name_of(self, staff: Staff | None) -> Iterator[None]:
        """Let somebody else act in this thread for a while, such as a manager who gave their digits.

        Args:
            staff: Who acts; None leaves it to whoever signed in.
        """
        before = self._stand_in.staff
        self._stand_in.staff = staff or before
        try:
            yield
        finally:
            self._stand_in.staff = before

    def renew(self, staff: Staff) -> None:
        """Let somebody who was changed act as they are now, where it is they who act; not if they left."""
        for holder, name in ((self, "_signed_in"), (self._stand_in, "staff")):
            known: Staff | None = getattr(holder, name)
            if known is not None and known.id == staff.id:
                setattr(holder, name, staff if staff.active else None)

    @property
    def settings(self) -> ShopSettings:
        """Return the shop's settings as they were last read or saved."""
        if self._settings is None:
            self._settings = self.storage.shop.settings()
        return self._settings

    def forget_settings(self) -> None:
        """Read the settings again when they are next asked for."""
        self._settings = None

    @property
    def actor_id(self) -> UUID | None:
        """Return who acts, for the trail."""
        return self.actor.id if self.actor else None

    @cached_property
    def forms(self) -> dict[str, Form]:
        """Return the forms by id.

        Raises:
            FormFileError: A form file has mistakes.
        """
        from desktop_cs.forms.loader import load_forms  # noqa: PLC0415 (the first window needs no forms)

        return load_forms(places.forms_dir())

    def context(self) -> CheckContext:
        """Return what the form engine needs to know to check answers now."""
        now = self.settings.hours.wall(self.clock.now())
        return CheckContext(currency=self.settings.currency, now=now, language=language_in_use())

    def day_of(self, moment: datetime) -> tuple[datetime, datetime]:
        """Return the first moment of the day in the shop, and the first of the next, in UTC."""
        hours = self.settings.hours
        midnight = datetime.combine(hours.wall(moment).date(), time())
        return hours.moment(midnight), hours.moment(midnight + timedelta(days=1))
