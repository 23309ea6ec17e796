"""What the tests of the screen share: one look, and the names that a screen reader is given."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

from desktop_cs.ui.theme import apply_theme

_PRESSED_OR_TYPED_IN = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)


@pytest.fixture(autouse=True)
def quiet_look(qapp):
    """Give every test the light look in English, whatever the test before it put on."""
    apply_theme(qapp, "light", 1.0, "en")


@pytest.fixture
def unnamed():
    """Return a function that lists the controls in a window that a screen reader could not name."""

    def find(window):
        return [
            type(widget).__name__
            for kind in _PRESSED_OR_TYPED_IN
            for widget in window.findChildren(kind)
            if widget.isVisibleTo(window) and not _spoken(widget)
        ]

    return find


def _spoken(widget):
    """Return the name, for a combo box the one we gave: on Linux Qt answers its value."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName().strip()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
