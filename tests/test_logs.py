"""The report of an unforeseen fault helps support and tells nothing of a customer."""

from datetime import UTC, datetime

from desktop_cs import __version__
from desktop_cs.logs import write_report

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
    assert "test_logs.py" in text
    assert "Fallon" not in text
    assert "0142" not in text


def test_where_the_folder_cannot_be_written_the_report_lies_with_temporary_files(tmp_path):
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("")
    report = write_report(in_the_way, fault(), AT)
    assert report.is_file()
    assert in_the_way not in report.parents
    report.unlink()
