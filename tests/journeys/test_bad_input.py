"""Whatever is handed in: one plain sentence, nothing changed, no traceback."""

import json

import pytest

from desktop_cs import places
from desktop_cs.cli.main import main
from desktop_cs.clock import FixedClock, SystemClock
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.errors import UserError

SOUND = '[case]\ncustomer = "Tom Hill"\none_line = "Kettle leaks"\n'


@pytest.fixture
def shop(tmp_path):
    """Return the data folder of a shop with one case."""
    folder, answers = tmp_path / "shop", tmp_path / "sound.toml"
    answers.write_text(SOUND, encoding="utf-8")
    assert main(["case", "add", str(answers), "--data", str(folder)]) == 0
    return folder


def ended(capsys, *words):
    """Return the exit code of a command, its answer and what it told."""
    capsys.readouterr()
    code = main([str(word) for word in words])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    return code, printed.out, printed.err


def count(folder):
    desk = open_desk(folder, SystemClock())
    try:
        return desk.storage.cases.count()
    finally:
        desk.close()


def test_every_torn_or_strange_table_is_taken_in_or_refused_and_nothing_breaks(shop, shared_data, capsys):
    tables = sorted(
        path for part in ("csv_edge_cases", "encodings") for path in (shared_data / part).rglob("*.*")
    )
    assert tables
    for table in tables:
        code, _out, told = ended(capsys, "import", "cases", table, "--dry-run", "--data", shop)
        assert code == 0 or (code == 1 and told.strip()), (table.name, told)
    assert count(shop) == 1


def test_every_naughty_text_is_a_name_a_line_and_a_search_or_is_refused(tmp_path, shared_data):
    texts = json.loads((shared_data / "naughty_strings.json").read_text(encoding="utf-8"))
    clock = FixedClock(SystemClock().now())
    desk = open_desk(tmp_path / "shop", clock)
    try:
        taken = 0
        with desk.storage.transaction():
            for text in texts:
                try:
                    case = desk.casework.take(Intake(text, text)).value
                except UserError as refusal:
                    assert str(refusal).endswith(".")  # noqa: PT017 (most texts are taken)
                    continue
                taken += 1
                assert desk.storage.cases.by_id(case.id) == case
        assert taken > len(texts) / 2
        for text in texts:
            desk.customers.search(text)
            desk.customers.find(text)
        assert desk.storage.check() == []
    finally:
        desk.close()


def test_records_of_a_newer_program_are_left_alone(shop, capsys):
    desk = open_desk(shop, SystemClock())
    desk.storage._database.run("PRAGMA user_version = 999")
    desk.close()
    for words in (("case", "list"), ("check",), ("due",)):
        code, out, told = ended(capsys, *words, "--data", shop)
        assert (code, out) == (1, "")
        assert "newer version" in told


def test_a_form_file_with_mistakes_is_told_with_all_of_them(shop, capsys, monkeypatch, tmp_path):
    forms = tmp_path / "forms"
    forms.mkdir()
    for path in places.forms_dir().glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        if path.stem == "apology":
            text = text.replace("required = true", "requird = true").replace(
                'type = "yes_no"', 'type = "yes_on"'
            )
        (forms / path.name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(places, "forms_dir", lambda: forms)
    code, out, told = ended(capsys, "case", "show", 1, "--data", shop)
    assert (code, out) == (1, "")
    assert "required" in told
    assert "yes_no" in told


def test_records_that_are_gone_are_not_made_anew_while_their_key_is_there(shop, capsys):
    (shop / "shop.db").unlink()
    before = sorted(path.name for path in shop.iterdir())
    for words in (("case", "list"), ("case", "add", shop.parent / "sound.toml")):
        code, out, told = ended(capsys, *words, "--data", shop)
        assert (code, out) == (1, "")
        assert told.strip()
    assert sorted(path.name for path in shop.iterdir()) == before
