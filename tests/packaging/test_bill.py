"""What the program is made of is written down, and fits together."""

import json
import re
import subprocess
import sys

import bill
import pytest

FREE_TO_SHIP = re.compile(r"MIT|BSD|Apache|Zlib|PSF|CC0|LGPL")  # one of them suffices where there is a choice


def test_the_bill_and_the_table_are_what_the_lock_says():
    assert bill.main(["--check"]) == 0, "run python packaging/bill.py in the environment of the tests"


def test_every_locked_library_is_in_the_bill_with_its_licence(root):
    told = json.loads(bill.BILL.read_text(encoding="utf-8"))
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    found = {f"{one['name']}=={one['version']}" for one in told["components"] if one["licenses"]}
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    assert found == set(re.findall(r"^[\w.-]+==[\w.]+", lock, re.MULTILINE))


def test_the_program_itself_needs_no_library_that_may_not_be_passed_on():
    shipped = [one for one in bill.libraries() if one.shipped]
    assert {"peewee", "reportlab", "sqlcipher3", "cffi"} <= {one.name for one in shipped}
    assert [one for one in shipped if not FREE_TO_SHIP.search(one.licence)] == []


def test_a_library_whose_licence_nobody_knows_stops_the_bill(monkeypatch):
    monkeypatch.setattr(bill, "_told_licences", dict)
    with pytest.raises(SystemExit, match=r"licence of .* is not known"):
        bill.libraries()


def test_the_files_tell_nothing_of_the_day_or_the_machine():
    assert bill.bill(bill.libraries()) == bill.bill(bill.libraries())
    text = bill.BILL.read_text(encoding="utf-8")
    assert "timestamp" not in text
    assert "serialNumber" not in text


def test_all_that_is_installed_fits_together():
    checked = subprocess.run(
        [sys.executable, "-m", "pip", "check"], capture_output=True, text=True, check=False
    )
    ours = {one.name for one in bill.libraries()}
    wrong = [line for line in checked.stdout.splitlines() if line.split(" ")[0].lower() in ours]
    assert wrong == []
    assert checked.stdout, "pip said nothing at all"
