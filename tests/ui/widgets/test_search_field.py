"""The search field says what it searches."""

from desktop_cs.ui.theme.tokens import LIGHT
from desktop_cs.ui.widgets.search_field import SearchField


def test_the_hint_is_its_name(qtbot):
    field = SearchField("Search or scan: name, phone, receipt", "Ctrl+K")
    qtbot.addWidget(field)
    assert field.accessibleName() == field.placeholderText() == "Search or scan: name, phone, receipt"


def test_the_shortcut_makes_room_for_what_is_typed(qtbot):
    field = SearchField("Search", "Ctrl+K")
    qtbot.addWidget(field)
    field.resize(400, 40)

    def end_of_line():
        image = field.grab().toImage()
        return {image.pixelColor(x, y).name().upper() for x in range(340, 390) for y in range(5, 35)}

    assert LIGHT.muted in end_of_line()
    field.setText("Wang")
    assert LIGHT.muted not in end_of_line()
