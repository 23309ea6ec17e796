"""Read a TOML table key by key; note every mistake with its place and go on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from desktop_cs.forms.definition import Words
from desktop_cs.forms.near_words import did_you_mean, shortened
from desktop_cs.i18n import _

_LARGEST = 10**9  # no limit or version of a form is beyond it, and a sentence has room for it
_TRANSLATABLE = ("en", "ru", "zh_CN", "zh_TW")  # a form may be ahead of the languages that are offered


@dataclass(slots=True)
class TableReader:
    """One table of a file.

    Each reading method returns the value, or an empty one of its type after noting what is wrong.
    `place` is "" for the file itself; `problems` is shared by all readers of a file.
    `finish` notes the keys that nobody asked for.
    """

    table: Mapping[str, object]
    place: str
    languages: Collection[str]
    problems: list[str]
    _asked: set[str] = field(default_factory=set)

    def note(self, problem: str) -> None:
        """Note a mistake at this place."""
        self.problems.append(f"{self.place}: {problem}" if self.place else problem)

    def value(self, key: str, *, needed: bool = False) -> object | None:
        """Return whatever the key holds, or None; notes a needed key that is not there."""
        self._asked.add(key)
        if needed and key not in self.table:
            self.note(_("“{key}” is missing").format(key=key))
        return self.table.get(key)

    def text(self, key: str, *, needed: bool = False) -> str:
        """Return a text."""
        value = self.value(key, needed=needed)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.note(_("“{key}” needs a text in quotation marks").format(key=key))
            return ""
        if needed and not value.strip():
            self.note(_("“{key}” is empty").format(key=key))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, () when it is not there."""
        value = self.value(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
            self.note(_('“{key}” needs a list of texts, such as ["yes", "partly"]').format(key=key))
            return ()
        return tuple(value)

    def flag(self, key: str) -> bool | None:
        """Return true or false, None when it is not there."""
        value = self.value(key)
        if value is None or isinstance(value, bool):
            return value
        self.note(_("“{key}” needs true or false").format(key=key))
        return None

    def whole_number(self, key: str, *, needed: bool = False) -> int | None:
        """Return a whole number, None when it is not there."""
        value = self.value(key, needed=needed)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST:
            return value
        self.note(_("“{key}” needs a whole number").format(key=key))
        return None

    def words(self, key: str, *, needed: bool = False) -> Words:
        """Return a text per language; once it is there, no language may be missing or empty."""
        value = self.value(key, needed=needed)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.note(_('“{key}” needs a text per language, such as {{ en = "…" }}').format(key=key))
            return {}
        known = {*self.languages, *_TRANSLATABLE}
        for language in value:
            if language not in known:
                self.note(
                    _("“{key}” has an unknown language “{language}”{hint}").format(
                        key=key, language=shortened(language), hint=did_you_mean(language, sorted(known))
                    )
                )
        return {language: self._word(key, language, value) for language in self._expected(value)}

    def tables(self, key: str, *, needed: bool = False) -> list[Mapping[str, object]]:
        """Return a list of tables, [] when it is not there."""
        value = self.value(key, needed=needed)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.note(_("“{key}” needs tables, each under [[…{key}]]").format(key=key))
            return []
        if not value:
            self.note(_("“{key}” is empty").format(key=key))
        return value

    def inner(self, table: Mapping[str, object], place: str) -> "TableReader":
        """Return a reader for a table inside this one, named by what stands before it."""
        return TableReader(table, f"{self.place} {place}".strip(), self.languages, self.problems)

    def finish(self) -> None:
        """Note every key that nothing has asked for."""
        for key in self.table:
            if key not in self._asked:
                hint = did_you_mean(key, sorted(self._asked))
                self.note(_("unknown key “{key}”{hint}").format(key=shortened(key), hint=hint))

    def _expected(self, value: Mapping[str, object]) -> list[str]:
        return [*self.languages, *(language for language in value if language not in self.languages)]

    def _word(self, key: str, language: str, value: Mapping[str, object]) -> str:
        text = value.get(language, "")
        if not isinstance(text, str):
            self.note(
                _("“{key}” in {language} needs a text in quotation marks").format(key=key, language=language)
            )
            return ""
        if not text.strip():
            self.note(_("“{key}” has no text in {language}").format(key=key, language=language))
        return text
