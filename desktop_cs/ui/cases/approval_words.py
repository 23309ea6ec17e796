"""What the authority bar says: how what is given stands to what may be given, and what a manager said."""

from dataclasses import dataclass
from datetime import datetime

from desktop_cs import shown
from desktop_cs.cases.authority import Judgement
from desktop_cs.cases.requests import RequestState
from desktop_cs.desk.authority_work import Asked
from desktop_cs.desk.case_view import Story
from desktop_cs.i18n import _, language_in_use
from desktop_cs.shop.budget import Budget
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.summary.month import Month


@dataclass(frozen=True, slots=True)
class BarWords:
    """Puts amounts and times of one shop into sentences; `now` is the moment, in UTC."""

    settings: ShopSettings
    now: datetime

    def standing(self, story: Story, judgement: Judgement, *, answered: bool = False) -> str:
        """Return how what is given stands to what may be given; "" while nothing is given.

        Args:
            story: The case.
            judgement: Of what is given in it.
            answered: Whether a manager's answer is shown, which says what was approved.
        """
        spent, approved = story.remedies.spent, story.approved
        if not spent:
            return ""
        amount = self._money(spent)
        if not judgement.within:
            told = (
                _("{approved} was approved; {amount} needs approval anew. Say so at once.")
                if approved
                else _("{amount} is {beyond} beyond what you may give. Say so at once.")
            )
            texts = {"approved": self._money(approved), "beyond": self._money(judgement.beyond)}
            return told.format(amount=amount, **texts)
        if judgement.limit is None:
            return _("You give {amount}.").format(amount=amount)
        if not _needs_nobody(spent, judgement):
            return "" if answered else _("{amount} was approved by a manager.").format(amount=amount)
        limit = self._money(judgement.limit)
        return _("You give {amount} of {limit}; nobody needs to be asked.").format(amount=amount, limit=limit)

    def asked(self, asked: Asked | None, spent: int, judgement: Judgement) -> str:
        """Return what a manager was asked, or said, and by when the customer hears; "" once it is over."""
        over = asked is not None and not (asked.is_waiting or asked.is_to_be_told)
        if asked is None or (over and _needs_nobody(spent, judgement)):
            return ""
        request = asked.request
        texts = {
            "manager": asked.manager,
            "amount": self._money(request.amount),
            "time": self._near(request.answered_at or request.asked_at),
            "due": self._near(asked.promise.due_at) if asked.promise else "",
            "now": self._money(spent),
        }
        parts = [self._said(asked).format(**texts)]
        if request.answer:
            parts.append(_("“{words}”").format(words=request.answer))
        if asked.is_to_be_told:
            parts.append(_("Tell the customer; they were promised to hear by {due}.").format(**texts))
        if asked.is_waiting and judgement.within:
            parts.append(_("Nobody needs to be asked any more: take the question back."))
        elif asked.is_waiting and request.amount != spent:
            parts.append(_("You asked for {amount}; now it is {now}. Ask anew.").format(**texts))
        blank = "" if language_in_use().startswith("zh") else " "
        return blank.join(parts)

    def limits(self) -> str:
        """Return that the limits are of another currency, or ""."""
        return "" if self.settings.limits_fit else limits_sentence(self.settings)

    def budget(self, budget: Budget, month: Month) -> str:
        """Return what is left of the month's budget, for a manager."""
        named = shown.month(month.first, language_in_use())
        texts = {"month": named, "spent": self._money(budget.spent), "currency": budget.typed_in}
        if budget.typed_in:
            told = _("{month}: {spent} spent. The revenue was typed in {currency} and is not counted.")
            return told.format(**texts)
        if budget.amount is None or budget.left is None:
            return _("{month}: {spent} spent. Type the revenue in Settings to see the budget.").format(
                **texts
            )
        texts |= {"amount": self._money(budget.amount), "left": self._money(abs(budget.left))}
        if budget.left < 0:
            return _("{month}: {spent} spent of {amount}, {left} too much.").format(**texts)
        return _("{month}: {spent} spent of {amount}, {left} left.").format(**texts)

    def _said(self, asked: Asked) -> str:
        if asked.is_waiting:
            if asked.manager:
                return _("Asked {manager} at {time}; you told the customer they hear by {due}.")
            return _("Asked the managers at {time}; you told the customer they hear by {due}.")
        if asked.request.state is RequestState.GRANTED:
            return _("{manager} approved {amount} at {time}.")
        return _("{manager} said no to {amount} at {time}.")

    def _money(self, units: int) -> str:
        return shown.money(units, self.settings.currency, language_in_use())

    def _near(self, moment: datetime) -> str:
        hours: OpeningHours = self.settings.hours
        return shown.near_moment(hours.wall(moment), hours.wall(self.now), language_in_use())


def _needs_nobody(spent: int, judgement: Judgement) -> bool:
    """Return whether what is given is inside the limit itself, whatever a manager said."""
    return judgement.within and (judgement.limit is None or spent <= judgement.limit)


def limits_sentence(settings: ShopSettings) -> str:
    """Return that the limits were set in another currency, and what to do."""
    told = _("The limits were set in {old}; the shop counts in {new} now. A manager sets them anew.")
    return told.format(old=settings.limits_currency, new=settings.currency)
