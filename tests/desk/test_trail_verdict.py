"""What was found, in words."""

from dataclasses import replace
from datetime import UTC, datetime

from desktop_cs.desk.trail_verdict import verdict_of
from desktop_cs.storage.stores.trail_anchors import CLOSING, Anchor
from desktop_cs.storage.stores.trail_check import FaultKind, Restore, TrailFault, TrailReport
from desktop_cs.storage.stores.trail_reading import Subject
from desktop_cs.storage.stores.trail_rows import ChangedRow
from desktop_cs.storage.uuid7 import uuid7

AT = datetime(2026, 11, 2, 10, tzinfo=UTC)
STICK = Anchor(90, "ab" * 32, AT, "2026-11-02_100000")


def verdict(faults=(), changed=(), cases=None, restores=(), anchors=0):
    """Return the verdict on a trail of 80 entries."""
    report = TrailReport(80, "cd" * 32, tuple(faults), anchors, tuple(restores))
    return verdict_of(report, changed, cases or {}, lambda moment: moment)


def test_one_anchor_is_one_anchor():
    assert verdict(anchors=1).sentence.endswith("it fits 1 anchor.")


def test_every_fault_says_what_and_where():
    faults = [
        TrailFault(FaultKind.CHANGED, 3, 3),
        TrailFault(FaultKind.MISSING, 5, 7),
        TrailFault(FaultKind.CUT, 81, 90, STICK),
        TrailFault(FaultKind.OTHER, 1, 90, STICK),
    ]
    told = verdict(faults)
    assert not told.is_whole
    assert told.details == (
        "Entry 3 is not as it was written, or not in its place.",
        "Taken out: entry 5–7.",
        "The end is missing: 90 entries were noted on 2 Nov 2026, 10:00 (2026-11-02_100000).",
        "This is a different trail from the one noted on 2 Nov 2026, 10:00 (2026-11-02_100000).",
    )


def test_what_was_noted_as_the_program_ended_is_told_in_words():
    [told] = verdict([TrailFault(FaultKind.CUT, 81, 90, replace(STICK, where=CLOSING))]).details
    assert "(on closing)" in told


def test_a_restore_is_told_and_is_no_fault():
    told = verdict(restores=[Restore(9, AT, 8), Restore(20, AT, 15, lost=2)])
    assert told.is_whole
    assert [detail.endswith("That is no fault.") for detail in told.details] == [True, True]
    assert "what was done after it is not here" in told.details[1]


def test_rows_are_told_with_their_case_where_it_is_known():
    case_id = uuid7()
    changed = [
        ChangedRow("promise", uuid7(), case_id),
        ChangedRow("letter", uuid7(), case_id, is_gone=True),
        ChangedRow("shop", uuid7(), None),
        ChangedRow("customer", uuid7(), None, is_gone=True),
    ]
    told = verdict(changed=changed, cases={case_id: Subject(case_number=4)})
    assert told.details == (
        "Case 4: a promise was changed.",
        "Case 4: a letter was taken away.",
        "Changed: the settings.",
        "Gone: a customer.",
    )
