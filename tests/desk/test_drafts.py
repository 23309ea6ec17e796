"""What was typed and could not be stored is kept in a file of its own."""

import stat
import sys
from uuid import uuid4

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.desk.drafts import Drafts

CASE = uuid4()


def test_a_draft_comes_back_as_it_was_typed_until_it_is_forgotten(tmp_path):
    Drafts(tmp_path).keep(CASE, Step.REVIEW, {"product": "Kettle “2”\n水壶"})
    assert Drafts(tmp_path).of_case(CASE) == {Step.REVIEW: {"product": "Kettle “2”\n水壶"}}
    assert Drafts(tmp_path).of_case(uuid4()) == {}
    Drafts(tmp_path).forget(CASE, Step.REVIEW)
    assert Drafts(tmp_path).of_case(CASE) == {}


def test_the_last_draft_of_a_step_holds(tmp_path):
    drafts = Drafts(tmp_path)
    for words in ("I am", "I am sorry"):
        assert drafts.keep(CASE, Step.APOLOGY, {"own_words": words})
    assert drafts.of_case(CASE) == {Step.APOLOGY: {"own_words": "I am sorry"}}
    assert len(list((tmp_path / "drafts").iterdir())) == 1


def test_a_folder_that_takes_nothing_says_so_and_raises_nothing(tmp_path):
    (tmp_path / "drafts").write_text("a file in the way")
    assert Drafts(tmp_path).keep(CASE, Step.APOLOGY, {"own_words": "I am sorry"}) is False
    assert Drafts(tmp_path).of_case(CASE) == {}


@pytest.mark.parametrize("content", [b"", b"{torn", b"\xff\xfe", b"[]", b"3"])
def test_a_file_that_cannot_be_read_is_passed_over(tmp_path, content):
    drafts = Drafts(tmp_path)
    drafts.keep(CASE, Step.APOLOGY, {})
    next((tmp_path / "drafts").iterdir()).write_bytes(content)
    assert drafts.of_case(CASE) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="the rights of files are different on Windows")
def test_nobody_else_on_this_pc_can_read_it(tmp_path):
    Drafts(tmp_path).keep(CASE, Step.APOLOGY, {"own_words": "I am sorry"})
    assert stat.S_IMODE(next((tmp_path / "drafts").iterdir()).stat().st_mode) == 0o600
