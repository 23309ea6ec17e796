"""The month on the screen: the very paper that is printed."""

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.summary.month import Month
from desktop_cs.ui.paper import printing
from desktop_cs.ui.paper.pdf_pages import opened_pdf


@pytest.fixture
def page(qtbot, window):
    """Return the page with the present month, once it is counted."""
    window.go("reports")
    made = window.pages.page()
    qtbot.waitUntil(lambda: bool(made.view.pdf()) and not window.acts.is_busy(), timeout=20_000)
    return made


def words_on(pdf):
    with opened_pdf(pdf) as document:
        return "".join(sheet.get_textpage().get_text_range() for sheet in document)


def test_the_present_month_comes_first_and_nothing_lies_after_it(page):
    assert page.subject() == Month(2026, 11)
    assert not page.after.isEnabled()
    assert "November 2026" in words_on(page.view.pdf())


def test_one_goes_back_over_the_turn_of_the_year(qtbot, page, window):
    for _month in range(11):
        page.before.click()
    assert page.subject() == Month(2025, 12)
    qtbot.waitUntil(lambda: "December 2025" in words_on(page.view.pdf()), timeout=20_000)
    page.after.click()
    assert page.subject() == Month(2026, 1)


def test_what_is_done_meanwhile_is_counted(qtbot, page, window, shop, taken, answers):
    story = shop.casework.story(taken.id)
    for step in Step:
        story = story.after(shop.casework.steps.save_answers(story, step, answers[step]).value)
        if step is not Step.LOGGING:
            story = story.after(shop.casework.steps.finish_step(story, step).value)
    window.acts.run(lambda: shop.casework.finish(shop.casework.story(taken.id)))
    qtbot.waitUntil(lambda: "1 case was done" in words_on(page.view.pdf()), timeout=20_000)


def test_the_saved_month_is_what_is_seen(page, tmp_path, monkeypatch):
    file = tmp_path / "month.pdf"
    monkeypatch.setattr(printing.QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    page.save.click()
    assert file.read_bytes() == page.view.pdf()


def test_printing_without_a_printer_is_said_and_nothing_breaks(page, window, monkeypatch):
    monkeypatch.setattr(printing.QPrinterInfo, "availablePrinterNames", staticmethod(list))
    page.print.click()
    assert window.notices.isVisible()


def test_a_month_without_its_revenue_says_where_to_type_it(qtbot, page, window, shop, taken, answers):
    assert not page.revenue.isVisible()  # nothing was spent, so nothing is missed
    story = shop.casework.story(taken.id)
    extra = '[{"gesture":"Pegs","cost":"3.50"}]'
    story = story.after(
        shop.casework.steps.save_answers(
            story, Step.RESOLUTION, {**answers["resolution"], "extra": extra}
        ).value
    )
    window.acts.run(lambda: shop.casework.steps.finish_step(story, Step.RESOLUTION))
    qtbot.waitUntil(lambda: "revenue not typed" in words_on(page.view.pdf()), timeout=20_000)
    assert page.revenue.isVisible()
    page.revenue.type.click()
    assert (window.pages.place, window.pages.page().subject()) == ("settings", "budget")
