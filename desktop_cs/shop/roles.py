"""What each role may do: one table, asked by the desk before every act that is not everybody's."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from desktop_cs.i18n import N_
from desktop_cs.shop.staff import Role


class Act(StrEnum):
    """A kind of act, as far as a role decides who may do it."""

    LOOK = "look"
    WORK = "work"
    BACK_UP = "back_up"
    APPROVE = "approve"
    SETTINGS = "settings"
    PEOPLE = "people"
    GESTURES = "gestures"
    GUIDE = "guide"
    IMPORT = "import"
    KEYS = "keys"
    RESTORE = "restore"
    ERASE = "erase"
    EXPORT = "export"
    TRAIL = "trail"


_EVERYBODY = frozenset(Role)
_MANAGERS = frozenset({Role.MANAGER})

# Source: practice.md 10 for the roles; what a technician may give beyond the counter stands in the limits.
MAY: Mapping[Act, frozenset[Role]] = MappingProxyType(
    {
        Act.LOOK: _EVERYBODY,
        Act.WORK: _EVERYBODY,
        Act.BACK_UP: _EVERYBODY,  # nobody is ever to be kept from saving the shop's records
        Act.APPROVE: _MANAGERS,
        Act.SETTINGS: _MANAGERS,
        Act.PEOPLE: _MANAGERS,
        Act.GESTURES: _MANAGERS,
        Act.GUIDE: _MANAGERS,
        Act.IMPORT: _MANAGERS,
        Act.KEYS: _MANAGERS,
        Act.RESTORE: _MANAGERS,
        Act.ERASE: _MANAGERS,
        Act.EXPORT: _MANAGERS,
        Act.TRAIL: _MANAGERS,
    }
)

# Who may, for the person who may not; the names of those who may are put behind it.
REFUSALS: Mapping[Act, str] = MappingProxyType(
    {
        Act.APPROVE: N_("A manager has to answer this."),
        Act.SETTINGS: N_("Only a manager changes the settings."),
        Act.PEOPLE: N_("Only a manager changes who works here and their digits."),
        Act.GESTURES: N_("Only a manager changes the list of gestures."),
        Act.GUIDE: N_("Only a manager changes the guide."),
        Act.IMPORT: N_("Only a manager takes in cases from a table."),
        Act.KEYS: N_("Only a manager changes the pass phrase and the recovery sheet."),
        Act.RESTORE: N_("Only a manager brings back or moves the shop’s records."),
        Act.ERASE: N_("Only a manager erases what is kept about people."),
        Act.EXPORT: N_("Only a manager gives out what is kept about somebody."),
        Act.TRAIL: N_("Only a manager reads who did what."),
    }
)


def may(role: Role, act: Act) -> bool:
    """Return whether somebody in this role may do acts of this kind."""
    return role in MAY[act]
