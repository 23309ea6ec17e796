"""Whether the open file still has its name, so that nothing is saved into a file that is gone.

Programs that clean up, synchronise or put a copy back replace files while others have them open: what is
saved afterwards would go into a file without a name, and vanish with the program (safety.md, decision 7).
"""

from pathlib import Path

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _

Mark = tuple[int, int]


def mark_of(path: Path) -> Mark | None:
    """Return what tells a file from every other on this PC, or None where nothing has that name."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class InPlace:
    """The opened file and its log, as they were when they were opened.

    Args:
        path: The database file.
        mark: What told it from others before it was opened; None where it was made since.
    """

    def __init__(self, path: Path, mark: Mark | None = None) -> None:
        self._path = path
        self._log = path.with_name(f"{path.name}-wal")
        self._mark = mark or mark_of(path)

    def check(self) -> None:
        """Make sure that the file is still in its place.

        Raises:
            ShopError: It was moved, deleted or replaced.
        """
        if mark_of(self._path) != self._mark:
            raise ShopError(
                _(
                    "The file of the shop's records was moved or replaced while the program was open. "
                    "Nothing of this was saved; what you typed stays on the page. Close every window of the "
                    "program, see that the right shop.db lies in its folder, and start again."
                )
            )

    def has_log(self) -> bool:
        """Return whether the log that was just written to still has its name."""
        return mark_of(self._log) is not None
