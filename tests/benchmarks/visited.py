"""Visits to Today in the real window, by turns with a bare list: `visited.py DATA REPORT ROUNDS`.

Run by `today_500.py`. The bare list is what Qt itself needs: as many labels as Today shows rows,
its names read by one statement of SQL on the same connection.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import AT
from heartbeat import Heartbeat, OwnTime
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from desktop_cs.app import App
from desktop_cs.ui.first_paint import FirstPaint
from desktop_cs.ui.quick_imports import spare_the_sources

WARM_MS, REST_MS = 3000, 700  # until the start is over; between two visits
_NAMES = """SELECT recovery_case.who, follow_up.due_at FROM follow_up
    JOIN recovery_case ON follow_up.case_id = recovery_case.id
    WHERE follow_up.state = 'open' ORDER BY follow_up.due_at"""


class Visits:
    """Goes to Today and back, as often as asked."""

    def __init__(self, app: App, report: Path, rounds: int) -> None:
        self.app, self.window, self.report, self.rounds = app, app.window, report, rounds
        self.clock = OwnTime()
        self.felt: dict[str, list[float]] = {"today_ms": [], "bare_ms": [], "stalls_ms": []}
        self.bare: QWidget | None = None
        self.acts = self.steps()

    def go_on(self) -> None:
        """Do the next thing, then wait as long as it says."""
        QTimer.singleShot(next(self.acts, 0), self.go_on)

    def steps(self) -> Iterator[int]:
        """Do one thing after the other; yield the ms until the next."""
        while self.window.pages is None or not self.window.pages.place:
            yield 50
        yield WARM_MS
        beat = Heartbeat(self.clock, self.app)
        for _round in range(self.rounds):
            self.window.go("cases")
            yield REST_MS
            beat.longest_ms = 0.0
            self.timed(
                "today_ms", lambda: self.window.go("today"), lambda: self.window.pages.page().agenda_view
            )
            yield REST_MS
            self.felt["stalls_ms"].append(beat.longest_ms)
            self.timed("bare_ms", self.show_bare, lambda: self.bare)
            yield REST_MS
            self.bare.deleteLater()
        self.report.write_text(json.dumps(self.felt), encoding="utf-8")
        QApplication.quit()

    def timed(self, name: str, act: Callable[[], None], shown: Callable[[], QWidget]) -> None:
        """Note the ms until what an act shows is painted and the next event is served."""
        begun = self.clock.now()
        act()
        watched = Painted(shown(), lambda: self.felt[name].append((self.clock.now() - begun) * 1000))
        shown().installEventFilter(watched)

    def show_bare(self) -> None:
        """Show the same rows as bare labels over the window."""
        rows = len(self.window.pages.page().agenda_view.rows)
        connection = self.app.desk.storage._file.connection()
        names = connection.execute(_NAMES).fetchall()
        self.bare = QWidget(self.window)
        column = QVBoxLayout(self.bare)
        for who, due_at in names[:rows]:
            column.addWidget(QLabel(f"{who} {due_at}", self.bare))
        self.bare.setGeometry(self.window.rect())
        self.bare.show()


class Painted(QObject):
    """Calls back once a widget's next painting is over."""

    def __init__(self, widget: QWidget, noted: Callable[[], None]) -> None:
        super().__init__(widget)
        self._noted = noted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Have the moment noted at which the painting that begins now is over."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            over = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(self, over, Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        """Note the moment."""
        if event.type() == QEvent.Type.User:
            self._noted()
            self.deleteLater()
        return super().event(event)


def main() -> None:
    """Open the window on the data folder and visit Today."""
    folder, report, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    spare_the_sources()
    qt = QApplication(sys.argv[:1])
    app = App(qt, folder, AT)
    FirstPaint(app.window, app.open_data)
    app.window.show()
    visits = Visits(app, report, rounds)
    QTimer.singleShot(0, visits.go_on)
    qt.exec()
    app.close()


if __name__ == "__main__":
    main()
