"""Erasing a person: what there is about them, where else they are named, and the act itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_cs.cases.case import Case
from desktop_cs.customers.customer import Customer
from desktop_cs.customers.kept_words import (
    Erased,
    ErasingPlan,
    Holdings,
    KeptCase,
    Mention,
    OldBackups,
    Person,
)
from desktop_cs.desk import second_place
from desktop_cs.desk.allowed import check
from desktop_cs.desk.changes import EVERYTHING, Changes, Result
from desktop_cs.desk.drafts import Drafts
from desktop_cs.desk.ground import Ground
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.roles import Act
from desktop_cs.shown import listed
from desktop_cs.storage.copying.safety_record import read_record
from desktop_cs.storage.erasing.erased_list import ErasedEntry
from desktop_cs.storage.erasing.mentions import Sought
from desktop_cs.storage.file.data_folder import COPIES

Progress = Callable[[float], None]

_SHORTEST_PART = 3  # letters of a part of a name that tells anything by itself


@dataclass(frozen=True, slots=True)
class ErasingDone:
    """What an erasing did.

    Args:
        cases: How many cases lost their words.
        is_out: Whether nothing is left in the files of the data folder; else the rest goes while idle.
    """

    cases: int
    is_out: bool


class ErasingWork:
    """Acts of managers on what is kept about a person."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def allow(self) -> Result[None]:
        """Make sure that whoever acts may look and erase here; nothing is changed.

        Raises:
            NotAllowedError: They are no manager.
        """
        check(self._ground, Act.ERASE)
        return Result(None, Changes())

    def person_of(self, subject: Customer | Case) -> Person:
        """Return whose words are meant by a customer, or by a case."""
        if isinstance(subject, Customer):
            return Person(subject.id, subject.name, subject.phone)
        if subject.customer_id is not None:
            return self.person_of(self._ground.storage.customers.get(subject.customer_id))
        return Person(subject.id, subject.who, is_customer=False)

    def holdings(self, person: Person) -> Holdings:
        """Return what there is about a person, counted.

        Raises:
            NotAllowedError: Whoever acts is no manager.
        """
        check(self._ground, Act.ERASE)
        facts = self._ground.storage.holdings
        cases = facts.cases_of(person.id) if person.is_customer else facts.cases([person.id])
        own = {case.id for case in cases}
        namesakes = [case for case in facts.namesakes(person.name) if case.id not in own]
        counts = facts.counts(own)
        counts["attachment"] = sum(len(self._ground.storage.attachments.of_case(one)) for one in own)
        drafts = Drafts(self._ground.storage.folder)
        counts["draft"] = sum(len(drafts.of_case(one)) for one in own)
        told = {name: count for name, count in counts.items() if count}
        return Holdings(tuple(cases), told, tuple(namesakes), tuple(facts.twins(person)))

    def mentions(self, person: Person, holdings: Holdings, progress: Progress | None = None) -> list[Mention]:
        """Return where a person is named in words about others; reads all words of the shop.

        By the whole name or the phone number it is surely they. The last part of a name alone may be somebody
        else's: it is told, and never taken out by itself.

        Args:
            person: Who.
            holdings: What there is about them; it is not searched.
            progress: Is told the share that is done; may raise to stop.

        Raises:
            NotAllowedError: Whoever acts is no manager.
        """
        check(self._ground, Act.ERASE)
        own = [case.id for case in (*holdings.cases, *holdings.namesakes)]
        parts = [part for part in person.name.split()[1:][-1:] if len(part) >= _SHORTEST_PART]
        return self._ground.storage.holdings.mentions(
            Sought([person.name, person.phone], parts), own, progress
        )

    def erase(self, plan: ErasingPlan, *, despite_holds: bool = False) -> Result[ErasingDone]:
        """Erase a person. It cannot be undone.

        Args:
            plan: What goes.
            despite_holds: Also where something is still open, or the law may ask for it for longer.

        Raises:
            NotAllowedError: Whoever acts is no manager.
            UserError: Something speaks for waiting, and nobody said that it is to go all the same; or there
                is nothing left to erase.
            ShopError: It could not be done; nothing was erased.
        """
        check(self._ground, Act.ERASE)
        cases = self._cases_of(plan)
        if not cases and not self._is_known(plan.person):
            raise UserError(_("There is nothing about this person any more. Nothing was changed."))
        held = [case for case in cases if case.holds]
        if held and not despite_holds:
            raise UserError(_held(held), "held")
        is_out = self._ground.storage.erasing.erase(self._entries(plan), self._ground.actor_id)
        touched = frozenset(case.id for case in cases) | frozenset(plan.names_out_of)
        return Result(ErasingDone(len(cases), is_out), EVERYTHING | Changes(cases=touched))

    def finish(self) -> bool:
        """Finish what an earlier erasing left for an idle moment, and return whether all of it is out.

        Nobody needs to be a manager for it: a manager decided it when it was begun.
        """
        erasing = self._ground.storage.erasing
        return erasing.is_finished() or erasing.finish()

    def old_backups(self) -> OldBackups:
        """Return which copies within reach still hold something that was erased, and until when."""
        from desktop_cs.storage.erasing.old_backups import still_holding  # noqa: PLC0415 (only on this page)

        return still_holding(self._ground.storage, self._places(), self._ground.settings.hours.zone)

    def renew_backups(self, progress: Progress) -> int:
        """Make fresh backups, take away those that still hold what was erased, and return how many went.

        Args:
            progress: Is told the share that is done; may raise to stop.

        Raises:
            NotAllowedError: Whoever acts is no manager.
            ShopError: A backup could not be made, or an old one not be taken away; what went is said by
                `old_backups`.
        """
        from desktop_cs.storage.erasing.old_backups import renew  # noqa: PLC0415 (only on this page)

        check(self._ground, Act.ERASE)
        return renew(self._ground.storage, self._places(), progress)

    def _places(self) -> list[Path]:
        storage = self._ground.storage
        record = read_record(storage.folder)
        second = second_place.found(record.second_place, storage.shop_id, record.second_mark)
        return [storage.folder / COPIES, *([second] if second is not None else [])]

    def _cases_of(self, plan: ErasingPlan) -> list[KeptCase]:
        """Return the cases that go, and refuse namesakes and twins that are none."""
        holdings, facts = self.holdings(plan.person), self._ground.storage.holdings
        chosen = [case for case in holdings.namesakes if case.id in plan.namesakes]
        twins = [one.id for one in holdings.twins if one.id in plan.twins]
        if len(chosen) + len(twins) != len({*plan.namesakes, *plan.twins}):
            raise UserError(
                _("One of the chosen cases was changed meanwhile. Nothing was erased. Look at them again.")
            )
        return [*holdings.cases, *chosen, *(case for twin in twins for case in facts.cases_of(twin))]

    def _is_known(self, person: Person) -> bool:
        try:
            return person.is_customer and bool(self._ground.storage.customers.get(person.id))
        except KeyError:
            return False

    def _entries(self, plan: ErasingPlan) -> list[ErasedEntry]:
        at, person = self._ground.clock.now(), plan.person
        kind = Erased.CUSTOMER if person.is_customer else Erased.CASE
        names = [ErasedEntry(Erased.NAME, case_id, at, person.id) for case_id in plan.names_out_of]
        namesakes = [ErasedEntry(Erased.CASE, case_id, at) for case_id in plan.namesakes]
        twins = [ErasedEntry(Erased.CUSTOMER, twin, at) for twin in plan.twins]
        return [*names, ErasedEntry(kind, person.id, at), *namesakes, *twins]


def _held(cases: Sequence[KeptCase]) -> str:
    numbers = listed((str(case.number) for case in cases), language_in_use())
    sentence = _(
        "Something is still open, or about somebody's safety, in case {numbers}. Nothing was erased. "
        "Look at it first, or say that it is to go all the same."
    )
    return sentence.format(numbers=numbers)
