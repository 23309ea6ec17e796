"""Words that staff typed for themselves, made fit for a sentence of a letter, or left out."""

import re

from desktop_cs.letters.templates import LetterTemplates

_MOST_WORDS, _MOST_SIGNS = 7, 14
_HAN = re.compile(r"[\u3400-\u9fff]")
_PLAIN_LATIN = re.compile(r"[^\W\d_][\w'’/-]*(?: [\w'’/-]+)*")
_LOOKS_DONE = re.compile(r" \w{3,}ed$")  # "dryer repaired" tells what happened, it names no thing
_PLAIN_HAN = re.compile(r"[\u3400-\u9fffA-Za-z0-9 -]+")


def reads_well(text: str, templates: LetterTemplates) -> bool:
    """Return whether a typed text may stand in a letter: short, plain, nothing a letter never mentions."""
    never = templates.lists["free_text.never"]
    if templates.counts_characters:
        fit = _PLAIN_HAN.fullmatch(text) and _HAN.search(text) and len(text) <= _MOST_SIGNS
        return bool(fit) and not any(word in text for word in never)
    fit = _PLAIN_LATIN.fullmatch(text) and len(text.split()) <= _MOST_WORDS
    spaced = f" {text.lower()} "
    return bool(fit) and not any(f" {word} " in spaced for word in never)


def named_thing(text: str, templates: LetterTemplates) -> str:
    """Return a product as it stands after "your", or "" where it does not read well."""
    text = " ".join(text.split())
    if not reads_well(text, templates):
        return ""
    first, _, rest = text.partition(" ")
    if first.lower() in templates.lists["free_text.articles"]:
        first, _, rest = rest.partition(" ")
    if first.istitle() and first.lower() in templates.lists["free_text.goods"]:
        first = first.lower()
    return f"{first} {rest}".strip()


def named_gift(text: str, templates: LetterTemplates) -> str:
    """Return a gesture as it stands after "we added", with its article, or "" where it does not read well."""
    text = _as_read_later(" ".join(text.rstrip(".。").split()), templates)
    if not reads_well(text, templates):
        return ""
    if templates.counts_characters:
        return text
    words = text.split()
    if _LOOKS_DONE.search(text):
        return ""
    if words[0].istitle() and not _keeps_capital(words[0], templates):
        words[0] = words[0].lower()
    return " ".join(words) if _needs_no_article(words, templates) else _with_article(words)


def _keeps_capital(word: str, templates: LetterTemplates) -> bool:
    known = ("free_text.goods", "free_text.determiners", "free_text.uncountable")
    return not any(word.lower() in templates.lists[name] for name in known)


def _needs_no_article(words: list[str], templates: LetterTemplates) -> bool:
    plural = words[-1].endswith("s") and not words[-1].endswith("ss")
    mass = any(word.lower() in templates.lists["free_text.uncountable"] for word in words)
    return words[0].lower() in templates.lists["free_text.determiners"] or plural or mass


def _with_article(words: list[str]) -> str:
    return " ".join(("an" if words[0][0].lower() in "aeiou" else "a", *words))


def _as_read_later(text: str, templates: LetterTemplates) -> str:
    """Return the text with words that were only true on the day ("tonight") as they read weeks later."""
    edge = "" if templates.counts_characters else r"\b"
    for word, later in templates.words["later"].items():
        text = later.join(re.split(f"{edge}{re.escape(word)}{edge}", text))
    return text.strip()
