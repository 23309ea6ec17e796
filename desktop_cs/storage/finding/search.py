"""Finding cases by what somebody types."""

from desktop_cs.cases.case import Case
from desktop_cs.storage.stores.case_lists import CaseLists


class Search:
    """The search box."""

    def __init__(self, cases: CaseLists) -> None:
        self._cases = cases

    def cases(self, text: str, limit: int = 50) -> list[Case]:
        """Return cases found by number, name, phone, serial number or words, newest first."""
        return self._cases.search(text, limit)
