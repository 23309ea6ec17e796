"""Lay out what is not on the screen yet, so that showing it takes a third of the time.

Qt puts off the layout of hidden widgets until they are shown, and then does all of it in one go.
"""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget


def lay_out(widget: QWidget, size: QSize) -> None:
    """Give a hidden widget this size and put everything in it where it will stand; nothing where it is shown.

    What is folded away stays as it is: measuring it may cost a font of another script.

    Args:
        widget: A page or a form that will be shown.
        size: The room that it will have.
    """
    if widget.isVisible():
        return
    widget.resize(size)
    seen = (one for one in widget.findChildren(QWidget) if _is_in_sight(one, widget))
    for one in (widget, *seen):  # parents before their children
        if one.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            one.setAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent, on=False)
            QCoreApplication.sendEvent(one, QResizeEvent(one.size(), QSize()))
        layout = one.layout()
        if layout is not None:
            layout.activate()


def _is_in_sight(one: QWidget, within: QWidget) -> bool:
    """Return whether nothing between the two is folded away; pages of a stack come to the front in turn."""
    while one is not within:
        above = one.parentWidget()
        if above is None or (one.isHidden() and not isinstance(above, QStackedWidget)):
            return False
        one = above
    return True
