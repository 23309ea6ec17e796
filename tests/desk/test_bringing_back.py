"""Bringing a backup back: what came, what did not, and in which words."""

from desktop_cs.desk.bringing_back import Order, bring_back
from desktop_cs.desk.casework import Intake


def nobody(_share):
    """Tell nobody how far it is."""


def brought(desk, clock, *lost):
    """Bring back the newest backup of a shop whose cases have two files, after some of them were lost."""
    for number in (1, 2):
        case = desk.casework.take(Intake("Kettle leaks", who="Nina")).value
        desk.attachments.add_content(case, f"%PDF-1.4 bill {number}".encode(), "bill.pdf")
    desk.safety.back_up(nobody)
    folder, (newest,) = desk.storage.folder, desk.safety.here()
    names = desk.storage.attachments.names()
    desk.close()
    for name in (names[place] for place in lost):
        for pool in (folder, newest.folder.parent):
            (pool / "attachments" / name).unlink()
    return bring_back(folder, Order(newest.folder), clock, "", nobody)


def test_where_all_came_there_is_nothing_more_to_say(in_charge, clock):
    done = brought(in_charge, clock)
    assert (done.missing, done.sentence) == (0, "")


def test_a_file_that_nobody_has_is_told_and_the_rest_came(in_charge, clock):
    done = brought(in_charge, clock, 0)
    assert done.missing == 1
    assert done.sentence.startswith("1 picture or file of a case was not with the backup.")


def test_several_are_counted(in_charge, clock):
    assert brought(in_charge, clock, 0, 1).sentence.startswith("2 pictures and files of cases were not")
