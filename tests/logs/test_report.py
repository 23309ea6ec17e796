"""The report of an unforeseen fault helps support and tells nothing of a customer."""

from datetime import UTC, datetime

from desktop_cs import __version__
from desktop_cs.logs.report import (
    Surroundings,
    reports_in,
    tell_places,
    write_end_report,
    write_report,
)

AT = datetime(2026, 11, 2, 10, 0, 5, tzinfo=UTC)


def fault():
    try:
        try:
            int("Mrs Fallon, 020 915 0142")
        except ValueError as error:
            msg = "Mrs Fallon waits"
            raise RuntimeError(msg) from error
    except RuntimeError as raised:
        return raised


def test_a_report_names_version_kinds_and_places_but_no_message(tmp_path):
    report = write_report(tmp_path, fault(), AT)
    text = report.read_text(encoding="utf-8")
    assert report == tmp_path / "reports" / "fault-20261102-100005.txt"
    assert __version__ in text
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text
    assert "test_report.py" in text
    assert "Fallon" not in text
    assert "0142" not in text


def test_where_the_folder_cannot_be_written_the_report_lies_with_temporary_files(tmp_path):
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("")
    report = write_report(in_the_way, fault(), AT)
    assert report.is_file()
    assert in_the_way not in report.parents
    report.unlink()


def test_a_report_tells_settings_and_the_last_lines_of_the_log(tmp_path):
    around = Surroundings({"language": "zh_CN", "text_size": 1.2}, ["2026-11-02T10:00:00Z page.case"])
    text = write_report(tmp_path, fault(), AT, around).read_text(encoding="utf-8")
    assert "language: zh_CN" in text
    assert "text_size: 1.2" in text
    assert text.endswith("2026-11-02T10:00:00Z page.case\n")
    assert "peewee" in text


def test_a_program_that_ended_without_a_word_has_a_report_too(tmp_path):
    killed = write_end_report(tmp_path, [], AT)
    assert "ended from outside" in killed.read_text("utf-8")
    fell = write_end_report(tmp_path, ["  app.py:7 in main"], AT.replace(hour=11))
    assert "  app.py:7 in main" in fell.read_text("utf-8")
    assert reports_in(tmp_path) == [fell, killed]


def test_only_the_newest_reports_are_kept(tmp_path):
    made = [write_end_report(tmp_path, [], AT.replace(minute=minute)) for minute in range(40)]
    assert reports_in(tmp_path) == made[:9:-1]
    assert reports_in(tmp_path / "gone") == []


def test_a_ring_of_causes_ends(tmp_path):
    first, second = ValueError("Fallon"), KeyError("Fallon")
    first.__cause__, second.__cause__ = second, first
    assert write_report(tmp_path, first, AT).read_text("utf-8").count("builtins.") == 2


def test_what_developers_see_has_no_message_either(capsys):
    tell_places(fault())
    told = capsys.readouterr().err
    assert "test_report.py" in told
    assert "Fallon" not in told
