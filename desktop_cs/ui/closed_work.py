"""What is done to the records of a shop while they are closed, all in the same window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_cs.clock import Clock
from desktop_cs.i18n import _

if TYPE_CHECKING:
    from desktop_cs.desk.bringing_back import Brought, Order
    from desktop_cs.desk.key_work import KeyWork, Locking
    from desktop_cs.ui.main_window import MainWindow
    from desktop_cs.ui.safety.locking_view import LockingView
    from desktop_cs.ui.safety.restoring_view import RestoringView
    from desktop_cs.ui.safety.salvaging import Salvaging


class ClosedWork(QObject):
    """Puts a backup in the place of the records, saves what can be read of them, gives them another key.

    Args:
        folder: The data folder.
        clock: Tells when things are done.
        let_go: Closes the records and returns the window without pages; None where a page cannot be left yet.
        parent: The running program.

    Signals:
        over: The records may be opened again; what was typed to open them or "", and the master key or b"".
    """

    over = Signal(str, object)

    def __init__(
        self, folder: Path, clock: Clock, let_go: "Callable[[], MainWindow | None]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._clock = clock
        self._let_go = let_go
        self._busy: RestoringView | Salvaging | LockingView | None = None
        self.brought: Brought | None = None  # what was brought back last, until it is told
        self.was_locked = False  # and whether something was typed that opens it

    def bring_back(self, order: "Order") -> None:
        """Put a backup in the place of the records."""
        from desktop_cs.desk.bringing_back import bring_back  # noqa: PLC0415 (seldom)
        from desktop_cs.ui.safety.restoring_view import RestoringView  # noqa: PLC0415 (as above)

        window = self._let_go()
        if window is None:
            return
        view = self._busy = RestoringView(
            lambda secret, watch: bring_back(self._folder, order, self._clock, secret, watch),
            _("Bringing the shop’s records back"),
            _("The backup is being read, checked and put in its place…"),
        )
        view.done.connect(self._brought_back)
        view.left.connect(self._end)
        window.fill(view)
        view.begin()

    def salvage(self) -> None:
        """Save what can still be read of records that are damaged."""
        from desktop_cs.desk.rescue import Rescue  # noqa: PLC0415 (hardly ever)
        from desktop_cs.ui.safety.salvaging import Salvaging  # noqa: PLC0415 (as above)

        window = self._let_go()
        if window is None:
            return
        salvaging = self._busy = Salvaging(window, Rescue(self._folder, self._clock), self)
        salvaging.bring_back_wanted.connect(self.bring_back)
        salvaging.left.connect(self._end)

    def lock(self, locking: "Locking", keys: "KeyWork") -> bool:
        """Begin to give the records another key; return whether the page could be left for it.

        Args:
            locking: Does it.
            keys: Those of the shop, for its records to be opened again by what opens them then.
        """
        from desktop_cs.ui.safety.locking_view import LockingView  # noqa: PLC0415 (once in the life of a shop)

        window = self._let_go()
        if window is None:
            return False
        view = self._busy = LockingView()
        view.over.connect(lambda: self._end("", keys.master()))
        window.fill(view)
        view.begin(locking)
        return True

    def finish(self) -> None:
        """Wait until what is under way is over, before the program ends."""
        if self._busy is not None:
            self._busy.finish()

    def _brought_back(self, brought: "Brought", secret: str) -> None:
        self.brought, self.was_locked = brought, bool(secret)
        self._end(secret)

    def _end(self, secret: str = "", master: bytes = b"") -> None:
        self._busy = None
        self.over.emit(secret, master)
