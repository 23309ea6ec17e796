"""The table of figures: what it says of good and bad rows, and what stays in it."""

import json

from tests.faults.figures import KEPT, PAGES, Row, put_rows
from tests.faults.run import together

CONTROL = {"told_too_early": {"tried": 60, "bad": 40, "seconds": 1.0, "broke": False}}
SILENT = {"told_too_early": {"tried": 60, "bad": 0, "seconds": 1.0, "broke": False}}


def test_a_row_is_good_when_nothing_was_bad_and_its_control_was_noticed():
    assert Row("kills", 10_000, 0, 60.0, controls=CONTROL).is_good
    assert not Row("kills", 10_000, 1, 60.0, controls=CONTROL).is_good
    assert not Row("kills", 10_000, 0, 60.0, controls=SILENT).is_good
    assert not Row("kills", 0, 0, 60.0, controls=CONTROL).is_good


def test_the_page_tells_in_each_language_what_was_done_and_what_went_wrong(tmp_path):
    put_rows(tmp_path, [Row("kills", 10_000, 0, 60.0, controls=CONTROL), Row("drills", 100, 3, 5.0)])
    english, chinese = (
        (tmp_path / "resources" / "help" / name).read_text("utf-8") for name in PAGES.values()
    )
    assert "| 10,000 | nothing lost, nothing torn |" in english
    assert "**3 went wrong**" in english
    assert "noticed (40 in 60)" in english
    assert "无丢失，无残缺" in chinese


def test_a_control_that_was_not_noticed_is_told_loudly(tmp_path):
    put_rows(tmp_path, [Row("kills", 10_000, 0, 60.0, controls=SILENT)])
    assert "NOT noticed in 60" in (tmp_path / "resources" / "help" / PAGES["en"]).read_text("utf-8")


def test_a_run_of_some_experiments_keeps_the_rows_of_the_others(tmp_path):
    put_rows(tmp_path, [Row("kills", 10_000, 0, 60.0)])
    put_rows(tmp_path, [Row("drills", 100, 0, 5.0)])
    kept = json.loads((tmp_path / "resources" / "help" / KEPT).read_text("utf-8"))["rows"]
    assert [(name, row["tried"]) for name, row in kept.items()] == [("kills", 10_000), ("drills", 100)]


def test_pieces_of_an_experiment_are_counted_as_one():
    piece = {"tried": 3, "bad": 1, "told": ["a"], "seconds": 2.0, "figures": {"saves": 2, "at most MB": 90}}
    other = {"tried": 4, "bad": 0, "told": [], "seconds": 1.0, "figures": {"saves": 5, "at most MB": 80}}
    both = together([piece, other])
    assert (both["tried"], both["bad"], both["told"], both["seconds"]) == (7, 1, ["a"], 3.0)
    assert both["figures"] == {"saves": 7, "at most MB": 90}


def test_a_row_of_a_part_of_the_run_says_so(tmp_path):
    put_rows(tmp_path, [Row("kills", 1_000, 0, 6.0, share=0.1), Row("drills", 100, 0, 5.0)])
    page = (tmp_path / "resources" / "help" / PAGES["en"]).read_text("utf-8")
    assert "| 1,000 (10%) |" in page
    assert "| 100 |" in page
    assert "In brackets" in page
