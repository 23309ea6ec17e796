"""A serial number is the same in capitals and in small letters."""

import pytest

from desktop_cs.cases.serials import same_serial, ways_to_write


@pytest.mark.parametrize("written", ["WT-512a", "wt-512a", "WT-512A"])
def test_capitals_make_no_other_device(written):
    assert same_serial("WT-512A", written)
    assert "WT-512A" in ways_to_write(written)


def test_another_number_is_another_device_and_none_is_no_device():
    assert not same_serial("WT-512", "WT-513")
    assert not same_serial("", "")
