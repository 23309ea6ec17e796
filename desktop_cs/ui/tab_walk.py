"""Where Tab leads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_TAB = Qt.FocusPolicy.TabFocus


def next_stop(window: QWidget, *, forward: bool) -> QWidget | None:
    """Return the next widget in Tab order that the focus can stand in itself; None where there is no other.

    Qt stops at a widget with a focus proxy too, wherever it stands in the chain: behind its own parts it
    would lead Tab back into the very question that Tab has just left, without a way out.
    """
    start = window.focusWidget() or window
    here = beside(start, forward=forward)
    while here is not None and here is not start:
        if _can_stand(here, window):
            return here
        here = beside(here, forward=forward)
    return None


def beside(widget: QWidget, *, forward: bool) -> QWidget | None:
    """Return the neighbour of a widget in Tab order; None at an end.

    WORKAROUND: PySide6 takes what these two calls return for a part of the widget that was asked, and
    declares it deleted together with that one: the program crashes later, anywhere. To be given the parent
    that it has anyway changes nothing in Qt and puts that right.
    """
    found = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
    if found is not None:
        found.setParent(found.parentWidget())
    return found


def _can_stand(widget: QWidget, window: QWidget) -> bool:
    return (
        widget.focusPolicy() & _TAB == _TAB
        and widget.focusProxy() is None
        and widget.isEnabled()
        and widget.isVisibleTo(window)
    )
