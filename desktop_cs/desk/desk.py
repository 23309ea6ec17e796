"""One opened shop: its storage, its forms, its clock, and the people's acts on them."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cs import places
from desktop_cs.clock import Clock
from desktop_cs.forms.checking import CheckContext
from desktop_cs.forms.definition import Form
from desktop_cs.i18n import language_in_use
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.shop.staff import Staff
from desktop_cs.storage.opening import open_storage
from desktop_cs.storage.storage import Storage

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_cs.desk.casework import Casework
    from desktop_cs.desk.customer_work import CustomerWork
    from desktop_cs.desk.followup_work import FollowUpWork
    from desktop_cs.desk.guide_work import GuideWork
    from desktop_cs.desk.import_work import ImportWork
    from desktop_cs.desk.letter_work import LetterWork
    from desktop_cs.desk.month_work import MonthWork
    from desktop_cs.desk.shop_work import ShopWork


@dataclass
class Desk:
    """Everything that staff can do in one shop. Parts are made when they are first needed.

    `actor` is the person who acts; None until somebody has tapped their name.
    """

    storage: Storage
    clock: Clock
    actor: Staff | None = None
    _settings: ShopSettings | None = field(default=None, repr=False)

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
    def actor_id(self) -> "UUID | None":
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

    @cached_property
    def casework(self) -> "Casework":
        """Return the acts on cases."""
        from desktop_cs.desk.casework import Casework  # noqa: PLC0415 (made when first needed)

        return Casework(self)

    @cached_property
    def follow_ups(self) -> "FollowUpWork":
        """Return the acts on follow-ups and promises."""
        from desktop_cs.desk.followup_work import FollowUpWork  # noqa: PLC0415 (made when first needed)

        return FollowUpWork(self)

    @cached_property
    def customers(self) -> "CustomerWork":
        """Return the acts on customers, and the search field's answers."""
        from desktop_cs.desk.customer_work import CustomerWork  # noqa: PLC0415 (made when first needed)

        return CustomerWork(self)

    @cached_property
    def letters(self) -> "LetterWork":
        """Return the acts on letters."""
        from desktop_cs.desk.letter_work import LetterWork  # noqa: PLC0415 (made when first needed)

        return LetterWork(self)

    @cached_property
    def months(self) -> "MonthWork":
        """Return the manager's month."""
        from desktop_cs.desk.month_work import MonthWork  # noqa: PLC0415 (made when first needed)

        return MonthWork(self)

    @cached_property
    def shop(self) -> "ShopWork":
        """Return the acts on settings and people."""
        from desktop_cs.desk.shop_work import ShopWork  # noqa: PLC0415 (made when first needed)

        return ShopWork(self)

    @cached_property
    def imports(self) -> "ImportWork":
        """Return the import of past cases."""
        from desktop_cs.desk.import_work import ImportWork  # noqa: PLC0415 (made when first needed)

        return ImportWork(self)

    @cached_property
    def guide(self) -> "GuideWork":
        """Return the guide beside each step, and the wording check."""
        from desktop_cs.desk.guide_work import GuideWork  # noqa: PLC0415 (made when first needed)

        return GuideWork(self)

    def close(self) -> None:
        """Close the storage; the desk cannot be used afterwards."""
        self.storage.close()


def open_desk(folder: Path, clock: Clock, *, create: bool = True) -> Desk:
    """Open the shop in this data folder, or begin a new one there.

    Raises:
        ShopError: The folder or its database cannot be used; the sentence says why and what to do.
    """
    return Desk(open_storage(folder, clock, create=create), clock)
