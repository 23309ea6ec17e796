"""What the journeys share: somebody is at the window from beginning to end."""

import pytest


@pytest.fixture(autouse=True)
def somebody_is_there(monkeypatch):
    """Never cover the window: a machine that stalls for half a minute is taken for one that slept.

    On a busy one that happens in the middle of a journey, and Tab then goes round among the tiles.
    """
    monkeypatch.setattr("desktop_cs.ui.entry.idle_watch.IdleWatch.look", lambda _watch: None)
