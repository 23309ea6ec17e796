"""The roles, in words."""

from PySide6.QtWidgets import QWidget

from desktop_cs.i18n import N_, _
from desktop_cs.shop.staff import Role
from desktop_cs.ui.settings.field_line import fix_width
from desktop_cs.ui.widgets.combo import Combo

_WORDS = {Role.COUNTER: N_("At the counter"), Role.TECHNICIAN: N_("Technician"), Role.MANAGER: N_("Manager")}


def role_words(role: Role) -> str:
    """Return what somebody in this role is called."""
    return _(_WORDS[role])


def role_combo(parent: QWidget | None = None) -> Combo:
    """Return a list of the roles; the id of each is its value."""
    made = Combo(_("Role"), parent)
    for role in Role:
        made.addItem(role_words(role), role.value)
    fix_width(made, 170)
    return made
