"""The failures that are raised on purpose carry what their reader needs."""

from desktop_cs.errors import DeskError, ShopError, UserError


def test_what_a_person_can_mend_names_its_question():
    refusal = UserError("Write a name.", "customer")
    assert (str(refusal), refusal.field) == ("Write a name.", "customer")
    assert UserError("Write a name.").field == ""


def test_the_details_of_a_failure_stand_beside_its_sentence():
    failure = ShopError("The disk is full.", "ENOSPC")
    assert (str(failure), failure.details) == ("The disk is full.", "ENOSPC")
    assert isinstance(failure, DeskError)
    assert not isinstance(failure, UserError)
