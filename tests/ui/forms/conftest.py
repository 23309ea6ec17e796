"""A form with every kind of answer, and a shop to fill it in."""

from datetime import datetime
from pathlib import Path

import pytest

from desktop_cs.forms.checking import CheckContext
from desktop_cs.forms.definition import Field, Option
from desktop_cs.forms.loader import load_form
from desktop_cs.ui.forms.editor import EditorSetting
from desktop_cs.ui.forms.form_view import FormView

NOW = datetime.fromisoformat("2026-11-22T14:05")  # a Sunday


@pytest.fixture(scope="session")
def context():
    return CheckContext("USD", NOW, "en")


@pytest.fixture
def setting(context):
    return EditorSetting(context, ("Lena Kraus", "James Okafor"))


@pytest.fixture(scope="session")
def rich_form():
    return load_form(Path(__file__).with_name("rich.toml"), languages=("en", "zh_CN"))


@pytest.fixture
def view(qtbot, rich_form, context):
    """Return the rich form in a window that has the focus, all of its questions built."""
    made = FormView(rich_form, "en", context, ["Lena Kraus", "James Okafor"])
    qtbot.addWidget(made)
    made.resize(700, 1200)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    for field in rich_form.fields():
        if field.id not in {"hidden_until_again", "tried"}:
            made.editor(field.id)
    return made


@pytest.fixture
def field():
    """Return a function that makes a question of a kind."""

    def make(kind, options=(), **more):
        made = tuple(Option(name, {"en": name.capitalize()}, {}) for name in options)
        return Field("asked", kind, {"en": "Asked"}, {}, options=made, **more)

    return make
