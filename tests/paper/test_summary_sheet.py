"""The month on paper: one page that a manager signs."""

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pypdfium2
import pytest

from desktop_cs.paper.paper_sizes import PAPER_SIZES
from desktop_cs.paper.summary_sheet import summary_pdf
from desktop_cs.shop.budget import budget_of
from desktop_cs.shop.revenue import MonthRevenue
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.summary.month import AdoptedIdea, Month, MonthFigures

SHOP = ShopSettings(name="Corner Electronics")
LABELS = {
    "failure_kind": {"faulty": "It is faulty", "late": "We are late"},
    "root_cause": {"part": "A part"},
    "problem_solved": {"yes": "Yes, solved", "not_yet": "Not yet"},
    "customer_accepts": {"gladly": "Gladly", "reluctantly": "Reluctantly"},
    "finding": {"upheld": "Upheld"},
}
EMPTY = MonthFigures(Month(2026, 11))
FEW = MonthFigures(
    Month(2026, 11),
    opened=4,
    done=3,
    still_open=1,
    second_failures=1,
    done_by_day={date(2026, 11, 2): 1, date(2026, 11, 20): 2},
    by_failure_kind={"faulty": 2, "late": 1},
    by_root_cause={"part": 3},
    by_finding={"upheld": 3},
    by_problem_solved={"yes": 2, "not_yet": 1},
    by_acceptance={"gladly": 2, "reluctantly": 1},
    by_repair_status={"fixed": 2, "end_of_life": 1},
    promises_kept=2,
    promises_broken=1,
    trust=(75.0, 22.2, -25.0),
    follow_ups_done=2,
    follow_ups_on_time=1,
    satisfaction={"5": 1, "4": 1},
    goodwill=6000,
    extra=350,
    letters_printed=2,
    suspected_abuse=1,
)
MANY = replace(
    FEW,
    done=1129,
    by_failure_kind={f"kind_{n}": 200 - n for n in range(13)},
    by_root_cause={f"cause_{n}": 90 - n for n in range(10)},
)
NOW = datetime(2026, 12, 1, 9, 5)  # noqa: DTZ001 (the shop's wall time)


def pdf_of(figures, settings=SHOP, language="en", **more):
    return summary_pdf(figures, settings, language, more.pop("printed_at", NOW), labels=LABELS, **more)


def pages_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_bounded())
        text_page.close()
        page.close()
    document.close()
    return texts


def size_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    size = page.get_size()
    page.close()
    document.close()
    return size


def test_the_front_says_everything_that_is_known():
    (front,) = pages_of(pdf_of(FEW))
    for part in (
        "Corner Electronics",
        "November 2026",
        "3 cases were done in this month.",
        "“It is faulty”, 2 of 3",
        "2 of 3\r\npromises kept",
        "1 of 2\r\nfollow-ups on time",
        "4.5\r\nsatisfied",
        "A part",
        "Yes, solved",
        "Reluctantly",
        "Upheld",
        "Beyond repair",
        "usual: 22.2",
        "$60.00",
        "$3.50",
        "1 of 3",
        "Read and signed by",
        "Page 1 of 1",
        "Printed 1 Dec 2026, 09:05",
    ):
        assert part in front, part


def test_the_two_outcomes_are_kept_apart():
    front = pages_of(pdf_of(FEW))[0]
    assert "Is the problem solved?" in front
    assert "Is the customer at peace?" in front


def test_an_empty_month_has_honest_words_and_no_figures_of_nothing():
    (front,) = pages_of(pdf_of(EMPTY))
    assert "No case was done in this month." in front
    assert "Nothing was opened, promised or given either." in front
    for part in ("0 of 0", "0/0", "0%", "nan", "Trust", "What went wrong", "Also this month"):
        assert part not in front


def test_figures_without_ground_are_called_none_yet():
    (front,) = pages_of(pdf_of(replace(EMPTY, done=2, done_by_day={date(2026, 11, 2): 2})))
    assert front.count("none yet") == 3


def test_imported_cases_were_never_asked_about_abuse():
    assert "Abuse suspected" not in pages_of(pdf_of(replace(FEW, imported=3)))[0]
    assert "1 of 2" in pages_of(pdf_of(replace(FEW, imported=1)))[0]


def test_more_pages_come_only_when_the_front_is_too_short():
    front, behind = pages_of(pdf_of(MANY, replace(SHOP, report_paper="Letter")))
    assert "7 others" in front
    assert "kind 12" not in front
    assert "kind 12" in behind
    assert "cause 9" in behind
    assert "Read and signed by" not in behind
    alone = replace(EMPTY, done=1129, by_failure_kind=MANY.by_failure_kind)
    (front,) = pages_of(pdf_of(alone))
    assert "kind 12" in front


def test_only_all_of_them_are_a_hundred_percent():
    (front,) = pages_of(pdf_of(replace(EMPTY, done=1000, by_failure_kind={"faulty": 999, "late": 1})))
    assert front.count("100%") == 1
    assert "999 of 1,000 (100%)" not in front


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_is_printed_on_the_papers_of_the_shop(paper):
    pdf = pdf_of(FEW, replace(SHOP, report_paper=paper))
    size = PAPER_SIZES[paper]
    assert size_of(pdf) == pytest.approx((size.width_mm / 25.4 * 72, size.height_mm / 25.4 * 72), abs=0.01)
    assert len(pages_of(pdf)) == 1


def test_the_same_figures_give_the_same_bytes():
    assert pdf_of(FEW) == pdf_of(FEW)
    assert pdf_of(FEW) != pdf_of(replace(FEW, letters_printed=3))


def test_chinese_and_russian_come_out_as_they_were_written():
    shop = replace(SHOP, name="街角电器行 Ёлка", currency="CNY")
    (front,) = pages_of(pdf_of(FEW, shop, "zh_CN"))
    assert "街角电器行 Ёлка" in front
    assert "2026年11月" in front
    assert "¥60.00" in front


def test_a_moment_with_a_zone_is_shown_in_the_shops_wall_time():
    hours = replace(SHOP.hours, zone_name="Asia/Shanghai")
    moment = datetime(2026, 11, 30, 23, 0, tzinfo=UTC)
    front = pages_of(pdf_of(FEW, replace(SHOP, hours=hours), printed_at=moment))[0]
    assert "Printed 1 Dec 2026, 07:00" in front


def test_a_logo_is_printed_and_a_broken_one_stops_nothing():
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (300, 100), "green").save(file, "PNG")
    assert len(pdf_of(FEW, logo=file.getvalue())) > len(pdf_of(FEW))
    assert pdf_of(FEW, logo=b"no picture") == pdf_of(FEW)


def test_no_name_of_a_shop_breaks_the_page(shared_data):
    names = json.loads((shared_data / "naughty_strings.json").read_text(encoding="utf-8"))
    for name in names[::12]:
        labels = {"failure_kind": {"faulty": name, "late": name}}
        pdf = summary_pdf(FEW, replace(SHOP, name=name), "en", NOW, labels=labels)
        assert len(pages_of(pdf)) == 1


@pytest.mark.parametrize(
    ("revenue", "told"),
    [
        (MonthRevenue("2026-11", 5_000_000, "USD"), "Of the budget of $250.00, $63.50 was spent."),
        (MonthRevenue("2026-11", 1_000_000, "USD"), "The budget of $50.00 was exceeded by $13.50."),
        (MonthRevenue("2026-11", 5_000_000, "EUR"), "The revenue was typed in EUR and is not counted,"),
        (None, "revenue not typed"),
    ],
    ids=["inside", "exceeded", "another currency", "not typed"],
)
def test_what_was_spent_stands_against_the_budget(revenue, told):
    budget = budget_of("2026-11", revenue, 6350, 50, "USD")
    words = " ".join(pages_of(pdf_of(replace(FEW, budget=budget)))[0].split())
    assert told in words
    assert "All that, with money back $63.50" in words


def test_the_authors_of_adopted_ideas_are_thanked_by_name():
    ideas = (AdoptedIdea("A bag of pegs", "Milan Horvat"),)
    words = " ".join(pages_of(pdf_of(replace(FEW, adopted=ideas)))[0].split())
    assert "Thank you, Milan Horvat, for the idea “A bag of pegs”." in words
