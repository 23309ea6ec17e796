"""Places that are not safe for the records are told, and a network is refused."""

from collections import namedtuple
from pathlib import Path

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.file import folder_checks
from desktop_cs.storage.file.folder_checks import (
    file_system_of,
    folder_warnings,
    is_in_cloud,
    refuse_network,
)
from desktop_cs.storage.opening import open_storage

MOUNTS = [
    "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n",
    "40 22 0:45 / /srv/share rw,relatime shared:5 master:2 - cifs //server/share rw,vers=3.1.1\n",
    "41 22 0:46 / /srv/two\\040words rw - nfs4 server:/export rw\n",
    "42 22 0:47 / /srv/share rw - ext4 /dev/sdb1 rw\n",
    "43 22 0:48 / /data/lena/server rw - fuse.sshfs lena@server: rw\n",
]
MAC_MOUNTS = [
    "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)",
    "//lena@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by lena)",
]


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/data/lena/shop", "ext4"),
        ("/data/lena/server/shop", "fuse.sshfs"),
        ("/srv/two words/shop", "nfs4"),
        ("/srv/two", "ext4"),
        ("/srv/share/shop", "ext4"),  # what was mounted later lies on top
    ],
)
def test_the_nearest_mount_above_a_folder_says_what_it_is(folder, kind):
    assert folder_checks._of_mounts(Path(folder), folder_checks._linux_mounts(MOUNTS)) == kind


def test_the_mounts_of_a_mac_are_read_too():
    mounts = folder_checks._mac_mounts(MAC_MOUNTS)
    assert folder_checks._of_mounts(Path("/Volumes/share/shop"), mounts) == "smbfs"
    assert folder_checks._of_mounts(Path("/Library/lena"), mounts) == "apfs"


def test_the_disk_of_this_machine_is_known_also_for_a_folder_that_is_not_there_yet(tmp_path):
    assert file_system_of(tmp_path) != ""
    assert file_system_of(tmp_path / "not" / "yet") == file_system_of(tmp_path)


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p"])
def test_a_folder_on_a_network_is_refused_before_anything_is_made_in_it(folder, clock, monkeypatch, kind):
    monkeypatch.setattr(folder_checks, "file_system_of", lambda _folder: kind)
    with pytest.raises(ShopError, match="lies on a network") as refusal:
        open_storage(folder, clock)
    assert refusal.value.details == kind
    assert not folder.exists()


def test_a_folder_of_this_pc_is_not_refused(tmp_path, monkeypatch):
    for kind in ("ext4", "ntfs", "apfs", "vfat", "btrfs", ""):
        monkeypatch.setattr(folder_checks, "file_system_of", lambda _folder, kind=kind: kind)
        refuse_network(tmp_path)


@pytest.mark.parametrize(
    "name", ["Dropbox", "OneDrive - Corner Shop", "Dropbox (Personal)", "Nextcloud", "坚果云", "Yandex.Disk"]
)
def test_the_folder_of_a_cloud_program_is_known_by_its_name(tmp_path, name):
    folder = tmp_path / name / "shop"
    assert is_in_cloud(folder)
    assert [one.kind for one in folder_warnings(folder) if one.kind == "cloud"] == ["cloud"]


@pytest.mark.parametrize("name", ["Megastore", "Boxes", "dropbox_invoices", "My shop"])
def test_other_folders_are_not_taken_for_one(tmp_path, name):
    assert not is_in_cloud(tmp_path / name)


def test_a_cloud_folder_of_any_name_is_known_by_its_marks_and_by_what_the_system_says(tmp_path, monkeypatch):
    marked, named = tmp_path / "marked", tmp_path / "named"
    (marked / "shop").mkdir(parents=True)
    (marked / ".stfolder").mkdir()
    assert is_in_cloud(marked / "shop")
    monkeypatch.setenv("OneDrive", str(named))
    assert is_in_cloud(named / "shop")
    monkeypatch.setenv("OneDrive", "")
    assert not is_in_cloud(named / "shop")


def test_a_nearly_full_disk_and_one_in_memory_are_told(tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")(2**40, 2**40 - 2**20, 2**20)
    monkeypatch.setattr(folder_checks.shutil, "disk_usage", lambda _folder: usage)
    monkeypatch.setattr(folder_checks, "file_system_of", lambda _folder: "tmpfs")
    assert [one.kind for one in folder_warnings(tmp_path)] == ["memory", "full"]
    assert "nearly full" in folder_warnings(tmp_path)[1].sentence
