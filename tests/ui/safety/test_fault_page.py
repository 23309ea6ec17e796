"""The page of reports: read whole, saved by hand."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop_cs.logs.report import write_end_report

AT = datetime(2026, 11, 2, 10, 0, 5, tzinfo=UTC)


@pytest.fixture
def reports(shop):
    """Return two reports, the older first."""
    return [
        write_end_report(shop.storage.folder, [f"  app.py:{hour}"], AT.replace(hour=hour)) for hour in (9, 10)
    ]


@pytest.fixture
def page(window, reports):
    window.go("fault_reports")
    return window.pages.page()


def test_the_newest_report_is_shown_whole_and_may_not_be_typed_in(page, reports, unnamed, window):
    assert page.text.toPlainText() == reports[1].read_text("utf-8")
    assert page.text.isReadOnly()
    page.choice.setCurrentIndex(1)
    assert page.text.toPlainText() == reports[0].read_text("utf-8")
    assert unnamed(window) == []


def test_a_report_that_is_asked_for_is_shown(window, page, reports):
    window.go("fault_reports", reports[0])
    assert page.text.toPlainText() == reports[0].read_text("utf-8")


def test_it_is_saved_to_be_sent_by_hand(page, reports, tmp_path, monkeypatch):
    target = tmp_path / "for support.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: (str(target), ""))
    page.save.click()
    assert target.read_text("utf-8") == reports[1].read_text("utf-8")


def test_where_it_cannot_be_saved_a_sentence_says_so(page, window, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: (str(tmp_path / "gone" / "x"), ""))
    page.save.click()
    assert window.notices.isVisible()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: ("", ""))
    page.save.click()


def test_without_reports_it_says_so(window):
    window.go("fault_reports")
    page = window.pages.page()
    assert page.told.text() == "There are no reports."
    assert not page.text.isVisible()
