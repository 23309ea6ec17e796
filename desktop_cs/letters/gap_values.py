"""What fills the gaps of a letter's sentences, from the facts of its case."""

from desktop_cs.letters import russian_names
from desktop_cs.letters.addressing import address_of, full_date, near_date
from desktop_cs.letters.facts import LetterFacts, PromiseTold
from desktop_cs.letters.free_text import (
    means_several,
    named_gift,
    named_idea,
    named_matter,
    named_promise,
    named_thing,
    your_thing,
)
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.templates import LetterTemplates
from desktop_cs.phrases import with_capital

_MOST_GIFTS = 2  # more would read like a bill


def gap_values(facts: LetterFacts, templates: LetterTemplates) -> dict[str, str]:
    """Return a value for every gap; "" for what is not known or does not read well in a sentence."""
    address = address_of(facts.customer, facts.form_of_address, templates)
    when = facts.told_on if facts.kind is LetterKind.SUGGESTION else facts.happened_on
    return {
        "name": address.name,
        "dear": address.dear,
        "honour": address.honour,
        "wish": address.wish,
        "costs": _worded("costs", facts.cost, templates, "cost_"),
        "feeling": _worded("feelings", facts.feelings, templates),
        "when": near_date(when, facts.country, templates) if when else "",
        **_things(facts, templates),
        **_people(facts, templates),
        **_given(facts, templates, _still_to_come(facts, templates)),
        **_days(facts, templates),
    }


def _things(facts: LetterFacts, templates: LetterTemplates) -> dict[str, str]:
    """Return what it is about: the product, else the line of the case where it reads well."""
    words = templates.words["thing"]
    product = named_thing(facts.product, templates)
    named = your_thing(product, templates) if product else ""
    line = "" if named else named_matter(facts.one_line, templates)
    is_several = bool(product) and means_several(product, templates)
    thing = words["again" if named and not is_several else "unknown"]
    return {
        "product": "" if is_several else product,
        "several": product if is_several else "",
        "about": words["one_line"].replace("{line}", line) if line else named,
        "thing": thing,
        "Thing": with_capital(thing),
        "idea": named_idea(facts.suggestion, templates),
    }


def _people(facts: LetterFacts, templates: LetterTemplates) -> dict[str, str]:
    """Return who helped: the signer says "I"; {helper} and {teller} name only others."""
    helper, signer = (" ".join(name.split()) for name in (facts.first_helper, facts.signer))
    is_signer = helper == signer
    me = _of_gender("me", signer, templates)
    who = (
        _of_gender("named", helper, templates).replace("{helper}", helper)
        if helper
        else templates.words["who"]["us"]
    )
    who = me if helper and is_signer else who
    promise = _promise(facts)
    teller = promise.by_whom if promise else ""
    return {
        "who": who,
        "Who": with_capital(who),
        "helper": "" if is_signer else helper,
        "me": me if helper and is_signer else "",
        "teller": "" if teller == signer else teller,
    }


def _of_gender(key: str, name: str, templates: LetterTemplates) -> str:
    """Return a word of [who]; a Russian verb in it is a woman's or a man's where the name tells."""
    words = templates.words["who"]
    if templates.words["address"]["way"] != "russian":
        return words[key]
    return words.get(f"{key}_{russian_names.gender_of(name, templates)}", words[key])


def _given(facts: LetterFacts, templates: LetterTemplates, to_come: str) -> dict[str, str]:
    """Return what was given, and what was done; a gift that is promised for a later day is not given yet."""
    gifts = [named_gift(gift, templates) for gift in (*facts.extras, *facts.goodwill)]
    gifts = [gift for gift in gifts if gift and gift != to_come]
    work = [named_gift(part, templates) for part in facts.work]
    return {
        "gifts": _joined(gifts[:_MOST_GIFTS], templates),
        "gift": gifts[0] if gifts else "",
        "work": _joined(work, templates) if all(work) else "",
    }


def _days(facts: LetterFacts, templates: LetterTemplates) -> dict[str, str]:
    promise = _promise(facts)
    kept = facts.promises_kept[-1] if facts.promises_kept else None
    days = {"day": promise.day if promise else None, "kept_day": kept.day if kept else None}
    until = facts.warranty_until
    written = near_date if until and until.year == facts.day.year else full_date
    return {
        "what": _still_to_come(facts, templates),
        "warranty_day": written(until, facts.country, templates) if until else "",
        **{gap: near_date(day, facts.country, templates) if day else "" for gap, day in days.items()},
    }


def _still_to_come(facts: LetterFacts, templates: LetterTemplates) -> str:
    """Return the words of the open promise; an answer to a suggestion is about that alone, and needs none."""
    promise = _promise(facts)
    if promise is None or facts.kind is LetterKind.SUGGESTION:
        return ""
    return named_promise(promise.what, templates)


def _promise(facts: LetterFacts) -> PromiseTold | None:
    """Return the open promise that the letter tells; the answer to a suggestion knows only its own."""
    if facts.kind is LetterKind.SUGGESTION:
        return facts.suggestion_promise
    return facts.promises_open[0] if facts.promises_open else None


def _worded(table: str, ids: tuple[str, ...], templates: LetterTemplates, kind: str = "") -> str:
    """Return the words for these ids, in the order of the letter file."""
    return _joined([word for one, word in templates.words[table].items() if one in ids], templates, kind)


def _joined(words: list[str], templates: LetterTemplates, kind: str = "") -> str:
    """Return the words as one phrase; a language may join some kinds in their own way."""
    words = list(dict.fromkeys(word for word in words if word))
    join = templates.words["join"]
    comma, last = (join.get(f"{kind}{name}", join[name]) for name in ("comma", "last"))
    return last.join([comma.join(words[:-1]), words[-1]] if len(words) > 1 else words)
