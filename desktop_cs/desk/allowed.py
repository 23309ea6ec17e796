"""Who may do what: some things are for a manager alone."""

from desktop_cs.desk.ground import Ground
from desktop_cs.errors import UserError
from desktop_cs.i18n import _


def managers_only(ground: Ground) -> None:
    """Refuse what a manager alone may change, once somebody is one.

    Raises:
        UserError: Whoever acts is no manager.
    """
    if ground.actor is not None and ground.actor.is_manager:
        return
    if any(one.active and one.is_manager for one in ground.storage.shop.staff()):
        raise UserError(_("Only a manager can change this."))
