"""Keep the program's words and their translations in step: `words.py [--check] [--add LANGUAGE]`.

Collects what `_()`, `ngettext()` and `N_()` hold in desktop_cs, brings every catalogue below
resources/locale up to it and compiles it. The same sources always give the same bytes: no dates,
no line numbers, sorted.
"""

import argparse
import io
import math
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "desktop_cs"
LOCALE = ROOT / "resources" / "locale"
TEMPLATE = "desktop_cs.pot"
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
_GAP = re.compile(r"\{[^{}]*\}")
_UNTOUCHED = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&\w+;)")
_ACCENTS = str.maketrans("acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ", "åçðéĝĥîĵķļñöŕšţûŵýžÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽ")
_LONGER_BY = 0.3


def collected(sources: Path = SOURCES) -> Catalog:
    """Return a catalogue of every text in the program, not translated yet."""
    catalog = Catalog(charset="utf-8")
    found = extract_from_dir(
        sources, keywords=_KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    )
    for _file, _line, text, comments, context in found:
        catalog.add(text, auto_comments=comments, context=context)
    return catalog


def updated(catalog: Catalog, template: Catalog) -> Catalog:
    """Bring a catalogue in step with the template and return it.

    A text that has gone is put aside as obsolete with its translation, and gets it back when it returns.
    """
    for message in catalog.obsolete.values():
        catalog[message.id] = message
    catalog.obsolete.clear()
    catalog.update(template, no_fuzzy_matching=True)
    for message in [*catalog.obsolete.values()]:
        if not any(_forms(message)):
            del catalog.obsolete[message.id if isinstance(message.id, str) else message.id[0]]
    return catalog


def read(path: Path, language: str) -> Catalog:
    """Return the catalogue in a `.po` file, an empty one where there is no file."""
    if not path.is_file():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language, charset="utf-8")


def as_po(catalog: Catalog) -> bytes:
    """Return what belongs in a `.po` or `.pot` file."""
    header = [
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        "MIME-Version: 1.0",
    ]
    if catalog.locale:
        header += [f"Language: {catalog.locale_identifier}", f"Plural-Forms: {catalog.plural_forms}"]
    lines = ['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in header), "", ""]
    body = io.BytesIO()
    write_po(body, catalog, width=0, no_location=True, omit_header=True, sort_output=True)
    return "\n".join(lines).encode() + body.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Return what belongs in a `.mo` file."""
    catalog.creation_date = catalog.revision_date = _NO_DATE
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()


def languages(locale_dir: Path = LOCALE) -> list[str]:
    """Return the languages that have a catalogue."""
    return sorted(path.parts[-3] for path in locale_dir.glob("*/LC_MESSAGES/desktop_cs.po"))


def files(template: Catalog, locale_dir: Path, wanted: Iterable[str]) -> dict[Path, bytes]:
    """Return every file that belongs in the locale folder, with its content."""
    due = {locale_dir / TEMPLATE: as_po(template)}
    for language in wanted:
        po = locale_dir / language / "LC_MESSAGES" / "desktop_cs.po"
        catalog = updated(read(po, language), template)
        due |= {po: as_po(catalog), po.with_suffix(".mo"): as_mo(catalog)}
    return due


def problems(sources: Path = SOURCES, locale_dir: Path = LOCALE) -> list[str]:
    """Return a line for each text not translated or with a gap lost, and for each file that is stale."""
    template = collected(sources)
    found = []
    for path, content in files(template, locale_dir, languages(locale_dir)).items():
        if not path.is_file() or path.read_bytes() != content:
            found.append(f"{path.relative_to(locale_dir).as_posix()} is stale: run packaging/words.py")
    for language in languages(locale_dir):
        po = locale_dir / language / "LC_MESSAGES" / "desktop_cs.po"
        catalog = updated(read(po, language), template)
        found += [f"{language}: {fault}" for message in catalog if message.id for fault in _faults(message)]
    return found


def _faults(message: Message) -> list[str]:
    texts = [message.id] if isinstance(message.id, str) else list(message.id)
    forms = _forms(message)
    if not forms or not all(forms) or message.fuzzy:
        return [f"not translated: {texts[0]}"]
    gaps = [sorted(_GAP.findall(text)) for text in texts]
    return [
        f"other gaps than in “{texts[0]}”: {form}" for form in forms if sorted(_GAP.findall(form)) not in gaps
    ]


def _forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def pseudo(text: str) -> str:
    """Return the text in the pseudo-language en_XA: accented, 30 % longer, in brackets; gaps and tags as is.

    What shows up without accents is not translatable; what shows up without its brackets is cut, or put
    together from pieces.
    """
    if not text:
        return text
    parts = _UNTOUCHED.split(text)
    letters = sum(len(part) for part in parts[::2])
    changed = (part if place % 2 else part.translate(_ACCENTS) for place, part in enumerate(parts))
    return f"[{''.join(changed)}{'~' * math.ceil(letters * _LONGER_BY)}]"


def main(arguments: list[str]) -> int:
    """Write the catalogues, or check them; return 1 where a check finds something."""
    parser = argparse.ArgumentParser(
        description="Collect the program's words and compile their translations."
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; say what is untranslated or stale"
    )
    parser.add_argument("--add", metavar="LANGUAGE", help="begin a catalogue, such as fr or zh_TW")
    chosen = parser.parse_args(arguments)
    if not chosen.check:
        wanted = {*languages(), *([chosen.add] if chosen.add else [])}
        for path, content in files(collected(), LOCALE, sorted(wanted)).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    found = problems()
    print("\n".join(found) or "Every text is translated, and every catalogue is up to date.")
    return 1 if chosen.check and found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
