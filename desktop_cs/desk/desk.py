"""The desk: everything that staff can do in one shop."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cs.clock import Clock
from desktop_cs.desk.due_reading import DueReading
from desktop_cs.desk.paper_desk import PaperDesk
from desktop_cs.storage.keys.unlocking import ASKED, Unlocking
from desktop_cs.storage.opening import open_storage

if TYPE_CHECKING:
    from desktop_cs.desk.authority_work import AuthorityWork
    from desktop_cs.desk.card_work import CardWork
    from desktop_cs.desk.casework import Casework
    from desktop_cs.desk.customer_work import CustomerWork
    from desktop_cs.desk.followup_work import FollowUpWork
    from desktop_cs.desk.gesture_work import GestureWork
    from desktop_cs.desk.guide_work import GuideWork
    from desktop_cs.desk.import_work import ImportWork
    from desktop_cs.desk.letter_batch import LetterBatches
    from desktop_cs.desk.manager_calls import ManagerCalls
    from desktop_cs.desk.rehearsal_work import RehearsalWork
    from desktop_cs.desk.request_work import RequestWork
    from desktop_cs.desk.second_time import SecondTime
    from desktop_cs.desk.shop_work import ShopWork
    from desktop_cs.desk.slip_work import SlipWork
    from desktop_cs.desk.wording_work import WordingWork


class Desk(PaperDesk):
    """Everything that staff can do in one shop. Parts are made when they are first needed."""

    @cached_property
    def casework(self) -> "Casework":
        """Return the acts on cases."""
        from desktop_cs.desk.casework import Casework  # noqa: PLC0415 (made when first needed)

        return Casework(self)

    @cached_property
    def cards(self) -> "CardWork":
        """Return the handle-with-care cards and who has read them."""
        from desktop_cs.desk.card_work import CardWork  # noqa: PLC0415 (made when first needed)

        return CardWork(self)

    @cached_property
    def due(self) -> DueReading:
        """Return what is due; the part of `follow_ups` that the first page shows."""
        return DueReading(self)

    @cached_property
    def follow_ups(self) -> "FollowUpWork":
        """Return the acts on follow-ups and promises."""
        from desktop_cs.desk.followup_work import FollowUpWork  # noqa: PLC0415 (made when first needed)

        return FollowUpWork(self, self.casework)

    @cached_property
    def authority(self) -> "AuthorityWork":
        """Return the acts beyond one's authority, and the budget."""
        from desktop_cs.desk.authority_work import AuthorityWork  # noqa: PLC0415 (made when first needed)

        return AuthorityWork(self, self.casework, self.people.manager_by_digits)

    @cached_property
    def gestures(self) -> "GestureWork":
        """Return the catalogue of gestures."""
        from desktop_cs.desk.gesture_work import GestureWork  # noqa: PLC0415 (made when first needed)

        return GestureWork(self)

    @cached_property
    def customers(self) -> "CustomerWork":
        """Return the acts on customers, and the search field's answers."""
        from desktop_cs.desk.customer_work import CustomerWork  # noqa: PLC0415 (made when first needed)

        return CustomerWork(self)

    @cached_property
    def requests(self) -> "RequestWork":
        """Return the acts on what people of the shop ask of each other."""
        from desktop_cs.desk.request_work import RequestWork  # noqa: PLC0415 (made when first needed)

        return RequestWork(self, lambda: self.authority.decide)

    @cached_property
    def second_time(self) -> "SecondTime":
        """Return what a case repeats, as found while it is taken."""
        from desktop_cs.desk.second_time import SecondTime  # noqa: PLC0415 (made when first needed)

        return SecondTime(self, self.casework)

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
        """Return the guide beside each step."""
        from desktop_cs.desk.guide_work import GuideWork  # noqa: PLC0415 (made when first needed)

        return GuideWork(self)

    @cached_property
    def wording(self) -> "WordingWork":
        """Return the wording check of what a customer will read."""
        from desktop_cs.desk.wording_work import WordingWork  # noqa: PLC0415 (made when first needed)

        return WordingWork()

    @cached_property
    def rehearsals(self) -> "RehearsalWork":
        """Return the hard conversations to rehearse."""
        from desktop_cs.desk.rehearsal_work import RehearsalWork  # noqa: PLC0415 (made when first needed)

        return RehearsalWork()

    @cached_property
    def calls(self) -> "ManagerCalls":
        """Return the call for a manager to come to the counter."""
        from desktop_cs.desk.manager_calls import ManagerCalls  # noqa: PLC0415 (made when first needed)

        return ManagerCalls(self)

    @cached_property
    def letter_batches(self) -> "LetterBatches":
        """Return the letters of a day in one go."""
        from desktop_cs.desk.letter_batch import LetterBatches  # noqa: PLC0415 (made when first needed)

        return LetterBatches(self.letters, self.casework)

    @cached_property
    def slips(self) -> "SlipWork":
        """Return what progress slips tell."""
        from desktop_cs.desk.slip_work import SlipWork  # noqa: PLC0415 (made when first needed)

        return SlipWork(self, self.wording)

    def close(self) -> None:
        """Close the storage; the desk cannot be used afterwards."""
        self.storage.close()


def open_desk(
    folder: Path, clock: Clock, *, create: bool = True, secret: str = "", unlocked_by: Unlocking = ASKED
) -> Desk:
    """Open the shop in this data folder, or begin a new one there.

    Args:
        folder: The data folder.
        clock: Tells when things are done.
        create: Whether a new shop is begun where there is none.
        secret: The pass phrase or the code of the recovery sheet, where somebody gave one.
        unlocked_by: What else may open locked records.

    Raises:
        LockedError: The records are locked, and no secret was given.
        UserError: The secret is not the right one; `field` is "secret".
        ShopError: The folder or its database cannot be used; the sentence says why and what to do.
    """
    return Desk(open_storage(folder, clock, create=create, secret=secret, unlocked_by=unlocked_by), clock)
