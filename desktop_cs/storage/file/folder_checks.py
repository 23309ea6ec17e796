"""What kind of place a folder is: this PC's own disk, a network, a cloud program's folder, memory.

Source of the rule: safety.md, decision 7: on a network file system the engine's locks and its log cannot be
trusted; a program that synchronises folders copies the file and its log at different moments.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop_cs.errors import ShopError
from desktop_cs.i18n import N_, _

# Source: fs/*/super.c of Linux, mount(8) of macOS, and the names that FUSE file systems give themselves.
_NETWORK = frozenset(
    (
        "9p",
        "afpfs",
        "afs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "gfs2",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "prl_fs",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
        "vmhgfs",
        "webdav",
    )
)
_IN_MEMORY = frozenset(("tmpfs", "ramfs"))
# Folders and files that such programs make, by the names under which their makers document them.
_CLOUD_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud drive",
    "iclouddrive",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "yandex.disk",
    "yandexdisk",
    "baidusyncdisk",
    "nutstore",
    "坚果云",
    "pcloud",
    "mega",
)
_CLOUD_MARKS = (".dropbox", ".dropbox.cache", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log")
_DRIVE_REMOTE = 4  # GetDriveTypeW of Windows
_ESCAPED = re.compile(r"\\(\d{3})")  # blanks and a few other signs in the places of mounts
_LEAST_FREE_BYTES = 200 * 2**20  # room for some days of work and a copy of a small shop

_WARNINGS = {
    "cloud": N_(
        "The shop's records lie in a folder that a cloud program keeps in step. It may copy them while they "
        "are being written, and put an old one back. Move them to a folder of this PC alone."
    ),
    "memory": N_(
        "The shop's records lie in the memory of this PC, not on its disk: they are gone when it is switched "
        "off. Move them to a folder on the disk."
    ),
    "full": N_("The disk of the shop's records is nearly full. Make room, so that saving goes on."),
}


@dataclass(frozen=True, slots=True)
class FolderWarning:
    """What is unsafe about a folder: `kind` is cloud, memory or full; `sentence` says what to do."""

    kind: str
    sentence: str


def refuse_network(folder: Path) -> None:
    """Make sure that the records do not lie on a network.

    Raises:
        ShopError: They do.
    """
    kind = file_system_of(folder)
    if kind in _NETWORK:
        sentence = _(
            "The folder “{folder}” lies on a network, where two PCs can spoil each other's records. Nothing "
            "was opened or changed. Choose a folder on this PC; the network is a good second place for "
            "backups."
        )
        raise ShopError(sentence.format(folder=folder), kind)


def folder_warnings(folder: Path) -> list[FolderWarning]:
    """Return what is unsafe about the place of the records, the worst first."""
    kinds = [
        ("memory", file_system_of(folder) in _IN_MEMORY),
        ("cloud", is_in_cloud(folder)),
        ("full", _free_bytes(folder) < _LEAST_FREE_BYTES),
    ]
    return [FolderWarning(kind, _(_WARNINGS[kind])) for kind, found in kinds if found]


def is_in_cloud(folder: Path) -> bool:
    """Return whether a folder is one that a cloud program keeps in step, or lies within one."""
    resolved = folder.resolve()
    here = (resolved, *resolved.parents)
    if any(_is_cloud_name(one.name) for one in here):
        return True
    roots = [
        Path(root).resolve() for name in ("OneDrive", "OneDriveCommercial") if (root := os.environ.get(name))
    ]
    return any(root in here for root in roots) or any(
        (one / mark).exists() for one in here for mark in _CLOUD_MARKS
    )


def file_system_of(folder: Path) -> str:
    """Return what the system calls the file system of a folder, such as "ext4" or "nfs"; "" where unknown."""
    resolved = _first_there(folder.absolute()).resolve()
    try:
        if sys.platform == "win32":
            return _of_windows(resolved)
        if sys.platform == "darwin":
            mounts = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=True).stdout
            return _of_mounts(resolved, _mac_mounts(mounts.splitlines()))
        with Path("/proc/self/mountinfo").open(encoding="utf-8", errors="surrogateescape") as file:
            return _of_mounts(resolved, _linux_mounts(file))
    except (OSError, subprocess.SubprocessError):
        return ""


def _linux_mounts(lines: Iterable[str]) -> list[tuple[str, str]]:
    """Return where each file system is mounted and what it is.  Source: proc_pid_mountinfo(5)."""
    found = []
    for line in lines:
        before, _dash, after = line.partition(" - ")
        place = _ESCAPED.sub(lambda sign: chr(int(sign[1], 8)), before.split(" ")[4])
        found.append((place, after.split(" ")[0]))
    return found


def _mac_mounts(lines: Iterable[str]) -> list[tuple[str, str]]:
    found = []
    for line in lines:
        before, _bracket, after = line.rpartition(" (")
        found.append((before.partition(" on ")[2], after.split(",")[0].rstrip(")")))
    return found


def _of_mounts(folder: Path, mounts: list[tuple[str, str]]) -> str:
    """Return what is mounted nearest above the folder; of two at one place the later lies on top."""
    inside = [(len(Path(place).parts), kind) for place, kind in mounts if folder.is_relative_to(place)]
    return max(reversed(inside), key=lambda one: one[0])[1] if inside else ""


def _of_windows(folder: Path) -> str:
    if str(folder).startswith("\\\\"):
        return "smb3"
    import ctypes  # noqa: PLC0415 (Windows alone)

    drive = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)  # type: ignore[attr-defined,unused-ignore]  # Windows alone
    return "smb3" if drive == _DRIVE_REMOTE else ""


def _is_cloud_name(name: str) -> bool:
    plain = name.casefold()
    return any(plain == one or plain.startswith((f"{one} - ", f"{one} (")) for one in _CLOUD_FOLDERS)


def _first_there(folder: Path) -> Path:
    """Return the folder, or the nearest above it that exists."""
    return next((one for one in (folder, *folder.parents) if one.exists()), folder)


def _free_bytes(folder: Path) -> int:
    try:
        return shutil.disk_usage(_first_there(folder.absolute())).free
    except OSError:
        return _LEAST_FREE_BYTES
