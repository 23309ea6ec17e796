"""The trail at the desk: in words, filtered, verified, compared."""

from datetime import date, timedelta

import pypdfium2
import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.desk.allowed import NotAllowedError
from desktop_cs.desk.trail_work import Wanted
from desktop_cs.errors import UserError
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.stores.trail_anchors import ANCHORS_FILE


@pytest.fixture
def shop(in_charge, take):
    """Return a desk with two cases, the manager at it."""
    for who in ("Mrs Stone", "Mr Hill"):
        take(who=who)
    return in_charge


def spoil(desk, sql):
    desk.storage._database.run("PRAGMA foreign_keys = OFF")
    desk.storage._database.run(sql)


def test_lines_say_in_words_who_did_what_to_which_case(shop):
    lines = shop.trail.lines(None, 100)
    assert [line.place for line in lines] == list(range(len(lines), 0, -1))
    taken = next(line for line in lines if line.what == "case.opened" and line.case_number == 2)
    assert (taken.who, taken.deed, taken.about) == ("Grace Okafor", "Took the case", "Case 2")
    assert {line.deed for line in lines} >= {"Changed the settings", "Changed who works here"}


def test_the_questions_that_were_answered_are_named(shop):
    story = shop.casework.numbered(1)
    shop.casework.steps.save_answers(story, Step.REVIEW, {"serial": "77"}, "serial")
    line = next(line for line in shop.trail.lines(None, 100) if line.what == "review.saved")
    assert line.fields
    assert "77" not in line.fields


def test_lines_come_in_windows(shop):
    whole = shop.trail.lines(None, 100)
    first = shop.trail.lines(None, 3)
    assert first + shop.trail.lines(first[-1].place, 100) == whole


def test_lines_of_a_person_of_a_day_and_of_a_case(shop, take, staff, clock):
    today = date(2026, 11, 2)
    clock.moment += timedelta(days=1)
    take(who="Ms Late")
    whole = shop.trail.lines(None, 100)
    later = shop.trail.lines(None, 100, Wanted(day=today + timedelta(days=1)))
    assert {line.case_number for line in later} == {3, None}
    assert {line.at.date() for line in shop.trail.lines(None, 100, Wanted(day=today))} == {today}
    assert len(shop.trail.lines(None, 100, Wanted(day=today))) + len(later) == len(whole)
    assert {line.who for line in shop.trail.lines(None, 100, Wanted(by=staff[0].id))} == {"Grace Okafor"}
    assert shop.trail.lines(None, 100, Wanted(by=staff[1].id)) == []
    both = shop.trail.lines(None, 100, Wanted(by=staff[0].id, day=today, case_number=2))
    assert {line.case_number for line in both} == {2}
    with pytest.raises(UserError, match="no case 9"):
        shop.trail.lines(None, 100, Wanted(case_number=9))


@pytest.mark.parametrize(
    "act",
    [
        lambda trail: trail.lines(None, 1),
        lambda trail: trail.verify(),
        lambda trail: trail.compare("1"),
        lambda trail: trail.people(),
    ],
)
def test_only_managers_read_it(desk, act):
    with pytest.raises(NotAllowedError, match="Only a manager reads who did what"):
        act(desk.trail)


def test_a_whole_trail_is_told_in_one_sentence_with_its_anchors(shop):
    assert shop.trail.verify().sentence.startswith("The trail is whole: all ")
    back_up(shop.storage)
    assert shop.trail.leave_anchor()
    told = []
    verdict = shop.trail.verify(told.append)
    assert verdict.is_whole
    assert verdict.sentence.endswith("it fits 2 anchors.")
    assert told == sorted(told)
    assert 0.9 < told[-1] <= 1


def test_what_was_changed_outside_is_told_with_its_case(shop):
    spoil(shop, "UPDATE recovery_case SET one_line = 'x' WHERE number = 2")
    verdict = shop.trail.verify()
    assert not verdict.is_whole
    assert verdict.sentence == "The trail is whole, but records were changed outside of this program."
    assert verdict.details == ("Case 2: the case itself was changed.",)


def test_a_cut_trail_is_told_with_the_anchor_that_knows(shop):
    shop.trail.leave_anchor()
    count = shop.trail.anchor()[0]
    spoil(shop, f"DELETE FROM trail WHERE place > {count - 2}")
    verdict = shop.trail.verify()
    assert verdict.sentence.startswith("The trail is not whole")
    assert any(f"{count} entries were noted" in detail for detail in verdict.details)


def test_many_faults_are_counted(shop):
    with shop.storage.transaction():
        for _turn in range(20):
            shop.storage.trail.note("guide.edited", shop.storage.shop_id)
    spoil(shop, "UPDATE trail SET fields = 'x' WHERE place % 2 = 1")
    verdict = shop.trail.verify()
    assert len(verdict.details) == 7
    assert verdict.details[-1].endswith("more of the same.")


def test_a_typed_anchor_is_compared(shop, take):
    count, groups = shop.trail.anchor()
    take(who="Ms Late")
    assert shop.trail.compare(f"{count} · {groups}")[0]
    wrong = groups[:-1] + str((int(groups[-1]) + 1) % 10)
    assert shop.trail.compare(f"{count} {wrong}") == (False, shop.trail.compare(f"{count} {wrong}")[1])
    assert "only" in shop.trail.compare(f"{count + 99} {groups}")[1]
    with pytest.raises(UserError, match="eight groups"):
        shop.trail.compare("12 3456")


def test_anchors_in_the_folder_hold_no_words_of_anybody(shop):
    shop.trail.leave_anchor()
    text = (shop.storage.folder / ANCHORS_FILE).read_text()
    assert "Stone" not in text
    assert "Grace" not in text


def printed(pdf):
    """Return the text of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


def test_what_stands_on_the_month_and_on_the_slip_fits_the_trail_later(shop, take):
    line = shop.trail.anchor_line()
    month = printed(shop.months.pdf(shop.months.this_month()))
    slip = printed(shop.slips.pdf(shop.casework.numbered(1), "A4"))
    take(who="Ms Late")
    for text in (month, slip):
        (found,) = [row for row in text.splitlines() if line in row]
        assert shop.trail.compare(found)[0]
