"""One walk through the real window, as a person goes: `walked.py DATA REPORT`. Run by `walk_stalls.py`."""

import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import AT
from heartbeat import Heartbeat, KeyToPaint, OwnTime, Paintings
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from walked_letters import letters, settings_and_slip

from desktop_cs.app import App
from desktop_cs.cases.steps import Step
from desktop_cs.forms import answers as form_answers
from desktop_cs.forms.field_types import FIELD_TYPES
from desktop_cs.places import resources_dir
from desktop_cs.ui.first_paint import FirstPaint
from desktop_cs.ui.quick_imports import spare_the_sources

KEY_MS, LOOK_MS, READ_MS = 60, 250, 1200  # between two keys, before the next question, at a new page
MOST_KEYS = 40  # typed of one answer; the rest is put in at once
TYPED = {"text", "long_text", "code", "money", "number", "product"}


class Walk:
    """Takes a case from "New case" to its letter, then goes to every other place."""

    def __init__(self, app: App, report: Path) -> None:
        self.app, self.window, self.report = app, app.window, report
        self.clock = OwnTime()
        self.keys_ms: list[float] = []
        self.pages_ms: dict[str, float] = {}
        path = resources_dir() / "practice" / "walk.toml"
        self.answers = tomllib.loads(path.read_text(encoding="utf-8"))
        self.acts = self.steps()

    def go_on(self) -> None:
        """Do the next thing, then wait as long as it says."""
        QTimer.singleShot(next(self.acts, 0), self.go_on)

    def steps(self) -> Iterator[int]:
        """Do one thing after the other; yield the ms until the next."""
        while self.window.pages is None or not self.window.pages.place:
            yield 50
        yield READ_MS  # the start has figures of its own
        self.beat = Heartbeat(self.clock, self.app)
        yield from self.new_case()
        for step in Step:
            yield from self.fill(step)
            yield from self.press(f"from {step} on", "Return", Qt.KeyboardModifier.ControlModifier)
        frame = self.window.pages.page().frame
        while not frame.check.letter.view.pdf():
            yield 100
        yield READ_MS
        yield from self.press("Finish", "Return", Qt.KeyboardModifier.ControlModifier)
        case_id = self.window.pages.page().subject()
        for place in ("reports", "cases", "customers", "today"):
            yield from self.visit(place, self.window.navigation.button(place).click)
        yield from letters(self)
        yield from settings_and_slip(self, getattr(case_id, "case_id", case_id))
        self.window.top.focus_search()
        yield from self.type("search", "Wang Li")
        yield READ_MS
        self.write_report()

    def new_case(self) -> Iterator[int]:
        """Say who it is and what happened."""
        yield from self.press("New case", "N", Qt.KeyboardModifier.ControlModifier)
        fields, case = self.window.pages.page().fields, self.answers["case"]
        for widget, text in (
            (fields.choice.name, case["customer"]["name"]),
            (fields.phone, case["customer"]["phone"]),
            (fields.address, case["customer"]["address"]),
            (fields.one_line, case["one_line"]),
        ):
            widget.setFocus()
            yield from self.type("New case", text)
        yield from self.press("Begin", "Return", Qt.KeyboardModifier.ControlModifier)

    def fill(self, step: Step) -> Iterator[int]:
        """Answer the questions of a step one by one, texts by the keyboard."""
        desk, view = self.app.desk, self.window.pages.page().frame.pane.view()
        form, context = desk.forms[step], desk.context()
        rules = {"second_failure", "apology_passed"}
        checked = form_answers.from_table(form, self.answers[step], context, rules)
        for key, text in checked.stored.items():
            self.beat.doing = f"{step}: {key}"
            field = form.field(key)
            raw = FIELD_TYPES[field.type].as_typed(field, text, context)
            view.focus_field(key)
            yield LOOK_MS
            if field.type in TYPED:
                yield from self.type(f"{step}: {key}", raw[:MOST_KEYS])
            editor = view.editor(key)
            if editor.raw() != raw:
                editor.set_raw(raw)
                editor.edited.emit()
            yield LOOK_MS

    def type(self, doing: str, text: str) -> Iterator[int]:
        """Press the keys of a text one by one; each is noted until its painting."""
        for letter in text:
            self.beat.doing = f"{doing}: typing"
            focused = QApplication.focusWidget()
            if focused is None:
                raise SystemExit(f"Nothing has the focus while typing at “{doing}”.")
            seen = focused.viewport() if isinstance(focused, QAbstractScrollArea) else focused
            KeyToPaint(self.clock, seen, self.keys_ms.append)
            QTest.keyClick(self.window.windowHandle(), letter)
            yield KEY_MS

    def press(self, doing: str, key: str, modifier: Qt.KeyboardModifier) -> Iterator[int]:
        """Press a shortcut that brings another page or step."""
        pressed = getattr(Qt.Key, f"Key_{key}")
        yield from self.visit(doing, lambda: QTest.keyClick(self.window.windowHandle(), pressed, modifier))

    def visit(self, doing: str, go: Callable[[], object]) -> Iterator[int]:
        """Do what brings another page, and note how soon it is painted."""
        self.beat.doing = doing
        paintings = Paintings(self.clock)
        go()
        yield READ_MS // 2
        self.pages_ms[doing] = paintings.until(self.shown())
        yield READ_MS // 2

    def shown(self) -> QWidget:
        """Return what is to be painted: the form of the step, the page to check, or the page."""
        page = self.window.pages.page()
        pane = getattr(getattr(page, "frame", None), "pane", None)
        if pane is None:
            return page
        return pane.view() if pane.isVisible() else page.frame.check

    def write_report(self) -> None:
        """Write down what was felt, and end."""
        felt = {
            "stalls": self.beat.told(),
            "longest_ms": self.beat.longest_ms,
            "keys_ms": self.keys_ms,
            "pages_ms": self.pages_ms,
        }
        self.report.write_text(json.dumps(felt), encoding="utf-8")
        QGuiApplication.quit()


def main() -> None:
    """Open the window on the data, and walk."""
    spare_the_sources()
    qt = QApplication(sys.argv[:1])
    app = App(qt, Path(sys.argv[1]), AT)
    FirstPaint(app.window, app.open_data)
    app.window.show()
    app.window.activateWindow()
    walk = Walk(app, Path(sys.argv[2]))
    QTimer.singleShot(READ_MS, walk.go_on)
    qt.exec()
    app.close()


if __name__ == "__main__":
    main()
