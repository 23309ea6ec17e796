"""Going on after a crash: where it was, what is said, what is written down meanwhile."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from desktop_cs.cases.steps import Step
from desktop_cs.desk.changes import EVERYTHING
from desktop_cs.desk.drafts import Drafts
from desktop_cs.errors import ShopError
from desktop_cs.logs.report import reports_in, write_report
from desktop_cs.storage.stores.trail_anchors import read_anchors
from desktop_cs.ui.cases.case_page import CasePlace
from desktop_cs.ui.going_on import GoingOn


@pytest.fixture
def program(window, shop):
    """Return a function that makes what one program knows of the one before; each is stopped afterwards."""
    made = []

    def begun():
        going = GoingOn(shop.storage.folder, shop.clock, lambda: window, lambda: {"language": "en"}, window)
        made.append(going)
        going.begin()
        return going

    yield begun
    for going in made:
        going._timer.stop()
        going._faults.stop()


@pytest.fixture
def crashed(program, window):
    """Return a function: a program is at this place and ends without a word."""

    def crash(place, subject=None, settled=True):
        going = program()
        going.watch(window.acts)
        window.go(place, subject)
        going.look()
        if settled:
            going._marks.settle()
        going._timer.stop()
        window.go("today")

    return crash


def notice(window):
    """Return the sentence of the notice that is shown."""
    shown = window.notices._notice
    return shown.findChild(QLabel).text() if shown is not None else ""


def test_after_a_crash_it_is_back_at_the_case_and_the_step(crashed, program, window, taken):
    crashed("case", CasePlace(taken.id, Step.REVIEW))
    program().watch(window.acts)
    assert window.pages.place == "case"
    assert window.pages.page().subject() == CasePlace(taken.id, Step.REVIEW)
    assert notice(window).startswith("The program ended unexpectedly.")
    assert notice(window).endswith("You are back at case 1.")


def test_it_waits_until_somebody_signed_in(crashed, program, window, shop, taken):
    crashed("case", CasePlace(taken.id, Step.REVIEW))
    tom, shop.actor = shop.actor, None
    going = program()
    going.watch(window.acts)
    assert window.pages.place == "today"
    assert notice(window) == ""
    shop.actor = tom
    window.acts.tell(EVERYTHING)  # as the entrance does
    assert window.pages.place == "case"
    assert going._left is None


@pytest.mark.parametrize(("place", "back"), [("customers", "customers"), ("new_case", "today")])
def test_other_places_are_gone_back_to_where_that_makes_sense(crashed, program, window, place, back):
    crashed(place)
    program().watch(window.acts)
    assert window.pages.place == back
    assert "Everything that was saved is here" in notice(window)


def test_a_case_that_is_gone_leaves_it_on_today(crashed, program, window, shop, taken, monkeypatch):
    crashed("case", CasePlace(taken.id, Step.REVIEW))
    file = shop.storage.folder / "running.json"
    file.write_text(file.read_text().replace(str(taken.id), "0199aaaa-0000-7000-8000-000000000001"))
    program().watch(window.acts)
    assert window.pages.place == "today"
    assert "ended unexpectedly" in notice(window)


def test_after_three_crashes_at_once_it_begins_on_today(crashed, program, window, taken):
    for _turn in range(3):
        crashed("case", CasePlace(taken.id, Step.REVIEW), settled=False)
    program().watch(window.acts)
    assert window.pages.place == "today"
    assert "3 times in a row" in notice(window)


def test_drafts_that_are_kept_are_told(crashed, program, window, shop, taken):
    Drafts(shop.storage.folder).keep(taken.id, Step.REVIEW, {"serial": "77"})
    crashed("case", CasePlace(taken.id, Step.REVIEW))
    program().watch(window.acts)
    assert "1 draft of what could not be saved is kept" in notice(window)


def test_a_program_that_ended_as_it_should_says_nothing(program, window, shop):
    going = program()
    going.watch(window.acts)
    going.end()
    program().watch(window.acts)
    assert notice(window) == ""
    assert reports_in(shop.storage.folder) == []


def test_the_report_of_the_crash_is_read_by_one_press(crashed, program, window, shop, taken):
    crashed("case", CasePlace(taken.id, Step.REVIEW))
    program().watch(window.acts)
    window.notices._notice.wanted.emit()
    page = window.pages.page()
    assert window.pages.place == "fault_reports"
    text = page.text.toPlainText()
    assert "ended from outside" in text
    assert f"page.case case={taken.id}" in text
    assert "language: en" in text


def test_the_log_tells_pages_refusals_and_ids_alone(program, window, taken, shop):
    going = program()
    going.watch(window.acts)
    window.go("case", CasePlace(taken.id, Step.REVIEW))
    going.look()
    window.acts.refused.emit(ShopError("Deirdre Fallon cannot be saved", "Fallon"))
    going.end()
    told = [line.partition(" ")[2] for line in going.log.last(10)]
    assert told == [
        "program.began",
        "page.today",
        f"page.case case={taken.id}",
        "refused.shoperror",
        "program.ended",
    ]


def test_without_a_folder_nothing_is_made(window, shop, tmp_path):
    going = GoingOn(tmp_path / "gone", shop.clock, lambda: window, dict, window)
    going.begin()
    going.end()
    assert not (tmp_path / "gone").exists()


CANARY = "Canaryname"


def test_nothing_that_anybody_typed_is_in_logs_reports_or_marks(
    crashed, program, window, shop, taken, answers
):
    """Canaries in every field, things that break, and then every file that support may see."""
    shop.casework.change_header(replace(taken, who=CANARY, one_line=CANARY, product=CANARY, serial=CANARY))
    story = shop.casework.story(taken.id)
    for step in Step:
        lines = f'[{{"text":"{CANARY}"}}]'
        texts = {one.id: lines if one.columns else CANARY for one in shop.forms[step].fields()}
        shop.casework.steps.save_answers(shop.casework.story(taken.id), step, texts)
    crashed("case", CasePlace(taken.id, Step.REVIEW))
    going = program()
    going.watch(window.acts)
    window.acts.refused.emit(ShopError(CANARY, CANARY))
    fault = ValueError(CANARY)
    fault.__cause__ = KeyError(CANARY)
    fault.add_note(CANARY)
    write_report(shop.storage.folder, fault, shop.clock.now(), going.surroundings())
    shop.storage._database.run("UPDATE recovery_case SET state = ?", (CANARY,))
    with pytest.raises(ValueError, match=CANARY) as broken:
        shop.casework.story(story.case.id)
    write_report(shop.storage.folder, broken.value, shop.clock.now().replace(hour=1), going.surroundings())
    shop.storage._database.run("UPDATE recovery_case SET state = 'open'")
    folder = shop.storage.folder
    seen = [*(folder / "logs").iterdir(), *(folder / "reports").iterdir(), folder / "running.json"]
    assert len(seen) > 4
    for path in seen:
        assert CANARY.lower() not in path.read_text("utf-8").lower(), path
        assert CANARY.lower() not in path.name.lower()


def test_as_it_ends_the_folder_keeps_how_the_trail_ends(program, shop, taken):
    program().leave_anchor(shop)
    (kept,) = read_anchors(shop.storage.folder)
    assert (kept.count, kept.head) == shop.storage.trail.head()
    shop.storage._database.run("DROP TABLE trail")
    program().leave_anchor(shop)  # a file that fails keeps nobody from closing
