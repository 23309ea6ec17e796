"""Who may do what: asked here before every act that is not everybody's, whatever page or command wants it."""

from collections.abc import Sequence

from desktop_cs.desk.ground import Ground
from desktop_cs.errors import UserError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.roles import REFUSALS, Act, may
from desktop_cs.shop.staff import Staff


class NotAllowedError(UserError):
    """Whoever acts may not do this; the sentence says who may."""


def check(ground: Ground, act: Act) -> None:
    """Refuse an act that the person who acts may not do, as their role stands in the records now.

    Where nobody is a manager yet, everybody may do everything. In the practice shop nobody signs in, so that
    nobody who acts there may do everything too.

    Raises:
        NotAllowedError: Whoever acts may not do this.
    """
    here = [one for one in ground.storage.shop.staff() if one.active]
    actor_id = ground.actor_id
    if actor_id is None and ground.settings.is_practice:
        return
    if any(one.id == actor_id and may(one.role, act) for one in here):
        return
    allowed = [one for one in here if may(one.role, act)]
    if allowed:
        raise NotAllowedError(_refusal(act, allowed))


def managers_only(ground: Ground) -> None:
    """Refuse what changes how the shop works, unless a manager acts; see `check`.

    Raises:
        NotAllowedError: Whoever acts is no manager.
    """
    check(ground, Act.SETTINGS)


def _refusal(act: Act, allowed: Sequence[Staff]) -> str:
    names = sorted((one.name for one in allowed), key=str.casefold)
    comma = "、" if language_in_use().startswith("zh") else ", "
    ask = _("Ask {names}.").format(names=comma.join(names))
    return _("{first} {second}").format(first=_(REFUSALS[act]), second=ask)
