"""The guide speaks to this customer about this failure, and marks what is better not said."""

from desktop_cs.cases.steps import Step
from desktop_cs.desk.customer_work import new_customer
from desktop_cs.desk.guide_work import called


def test_another_wording_is_another_sentence(desk, take):
    story = take(who="", newcomer=new_customer("Deirdre Fallon", "Mrs"))
    pages = [desk.guide.page(story, Step.APOLOGY, wording) for wording in range(2)]
    assert pages[0] != pages[1]
    assert any("Fallon" in str(page) for page in pages)


def test_each_kind_of_failure_has_its_own_resolution(desk, take, fill):
    late = fill(take(), "review", failure_kind="late")
    rude = fill(take(), "review", failure_kind="how_we_behaved")
    assert desk.guide.page(late, Step.RESOLUTION) != desk.guide.page(rude, Step.RESOLUTION)


def test_a_customer_is_called_by_title_and_name_in_the_order_of_their_script(desk, take):
    assert called(take(who="", newcomer=new_customer("Fallon", "Mrs"))) == "Mrs Fallon"
    assert called(take(who="", newcomer=new_customer("陈玉兰", "女士"))) == "陈玉兰女士"
    assert called(take(who="", newcomer=new_customer("Tom"))) == "Tom"
    assert called(take(who="", reported_by="colleague")) == ""
