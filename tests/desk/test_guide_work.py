"""The guide speaks to this customer about this failure, whatever became of its files."""

import shutil
from dataclasses import replace

import pytest

from desktop_cs import places
from desktop_cs.cases.steps import Step
from desktop_cs.desk.customer_work import new_customer
from desktop_cs.desk.guide_work import called
from desktop_cs.guide.edits import GuideEdit


@pytest.fixture
def own_resources(tmp_path, monkeypatch):
    """Let the program read a copy of its resources, of which the guide can be spoiled; return its folder."""
    folder = tmp_path / "resources"
    for name in ("guide", "letters", "wording"):
        shutil.copytree(places.resources_dir() / name, folder / name)
    monkeypatch.setattr(places, "resources_dir", lambda: folder)
    return folder / "guide" / "en"


def test_another_wording_is_another_sentence(desk, take):
    story = take(who="", newcomer=new_customer("Deirdre Fallon", "Mrs"))
    pages = [desk.guide.page(story, Step.APOLOGY, wording) for wording in range(2)]
    assert pages[0].say != pages[1].say
    assert all("Mrs Fallon" in page.say.text for page in pages)


@pytest.mark.parametrize(
    ("name", "title", "spoken"),
    [
        ("Fallon", "Mrs", "Mrs Fallon"),
        ("Deirdre Fallon", "", "Deirdre Fallon"),
        ("Madonna", "", "Madonna"),
        ("Dr. Lee", "", "Dr. Lee"),
        ("Wang Xiaoming", "Mr", "Mr Wang"),
    ],
)
def test_a_customer_is_spoken_to_as_people_speak(desk, take, name, title, spoken):
    page = desk.guide.page(take(who="", newcomer=new_customer(name, title)), Step.APOLOGY)
    assert f", {spoken}." in page.say.text


def test_a_customer_whom_nobody_knows_is_spoken_to_without_a_name(desk, take):
    page = desk.guide.page(take(who="", reported_by="colleague"), Step.APOLOGY)
    assert page.say.text.startswith("I am so sorry this happened to you. ")


def test_each_kind_of_failure_has_its_own_resolution(desk, take, fill):
    late = fill(take(), "review", failure_kind="late")
    rude = fill(take(), "review", failure_kind="how_we_behaved")
    assert desk.guide.page(late, Step.RESOLUTION) != desk.guide.page(rude, Step.RESOLUTION)


def test_a_second_failure_opens_with_why_apology_and_promise_come_first(desk, take, fill):
    story = fill(take(), "review", failure_kind="late")
    again = replace(story, case=replace(story.case, earlier_case_id=story.case.id))
    assert not desk.guide.page(story, Step.APOLOGY).is_second_failure
    page = desk.guide.page(again, Step.APOLOGY)
    assert page.is_second_failure
    assert "Money comes after" in page.because


def test_a_file_edited_into_nonsense_is_named_and_the_guide_goes_on(own_resources, desk, take, fill):
    (own_resources / "late.toml").write_text('[apology]\nyou_could_say = ["x', encoding="utf-8")
    story = fill(take(), "review", failure_kind="late")
    page = desk.guide.page(story, Step.APOLOGY)
    assert page.say.text
    (problem,) = page.problems
    assert problem.startswith("late.toml, line 2: ")
    assert desk.guide.problems("en") == [problem]


def test_a_fault_in_a_file_that_this_case_does_not_need_is_not_told_beside_it(
    own_resources, desk, take, fill
):
    (own_resources / "late.toml").write_text("[", encoding="utf-8")
    story = fill(take(), "review", failure_kind="damaged")
    assert desk.guide.page(story, Step.APOLOGY).problems == ()


def test_without_any_file_the_guide_is_empty_and_says_so(own_resources, desk, take):
    shutil.rmtree(own_resources)
    page = desk.guide.page(take(), Step.APOLOGY)
    assert page.say.text == ""
    assert any("any.toml: the file is missing" in problem for problem in page.problems)


def test_a_version_spoiled_in_the_records_gives_way_to_the_shipped_one(desk, take, fill, clock):
    story = fill(take(), "review", failure_kind="late")
    before = desk.guide.page(story, Step.APOLOGY)
    with desk.storage.transaction():
        desk.storage.guides.save_edit(GuideEdit("en", "late", "apology", "\x00 nonsense [", clock.now()))
    desk.guide.forget("en")
    page = desk.guide.page(story, Step.APOLOGY)
    assert replace(page, problems=()) == before
    (problem,) = page.problems
    assert problem.startswith("Your own text for “We are late”, Apology, cannot be read: ")


def test_a_customer_is_called_by_title_and_name_in_the_order_of_their_script(desk, take):
    assert called(take(who="", newcomer=new_customer("Fallon", "Mrs"))) == "Mrs Fallon"
    assert called(take(who="", newcomer=new_customer("陈玉兰", "女士"))) == "陈玉兰女士"
    assert called(take(who="", newcomer=new_customer("Tom"))) == "Tom"
    assert called(take(who="", reported_by="colleague")) == ""
