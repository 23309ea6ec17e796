"""Put the window together; the only module that knows every part.

Start-up: lock the folder -> paint the window -> open the data behind it -> fill Today.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop_cs import places
from desktop_cs.clock import Clock, FixedClock, SystemClock, moment_of
from desktop_cs.errors import DeskError, LockedError
from desktop_cs.i18n import _
from desktop_cs.logs.quiet_hooks import tell_places_alone
from desktop_cs.start_words import StartWords, start_words
from desktop_cs.storage.file.window_lock import WindowLock
from desktop_cs.ui.closed_work import ClosedWork
from desktop_cs.ui.end_requests import EndRequests
from desktop_cs.ui.first_paint import FirstPaint
from desktop_cs.ui.main_window import MainWindow
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.second_start import SecondStart
from desktop_cs.ui.speaking import language_of_the_pc, speak
from desktop_cs.ui.theme.look import apply_theme

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from desktop_cs.desk.desk import Desk
    from desktop_cs.desk.key_work import Locking
    from desktop_cs.shop.staff import Staff
    from desktop_cs.ui.actions import Actions
    from desktop_cs.ui.closing import Closing
    from desktop_cs.ui.entry.unlock_page import UnlockPage
    from desktop_cs.ui.going_on import GoingOn
    from desktop_cs.ui.keeping_safe import KeepingSafe
    from desktop_cs.ui.reminding import Reminding

_AFRESH: "tuple[Staff | None, str]" = (None, "")  # nobody acts yet, on the first page
_QUIET_MS = 400  # after Today is filled, before anything else is made ready


class App(QObject):
    """The running program: one window on one data folder.

    Args:
        qt: The program as Qt sees it.
        folder: The data folder.
        at: The time to act at, such as "2026-11-22T14:05", or "" for the clock of the PC.
        lock: The right to be the one window on the folder, or None where nobody else can be.

    Signals:
        opened: The data is open.
    """

    opened = Signal()

    def __init__(self, qt: QApplication, folder: Path, at: str = "", lock: WindowLock | None = None) -> None:
        super().__init__(qt)
        self._lock = lock
        self._qt = qt
        self._folder = folder
        self._at = at
        self.preferences = Preferences(folder)
        self.desk: Desk | None = None
        self.actions: Actions | None = None
        self._reminding: Reminding | None = None
        self._keeping: KeepingSafe | None = None
        self._unlocking: UnlockPage | None = None
        self._goes_on = _AFRESH  # who acts, and where, once it is open again
        self._closed = ClosedWork(folder, SystemClock(), self._let_go, self)
        self._closed.over.connect(self.open_data)
        self._closing: Closing | None = None
        self._is_hurried = False  # the PC is shut down: nobody waits for what takes long
        self._speak(self.preferences.language or language_of_the_pc())
        self.window = MainWindow(self.preferences)
        self._watch_window()

    def _speak(self, language: str) -> None:
        """Use this language, and the scheme and text size of this PC, from now on."""
        speak(self._qt, language)
        apply_theme(self._qt, self.preferences.scheme, self.preferences.text_size, language)

    def open_data(self, secret: str = "", master: bytes = b"") -> None:
        """Open the shop's data behind the window that is on the screen already.

        Args:
            secret: What opens locked records, where it was just typed; otherwise the window asks for it.
            master: Their master key, where they were only closed for a moment.
        """
        from desktop_cs.desk.desk import open_desk  # noqa: PLC0415 (paint first, bring storage in behind)
        from desktop_cs.storage.keys.unlocking import Unlocking  # noqa: PLC0415 (as above)

        QTimer.singleShot(0, _collect_again)
        goes_on, self._goes_on = self._goes_on, _AFRESH  # whatever opens it later begins afresh
        by = Unlocking(keychain=False, master=master)  # the keychain may want a word with the person
        try:
            if self._lock is not None:
                self._lock.take()
                self._going_on.begin()
            desk = open_desk(self._folder, SystemClock(), secret=secret, unlocked_by=by)
        except LockedError:
            self._ask_secret()
        except DeskError as refusal:
            self._show_failure(refusal)
        else:
            self._use(desk, goes_on)

    def _ask_secret(self) -> None:
        """Ask for what opens the records; nothing of the shop is drawn before."""
        from desktop_cs.desk.desk import Desk, open_desk  # noqa: PLC0415 (as in `open_data`)
        from desktop_cs.ui.entry.unlock_page import UnlockPage  # noqa: PLC0415 (only where a pass phrase is set)

        def opening(secret: str) -> Desk:
            desk = open_desk(self._folder, SystemClock(), secret=secret)
            desk.storage.release()  # the window's thread takes it from here
            return desk

        page = self._unlocking = UnlockPage(opening)
        page.opened.connect(self._use)
        page.failed.connect(self._show_failure)
        page.leave.connect(self.window.close)
        self.window.fill(page)
        self.come_to_front()
        page.begin()

    def _show_failure(self, refusal: DeskError) -> None:
        from desktop_cs.desk.rescue import Rescue  # noqa: PLC0415 (hardly ever)

        self.window.show_failure(refusal, Rescue(self._folder, SystemClock()))
        self.come_to_front()

    def _use(self, desk: "Desk", goes_on: "tuple[Staff | None, str]" = _AFRESH) -> None:
        """Fill the window with the shop that is open now."""
        from desktop_cs.ui.actions import Actions  # noqa: PLC0415 (as in `open_data`)

        self.desk = desk
        try:
            settings = desk.settings
        except DeskError as refusal:
            self._show_failure(refusal)
            return
        desk.clock = _clock_at(self._at, settings.hours.zone)
        desk.people.begin(self.preferences.person)
        actor, place = goes_on
        desk.actor = actor or desk.actor
        actions = self.actions = Actions(self.desk, self)
        self.window.take_over(self.actions, place)
        if self.window.isHidden() and (settings.is_practice or not settings.is_set_up):
            self.come_to_front()  # no icon beside the clock will be there to come back by
        self.opened.emit()
        FirstPaint(self.window.pages or self.window, self._remind)
        QTimer.singleShot(_QUIET_MS, self, self._warm_up)
        if self._lock is not None:
            FirstPaint(self.window.pages or self.window, lambda: self._going_on.watch(actions))

    def rebuild(self) -> None:
        """Build the window anew in the language and look of now; what is shown stays."""
        if self.actions is None or self.window.pages is None or not self.window.pages.leave():
            return
        page = self.window.pages.page()
        place, subject = self.window.pages.place, page.subject() if page else None
        actions, old = self.actions, self.window
        self._speak(self.preferences.language or "en")

        def take_over() -> None:
            actions.disconnect(old)
            self.window.take_over(actions, place, subject)

        self._put_new_window(take_over)
        self._remind()

    def report(self, kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        """Write a report of an unforeseen fault and say where it lies; installed as the excepthook."""
        from desktop_cs.logs.report import tell_places, write_report  # noqa: PLC0415 (most starts never need it)

        if issubclass(kind, KeyboardInterrupt):
            self._qt.quit()
            return
        tell_places(fault)  # the message may quote a customer, and a desktop keeps what is written here
        report = write_report(self._folder, fault, SystemClock().now(), self._going_on.surroundings())
        self._going_on.log.note("fault")
        told = _(
            "Something unforeseen happened. What you had saved is kept. "
            "If it happens again, please show support the report."
        )
        words = _("Read the report") if self.window.pages is not None else ""
        notice = self.window.notices.show_notice(told, "danger", details=str(report), button=words)
        notice.wanted.connect(lambda: self.window.go("fault_reports", report))

    def show(self, *, hidden: bool) -> None:
        """Show the window; hidden it begins beside the clock of the desktop, or minimised where none is."""
        if not hidden:
            self.window.show()
            return
        from desktop_cs.ui.tray import has_tray  # noqa: PLC0415 (only when the desktop starts the program)

        if not has_tray():
            self.window.showMinimized()

    def come_to_front(self) -> None:
        """Show the window above all others, or say why there is none any more."""
        if self._closing is not None:
            self._closing.show_note()
        else:
            self.window.come_to_front()

    def end(self) -> None:
        """End as the system asked: what is typed is kept, and no backup is begun any more."""
        self._is_hurried = True
        try:
            self.window.go_for_good()
            self._going_on.end()  # at once: whoever asked may kill us soon, and that is no crash
        finally:
            self._qt.exit()

    def close(self) -> None:
        """Close the data once the window is gone; what is new is in a backup by then."""
        for busy in (self._closed, self._unlocking, self.window.failed):
            if busy is not None:
                busy.finish()
        if self.window.entrance is not None:
            self.window.entrance.retire()
        if self.actions is not None:
            self.actions.finish_slow()
        if self.desk is not None:
            from desktop_cs.ui.closing import Closing  # noqa: PLC0415 (when all else is over)

            if not self._is_hurried and self.desk.safety.wants_last_backup():
                self._closing = Closing(self.desk.safety.back_up_last)
                self._closing.run()
            self._going_on.leave_anchor(self.desk)
            self.desk.close()
        self._going_on.end()

    @cached_property
    def _going_on(self) -> "GoingOn":
        """What this program knows of the one before it, and leaves for the one after."""
        from desktop_cs.ui.going_on import GoingOn  # noqa: PLC0415 (behind the first painting)

        told = self.preferences.told_in_reports
        return GoingOn(self._folder, SystemClock(), lambda: self.window, told, self)

    def _let_go(self) -> MainWindow | None:
        """Close the data, and return a window without pages; None where a page cannot be left yet."""
        if self.window.pages is not None and not self.window.pages.leave():
            return None
        if self.actions is not None:
            self.actions.finish_slow()
        if self.window.pages is not None:
            self._put_new_window(lambda: None)
        for part in (self._reminding, self._keeping):
            if part is not None:
                part.deleteLater()
        if self.desk is not None:
            self.desk.close()
        self._reminding = self._keeping = self.actions = self.desk = None
        return self.window

    def _put_new_window(self, fill: Callable[[], None]) -> None:
        """Put a new window where the present one stands, filled before it is seen."""
        old = self.window
        if old.entrance is not None:
            old.entrance.retire()
        self.window = MainWindow(self.preferences)
        self._watch_window()
        self.window.setGeometry(old.geometry())
        fill()
        self.window.show()
        old.closing.disconnect()
        old.close()
        for timer in old.findChildren(QTimer):
            timer.stop()  # until it is deleted: what it asks would open the records again
        old.deleteLater()

    def _watch_window(self) -> None:
        self.window.closing.connect(self._qt.quit)
        self.window.retry_wanted.connect(self.open_data)
        self.window.practice_wanted.connect(self._open_practice)
        self.window.bring_back_wanted.connect(
            lambda order: QTimer.singleShot(0, self, lambda: self._closed.bring_back(order))
        )
        self.window.salvage_wanted.connect(lambda: QTimer.singleShot(0, self, self._closed.salvage))
        self.window.lock_wanted.connect(self._lock_records)
        self.window.rebuild_wanted.connect(lambda: QTimer.singleShot(0, self.rebuild))

    def _lock_records(self, locking: "Locking") -> None:
        desk = self.desk
        if desk is None:
            return
        goes_on = (desk.actor, "keys")

        def lock() -> None:
            if self._closed.lock(locking, desk.keys):
                self._goes_on = goes_on

        QTimer.singleShot(0, self, lock)

    def _open_practice(self) -> None:
        from desktop_cs.ui.practice_start import open_practice_shop  # noqa: PLC0415 (seldom)

        if self.actions is not None:
            open_practice_shop(self.actions, self._folder, SystemClock(), self.preferences)

    def _remind(self) -> None:
        from desktop_cs.ui.keeping_safe import KeepingSafe  # noqa: PLC0415 (after the first page is filled)
        from desktop_cs.ui.reminding import Reminding  # noqa: PLC0415 (as above)

        if self.actions is None:
            return
        if self._reminding is None:
            self._reminding = Reminding(self.actions, self)
        self._reminding.watch(self.window)
        if self._keeping is None:
            self._keeping = KeepingSafe(self.actions, self)
        self._keeping.watch(self.window)
        if self._closed.brought is not None:
            self._keeping.tell_brought(self._closed.brought, was_locked=self._closed.was_locked)
            self._closed.brought = None

    def _warm_up(self) -> None:
        from desktop_cs.ui.warm_up import WarmUp  # noqa: PLC0415 (after the first page is filled)

        pages = self.window.pages
        if self.actions is not None and pages is not None and self.actions.desk.settings.is_set_up:
            WarmUp(self.actions, pages)


def main(words: Sequence[str]) -> int:
    """Open the window and return the exit code; a second start brings the first window to the front."""
    asked = start_words(words)
    if asked.show:
        return _show(asked)
    folder = asked.data or places.data_dir()
    qt = QApplication([sys.argv[0]])
    qt.setApplicationName("desktop-cs")
    lock, second = WindowLock(folder), SecondStart(folder, qt)
    try:
        if _is_second(lock):
            second.call_first()
            return 0
        return _run(qt, App(qt, folder, asked.at, lock), second, hidden=asked.hidden)
    finally:
        lock.free()


def _clock_at(at: str, zone: "ZoneInfo") -> Clock:
    return FixedClock(moment_of(at, zone)) if at else SystemClock()


def _is_second(lock: WindowLock) -> bool:
    """Return whether another window is open on the folder; what is wrong with a folder the window says."""
    try:
        return not lock.take()
    except DeskError:
        return False


def _show(asked: StartWords) -> int:
    from desktop_cs.showing import show  # noqa: PLC0415 (only without a screen)

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        return show(QApplication([sys.argv[0]]), asked)
    except DeskError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1


def _run(qt: QApplication, app: App, second: SecondStart, *, hidden: bool) -> int:
    """Return the exit code once the window was closed: 1 when the data never opened."""
    sys.excepthook = app.report
    tell_places_alone()
    EndRequests(qt).came.connect(app.end)
    second.called.connect(app.come_to_front)
    app.opened.connect(second.listen)
    FirstPaint(app.window, app.open_data)
    app.show(hidden=hidden)
    code = QApplication.exec()
    app.close()
    return code if app.desk is not None else 1


def _collect_again() -> None:
    """Have waste collected from now on; what the start made stays, and is not looked through any more."""
    gc.freeze()
    gc.enable()
