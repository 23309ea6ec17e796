"""Faults that reach nobody: in a thread of its own, or where Python cannot raise them, as in a destructor.

Python writes them to standard error with their message, and with the object they came from: both may quote a
customer, and a desktop keeps what is written there.
"""

import sys
import threading
from types import TracebackType

from desktop_cs.logs.report import tell_places


def tell_places_alone() -> None:
    """Have such faults told by their kinds and places from now on, in this whole process."""
    threading.excepthook = _tell_of_thread
    sys.unraisablehook = _tell_unraisable


def _tell_of_thread(met: threading.ExceptHookArgs) -> None:
    if not issubclass(met.exc_type, SystemExit):  # a thread may end itself so
        _tell(met.exc_value, met.exc_traceback)


def _tell_unraisable(met: "sys.UnraisableHookArgs") -> None:
    _tell(met.exc_value, met.exc_traceback)


def _tell(fault: BaseException | None, trace: TracebackType | None) -> None:
    """Tell a fault; Python makes none only where memory is too scarce for it."""
    tell_places((fault or MemoryError()).with_traceback(trace))
