"""Words that staff typed for themselves, made fit for a sentence of a letter, or left out."""

import re

from desktop_cs.letters import russian_words
from desktop_cs.letters.noun_phrase import head_of, is_plural, names_a_thing, with_article
from desktop_cs.letters.templates import LetterTemplates
from desktop_cs.letters.traditional import is_traditional

_MOST_WORDS, _MOST_SIGNS = 7, 14
_HAN = re.compile(r"[\u3400-\u9fff]")
_PLAIN_LATIN = re.compile(r"[^\W\d_][\w'’/-]*(?: [\w'’/-]+)*")
_PLAIN_HAN = re.compile(r"[\u3400-\u9fffA-Za-z0-9 -]+")


def reads_well(text: str, templates: LetterTemplates) -> bool:
    """Return whether a typed text may stand in a letter: short, plain, nothing a letter never mentions."""
    never = templates.lists["free_text.never"]
    if templates.counts_characters:
        fit = _PLAIN_HAN.fullmatch(text) and _HAN.search(text) and len(text) <= _MOST_SIGNS
        ours = templates.words["free_text"].get("signs") != "traditional" or is_traditional(text)
        return bool(fit) and ours and not any(word in text for word in never)
    fit = _PLAIN_LATIN.fullmatch(text) and len(text.split()) <= _MOST_WORDS
    spaced = f" {text.lower()} "
    return bool(fit) and not any(f" {word} " in spaced for word in never)


def named_thing(text: str, templates: LetterTemplates) -> str:
    """Return a product as it stands after "your", or "" where it does not read well."""
    text = " ".join(text.split())
    if _is_russian(templates):
        return russian_words.named_thing(text, templates.lists)
    if not reads_well(text, templates):
        return ""
    if templates.counts_characters:
        return text
    words = text.split()
    if words[0].lower() in templates.lists["free_text.articles"]:
        words = words[1:]
    if not words or not names_a_thing(words, templates):
        return ""
    if words[0].istitle() and words[0].lower() in templates.lists["free_text.goods"]:
        words[0] = words[0].lower()
    return " ".join(words)


def your_thing(product: str, templates: LetterTemplates) -> str:
    """Return a product that `named_thing` named as the customer's own: "your kettle", "с Вашим чайником"."""
    known = russian_words.with_your(product, templates.lists) if _is_russian(templates) else ""
    return known or templates.words["thing"]["known"].replace("{product}", product)


def means_several(text: str, templates: LetterTemplates) -> bool:
    """Return whether a product means several things ("headphones"), which no "it" can stand for."""
    if _is_russian(templates):
        return russian_words.means_several(text, templates.lists)
    return not templates.counts_characters and is_plural(head_of(text.split(), templates), templates)


def named_matter(text: str, templates: LetterTemplates) -> str:
    """Return the line of a case as it stands after "about", or "" where it does not read well.

    Russian says what is to be done after a colon, too ("поставить скамейку").
    """
    text = " ".join(text.rstrip(".。").split())
    if _is_russian(templates):
        return russian_words.named_act(text, templates.lists)
    if not reads_well(text, templates):
        return ""
    if templates.counts_characters:
        return text
    first, *rest = text.split()
    article = {"my": "your", "our": "your"}.get(first.lower(), first.lower())
    if not rest or article not in templates.lists["free_text.articles"] or not names_a_thing(rest, templates):
        return ""
    if any(
        is_plural(word.lower(), templates) for word in rest
    ):  # "the machine smells": one word may be an act
        return ""
    return " ".join((article, *rest))


def named_gift(text: str, templates: LetterTemplates) -> str:
    """Return a gesture as it stands after "we added", with its article, or "" where it does not read well."""
    text = _as_read_later(" ".join(text.rstrip(".。").split()), templates)
    if _is_russian(templates):
        return russian_words.named_gift(text, templates.lists)
    if not reads_well(text, templates):
        return ""
    if templates.counts_characters:
        return text
    words = text.split()
    if not names_a_thing(words, templates):
        return ""
    more = words[1].lower() in templates.lists["free_text.links"] if len(words) > 1 else False
    if words[0].istitle() and (more or not _keeps_capital(words[0], templates)):
        words[0] = words[0].lower()
    return " ".join(words) if _needs_no_article(words, templates) else with_article(words)


def named_idea(text: str, templates: LetterTemplates) -> str:
    """Return what a customer suggested as it stands after a colon, or "" where it does not read well."""
    for opening in templates.lists.get("free_text.openings", ()):
        text = text.strip().removeprefix(opening)
    return named_matter(text, templates) or named_gift(text, templates)


def named_promise(text: str, templates: LetterTemplates) -> str:
    """Return a promise as it stands after a colon, or "" where it does not read well."""
    if _is_russian(templates):
        return named_matter(_as_read_later(text, templates), templates)
    return named_gift(text, templates)


def _is_russian(templates: LetterTemplates) -> bool:
    return templates.words["free_text"]["reads"] == "russian"


def _keeps_capital(word: str, templates: LetterTemplates) -> bool:
    if word.lower().endswith(("ing", "ed")):
        return False
    known = ("free_text.goods", "free_text.determiners", "free_text.uncountable", "free_text.acts")
    return not any(word.lower() in templates.lists[name] for name in known)


def _needs_no_article(words: list[str], templates: LetterTemplates) -> bool:
    head = head_of(words, templates)
    mass = head in templates.lists["free_text.uncountable"]
    return words[0].lower() in templates.lists["free_text.determiners"] or mass or is_plural(head, templates)


def _as_read_later(text: str, templates: LetterTemplates) -> str:
    """Return the text with words that were only true on the day ("tonight") as they read weeks later."""
    edge = "" if templates.counts_characters else r"\b"
    for word, later in templates.words["later"].items():
        text = later.join(re.split(f"{edge}{re.escape(word)}{edge}", text))
    return " ".join(text.split())
