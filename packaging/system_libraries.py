"""The libraries of a Linux system that Qt needs: which are missing, and how to get them."""

import ctypes
import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from ground import Say, SetupError, run_quietly

_APT = ("apt-get", "-o", "DPkg::Lock::Timeout=120")


class Library(NamedTuple):
    """A shared library that the PySide6 wheel expects from the system."""

    soname: str
    package: str
    for_screen: bool = False


# Source: `readelf -d` (NEEDED) on the Qt libraries and platform plugins of PySide6-Essentials 6.11.3,
# less what the wheel brings along; the packages are Debian's (bookworm).
LIBRARIES = (
    Library("libEGL.so.1", "libegl1"),
    Library("libGL.so.1", "libgl1"),
    Library("libX11.so.6", "libx11-6"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libfreetype.so.6", "libfreetype6"),
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libX11-xcb.so.1", "libx11-xcb1", for_screen=True),
    Library("libcups.so.2", "libcups2", for_screen=True),
    Library("libwayland-client.so.0", "libwayland-client0", for_screen=True),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", for_screen=True),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", for_screen=True),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", for_screen=True),
    Library("libxcb-image.so.0", "libxcb-image0", for_screen=True),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", for_screen=True),
    Library("libxcb-randr.so.0", "libxcb-randr0", for_screen=True),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", for_screen=True),
    Library("libxcb-shape.so.0", "libxcb-shape0", for_screen=True),
    Library("libxcb-shm.so.0", "libxcb-shm0", for_screen=True),
    Library("libxcb-sync.so.1", "libxcb-sync1", for_screen=True),
    Library("libxcb-util.so.1", "libxcb-util1", for_screen=True),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", for_screen=True),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", for_screen=True),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", for_screen=True),
)
CHINESE_FONTS = "fonts-noto-cjk"
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_CHINESE_FILES = ("*CJK*", "*SourceHan*", "wqy*", "uming*", "ukai*", "DroidSansFallback*")


def check_system(say: Say, *, screen: bool, libraries: Sequence[Library] = LIBRARIES) -> None:
    """Get the system libraries that Qt needs, and a font for Chinese.

    Raises:
        SetupError: A library is missing that Qt cannot start without, and could not be installed from here.
    """
    needed = [library for library in libraries if screen or not library.for_screen]
    missing = [library for library in needed if not can_load(library.soname)]
    fonts = [] if has_chinese_font() else [CHINESE_FONTS]
    if missing:
        names = ", ".join(library.soname for library in missing)
        packages = [library.package for library in missing] + fonts
        get_packages(packages, f"Qt needs system libraries that are not here: {names}.", say)
        still = [library.soname for library in missing if not can_load(library.soname)]
        if still:
            raise SetupError(
                f"These system libraries were installed and cannot be loaded: {', '.join(still)}."
            )
    elif fonts and screen:
        say(
            f"No font for Chinese found, so it may show as boxes. To get one: apt-get install {CHINESE_FONTS}"
        )


def can_load(soname: str) -> bool:
    """Say whether the system has this shared library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_chinese_font(folders: Iterable[str] = _FONT_FOLDERS) -> bool:
    """Say whether one of the usual fonts with Chinese characters lies in the usual folders."""
    places = [Path(folder).expanduser() for folder in folders]
    return any(next(place.rglob(name), None) for place in places if place.is_dir() for name in _CHINESE_FILES)


def get_packages(packages: list[str], why: str, say: Say) -> None:
    """Install Debian packages where this may be done, else say what to type and stop.

    Args:
        packages: Their Debian names.
        why: The sentence that says what is missing.
        say: Takes each line of progress.

    Raises:
        SetupError: There is no apt-get, no right to use it, or it failed.
    """
    if shutil.which("apt-get") is None:
        raise SetupError(f"{why} Install them with your system's own package tool, then start this again.")
    if os.geteuid() != 0:
        raise SetupError(
            f"{why} Type this line, then start again:\n  sudo apt-get install -y {' '.join(packages)}"
        )
    say(f"{why} Installing: {' '.join(packages)}")
    install = [*_APT, "install", "-y", "--no-install-recommends", *packages]
    for command in (install, [*_APT, "update"], install):  # the list of packages may be absent or old
        done = run_quietly(command, os.environ | {"DEBIAN_FRONTEND": "noninteractive"})
        if command is install and done.returncode == 0:
            return
    raise SetupError(f"{why} apt-get could not install them and said:\n{done.stdout}")
