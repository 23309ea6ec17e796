"""The bar code scanner: it types like a keyboard, only faster, and ends with Enter.

A burst of keys is taken back out of the field it landed in, and its Enter reaches nothing: a scan never fills
in a form, never submits one, never presses a button. There are two exceptions. In a field made for codes the
code is wanted and stays. And a field for a secret is left alone: a password keeper types as fast as a
scanner, the square of a recovery sheet is scanned on purpose, and neither may be shown or searched for.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from desktop_cs.ui.typed_text import ChosenRow, PickedAnswer, TypedText, standing_in

GAP_MS = 35  # between two keys; a person needs 60 and more.  Source: look.md, "scanner"
LEAST_KEYS = 5  # Source: look.md, "scanner"
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_WITH_OTHERS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock)  # pressed for capital letters
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Burst:
    """Keys that follow each other faster than a person types; times in ms of one clock."""

    def __init__(self) -> None:
        self._code = ""
        self._last_ms = 0

    @property
    def is_fast(self) -> bool:
        """Return whether at least two keys came as fast as a scanner's."""
        return len(self._code) > 1

    def take(self, sign: str, at_ms: int) -> bool:
        """Take in a key, and return whether it goes on with the burst or begins another one."""
        goes_on = bool(self._code) and at_ms - self._last_ms <= GAP_MS
        self._code = self._code + sign if goes_on else sign
        self._last_ms = at_ms
        return goes_on

    def end(self, at_ms: int) -> str:
        """Return the code that Enter ends at this moment, "" where it was no scan; begin anew."""
        code, is_near = self._code, at_ms - self._last_ms <= GAP_MS
        self._code = ""
        return code.strip() if is_near and len(code.strip()) >= LEAST_KEYS else ""

    def forget(self) -> None:
        """Begin anew: something was pressed that no scanner sends."""
        self._code = ""


class ScanCatcher(QObject):
    """Watches the keys of every window of the program before any field gets them.

    Signals:
        scanned: A code was scanned, wherever the focus was.
    """

    scanned = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._burst = Burst()
        self._before: TypedText | ChosenRow | PickedAnswer | None = None
        window.winId()  # it has no handle before
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the Enter of a scan from everybody, and its keys from what is no text."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.isAutoRepeat() or event.modifiers() & _COMMANDS:
            self._burst.forget()
            return False
        if event.key() in _ENDS:
            return self._end(event.timestamp())
        sign = event.text()
        if len(sign) == 1 and sign.isascii() and sign.isprintable():
            return self._take(sign, event.timestamp())
        if event.key() not in _WITH_OTHERS:
            self._burst.forget()
        return False

    def _take(self, sign: str, at_ms: int) -> bool:
        """Let a text have every key, since typing never waits; a button or a list only the first."""
        if not self._burst.take(sign, at_ms):
            self._before = standing_in(_in_use())
        return self._burst.is_fast and not isinstance(self._before, TypedText)

    def _end(self, at_ms: int) -> bool:
        code, before, self._before = self._burst.end(at_ms), self._before, None
        if not code or (before is not None and _is_for_secrets(before.field)):
            return False
        if before is None or not _is_for_codes(before.field):
            if before is not None:
                before.put_back()
            self.scanned.emit(code)
        return True

    def _watch(self, window: QWindow | None) -> None:
        """Watch the window that has the keys now, such as a dialog of the system."""
        self._burst.forget()
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


def _in_use() -> QWidget | None:
    """Return what gets the keys: a menu, the box of an open list, or what has the focus."""
    popup = QApplication.activePopupWidget()
    box = popup.parentWidget() if popup is not None else None
    return box if isinstance(box, QComboBox) else popup or QApplication.focusWidget()


def _is_for_codes(field: QWidget) -> bool:
    is_line = isinstance(field, QLineEdit) and field.echoMode() == QLineEdit.EchoMode.Normal
    return is_line and not field.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


def _is_for_secrets(field: QWidget) -> bool:
    is_line = isinstance(field, QLineEdit)
    return is_line and bool(field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData)
