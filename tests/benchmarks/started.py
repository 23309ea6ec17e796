"""One start, measured from inside: `started.py empty|shop BEGUN REPORT [words of the program]`.

`start.py` runs this in a process of its own and hands over when that process was begun, by the clock that all
processes share. Nothing of the program is changed: three of its methods are followed by a look at the clock.
"""

import sys
import time

BEGUN = float(sys.argv[2])
REPORT = sys.argv[3]
IDLE_MS = 4000  # after Today is filled: the way to the first case is made ready by then, and counts
LATE = ("reportlab", "numpy", "uharfbuzz", "pypdfium2", "babel", "cryptography")
SOON_MS = (
    1000  # after Today is filled: nothing of the letters' pages and of the handwriting is needed by then
)
LETTERS = (
    "desktop_cs.letters.hand",
    "desktop_cs.ui.letters.letter_page",
    "desktop_cs.ui.letters.register_page",
)
marks: dict[str, float] = {}
early: list[str] = []


def mark(name: str) -> None:
    """Note how long it took until now: on the wall, and of the processor."""
    if name not in marks:
        marks[name] = time.monotonic() - BEGUN
        marks[f"{name}_cpu"] = time.process_time()


def after_paint(widget: object, name: str) -> None:
    """Have the moment noted at which this widget's first painting is over and the next event is served."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
            if event.type() == QEvent.Type.Paint and watched is widget:
                served = QEvent(QEvent.Type.User)
                QCoreApplication.postEvent(self, served, Qt.EventPriority.HighEventPriority.value)
                widget.removeEventFilter(self)
            return False

        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.User:
                mark(name)
            return super().event(event)

    widget.installEventFilter(Watch(widget))


def memory_kb() -> int:
    """Return the memory of this process that is in use, in KB; 0 where the system does not tell."""
    from pathlib import Path

    try:
        with Path("/proc/self/status").open(encoding="utf-8") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    except OSError:
        return 0


def report_and_quit() -> None:
    """Write down what was measured, and end."""
    import json
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    loaded = [*early, *(name for name in LATE if name in sys.modules)]
    figures = {**marks, "memory_kb": memory_kb(), "loaded": loaded}
    Path(REPORT).write_text(json.dumps(figures), encoding="utf-8")
    QApplication.quit()


def note_early() -> None:
    """Note which parts of the letters are imported already."""
    early.extend(name for name in LETTERS if name in sys.modules)


def empty() -> None:
    """Show a window with nothing in it."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    qt = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1366, 697)
    _watch_after(window)
    window.show()
    qt.exec()


def _watch_after(window: object) -> None:
    from PySide6.QtCore import QTimer

    after_paint(window, "window")
    QTimer.singleShot(IDLE_MS, report_and_quit)


def shop() -> None:
    """Start the program as `python -m desktop_cs` does, and follow it."""
    from desktop_cs.__main__ import main
    from desktop_cs.ui.main_window import MainWindow

    def show(window: MainWindow) -> None:
        after_paint(window, "window")
        original_show(window)

    def take_over(window: MainWindow, *words: object) -> None:
        nonlocal original_make_page
        from desktop_cs.ui import page_stack

        original_make_page, page_stack.make_page = page_stack.make_page, make_page
        original_take_over(window, *words)
        row = window.pages.page().agenda_view.rows[0]
        assert row.isEnabled()
        assert row.receivers("2clicked()") > 0
        after_paint(row, "today")

    def put(cards: object, name: str, card: object) -> None:
        from PySide6.QtCore import QTimer

        original_put(cards, name, card)
        if name == "month":
            mark("all")
            QTimer.singleShot(SOON_MS, note_early)
            QTimer.singleShot(IDLE_MS, report_and_quit)

    def make_page(name: str, *words: object) -> object:
        nonlocal original_put
        page = original_make_page(name, *words)
        if name == "today":
            side = type(page.side)
            original_put, side.put = side.put, put
        return page

    original_put = original_make_page = None
    original_show, MainWindow.show = MainWindow.show, show
    original_take_over, MainWindow.take_over = MainWindow.take_over, take_over
    sys.argv = ["desktop-cs", *sys.argv[4:]]
    main()


if __name__ == "__main__":
    {"empty": empty, "shop": shop}[sys.argv[1]]()
