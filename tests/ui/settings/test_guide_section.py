"""The guide is changed by its manager in plain fields, with the guide as it will stand beside them."""

import pytest
from PySide6.QtCore import Qt

from desktop_cs.guide.advice import PARTS, Hint
from desktop_cs.guide.edits import GuideEdit, Prompt
from desktop_cs.storage.uuid7 import uuid7


@pytest.fixture
def guide(section, qtbot, page):
    made = section("guide")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return made


@pytest.fixture
def editor(guide, qtbot, desk):
    """Return the editor with all of "late" filled in, which is done one list after the other."""
    choose(guide.editor.chooser.kinds, "late")
    shipped = desk.guide.guides("en").shipped("late", "apology")
    qtbot.waitUntil(lambda: guide.editor.advice() == shipped)
    return guide.editor


def choose(combo, key):
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def stored(desk, file="late", step="apology"):
    return desk.guide.editing.stored("en", file, step)


def said(editor):
    editor.show_preview()
    return editor.preview.content.rows[0].accessibleName()


def test_a_changed_hint_is_saved_when_its_field_is_left_and_can_be_taken_back(qtbot, editor, desk, actions):
    line = editor.lists["listen_for"].lines()[0]
    before = line.hint()
    line.text.setFocus()
    line.text.setPlainText("The bus they missed.")
    qtbot.keyClick(line.text, Qt.Key.Key_Return)
    assert editor.lists["listen_for"].lines()[0].because.hasFocus()
    assert desk.guide.editing.advice("en", "late", "apology").listen_for[0].text == "The bus they missed."
    assert actions.undo()
    assert stored(desk).text == ""
    qtbot.waitUntil(lambda: line.hint() == before)


def test_the_preview_follows_what_is_typed_with_and_without_a_name(qtbot, editor):
    line = editor.lists["you_could_say"].lines()[0]
    line.text.setPlainText("We are sorry[, {customer}].[ You feel {feeling}.]")
    qtbot.waitUntil(
        lambda: (
            editor.preview.content.rows[0].accessibleName()
            == "“We are sorry, Mrs Fallon. You feel let down.”"
        )
    )
    editor.preview.known.click()
    assert said(editor) == "“We are sorry.”"


def test_the_preview_shows_the_wording_that_is_being_written(qtbot, editor):
    line = editor.lists["you_could_say"].lines()[1]
    line.text.setFocus()
    qtbot.keyClicks(line.text, "Yes. ")
    shown = editor.preview.content
    qtbot.waitUntil(lambda: shown.rows[0].accessibleName().startswith("“Yes. You planned your day"))


def test_a_mistake_is_said_at_its_hint_and_nothing_is_saved(qtbot, editor, desk, page):
    line = editor.lists["you_could_say"].lines()[1]
    line.text.setPlainText("I am sorry, {custmer}.")
    assert not editor.keep()
    assert line.problem.startswith("Nothing is called {custmer}")
    assert stored(desk).text == ""
    page.go_to("hours")
    assert page.subject() == "guide"
    line.text.setPlainText("I am sorry[, {customer}].")
    page.go_to("hours")
    assert page.subject() == "hours"
    assert "I am sorry[, {customer}]." in stored(desk).text


def test_one_wording_alone_is_told_below_the_list(qtbot, editor, desk):
    lists = editor.lists
    while len(lists["you_could_say"].lines()) > 1:
        lists["you_could_say"].lines()[-1].remove.click()
    assert not editor.keep()
    assert len(desk.guide.editing.advice("en", "late", "apology").you_could_say) >= 2


def test_a_hint_is_added_moved_and_taken_out_by_keyboard_alone(qtbot, editor, desk):
    offers = editor.lists["may_offer"]
    first, last = offers.hints()[0], offers.hints()[-1]
    offers.add.setFocus()
    qtbot.keyClick(offers.add, Qt.Key.Key_Space)
    line = offers.lines()[-1]
    assert line.text.hasFocus()
    qtbot.keyClicks(line.text, "A taxi home.")
    qtbot.keyClick(line.text, Qt.Key.Key_Return)
    qtbot.keyClicks(line.because, "Night buses are rare.")
    qtbot.keyClick(line.because, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert offers.hints()[-2:] == (Hint("A taxi home.", "Night buses are rare."), last)
    kept = desk.guide.editing.advice("en", "late", "apology").may_offer
    assert kept == offers.hints()
    offers.lines()[0].remove.setFocus()
    qtbot.keyClick(offers.lines()[0].remove, Qt.Key.Key_Space)
    assert first not in desk.guide.editing.advice("en", "late", "apology").may_offer


def test_tab_walks_through_the_hints_in_the_order_in_which_they_stand(qtbot, editor):
    walked = [editor.chooser.languages]
    first, second = editor.lists["you_could_say"].lines()[:2]
    while len(walked) < 7:
        walked.append(after(walked[-1]))
    assert walked[1:] == [*stops(first), *stops(second)]
    assert after(editor.lists["may_offer"].add) is editor.because
    editor.lists["listen_for"].add_line()
    added = editor.lists["listen_for"].lines()[-1]
    qtbot.waitUntil(added.text.isVisible)
    assert after(editor.lists["listen_for"].lines()[-2].remove) is added.text
    assert after(added.remove) is editor.lists["listen_for"].add


def stops(line):
    return [line.text, line.because, line.remove]


def after(widget):
    """Return where Tab leads to."""
    while True:
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.focusProxy():
            return widget


def test_a_line_without_words_is_no_hint(qtbot, editor, desk):
    offers = editor.lists["may_offer"]
    before = offers.hints()
    offers.add.click()
    assert offers.hints() == before
    assert editor.keep()
    assert stored(desk).text == ""


def test_back_to_the_shipped_text_has_its_way_back(qtbot, editor, desk, actions):
    line = editor.lists["listen_for"].lines()[0]
    shipped = line.hint().text
    assert editor.back.isHidden()
    line.text.setPlainText("My own.")
    assert editor.keep()
    assert not editor.back.isHidden()
    editor.back.click()
    assert stored(desk).text == ""
    qtbot.waitUntil(lambda: editor.lists["listen_for"].lines()[0].text.text() == shipped)
    assert actions.undo()
    qtbot.waitUntil(lambda: editor.lists["listen_for"].lines()[0].text.text() == "My own.")


def test_another_kind_step_or_language_shows_its_own_text(qtbot, editor, desk):
    choose(editor.chooser.kinds, "second_failure.both")
    choose(editor.chooser.steps, "resolution")
    choose(editor.chooser.languages, "zh_CN")
    shipped = desk.guide.guides("zh_CN").shipped("second_failure.both", "resolution")
    qtbot.waitUntil(lambda: editor.advice() == shipped)


def test_nonsense_in_the_records_is_told_and_the_shipped_text_stands(qtbot, desk, page):
    with desk.storage.transaction():
        desk.storage.guides.save_edit(GuideEdit("en", "any", "apology", "nonsense", desk.clock.now()))
    page.go_to("guide")
    editor = page.section().editor
    from desktop_cs.ui.widgets.notice_bar import NoticeBar

    qtbot.waitUntil(lambda: bool(editor.findChildren(NoticeBar)))
    assert editor.advice() == desk.guide.guides("en").shipped("any", "apology")
    assert not editor.back.isHidden()


def test_whoever_is_no_manager_reads_and_cannot_change(at_counter):
    at_counter.go_to("guide")
    editor = at_counter.section().editor
    assert not editor.lists["listen_for"].isEnabled()
    assert editor.chooser.kinds.isEnabled()
    assert editor.preview.isEnabled()


def test_every_control_has_a_name(qtbot, guide, editor, unnamed):
    guide.pages.buttons()[1].click()
    guide.pages.buttons()[0].click()
    assert unnamed(guide) == []


def test_the_four_lists_are_told_apart_by_name(editor, qtbot):
    lists = editor.lists
    names = {lists[part].lines()[0].text.accessibleName() for part in PARTS}
    assert len(names) == len(PARTS)


@pytest.fixture
def rows(guide, desk):
    desk.guide.prompts.save(
        Prompt(uuid7(), "Ask for the charger", "review", "Pixel", "faulty", desk.clock.now())
    )
    guide.pages.buttons()[1].click()
    return guide.prompts


def test_a_prompt_is_changed_and_taken_back(rows, desk, actions):
    (row,) = rows.rows()
    row.product.setText("Pixel 8")
    row.product.editingFinished.emit()
    choose(row.kinds, "")
    (kept,) = desk.guide.prompts.all()
    assert (kept.product, kept.failure_kind) == ("Pixel 8", "")
    assert actions.undo()
    assert desk.guide.prompts.all()[0].failure_kind == "faulty"


def test_a_prompt_is_retired_and_comes_back(rows, desk, actions):
    rows.rows()[0].gone.click()
    assert rows.rows() == []
    assert not desk.guide.prompts.all()[0].active
    assert actions.undo()
    assert [row.prompt.text for row in rows.rows()] == ["Ask for the charger"]


def test_a_prompt_without_words_is_refused_and_stays(rows, desk, guide):
    (row,) = rows.rows()
    row.text.setPlainText("")
    assert not guide.leave()
    assert row.text.accessibleDescription()
    assert desk.guide.prompts.all()[0].text == "Ask for the charger"
