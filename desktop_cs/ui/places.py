"""The places of the window: their names, their words, and the page that stands at each."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_cs.i18n import N_

if TYPE_CHECKING:
    from desktop_cs.ui.actions import Actions
    from desktop_cs.ui.pages.page import Page
    from desktop_cs.ui.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Place:
    """One place: the page that stands there, and how the navigation shows it.

    `page` is "module:class" below `desktop_cs.ui`, imported when the place is first gone to. A place without
    an icon is not in the navigation; `under` names the one that is marked instead. "Back" passes over a place
    that is `passing`: what it began is at the next one. A `personal` page belongs to whoever acts.
    """

    page: str
    under: str
    icon: str = ""
    words: str = ""
    at_bottom: bool = False
    passing: bool = False
    personal: bool = False


PLACES: Mapping[str, Place] = MappingProxyType(
    {
        "today": Place("today.today_page:TodayPage", "today", "sun", N_("Today")),
        "cases": Place("cases.case_list_page:CaseListPage", "cases", "folder-open", N_("Cases")),
        "customers": Place("customers.customer_page:CustomerPage", "customers", "users", N_("Customers")),
        "letters": Place("letters.register_page:RegisterPage", "letters", "mail", N_("Letters")),
        "reports": Place("reports.report_page:ReportPage", "reports", "chart-column", N_("Reports")),
        "safety": Place(
            "safety.safety_page:SafetyPage", "safety", "shield-check", N_("Safety"), at_bottom=True
        ),
        "settings": Place(
            "settings.settings_page:SettingsPage",
            "settings",
            "settings",
            N_("Settings"),
            at_bottom=True,
            personal=True,  # what a manager opened for their visit is closed again
        ),
        "new_case": Place("cases.new_case_page:NewCasePage", "cases", passing=True),
        "case": Place("cases.case_page:CasePage", "cases"),
        "express": Place("cases.express_page:ExpressPage", "cases", passing=True),
        "slip": Place("slips.slip_page:SlipPage", "cases", passing=True),
        "letter": Place("letters.letter_page:LetterPage", "letters", passing=True),
        "own_hand": Place("letters.own_hand.own_hand_page:OwnHandPage", "letters", personal=True),
        "rehearsal": Place(
            "rehearsals.rehearsal_page:RehearsalPage", "today", words=N_("Rehearse a hard conversation")
        ),
        "keys": Place("safety.keys_page:KeysPage", "safety"),
        "trail": Place("safety.trail_page:TrailPage", "safety", personal=True),
        "fault_reports": Place("safety.fault_page:FaultPage", "safety", words=N_("Reports of faults")),
        "erasing": Place("safety.erasing_page:ErasingPage", "safety"),
        "first_run": Place("first_run.first_run_page:FirstRunPage", "", passing=True),
    }
)


def make_page(name: str, actions: "Actions", preferences: "Preferences", parent: QWidget) -> "Page":
    """Return a new page for this place."""
    module, class_name = PLACES[name].page.split(":")
    page_class: type[Page] = getattr(import_module(f"desktop_cs.ui.{module}"), class_name)
    return page_class(actions, preferences, parent)
