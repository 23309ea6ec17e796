"""The last work of the day: waited for, and explained where it takes long."""

import threading

from desktop_cs.ui.closing import Closing

PATIENCE_SECONDS = 20


def test_the_program_ends_when_the_work_is_over(qapp):
    done = []
    closing = Closing(lambda: done.append("backed up"))
    closing.run()
    assert done == ["backed up"]
    assert closing.note is None


def test_a_note_says_why_the_program_is_still_there(qapp):
    seen = threading.Event()
    closing = Closing(lambda: seen.wait(PATIENCE_SECONDS), patience_ms=0)
    show = closing.show_note

    def shown():
        show()
        assert closing.note.isVisible()
        seen.set()

    closing.show_note = shown
    closing.run()
    assert seen.is_set()
    assert not closing.note.isVisible()
