"""The program as it is, on a real screen; for every line on its input it tells how it stands.

Run by `test_real_keys.py` in a process of its own: keys come from the X server, as from a keyboard.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from desktop_cs.app import App
from desktop_cs.storage.file.window_lock import WindowLock
from desktop_cs.ui.end_requests import EndRequests
from desktop_cs.ui.second_start import SecondStart


def asked_by(widget):
    """Return the id of the question that a widget belongs to, with its lines too; "" where it is none."""
    from desktop_cs.ui.forms.editor import Editor

    question = ""
    while widget is not None:
        question = widget.field.id if isinstance(widget, Editor) else question
        widget = widget.parentWidget()
    return question


def told(app):
    """Return how the window stands."""
    from desktop_cs.ui.cover import cover

    window, focus = app.window, QApplication.focusWidget()
    page = window.pages.page() if window.pages else None  # none yet behind the tiles
    text = focus.text() if isinstance(focus, (QLineEdit, QPushButton)) else ""
    return {
        "is_ready": window.at_hand is not None and window.isActiveWindow(),
        "is_signed_in": not window.is_covered,
        "place": window.pages.place if window.pages else "",
        "case": str(getattr(page.subject(), "case_id", "")) if page else "",
        "text": focus.toPlainText() if isinstance(focus, QPlainTextEdit) else text,
        "question": asked_by(focus),
        "focus": focus.accessibleName() if focus else "",
        "is_covered": cover.is_on,
        "search": window.top.search.text(),
        "done": window.toast.isVisible(),
        "minimised": window.isMinimized(),
    }


def run(folder):
    """Run the program on this folder until its input ends."""
    qt = QApplication(["desktop-cs"])
    lock, second = WindowLock(folder), SecondStart(folder, qt)
    lock.take()
    app = App(qt, folder, "", lock)
    EndRequests(qt).came.connect(app.end)
    second.called.connect(app.come_to_front)
    app.opened.connect(second.listen)
    app.window.show()
    app.open_data()
    pipe = os.fdopen(sys.stdin.fileno(), "rb", buffering=0)
    asked = QSocketNotifier(pipe.fileno(), QSocketNotifier.Type.Read)

    def answer():
        if not pipe.readline():
            qt.quit()
            return
        sys.stdout.write(json.dumps(told(app)) + "\n")
        sys.stdout.flush()

    asked.activated.connect(answer)
    qt.exec()
    app.close()
    lock.free()


if __name__ == "__main__":
    run(Path(sys.argv[1]))
