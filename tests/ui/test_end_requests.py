"""Requests to end from outside; those by a signal are tried on the real program in `tests/test_app.py`."""

from PySide6.QtCore import SIGNAL

from desktop_cs.ui.end_requests import EndRequests

SESSION_ENDS = SIGNAL("commitDataRequest(QSessionManager&)")


def test_the_end_of_a_session_is_heard(qapp, monkeypatch):
    monkeypatch.setattr(EndRequests, "_read_signals", lambda _requests: None)  # the tests keep their own
    before = qapp.receivers(SESSION_ENDS)
    requests = EndRequests(qapp)
    assert qapp.receivers(SESSION_ENDS) == before + 1
    requests.deleteLater()
