"""The way back: each place once, whether one comes back by a key or by a button."""

from desktop_cs.cases.steps import Step
from desktop_cs.desk.casework import Intake
from desktop_cs.ui.cases.case_page import CasePlace


def test_the_back_arrow_of_a_slip_leaves_no_second_step_in_the_case(window, taken):
    window.go("case", CasePlace(taken.id, Step.RESOLUTION))
    window.pages.page().frame.header.slip_wanted.emit()
    window.pages.page().back.click()
    assert window.pages.page().subject().step is Step.RESOLUTION
    window.pages.go_back()
    assert window.pages.place == "today"


def test_going_from_a_slip_to_another_step_leaves_no_second_one_either(window, taken):
    window.go("case", CasePlace(taken.id, Step.RESOLUTION))
    window.go("slip", window.pages.page().subject())
    window.go("case", CasePlace(taken.id, Step.REVIEW))
    window.pages.go_back()
    assert window.pages.place == "today"


def test_a_changed_header_leads_back_into_its_case_once(window, taken):
    window.go("case", taken.id)
    window.go("new_case", taken.id)
    window.pages.page().begin.click()
    assert window.pages.place == "case"
    window.pages.go_back()
    assert window.pages.place == "today"


def test_another_case_begun_meanwhile_leads_back_to_the_first(window, taken, shop):
    other = shop.casework.take(Intake("Kettle leaks", "Nina Bauer")).value
    window.go("case", taken.id)
    window.go("new_case")
    window.go("case", other.id)
    window.pages.go_back()
    assert window.pages.page().subject().case_id == taken.id
    window.pages.go_back()
    assert window.pages.place == "today"
