"""What this PC remembers about printing: the printer of each kind of paper, the paper of what is printed."""

from PySide6.QtCore import QSettings


class PrintingChoices:
    """Kept in the file of the window's preferences.

    Args:
        file: Where they are kept.
    """

    def __init__(self, file: QSettings) -> None:
        self._file = file

    def printer(self, paper: str) -> str:
        """Return the printer that was last used for this kind of paper, or ""."""
        return str(self._file.value(f"printer/{paper}", ""))

    def remember_printer(self, paper: str, name: str) -> None:
        """Remember the printer for this kind of paper."""
        self._file.setValue(f"printer/{paper}", name)

    def tray(self, paper: str) -> str:
        """Return the tray that this kind of paper was last taken from, or ""."""
        return str(self._file.value(f"tray/{paper}", ""))

    def remember_tray(self, paper: str, name: str) -> None:
        """Remember the tray in which this kind of paper lies."""
        self._file.setValue(f"tray/{paper}", name)

    def paper(self, printed: str) -> str:
        """Return the paper that was last chosen for what is printed, such as "slip", or ""."""
        return str(self._file.value(f"paper/{printed}", ""))

    def remember_paper(self, printed: str, paper: str) -> None:
        """Remember the paper for what is printed."""
        self._file.setValue(f"paper/{printed}", paper)

    @property
    def first_label(self) -> int:
        """Return the first label that is still on the sheet in this PC's tray, counted from 1."""
        text = str(self._file.value("first_label", "1"))
        return int(text) if text.isdecimal() else 1

    def remember_first_label(self, number: int) -> None:
        """Remember the first label that is still on the sheet."""
        self._file.setValue("first_label", str(number))

    @property
    def shift_mm(self) -> tuple[float, float]:
        """Return how far right and down, in mm, this PC's printer wants writing on preprinted paper."""
        try:
            right, down = (float(str(self._file.value(f"shift/{way}", "0"))) for way in ("right", "down"))
        except ValueError:
            return 0.0, 0.0
        return right, down

    def remember_shift(self, right: float, down: float) -> None:
        """Remember the calibration of this PC's printer, in mm."""
        self._file.setValue("shift/right", str(right))
        self._file.setValue("shift/down", str(down))

    @property
    def is_laser(self) -> bool:
        """Return whether this PC's letters come out of a laser printer."""
        return str(self._file.value("laser", "")) == "yes"

    def remember_laser(self, *, laser: bool) -> None:
        """Remember whether this PC's letters come out of a laser printer."""
        self._file.setValue("laser", "yes" if laser else "no")

    @property
    def paper_colour(self) -> str:
        """Return the colour of the paper that letters are shown on, "" for white."""
        return str(self._file.value("paper_colour", ""))

    def remember_paper_colour(self, name: str) -> None:
        """Remember the colour of the paper that letters are shown on."""
        self._file.setValue("paper_colour", name)
