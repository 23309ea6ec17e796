"""How far promises could be trusted, as a distribution."""

from desktop_cs.summary.trust import distribution, usual


def test_every_promise_falls_into_one_band():
    assert distribution([-25.0, -0.1, 0.0, 22.2, 25.0, 50.0, 74.9, 75.0, 100.0]) == (2, 2, 1, 2, 2)


def test_a_month_without_promises_has_empty_bands_and_no_middle():
    assert distribution([]) == (0, 0, 0, 0, 0)
    assert usual([]) is None


def test_the_usual_trust_is_not_moved_by_one_very_late_answer():
    assert usual([75.0, 22.2, -900.0]) == 22.2
    assert usual([75.0, 22.2]) == 48.6
