"""The look can change at any time, without a restart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_cs.ui.theme import apply_theme, look
from desktop_cs.ui.theme.tokens import DARK, LIGHT
from desktop_cs.ui.widgets.labels import text_label


def test_a_label_takes_the_colours_of_a_new_look(qtbot, qapp):
    label = text_label("Hello", "muted")
    qtbot.addWidget(label)
    assert label.palette().windowText().color().name().upper() == LIGHT.muted
    apply_theme(qapp, "dark", 1.0, "en")
    assert label.palette().windowText().color().name().upper() == DARK.muted


def test_a_larger_text_size_makes_type_and_fields_larger(qtbot, qapp):
    label, field = text_label("Hello", "h1"), QLineEdit()
    for widget in (label, field):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    before = (label.font().pixelSize(), field.sizeHint().height())
    apply_theme(qapp, "light", 1.5, "en")
    assert before == (22, 40)
    assert (label.font().pixelSize(), field.sizeHint().height()) == (33, 60)


def test_a_smaller_text_size_leaves_targets_as_large_as_they_were(qapp):
    apply_theme(qapp, "light", 0.9, "en")
    assert look().px(40) == 40
    assert look().type_px("h1") == 20


@pytest.mark.parametrize(("wanted", "given"), [(0.1, 0.9), (9.0, 1.5)])
def test_a_text_size_beyond_the_offered_ones_is_brought_inside(qapp, wanted, given):
    apply_theme(qapp, "light", wanted, "en")
    assert look().text_size == given


@pytest.mark.parametrize(
    ("language", "first"),
    [("zh_CN", "Microsoft YaHei UI"), ("zh_TW", "Microsoft JhengHei UI"), ("en", "Segoe UI")],
)
def test_each_language_has_its_own_fonts_first(qapp, language, first):
    apply_theme(qapp, "light", 1.0, language)
    assert qapp.font().families()[0] == first


def test_the_look_follows_the_desktop_only_when_asked_to(qapp, monkeypatch):
    dark = {"it is": False}
    monkeypatch.setattr(
        type(qapp.styleHints()),
        "colorScheme",
        lambda _hints: Qt.ColorScheme.Dark if dark["it is"] else Qt.ColorScheme.Light,
    )
    apply_theme(qapp, "system", 1.0, "en")
    assert look().colours is LIGHT
    dark["it is"] = True
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look().colours is DARK

    apply_theme(qapp, "light", 1.0, "en")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look().colours is LIGHT


def test_an_unknown_scheme_is_a_mistake_of_the_caller(qapp):
    with pytest.raises(KeyError):
        apply_theme(qapp, "purple", 1.0, "en")
