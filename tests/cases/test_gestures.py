"""What of the catalogue may be chosen."""

from dataclasses import replace
from uuid import uuid4

from desktop_cs.cases.gestures import Gesture, GestureState


def test_only_adopted_gestures_are_offered_and_goods_on_hold_never():
    gesture = Gesture(uuid4(), "A call by the technician")
    assert gesture.is_offered
    assert not replace(gesture, state=GestureState.IDEA).is_offered
    assert not replace(gesture, on_hold=True).is_offered
