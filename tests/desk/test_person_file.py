"""A person's own data as one file: complete, readable by people and programs, and about nobody else."""

import json
import sys
import zipfile
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.allowed import NotAllowedError
from desktop_cs.desk.casework import Intake
from desktop_cs.errors import ShopError
from desktop_cs.storage.uuid7 import uuid7


@pytest.fixture
def fallon(desk, staff, walk):
    """Return a customer whose case was gone through to its end; the manager acts."""
    desk.actor = staff[0]
    newcomer = Customer(uuid7(), "Deirdre Fallon", "Mrs", "020 915 0142", "1 High Street\nEllerton", "en")
    case = desk.casework.take(Intake("Dryer stands still", newcomer=newcomer, mood="upset")).value
    learned = {
        "kind_words": "Milan Horvat was kind",
        "idea": "Keep seals in stock",
        "hard_on_me": "yes",
    }
    walk(desk.casework.story(case.id), review={"suspected_abuse": "yes"}, logging=learned)
    return desk.customers.get(case.customer_id)


@pytest.fixture
def person(desk, fallon):
    """Return her as the one whose data are meant."""
    return desk.erasing.person_of(fallon)


@pytest.fixture
def handed_out(desk, person, tmp_path):
    """Return the file that she is given."""
    desk.person_file.write(person, tmp_path / "copy.zip")
    return zipfile.ZipFile(tmp_path / "copy.zip")


def machine(file):
    return json.loads(file.read("personal-data.json"))


def paper(file):
    document = pypdfium2.PdfDocument(BytesIO(file.read("personal-data.pdf")))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text.replace("\r\n", "\n")


def test_a_program_finds_everything_about_them(handed_out):
    told = machine(handed_out)
    assert told["format"] == "desktop-cs-personal-data/1"
    assert told["person"] == {
        "name": "Deirdre Fallon",
        "form_of_address": "Mrs",
        "phone": "020 915 0142",
        "address": "1 High Street\nEllerton",
        "language": "en",
    }
    [case] = told["cases"]
    assert (case["one_line"], case["mood"]) == ("Dryer stands still", "upset")
    assert case["answers"]["review"]["in_their_words"] == [{"text": "It hums and stands still."}]
    assert [one["what"] for one in case["events"]][:1] == ["taken"]


def test_what_the_shop_thought_of_them_is_theirs_to_know(handed_out):
    [case] = machine(handed_out)["cases"]
    assert case["answers"]["review"]["suspected_abuse"] == "yes"
    assert "Mood, as we saw it" in paper(handed_out)


def test_what_people_of_the_shop_noted_about_themselves_is_left_out(handed_out):
    [case] = machine(handed_out)["cases"]
    assert {"idea", "hard_on_me"}.isdisjoint(case["answers"]["logging"])
    assert "Keep seals in stock" not in paper(handed_out)


def test_who_of_the_shop_did_what_is_left_out(handed_out, staff):
    for name in (one.name for one in staff):
        assert name not in json.dumps(machine(handed_out))
        assert name not in paper(handed_out)
    assert machine(handed_out)["cases"][0]["answers"]["logging"]["kind_words"] == (
        "(somebody of the shop) was kind"
    )


def test_the_paper_says_what_it_is_and_what_they_may_do(handed_out):
    told = paper(handed_out)
    for words in ("What we keep about you", "Corner Store", "corrected or erased", "Deirdre Fallon"):
        assert words in told
    assert "It hums and stands still." in told


def test_their_pictures_and_files_come_along_each_under_a_name_of_its_own(desk, person, fallon, tmp_path):
    [case] = desk.customers.cases_of(fallon, 5)
    store = desk.storage.attachments
    for content in (b"first", b"second"):
        kept = store.keep(content)
        with desk.storage.transaction():
            store.add(case.id, kept, "note.txt")
    done = desk.person_file.write(person, tmp_path / "copy.zip")
    assert (done.cases, done.files, done.missing) == (1, 2, ())
    with zipfile.ZipFile(tmp_path / "copy.zip") as file:
        files = machine(file)["cases"][0]["files"]
        assert [file.read(name) for name in files] == [b"first", b"second"]


def test_a_file_that_is_damaged_is_named_and_the_rest_is_given(desk, person, fallon, tmp_path):
    [case] = desk.customers.cases_of(fallon, 5)
    kept = desk.storage.attachments.keep(b"first")
    with desk.storage.transaction():
        desk.storage.attachments.add(case.id, kept, "note.txt")
    [sealed] = (desk.storage.folder / "attachments").rglob("*/*")
    sealed.unlink()
    done = desk.person_file.write(person, tmp_path / "copy.zip")
    assert done.missing == (f"files/case-{case.number}/note.txt",)
    with zipfile.ZipFile(tmp_path / "copy.zip") as file:
        assert machine(file)["missing_files"] == list(done.missing)


def test_only_a_manager_gives_it_out(desk, person, staff, tmp_path):
    desk.actor = staff[-1]
    with pytest.raises(NotAllowedError):
        desk.person_file.write(person, tmp_path / "copy.zip")
    assert list(tmp_path.glob("copy*")) == []


def test_a_place_that_cannot_be_written_to_is_told_and_nothing_is_left(desk, person, tmp_path):
    with pytest.raises(ShopError, match="could not be written"):
        desk.person_file.write(person, tmp_path / "nowhere" / "copy.zip")


def test_one_who_stops_it_leaves_nothing_behind(desk, person, tmp_path):
    def stop(_share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.person_file.write(person, tmp_path / "copy.zip", stop)
    assert list(tmp_path.glob("copy*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_no_other_account_of_the_pc_can_read_it(handed_out):
    from pathlib import Path

    assert Path(handed_out.filename).stat().st_mode & 0o077 == 0


def test_the_trail_says_that_it_was_given_out(desk, person, handed_out):
    assert [one.what for one in desk.storage.trail.of_row(person.id)][-1] == "person.handed_out"


def test_the_name_of_the_file_names_nobody(desk, fallon):
    assert desk.person_file.name() == "personal-data-2026-11-02.zip"


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "@SUM(1)", "<b>x", "<img src=a>", "名字\u202e", "\ud800"])
def test_hostile_words_are_only_words(desk, person, fallon, tmp_path, text):
    [case] = desk.customers.cases_of(fallon, 5)
    with desk.storage.transaction():
        desk.storage.cases.update(replace(case, one_line=text))
        entry = desk.storage.cases.entries(case.id)[Step.REVIEW]
        desk.storage.cases.save_entry(case.id, replace(entry, answers={"cause_told": text}))
    desk.person_file.write(person, tmp_path / "copy.zip")
    with zipfile.ZipFile(tmp_path / "copy.zip") as file:
        assert machine(file)["cases"][0]["one_line"] == text.replace("\ud800", "\ufffd")
        assert paper(file)
