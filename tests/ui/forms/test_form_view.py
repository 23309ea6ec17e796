"""Any form becomes a screen that can be filled in without a mouse."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop_cs.forms.field_types import FIELD_TYPES
from desktop_cs.ui.forms.editors import EDITORS
from desktop_cs.ui.forms.field_row import FieldRow
from desktop_cs.ui.forms.form_view import FormView
from desktop_cs.ui.forms.problem_summary import ProblemSummary

FILLED = {
    "went_wrong": "again",
    "hidden_until_again": "no",
    "words": "The second time.\nNobody called.",
    "happened_on": "2026-11-21",
    "before": "again",
    "cost_them": "time,trust",
    "tried": "power,settings",
    "product": "Tumble dryer TD-40",
    "serial": "TD40-7731",
    "price": "42000",
    "times_told": "2",
    "owner": "James Okafor",
    "call_at": "2026-11-23T10:00",
    "note": "Ring twice",
    "promises": '[{"what":"Call","cost":"800","by":"2026-11-23T10:00"}]',
}


def row(view, field_id):
    return next(row for row in view.findChildren(FieldRow) if row.field.id == field_id)


def is_in(widget, view, field_id):
    return any(one.field.id == field_id and one.isAncestorOf(widget) for one in view.findChildren(FieldRow))


def words_on(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def pick(view, field_id, raw):
    editor = view.editor(field_id)
    editor.set_raw(raw)
    editor.edited.emit()


def test_every_kind_of_answer_has_an_editor():
    assert set(EDITORS) == set(FIELD_TYPES)


def test_stored_answers_are_shown_and_come_back_as_they_were(view):
    view.set_rules({"apology_passed"})
    view.set_answers(FILLED)
    checked = view.check()
    assert checked.problems == {}
    assert checked.stored == FILLED
    assert view.editor("price").raw() == "420.00"


def test_editors_that_are_built_later_show_their_answers_too(qtbot, rich_form, context):
    made = FormView(rich_form, "en", context)
    qtbot.addWidget(made)
    made.set_answers(FILLED)
    assert made.check().stored == FILLED
    assert made.editor("promises").raw() == made.raw_answers()["promises"]


def test_all_questions_appear_by_themselves(qtbot, rich_form, context):
    made = FormView(rich_form, "en", context)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: len(made.findChildren(FieldRow)) == 14)  # all but the hidden one


def test_a_default_is_shown_before_anything_is_answered(view):
    view.set_answers({})
    assert view.editor("times_told").raw() == "1"
    assert view.check().stored == {"times_told": "1"}


def test_an_edit_is_reported_with_its_question(qtbot, view):
    with qtbot.waitSignal(view.edited, check_params_cb=lambda field_id: field_id == "note"):
        qtbot.keyClicks(view.editor("note").inputs()[0], "x")
    assert view.raw_answers()["note"] == "x"


def test_a_question_comes_and_goes_with_the_answer_that_it_depends_on(view):
    pick(view, "went_wrong", "again")
    assert row(view, "hidden_until_again").isVisible()
    pick(view, "went_wrong", "late")
    assert not row(view, "hidden_until_again").isVisible()


def test_a_question_that_appears_stands_at_its_place(qtbot, view):
    pick(view, "went_wrong", "again")
    QApplication.processEvents()
    tops = [
        row(view, field_id).mapTo(view, QPoint(0, 0)).y()
        for field_id in ("went_wrong", "hidden_until_again", "words")
    ]
    assert tops == sorted(tops)
    assert len(set(tops)) == 3


def test_a_folded_section_opens_by_hand_and_by_its_rule(qtbot, view):
    header = next(button for button in view.findChildren(QPushButton) if button.text() == "What we checked")
    assert not header.isChecked()
    header.setFocus()
    qtbot.keyClick(header, Qt.Key.Key_Return)
    assert view.editor("tried").isVisible()
    header.click()
    assert not view.editor("tried").isVisible()
    view.set_rules({"apology_passed"})
    assert view.editor("tried").isVisible()


def test_nothing_is_said_while_an_answer_is_typed_but_when_it_is_left(qtbot, view):
    view.focus_field("price")
    qtbot.keyClicks(QApplication.focusWidget(), "a lot")
    assert row(view, "price").problem == ""
    with qtbot.waitSignal(view.left_field, check_params_cb=lambda field_id: field_id == "price"):
        view.focus_field("note")
    sentence = row(view, "price").problem
    assert "a lot" in sentence
    assert sentence in words_on(view)
    assert view.editor("price").inputs()[0].accessibleDescription() == sentence
    assert "price" not in view.check().stored
    assert view.raw_answers()["price"] == "a lot"


def test_a_problem_goes_as_soon_as_it_is_put_right(qtbot, view):
    pick(view, "price", "a lot")
    view.show_problems(view.check().problems)
    line = view.editor("price").inputs()[0]
    line.selectAll()
    qtbot.keyClicks(line, "12")
    assert row(view, "price").problem == ""


def test_a_sentence_waits_until_the_mouse_button_is_let_go(qtbot, view):
    view.focus_field("price")
    qtbot.keyClicks(QApplication.focusWidget(), "a lot")
    line = view.editor("note").inputs()[0]
    qtbot.mousePress(line, Qt.MouseButton.LeftButton)
    assert line.hasFocus()
    assert row(view, "price").problem == ""
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row(view, "price").problem != "")


def test_the_summary_goes_when_the_last_problem_has(qtbot, view):
    view.show_problems({"note": "Please write a note.", "price": "Please say how much."})
    for field_id, typed in (("note", "x"), ("price", "12")):
        view.focus_field(field_id)
        qtbot.keyClicks(QApplication.focusWidget(), typed)
    view.focus_field("serial")
    qtbot.waitUntil(lambda: view.findChild(ProblemSummary) is None)


def test_an_empty_answer_that_is_left_is_not_complained_about(view):
    view.focus_field("note")
    view.focus_field("price")
    assert row(view, "note").problem == ""


def test_moving_within_a_question_does_not_leave_it(qtbot, view):
    view.focus_field("times_told")
    with qtbot.assertNotEmitted(view.left_field):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)


def test_two_problems_are_gathered_on_top_and_the_first_gets_the_focus(qtbot, view):
    view.show_problems({"note": "Please write a note.", "went_wrong": "Please choose one."})
    summary = view.findChild(ProblemSummary)
    assert "2 answers need another look" in words_on(summary)
    ways = summary.findChildren(QPushButton)
    assert [way.text() for way in ways] == ["What went wrong?", "A note"]
    assert QApplication.focusWidget() in view.editor("went_wrong").inputs()
    ways[1].click()
    assert QApplication.focusWidget() in view.editor("note").inputs()


def test_one_problem_needs_no_summary(view):
    view.show_problems({"note": "Please write a note."})
    assert view.findChild(ProblemSummary) is None
    assert row(view, "note").problem == "Please write a note."
    view.show_problems({})
    assert row(view, "note").problem == ""


def test_needed_is_said_only_as_long_as_the_answer_is_missing(qtbot, view):
    assert "needed" in words_on(row(view, "note"))
    qtbot.keyClicks(view.editor("note").inputs()[0], "x")
    assert "needed" not in words_on(row(view, "note"))


def test_return_goes_to_the_next_question(qtbot, view):
    view.focus_field("product")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget() in view.editor("serial").inputs()


def test_return_on_a_choice_goes_on_without_an_answer(qtbot, view):
    view.focus_field("before")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "before" not in view.raw_answers()
    assert QApplication.focusWidget() in view.editor("cost_them").inputs()


def test_return_picks_the_choice_that_arrows_led_to(qtbot, view):
    view.focus_field("before")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert view.raw_answers()["before"] == view.editor("before").field.options[1].id
    assert QApplication.focusWidget() in view.editor("cost_them").inputs()


def test_alt_and_a_digit_pick_in_the_question_in_focus(qtbot, view):
    view.focus_field("cost_them")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert view.raw_answers()["cost_them"] == "plans"


def test_alt_and_a_digit_pick_in_the_first_open_question_from_anywhere(qtbot, view):
    view.focus_field("note")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert view.raw_answers()["went_wrong"] == "late"
    assert "note" not in view.raw_answers()


def test_ctrl_enter_is_left_to_the_page(qtbot, view):
    heard = []
    view.keyPressEvent, before = (
        lambda event: (heard.append(event.isAccepted()), before(event)),
        view.keyPressEvent,
    )
    view.focus_field("note")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() in view.editor("note").inputs()


def test_tab_goes_in_reading_order(qtbot, view, rich_form):
    pick(view, "went_wrong", "again")
    view.focus_field("went_wrong")
    walked = []
    for _press in range(60):
        widget = QApplication.focusWidget()
        if widget in walked:
            break
        walked.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    order = [field.id for field in rich_form.fields()]
    tops = [
        place for widget in walked for place, field_id in enumerate(order) if is_in(widget, view, field_id)
    ]
    assert tops == sorted(tops)
    assert set(order) - {order[top] for top in tops} == {"tried"}  # folded away


def test_another_language_keeps_every_answer(qtbot, view, context):
    view.set_answers(FILLED)
    pick(view, "price", "a lot")
    typed = view.raw_answers()
    view.show_in("zh_CN", replace(context, language="zh_CN"))
    assert "哪里出了问题？" in words_on(view)
    assert view.raw_answers() == typed
    assert view.editor("price").raw() == "a lot"


def test_raw_answers_come_back_right_or_not(view):
    view.set_raw_answers({"price": "a lot", "note": "x"})
    assert view.editor("price").raw() == "a lot"
    assert view.editor("times_told").raw() == ""
    assert view.raw_answers() == {"price": "a lot", "note": "x"}


def test_the_focus_starts_in_the_first_open_question(view):
    view.set_answers({"went_wrong": "late"})
    view.focus_first()
    assert QApplication.focusWidget() in view.editor("words").inputs()


def test_every_control_has_a_name(view, unnamed):
    view.set_rules({"apology_passed"})
    view.set_answers(FILLED)
    assert unnamed(view) == []


def test_every_target_can_be_hit(view):
    small = [
        (button.text(), button.width(), button.height())
        for button in view.findChildren(QPushButton)
        if button.isVisible() and min(button.width(), button.height()) < 24
    ]
    assert small == []


def test_what_a_customer_said_is_never_read_as_markup(view):
    view.show_problems({"note": "<b>Please</b> write", "price": "<i>x</i>"})
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in view.findChildren(QLabel) if label.text()
    )


def test_short_questions_stand_side_by_side_where_there_is_room(qtbot, view):
    QApplication.processEvents()
    one, two = row(view, "happened_on"), row(view, "before")
    assert one.mapTo(view, QPoint(0, 0)).y() == two.mapTo(view, QPoint(0, 0)).y()
    view.resize(360, 1200)
    QApplication.processEvents()
    assert one.mapTo(view, QPoint(0, 0)).y() < two.mapTo(view, QPoint(0, 0)).y()


@pytest.mark.parametrize("width", [700, 560])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_words_are_cut_off(qtbot, view, context, language, width):
    view.show_in(language, context)
    view.set_rules({"apology_passed"})
    view.set_answers(FILLED)
    view.resize(width, view.heightForWidth(width))
    QApplication.processEvents()
    cut = [
        label.text()
        for label in view.findChildren(QLabel)
        if label.isVisible() and label.text() and label.heightForWidth(label.width()) > label.height() + 2
    ]
    assert cut == []


def test_a_question_that_the_form_does_not_have_is_a_mistake_of_the_caller(view):
    with pytest.raises(KeyError):
        view.editor("no_such")


def test_a_digit_never_answers_a_question_that_shows_none(qtbot, view):
    view.editor("went_wrong").inputs()[0].click()
    view.editor("cost_them").inputs()[0].click()
    view.focus_field("note")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert "before" not in view.raw_answers()


def offered(view, field_id):
    return [button.words.label for button in row(view, field_id).editor._group.buttons()]


def test_a_form_left_open_past_midnight_offers_the_new_day_and_keeps_what_was_picked(view, context):
    view.set_answers({})
    day = context.now.date()
    pick(view, "happened_on", day.isoformat())
    assert offered(view, "happened_on")[0] == "Today"
    view.set_now(context.now + timedelta(days=1))
    assert view.check().stored["happened_on"] == day.isoformat()
    pick(view, "happened_on", (day + timedelta(days=1)).isoformat())
    assert view.check().stored["happened_on"] == (day + timedelta(days=1)).isoformat()
    assert view.check().problems == {}


def test_moments_that_suggest_themselves_later_take_the_place_of_the_near_days(view, context):
    view.set_now(context.now, [context.now.replace(hour=17, minute=0)])
    assert offered(view, "call_at")[0] == "Today 17:00"
    pick(view, "call_at", f"{context.now:%Y-%m-%d}T17:00")
    view.set_now(context.now, [context.now.replace(hour=16, minute=0)])
    assert offered(view, "call_at")[0] == "Today 16:00"
    assert view.check().stored["call_at"] == f"{context.now:%Y-%m-%d}T17:00"
