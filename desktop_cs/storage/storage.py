"""The opened records of a shop: its stores, and what concerns the file as a whole."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_cs.clock import Clock
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.finding.search import Search
from desktop_cs.storage.finding.search_index import SearchIndex
from desktop_cs.storage.safe_storage import SafeStorage
from desktop_cs.storage.stores.case_store import CaseStore
from desktop_cs.storage.stores.customer_store import CustomerStore
from desktop_cs.storage.stores.due_stores import FollowUpStore, PromiseStore
from desktop_cs.storage.stores.shop_store import ShopStore
from desktop_cs.storage.stores.trail import Trail

if TYPE_CHECKING:
    from desktop_cs.storage.erasing.erasing import Erasing
    from desktop_cs.storage.erasing.holdings import HoldingFacts
    from desktop_cs.storage.stores.card_store import CardStore
    from desktop_cs.storage.stores.gesture_store import GestureStore
    from desktop_cs.storage.stores.given_facts import GivenFacts
    from desktop_cs.storage.stores.guide_store import GuideStore
    from desktop_cs.storage.stores.hand_store import HandStore
    from desktop_cs.storage.stores.letter_store import LetterStore
    from desktop_cs.storage.stores.log_facts import LogFacts
    from desktop_cs.storage.stores.month_facts import MonthFacts
    from desktop_cs.storage.stores.request_store import RequestStore
    from desktop_cs.storage.stores.trail_reading import TrailReading
    from desktop_cs.storage.stores.waiting_facts import WaitingFacts


class Storage(SafeStorage):
    """The records of one folder. Any thread may use it and should call `release` when it ends.

    Args:
        folder: The data folder.
        database: Its opened file, at the newest version.
        clock: Tells when things are done.
    """

    def __init__(self, folder: Path, database: CipherDatabase, clock: Clock) -> None:
        super().__init__(folder, database, ShopFile(database, clock, UUID(bytes=_shop_id(database))))
        file = self._file
        self.trail = trail = Trail(file)
        self._index = index = SearchIndex(file)
        self.cases = CaseStore(file, trail, index)
        self.customers = CustomerStore(file, trail, index)
        self.follow_ups = FollowUpStore(file, trail)
        self.promises = PromiseStore(file, trail)
        self.shop = ShopStore(file, trail)
        self.search = Search(self.cases)

    @cached_property
    def letters(self) -> "LetterStore":
        """The letters of cases."""
        from desktop_cs.storage.stores.letter_store import LetterStore  # noqa: PLC0415 (a start must not wait for it)

        return LetterStore(self._file, self.trail)

    @cached_property
    def erasing(self) -> "Erasing":
        """The erasing of people, and the list of what was erased."""
        from desktop_cs.storage.erasing.eraser import Eraser  # noqa: PLC0415 (a start must not wait for it)
        from desktop_cs.storage.erasing.erasing import Erasing  # noqa: PLC0415 (as above)

        eraser = Eraser(self._file, self.trail, self._index, lambda: self.attachments)
        return Erasing(self.folder, self._file, eraser)

    @cached_property
    def holdings(self) -> "HoldingFacts":
        """What there is about a person, and what is past its time."""
        from desktop_cs.storage.erasing.holdings import HoldingFacts  # noqa: PLC0415 (a start must not wait for it)

        return HoldingFacts(self._file)

    @cached_property
    def hands(self) -> "HandStore":
        """The hands and signatures that people wrote themselves."""
        from desktop_cs.storage.stores.hand_store import HandStore  # noqa: PLC0415 (a start must not wait for it)

        return HandStore(self._file, self.trail)

    @cached_property
    def month_facts(self) -> "MonthFacts":
        """The counting of a month."""
        from desktop_cs.storage.stores.month_facts import MonthFacts  # noqa: PLC0415 (a start must not wait for it)

        return MonthFacts(self._file)

    @cached_property
    def requests(self) -> "RequestStore":
        """What people ask of each other about cases."""
        from desktop_cs.storage.stores.request_store import RequestStore  # noqa: PLC0415 (a start must not wait for it)

        return RequestStore(self._file, self.trail)

    @cached_property
    def gestures(self) -> "GestureStore":
        """The catalogue of gestures, and the months' revenue."""
        from desktop_cs.storage.stores.gesture_store import GestureStore  # noqa: PLC0415 (a start must not wait for it)

        return GestureStore(self._file, self.trail)

    @cached_property
    def given(self) -> "GivenFacts":
        """What was given in past cases."""
        from desktop_cs.storage.stores.given_facts import GivenFacts  # noqa: PLC0415 (a start must not wait for it)

        return GivenFacts(self._file)

    @cached_property
    def guides(self) -> "GuideStore":
        """The manager's own words in the guide."""
        from desktop_cs.storage.stores.guide_store import GuideStore  # noqa: PLC0415 (a start must not wait for it)

        return GuideStore(self._file, self.trail)

    @cached_property
    def cards(self) -> "CardStore":
        """The handle-with-care cards, and who read them."""
        from desktop_cs.storage.stores.card_store import CardStore  # noqa: PLC0415 (a start must not wait for it)

        return CardStore(self._file, self.trail)

    @cached_property
    def waiting(self) -> "WaitingFacts":
        """Who waits to hear from us."""
        from desktop_cs.storage.stores.waiting_facts import WaitingFacts  # noqa: PLC0415 (a start must not wait for it)

        return WaitingFacts(self._file)

    @cached_property
    def logs(self) -> "LogFacts":
        """Which cases are not written down yet."""
        from desktop_cs.storage.stores.log_facts import LogFacts  # noqa: PLC0415 (a start must not wait for it)

        return LogFacts(self._file)

    @cached_property
    def trail_reading(self) -> "TrailReading":
        """The trail in windows."""
        from desktop_cs.storage.stores.trail_reading import TrailReading  # noqa: PLC0415 (a start must not wait for it)

        return TrailReading(self._file)

    @property
    def is_practice(self) -> bool:
        """Return whether this is a practice shop, whose cases are invented."""
        return self.shop.settings().is_practice

    def transaction(self, by: UUID | None = None) -> AbstractContextManager[None]:
        """Return a context that keeps all that is written inside it, or nothing of it. Every write needs one.

        Args:
            by: Who acts, for the trail.
        """
        return self._file.transaction(by)

    def check(self, *, full: bool = True, progress: Callable[[float], None] | None = None) -> list[str]:
        """Return what is wrong with the records; nothing when they are sound. Reads the whole file.

        Args:
            full: Whether rows, search, trail and the files of cases are looked at, too.
            progress: Is told the share that is done, 0 to 1; may raise to stop.
        """
        from desktop_cs.storage.copying.checking import problems_in  # noqa: PLC0415 (not needed at start)

        return problems_in(self, full=full, progress=progress)

    def open_again(self) -> None:
        """Open the file anew and read from it, as after the PC slept.

        Raises:
            ShopError: It is not in its place any more, or cannot be read.
        """
        self._file.open_again()

    def release(self) -> None:
        """Close this thread's connection; the next use opens a new one."""
        self._file.release()

    def close(self) -> None:
        """Close the records, for all threads."""
        self._file.close()


def _shop_id(database: CipherDatabase) -> bytes:
    shop_id: bytes = database.run("SELECT id FROM shop ORDER BY id LIMIT 1").fetchone()[0]
    return shop_id
