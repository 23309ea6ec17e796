"""What this PC remembers about its window: size, scheme, text size, language, who worked here last."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop_cs.i18n import LANGUAGES
from desktop_cs.ui.paper.printing_choices import PrintingChoices


class Preferences:
    """Kept in a small file beside the data; nothing of a customer is ever in it."""

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.printing = PrintingChoices(self._file)

    @property
    def language(self) -> str:
        """Return the language of the window, "" until one was chosen."""
        language = str(self._file.value("language", ""))
        return language if language in LANGUAGES else ""

    @language.setter
    def language(self, language: str) -> None:
        self._file.setValue("language", language)

    @property
    def scheme(self) -> str:
        """Return "light", "dark" or "system"."""
        scheme = str(self._file.value("scheme", "system"))
        return scheme if scheme in ("light", "dark") else "system"

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._file.setValue("scheme", scheme)

    @property
    def text_size(self) -> float:
        """Return the factor on all type, 0.9 to 1.5."""
        try:
            return min(max(float(str(self._file.value("text_size", "1.0"))), 0.9), 1.5)
        except ValueError:
            return 1.0

    @text_size.setter
    def text_size(self, text_size: float) -> None:
        self._file.setValue("text_size", str(text_size))

    @property
    def person(self) -> str:
        """Return the name of who worked here last, or ""."""
        return str(self._file.value("person", ""))

    @person.setter
    def person(self, name: str) -> None:
        self._file.setValue("person", name)

    @property
    def stays_in_tray(self) -> bool:
        """Return whether closing the window leaves the reminders beside the clock of the desktop."""
        return str(self._file.value("stays_in_tray", "")) == "yes"

    @stays_in_tray.setter
    def stays_in_tray(self, stays: bool) -> None:
        self._file.setValue("stays_in_tray", "yes" if stays else "no")

    @property
    def geometry(self) -> QByteArray:
        """Return where the window stood, empty when it was never open."""
        geometry = self._file.value("geometry", QByteArray())
        return geometry if isinstance(geometry, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._file.setValue("geometry", geometry)

    def told_in_reports(self) -> dict[str, str | int | float | bool]:
        """Return what a report of a fault tells of them: nothing that concerns anybody."""
        return {"language": self.language, "scheme": self.scheme, "text_size": self.text_size}

    def take_look_of(self, other: "Preferences") -> None:
        """Look and speak like another window, at once."""
        self.language, self.scheme, self.text_size = other.language, other.scheme, other.text_size
        self._file.sync()

    def is_put_away(self, offer: str) -> bool:
        """Return whether an offer, such as "practice", was put away on this PC."""
        return str(self._file.value(f"put_away/{offer}", "")) == "yes"

    def put_away(self, offer: str) -> None:
        """Never show this offer again."""
        self._file.setValue(f"put_away/{offer}", "yes")

    def rehearsed_on(self, rehearsal: str) -> date | None:
        """Return the day on which somebody last rehearsed this conversation to its end here, or None."""
        try:
            return date.fromisoformat(str(self._file.value(f"rehearsed/{rehearsal}", "")))
        except ValueError:
            return None

    def note_rehearsed(self, rehearsal: str, day: date) -> None:
        """Note the day of a rehearsal: neither who it was nor how it went."""
        self._file.setValue(f"rehearsed/{rehearsal}", day.isoformat())
