"""What is said of the letters of a day: how many, which two are too alike, what became of them."""

from typing import TYPE_CHECKING

from desktop_cs import shown
from desktop_cs.i18n import _, language_in_use, ngettext
from desktop_cs.ui.letters.batch_run import Outcome

if TYPE_CHECKING:
    from desktop_cs.desk.letter_batch import Batch


def warnings_of(batch: "Batch") -> list[str]:
    """Return a sentence for each two letters that say too much in the same words."""
    sentence = _("{one} and {other} read much the same ({share}). Open one and choose “Other words”.")
    found = []
    for first, second, share in batch.alike:
        one, other = (batch.letters[place].story.case for place in (first, second))
        told = shown.percent(share, language_in_use())
        found.append(sentence.format(one=one.who, other=other.who, share=told))
    return found


def heading(count: int) -> str:
    """Return how many letters the day has."""
    if not count:
        return _("No letter is due today.")
    return ngettext("{count} letter for today", "{count} letters for today", count).format(count=count)


def progress_words(done: int, count: int) -> str:
    """Return how far a batch is."""
    return _("{done} of {count} letters").format(done=done, count=count)


def outcome_words(outcome: Outcome, *, printed: bool) -> list[str]:
    """Return what became of a batch: how many are done, what stopped it, which were left out and why.

    Args:
        outcome: What became of it.
        printed: Whether it was printed; else it was saved.
    """
    done = len(outcome.done)
    if printed:
        told = ngettext("{count} letter is printed.", "{count} letters are printed.", done)
    else:
        told = ngettext("{count} letter is saved.", "{count} letters are saved.", done)
    lines = [told.format(count=done)]
    if outcome.failure:
        lines.append(outcome.failure)
    elif outcome.stopped:
        lines.append(_("Stopped. The others are still on the list."))
    left_out = _("Left out: {who}. {why}")
    return lines + [left_out.format(who=one.story.case.who, why=why) for one, why in outcome.refused]
