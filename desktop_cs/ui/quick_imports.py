"""Keep PySide6 from reading the source of every module that is imported: 10 ms and 3 MB of a start.

WORKAROUND: PySide6 looks for its own name in each source (PYSIDE-2029), to know where
`from __feature__ import snake_case` may reach. Nothing here uses that. Free to go once PySide6 looks no
more; where it works otherwise already, nothing is changed. (PySide6 6.11 and 6.12 still read.)
"""

import sys

import PySide6.QtCore  # noqa: F401 (its hook is there from then on)

_HOOK = "_mod_uses_pyside"


def spare_the_sources() -> None:
    """Have modules imported from now on be taken for such that switch no features."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, _HOOK):
        setattr(feature, _HOOK, lambda _module: False)
