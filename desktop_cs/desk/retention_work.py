"""How long words are kept, what is past that time, and letting it go: never without somebody who looked."""

from collections.abc import Callable, Collection
from dataclasses import replace
from uuid import UUID

from desktop_cs.customers.kept_words import Erased, PastThing, Preview
from desktop_cs.desk.allowed import check
from desktop_cs.desk.changes import EVERYTHING, Changes, Result
from desktop_cs.desk.ground import Ground
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.keeping_times import KeepingTimes, checked_times, suggested_times, years_before
from desktop_cs.shop.roles import Act
from desktop_cs.storage.erasing.erased_list import ErasedEntry

Progress = Callable[[float], None]


class RetentionWork:
    """Acts of managers on how long words are kept."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def times(self) -> KeepingTimes:
        """Return for how long the shop keeps what."""
        settings = self._ground.settings
        return KeepingTimes(
            settings.keep_cases_years,
            settings.keep_letters_years,
            settings.keep_attachments_years,
            settings.keep_follow_ups_years,
        )

    def suggested(self) -> KeepingTimes:
        """Return what suits most shops in this shop's country."""
        return suggested_times(self._ground.settings.country)

    def save_times(self, times: KeepingTimes) -> Result[KeepingTimes]:
        """Keep changed times. Nothing goes by this alone.

        Raises:
            NotAllowedError: Whoever acts is no manager.
            UserError: A time makes no sense.
        """
        check(self._ground, Act.ERASE)
        checked_times(times)
        storage = self._ground.storage
        settings = replace(
            storage.shop.settings(),
            keep_cases_years=times.cases,
            keep_letters_years=times.letters,
            keep_attachments_years=times.attachments,
            keep_follow_ups_years=times.follow_ups,
        )
        with storage.transaction(self._ground.actor_id):
            storage.shop.save_settings(settings)
        self._ground.forget_settings()
        return Result(times, Changes(settings=True))

    def preview(self) -> Preview:
        """Return everything that is past its time now; nothing is changed.

        Raises:
            NotAllowedError: Whoever acts is no manager.
        """
        check(self._ground, Act.ERASE)
        times, now = self.times(), self._ground.clock.now()
        facts = self._ground.storage.holdings
        things: list[PastThing] = []
        if times.cases:
            before = years_before(now, times.cases)
            cases = facts.past_cases(before)
            going = {case.id for case in cases if not case.holds}
            things += [*cases, *facts.past_customers(before, going)]
        numbers, held = {one.number for one in things}, facts.held_cases()
        for years, past in (
            (times.letters, facts.past_letters),
            (times.attachments, facts.past_attachments),
            (times.follow_ups, facts.past_follow_ups),
        ):
            found = past(years_before(now, years)) if years else ()
            things += [
                replace(one, holds=held.get(one.number, one.holds))
                for one in found
                if one.number not in numbers
            ]
        return Preview(now, tuple(things))

    def carry_out(
        self, preview: Preview, released: Collection[UUID] = (), progress: Progress | None = None
    ) -> Result[int]:
        """Erase what a preview showed, and return how many things that were. It cannot be undone.

        What was changed since then, so that it is not past its time any more or is held back now, stays.

        Args:
            preview: What the manager has looked at.
            released: Ids of things that are held back and are to go all the same.
            progress: Is told the share that is done.

        Raises:
            NotAllowedError: Whoever acts is no manager.
            UserError: There is nothing in it that could go.
            ShopError: The disk does not let us; what `preview` shows then was not erased.
        """
        check(self._ground, Act.ERASE)
        shown = {(one.what, one.id) for one in preview.going(released)}
        going = [one for one in self.preview().going(released) if (one.what, one.id) in shown]
        if not going:
            raise UserError(
                _("Nothing that was shown can go now. Nothing was erased. Look at the list again.")
            )
        at = self._ground.clock.now()
        entries = [ErasedEntry(one.what, one.id, at) for one in going]
        self._ground.storage.erasing.erase(entries, self._ground.actor_id, progress)
        cases = frozenset(one.id for one in going if one.what is Erased.CASE)
        return Result(len(going), EVERYTHING | Changes(cases=cases))
