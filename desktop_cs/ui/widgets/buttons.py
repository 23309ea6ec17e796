"""Buttons: one primary for the next action, secondary, quiet, danger, and small ones with only an icon."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_cs.ui.icons import icon
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.labels import set_property

_ICON_COLOURS = {"primary": "on_primary", "quiet": "primary_text", "link": "primary_text", "danger": "danger"}


def primary_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return the button of *the* next action; at most one on a page."""
    return _button(text, "primary", icon_name, parent)


def secondary_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a button with a border."""
    return _button(text, "secondary", icon_name, parent)


def quiet_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a button that is only its words."""
    return _button(text, "quiet", icon_name, parent)


def danger_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return the button of what cannot be undone; its words name the act."""
    return _button(text, "danger", icon_name, parent)


def link_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a low button that is only its words, for the lines of a list."""
    return _button(text, "link", icon_name, parent)


def icon_button(icon_name: str, name: str, parent: QWidget | None = None) -> QPushButton:
    """Return a small button with only an icon; `name` is its tool tip and what a screen reader says."""
    made = _button("", "icon", icon_name, parent)
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made


def fold_button(text: str, icon_name: str, parent: QWidget | None = None) -> QPushButton:
    """Return a heading that folds what stands below it; `toggled` says so."""
    made = _button(text, "fold", icon_name, parent)
    made.setCheckable(True)
    return made


def turn_chevron(button: QPushButton) -> None:
    """Let a button fold something: its chevron points at its words while folded, and down while open."""

    def turn(opened: bool) -> None:
        colour = _ICON_COLOURS.get(button.property("kind"), "text")
        button.setIcon(icon("chevron-down" if opened else "chevron-right", colour))

    button.setCheckable(True)
    button.toggled.connect(turn)
    turn(button.isChecked())


def set_kind(button: QPushButton, kind: str, icon_name: str = "") -> None:
    """Make a button primary, secondary or quiet, its icon with it."""
    set_property(button, "kind", kind)
    if icon_name:
        button.setIcon(icon(icon_name, _ICON_COLOURS.get(kind, "text")))


def set_words(button: QPushButton, text: str) -> None:
    """Give a button its words, an "&" in them being only that."""
    button.setText(text.replace("&", "&&"))
    button.setAccessibleName(text)
    behind = S if text else 0  # Qt leaves 4 px between icon and words, which is too close
    button.setIconSize(QSize(look().px(18) + behind, look().px(18)))


def _button(text: str, kind: str, icon_name: str, parent: QWidget | None) -> QPushButton:
    made = QPushButton(parent)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if icon_name:
        made.setIcon(icon(icon_name, _ICON_COLOURS.get(kind, "text")))
    set_words(made, text)
    return made
