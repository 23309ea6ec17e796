"""The wording check in the form of a step, on a real case: lines, late questions, and a damaged list."""

import json

import pytest
from PySide6.QtTest import QTest

from desktop_cs.cases.steps import Step
from desktop_cs.desk.wording_work import WordingWork

HARD = "That is company policy."


@pytest.fixture
def page(qtbot, window, taken):
    """Return the page of the case that was just taken."""
    window.go("case", taken.id)
    made = window.pages.page()
    qtbot.waitUntil(made.isVisible)
    return made


def hint(page, field_id):
    rows = {row.field.id: row for row in page.frame.pane.view().built_rows()}
    return rows[field_id].hint


def type_into(page, field_id, text, number=0):
    view = page.frame.pane.view()
    view.focus_field(field_id)
    QTest.keyClicks(view.editor(field_id).inputs()[number], text)


def test_what_is_typed_for_the_customer_is_marked(qtbot, page):
    type_into(page, "own_words", HARD)
    qtbot.waitUntil(lambda: "company policy" in hint(page, "own_words"))


def test_what_is_told_of_a_promise_is_marked_in_every_line(qtbot, page):
    page.go_to(Step.RESOLUTION)
    view = page.frame.pane.view()
    line = {"what": "Ring them", "told_as": HARD}
    view.set_raw_answers({"all_on_the_spot": "no", "promises": json.dumps([line, line])})
    view.editor("promises").edited.emit()
    qtbot.waitUntil(lambda: "of 2: “company policy”" in hint(page, "promises"))


def test_the_express_page_marks_too(qtbot, window, taken):
    window.go("express", taken.id)
    view = window.pages.page().view(Step.RESOLUTION)
    view.set_raw_answers({"all_on_the_spot": "no", "promises": json.dumps([{"what": HARD}])})
    row = next(row for row in view.built_rows() if row.field.id == "promises")
    row.editor.edited.emit()
    qtbot.waitUntil(lambda: "company policy" in row.hint)


def test_a_reason_for_a_refusal_and_for_a_charge_are_marked(qtbot, page):
    page.go_to(Step.RESOLUTION)
    view = page.frame.pane.view()
    view.set_raw_answers({"refused": "yes", "charged": "5", "refusal_reason": HARD, "charge_reason": HARD})
    for field_id in ("refusal_reason", "charge_reason"):
        view.editor(field_id)
        qtbot.waitUntil(lambda field_id=field_id: "company policy" in hint(page, field_id))


def test_the_customers_name_stands_with_its_form_of_address(qtbot, page):
    type_into(page, "own_words", "Look here, Deirdre, it is so.")
    qtbot.waitUntil(lambda: "“Deirdre”" in hint(page, "own_words"))


def test_notes_for_the_shop_alone_are_not_marked(page):
    page.go_to(Step.RESOLUTION)
    private = {field.id for field in page.desk.forms[Step.RESOLUTION].fields() if not field.for_customer}
    rows = {row.field.id: row for row in page.frame.pane.view().built_rows()}
    assert all(row.hint == "" for field_id, row in rows.items() if field_id in private)


def test_a_damaged_list_is_said_once_and_typing_goes_on(qtbot, shop, window, taken, tmp_path):
    lexicons = tmp_path / "wording"
    lexicons.mkdir()
    (lexicons / "en.toml").write_text("[[entry", encoding="utf-8")
    shop.__dict__["wording"] = WordingWork(lexicons)
    told = []
    window.acts.refused.connect(told.append)
    window.go("case", taken.id)
    page = window.pages.page()
    qtbot.waitUntil(lambda: bool(told))
    type_into(page, "own_words", HARD)
    page.go_to(Step.REVIEW)
    page.go_to(Step.APOLOGY)
    assert page.frame.pane.view().raw_answers()["own_words"] == HARD
    assert ["en.toml" in str(refusal) for refusal in told] == [True]
    assert hint(page, "own_words") == ""
