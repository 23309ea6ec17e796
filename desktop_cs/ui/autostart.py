"""Starting with the desktop: one small file that it reads when somebody logs in. Knows no Qt.

Source: the XDG Desktop Application Autostart Specification 0.5 and the Desktop Entry Specification 1.5
("The Exec key"); on Windows the folder "Startup" of the person's Start menu.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _

HIDDEN = "--hidden"
_PACKAGE = Path(__file__).resolve().parents[1]
_STARTUP = ("Microsoft", "Windows", "Start Menu", "Programs", "Startup")
_RESERVED = '"`$\\'  # within quotes each needs a backslash.  Source: "The Exec key"


@dataclass(frozen=True, slots=True)
class Autostart:
    """The entry of one data folder, there or not.

    Args:
        file: Where the desktop looks for it.
        text: What it has to hold.
    """

    file: Path
    text: str

    @property
    def is_on(self) -> bool:
        """Return whether this very entry is there; one that was switched off elsewhere is not."""
        try:
            return self.file.read_bytes() == self.text.encode()
        except OSError:
            return False

    def turn(self, *, on: bool) -> None:
        """Write the entry, or take it away.

        Raises:
            ShopError: The file cannot be written; nothing was changed.
        """
        try:
            if on:
                self.file.parent.mkdir(parents=True, exist_ok=True)
                self.file.write_bytes(self.text.encode())
            else:
                self.file.unlink(missing_ok=True)
        except OSError as error:
            told = _(
                "Starting with this PC could not be changed: the folder of the desktop cannot be written."
            )
            raise ShopError(told, str(error)) from error


def autostart(
    data: Path, system: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> Autostart | None:
    """Return the entry that opens this data folder, None on systems for which none is known.

    Args:
        data: The data folder.
        system: As `sys.platform` names it.
        environment: Says where the person's own folders lie.
    """
    command = [*program(system), "--data", str(data.absolute()), HIDDEN]
    if system.startswith("linux"):
        config = environment.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
        return Autostart(Path(config) / "autostart" / "desktop-cs.desktop", desktop_entry(command))
    if system == "win32" and environment.get("APPDATA"):
        folder = Path(environment["APPDATA"]).joinpath(*_STARTUP)
        return Autostart(folder / "Desktop CS.cmd", batch_file(command))
    return None


def program(system: str = sys.platform) -> list[str]:
    """Return the words that start the program, as it runs now."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    python = Path(sys.executable)
    without_console = python.with_name("pythonw.exe")
    silent = system == "win32" and without_console.exists()
    return [str(without_console if silent else python), "-m", _PACKAGE.name]


def desktop_entry(command: Sequence[str]) -> str:
    """Return the text of an entry for Linux desktops that runs this command."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Desktop CS",
        f"Exec={_escaped(' '.join(map(_quoted, command)))}",
        f"Path={_escaped(str(_PACKAGE.parent))}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join(lines) + "\n"


def batch_file(command: Sequence[str]) -> str:
    """Return the text of a batch file for Windows that runs this command and leaves no window behind."""
    words = " ".join(f'"{word.replace("%", "%%")}"' for word in command)
    folder = str(_PACKAGE.parent).replace("%", "%%")
    return "\r\n".join(("@echo off", "chcp 65001 >nul", f'start "" /d "{folder}" {words}', ""))


def _quoted(word: str) -> str:
    marked = "".join(f"\\{sign}" if sign in _RESERVED else sign for sign in word)
    return f'"{marked.replace("%", "%%")}"'


def _escaped(text: str) -> str:
    """Return a value as the file holds it: there a backslash is written as two."""
    return text.replace("\\", "\\\\")
