"""Records that do not open: the newest backup is offered, or another, or what can still be read."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from desktop_cs.desk.kept import kept_in
from desktop_cs.desk.rescue import Rescue
from desktop_cs.desk.second_place import FOLDER
from desktop_cs.errors import DamagedError, ShopError
from desktop_cs.storage.copying.manifest import read_backup, write_manifest
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.failed_start import FailedStart

PATIENCE_MS = 20_000
DAMAGED = DamagedError("The records are damaged. Nothing was changed.", "page 7")


def nobody(_share):
    """Tell nobody how far it is."""


@pytest.fixture
def failed(qtbot, shop):
    """Return a function that shows a failed start of the shop."""

    def shown(refusal=DAMAGED):
        made = FailedStart(refusal, Rescue(shop.storage.folder, shop.clock))
        qtbot.addWidget(made)
        made.show()
        return made

    return shown


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_newest_whole_backup_is_offered_with_what_is_not_in_it(qtbot, shop, taken, failed):
    shop.safety.back_up(nobody)
    (kept,) = shop.safety.here()
    made = failed()
    qtbot.waitUntil(made.offer.bring.isVisible, timeout=PATIENCE_MS)
    assert "1 case · 1 customer" in said(made)
    assert "What was written after that is not in it." in said(made)
    with qtbot.waitSignal(made.bring_back_wanted) as wanted:
        made.offer.bring.click()
    assert wanted.args[0].backup == kept.folder
    assert not wanted.args[0].other_shop


def test_without_a_backup_here_one_on_a_stick_can_be_chosen(
    qtbot, shop, taken, failed, tmp_path, monkeypatch
):
    stick = tmp_path / "stick"
    (stick / FOLDER).mkdir(parents=True)
    shop.safety.save_to(stick / FOLDER, nobody)
    made = failed()
    qtbot.waitUntil(lambda: "No whole backup was found" in said(made), timeout=PATIENCE_MS)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_about: str(stick))
    made.offer.other.click()
    qtbot.waitUntil(made.offer.bring.isVisible, timeout=PATIENCE_MS)
    assert "look at the name of the shop" in said(made)  # nothing here tells whose it is
    with qtbot.waitSignal(made.bring_back_wanted) as wanted:
        made.offer.bring.click()
    assert wanted.args[0].backup.is_relative_to(stick)


def test_the_backup_of_another_shop_on_a_stick_is_named_and_the_own_one_stays_on_offer(
    qtbot, shop, taken, failed, tmp_path, monkeypatch
):
    shop.safety.back_up(nobody)
    shop.safety.save_to(tmp_path / "stick", nobody)
    (theirs,) = (read_backup(one.folder) for one in kept_in(tmp_path / "stick"))
    write_manifest(replace(theirs, shop_id=uuid7()))
    made = failed()
    qtbot.waitUntil(made.offer.bring.isVisible, timeout=PATIENCE_MS)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_about: str(tmp_path / "stick"))
    made.offer.other.click()
    qtbot.waitUntil(lambda: "another shop" in said(made), timeout=PATIENCE_MS)
    with qtbot.waitSignal(made.bring_back_wanted) as wanted:
        made.offer.bring.click()
    assert wanted.args[0].backup == shop.safety.here()[0].folder


def test_what_can_still_be_read_is_asked_for_and_nothing_is_ever_deleted(qtbot, failed):
    made = failed()
    with qtbot.waitSignal(made.salvage_wanted):
        made.offer.salvage.click()
    words = " ".join(button.text() for button in made.findChildren(QPushButton)).lower()
    assert "delete" not in words
    assert "remove" not in words
    made.finish()


def test_a_person_reads_what_to_press_and_support_reads_the_rest(failed):
    made = failed()
    assert "The records on the disk are damaged" in said(made)
    assert "page 7" not in said(made)
    fold = next(one for one in made.findChildren(QPushButton) if one.text() == "Details for support")
    fold.click()
    assert "The records are damaged. Nothing was changed.\npage 7" in said(made)
    made.finish()


def test_a_folder_without_rights_offers_no_backup(failed):
    made = failed(ShopError("The folder does not allow writing."))
    assert made.offer is None
    assert made.try_again.isVisible()
