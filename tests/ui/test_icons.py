"""Icons come in the colours of the look and are sharp on every screen."""

import re

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton

from desktop_cs.places import resources_dir
from desktop_cs.ui import icons
from desktop_cs.ui.theme import apply_theme
from desktop_cs.ui.theme.tokens import DARK, LIGHT

FOLDER = resources_dir() / "icons"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.svg")))
def test_every_icon_can_be_drawn_and_recoloured(name):
    assert QSvgRenderer(str(FOLDER / f"{name}.svg")).isValid()
    assert "currentColor" in (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def test_the_licence_lies_beside_the_icons():
    assert "ISC License" in (FOLDER / "LICENSE-Lucide.txt").read_text(encoding="utf-8")


def test_every_icon_that_the_screen_names_is_there(root):
    named = {
        name
        for path in (root / "desktop_cs" / "ui").rglob("*.py")
        for name in re.findall(
            r'(?:icon|pixmap|IconLabel)\(\s*"([a-z0-9-]+)"', path.read_text(encoding="utf-8")
        )
    }
    assert named - {path.stem for path in FOLDER.glob("*.svg")} == set()


def ink(pixmap):
    """Return the colours of the fully opaque dots."""
    image = pixmap.toImage()
    dots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {dot.name().upper() for dot in dots if dot.alpha() == 255}


def test_an_icon_has_the_colour_that_was_asked_for(qapp):
    assert ink(icons.pixmap("check", "danger", 48)) == {LIGHT.danger}


@pytest.mark.parametrize(("ratio", "device_px"), [(1.0, 20), (1.25, 25), (2.0, 40)])
def test_an_icon_has_a_dot_for_every_dot_of_the_screen(qapp, ratio, device_px):
    picture = icons.pixmap("printer", "text", 20, ratio)
    assert picture.width() == device_px
    assert picture.deviceIndependentSize().width() == 20


def test_the_icon_of_a_button_follows_the_look(qtbot, qapp):
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icons.icon("check", "primary"))
    assert ink(button.icon().pixmap(48)) == {LIGHT.primary}
    apply_theme(qapp, "dark", 1.0, "en")
    assert ink(button.icon().pixmap(48)) == {DARK.primary}


def test_the_icon_of_a_disabled_button_is_grey(qapp):
    assert ink(icons.icon("check", "primary").pixmap(48, QIcon.Mode.Disabled)) == {
        QColor(LIGHT.muted).name().upper()
    }


def test_an_icon_that_does_not_exist_is_a_mistake_of_the_caller(qapp):
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", "text", 20)
