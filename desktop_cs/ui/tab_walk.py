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
    here = _beside(start, forward=forward)
    while here is not None and here is not start:
        if _can_stand(here, window):
            return here
        here = _beside(here, forward=forward)
    return None


def _beside(widget: QWidget, *, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()


def _can_stand(widget: QWidget, window: QWidget) -> bool:
    return (
        widget.focusPolicy() & _TAB == _TAB
        and widget.focusProxy() is None
        and widget.isEnabled()
        and widget.isVisibleTo(window)
    )
