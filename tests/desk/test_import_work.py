"""Past cases come in from a table: once, with a copy made before, and every bad row named."""

from collections import Counter

import pytest

from desktop_cs.desk.month_work import month_of
from desktop_cs.errors import DeskError

pytestmark = pytest.mark.usefixtures("in_charge")

TABLE = """reference,opened_at,who,one_line,failure_kind
R-1,2026-10-01,Tom Hill,Kettle leaks,faulty
R-2,2026-10-02,,Lamp is late,late
R-3,someday,Ann,No such day,late
R-4,2026-10-03,Bea,Too,many,cells,here
"""


@pytest.fixture
def table(tmp_path):
    """Return the path of a table with two good rows and two bad ones."""
    path = tmp_path / "past.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_good_rows_come_in_closed_and_bad_ones_are_named(desk, table):
    report = desk.imports.import_cases(table)
    assert (report.new, report.known, report.bad) == (2, 0, 2)
    assert any("someday" in problem for problem in report.problems)
    cases = desk.storage.cases.listed()
    assert [(case.state, case.who) for case in cases] == [("closed", "Customer R-2"), ("closed", "Tom Hill")]
    assert [case.opened_at == case.logged_at == case.closed_at for case in cases] == [True, True]
    story = desk.casework.story(cases[0].id)
    assert (story.follow_ups, story.promises) == ((), ())
    with pytest.raises(DeskError, match="no letter"):
        desk.letters.of_case(story)


def test_importing_twice_makes_no_doubles_and_a_copy_is_made_before(desk, table):
    desk.imports.import_cases(table)
    copies = list((desk.storage.folder / "copies").iterdir())
    assert len(copies) == 1
    again = desk.imports.import_cases(table)
    assert (again.new, again.known, again.bad) == (0, 2, 2)
    assert desk.storage.cases.count() == 2
    assert list((desk.storage.folder / "copies").iterdir()) == copies


def test_answers_are_read_as_if_they_had_been_typed(desk, tmp_path):
    path = tmp_path / "priced.csv"
    rows = ("1,2026-10-01,Kettle,12.50,faulty", "2,2026-10-01,Lamp,cheap,late", "3,2026-10-01,Fan,3,banana")
    path.write_text("reference,opened_at,one_line,review.price,failure_kind\n" + "\n".join(rows))
    report = desk.imports.import_cases(path)
    assert (report.new, report.bad) == (1, 2)
    assert [word in told for word, told in zip(("cheap", "banana"), report.problems, strict=True)] == [
        True,
        True,
    ]
    assert desk.casework.numbered(1).price == 1250


def test_a_heading_that_names_no_question_is_refused(desk, tmp_path):
    path = tmp_path / "wrong.csv"
    path.write_text("opened_at,one_line,review.prize,colour\n2026-10-01,Kettle,12.50,red\n")
    with pytest.raises(DeskError, match=r"review\.prize"):
        desk.imports.import_cases(path)
    assert desk.storage.cases.count() == 0


def test_two_imports_at_once_make_no_doubles(desk, table, monkeypatch):
    copied = desk.storage.copy_to

    def copied_while_another_imports(folder):
        monkeypatch.undo()
        desk.imports.import_cases(table)
        return copied(folder)

    monkeypatch.setattr(desk.storage, "copy_to", copied_while_another_imports)
    report = desk.imports.import_cases(table)
    assert (report.new, report.known) == (0, 2)
    assert desk.storage.cases.count() == 2


def test_a_dry_run_changes_nothing(desk, table):
    report = desk.imports.import_cases(table, dry_run=True)
    assert (report.new, report.bad) == (2, 2)
    assert desk.storage.cases.count() == 0
    assert not [*desk.storage.folder.glob("copies/*")]


def test_a_table_or_a_map_that_is_not_there_is_named(desk, tmp_path, table):
    for arguments in ((tmp_path / "nothing.csv",), (table, tmp_path / "nothing.toml")):
        with pytest.raises(DeskError, match="nothing"):
            desk.imports.import_cases(*arguments)


def test_real_complaints_and_repairs_are_counted_right(desk, shared_data, root):
    maps = root / "resources" / "import_maps"
    complaints = (shared_data / "cfpb_complaints.csv", maps / "cfpb_complaints.toml")
    repairs = (shared_data / "openrepair_wales.csv", maps / "openrepair.toml")
    assert [desk.imports.import_cases(*given).new for given in (complaints, repairs)] == [3304, 8084]
    assert [desk.imports.import_cases(*given).known for given in (complaints, repairs)] == [3304, 8084]
    assert desk.storage.cases.count() == 3304 + 8084
    listed = desk.storage.cases.listed(limit=20_000)
    assert all(case.who and case.state == "closed" for case in listed)
    assert Counter(case.imported_from for case in listed) == {"cfpb": 3304, "openrepair": 8084}
    assert Counter(case.repair_status for case in listed if case.repair_status) == {
        "fixed": 3951,
        "end_of_life": 1776,
        "repairable": 1523,
        "unknown": 834,
    }
    repairs = [case for case in listed if case.imported_from == "openrepair"]
    told = [desk.storage.cases.entries(case.id)["review"].answers for case in repairs]
    assert sum("in_their_words" not in answers for answers in told) == 54


def test_the_month_of_real_complaints_counts_when_they_were_sent(desk, shared_data, root):
    given = shared_data / "cfpb_complaints.csv", root / "resources" / "import_maps" / "cfpb_complaints.toml"
    desk.imports.import_cases(*given)
    months = [desk.months.figures(month_of(month)) for month in ("2019-03", "2019-04")]
    assert [(month.done, month.imported) for month in months] == [(535, 535), (1129, 1129)]
    assert sum(months[1].done_by_day.values()) == 1129
