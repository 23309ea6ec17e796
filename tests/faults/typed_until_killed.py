"""Walks case after case in the real window until somebody ends it: `typed_until_killed.py FOLDER SEED LATE`.

Typing is done by key events, 8 to 15 ms apart. It says what is about to be typed ("typed CASE STEP COUNT"),
and what is stored ("step CASE STEP"), each with the time, so that whoever ends it knows what must be there.
LATE ms, where it is not 0, put autosave off: the control, of which the test has to find out.
"""

import os
import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_cs.app import App
from desktop_cs.cases.steps import Step
from desktop_cs.desk.casework import Intake

FASTEST_MS, SLOWEST_MS = 8, 15  # between two keys: faster than anybody types
KEYS = 140  # into one field, some 1.6 s
LETTERS = "abcdefghijklmnopqrstuvwxy"
TYPED_IN = {Step.APOLOGY: "own_words", Step.LOGGING: "what_would_have_prevented_it"}
ANSWERS = {
    Step.APOLOGY: {"feeling_named": "let_down", "parts_said": "regret,repair_offer"},
    Step.REVIEW: {
        "in_their_words": '[{"text": "It hums and stands still."}]',
        "failure_kind": "faulty",
        "remedy_sought": "repair",
    },
    Step.RESOLUTION: {
        "explained": "what_happened,why",
        "entitlement_kind": "repair",
        "extra": '[{"gesture": "Descaling set", "cost": "3.50"}]',
        "all_on_the_spot": "yes",
        "problem_solved": "yes",
        "customer_accepts": "yes",
    },
    Step.LOGGING: {"root_cause": "part", "finding": "upheld"},
}


def say(word):
    """Tell the other side, with the time of this moment and without any buffer of ours between."""
    os.write(1, f"{time.monotonic():.4f} {word}\n".encode())


class Typist:
    """Takes a case, fills its steps, types into two of them, and begins with the next."""

    def __init__(self, app, seed, late_ms):
        self.app, self.chance, self.late_ms = app, Random(seed), late_ms
        self.acts = self.walk()

    def go_on(self):
        """Do the next thing, then wait as long as it says."""
        QTimer.singleShot(next(self.acts), self.go_on)

    def walk(self):
        """Do one thing after the other; yield the ms until the next."""
        casework = self.app.desk.casework
        while True:
            case = casework.take(Intake("Dryer stands still", "Deirdre Fallon")).value
            say(f"case {case.number}")
            self.app.window.go("case", case.id)
            page = self.app.window.pages.page()
            for step in Step:
                page.go_to(step)
                yield 20
                yield from self.fill(page.frame.pane, case.number, step)
                page.go_to(step)  # leaving writes what is unwritten
                casework.steps.finish_step(casework.story(case.id), step)
                say(f"step {case.number} {step}")

    def fill(self, pane, number, step):
        """Answer a step, its long text key by key."""
        if self.late_ms:
            pane.autosave._timer.setInterval(self.late_ms)
        pane.view().set_raw_answers(ANSWERS[step])
        pane.autosave.touch("")
        pane.autosave.flush()
        if step not in TYPED_IN:
            return
        field = pane.view().editor(TYPED_IN[step]).inputs()[0]
        field.setFocus()
        for count in range(1, KEYS + 1):
            say(f"typed {number} {step} {count}")
            QTest.keyClick(field, LETTERS[(count - 1) % len(LETTERS)])
            yield self.chance.randint(FASTEST_MS, SLOWEST_MS)


def main(folder, seed, late_ms):
    """Open the window on a shop that is set up, and walk until the end."""
    qt = QApplication([])
    app = App(qt, Path(folder))
    app.window.show()
    app.open_data()
    app.window.entrance.let_in(app.desk.shop.staff()[0])
    typist = Typist(app, seed, late_ms)
    QTimer.singleShot(0, typist.go_on)
    qt.exec()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
