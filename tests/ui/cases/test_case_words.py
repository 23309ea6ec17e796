"""Everything that can happen to a case is told in words."""

import pytest

from desktop_cs.cases.silence import TOLD
from desktop_cs.desk.case_lookup import NOT_THE_SAME, TIED
from desktop_cs.desk.case_view import EXPRESS
from desktop_cs.desk.hand_over import HANDED_OVER
from desktop_cs.followups.followup import FollowUpKind
from desktop_cs.followups.tries import LEFT_WORD, NOT_REACHED, try_event
from desktop_cs.ui.cases.case_words import event_words

TRIES = [try_event(kind, reached) for kind in FollowUpKind for reached in (LEFT_WORD, NOT_REACHED)]


@pytest.mark.parametrize("what", [TOLD, EXPRESS, HANDED_OVER, TIED, NOT_THE_SAME, *TRIES])
def test_no_event_is_shown_as_its_id(what):
    assert event_words(what) != what
    assert "_" not in event_words(what)
