"""Help in the language of the program: what `argparse` would say in words of its own."""

import argparse
from collections.abc import Iterable, Sequence
from typing import Any

from desktop_cs.i18n import LANGUAGES, N_, _, normal_language

_TITLES = (N_("positional arguments"), N_("options"))  # of the groups that argparse makes


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose help is in the language in use; so is that of its commands."""

    def __init__(
        self,
        prog: str | None = None,
        description: str | None = None,
        parents: Sequence[argparse.ArgumentParser] = (),
        argument_default: object = None,
        *,
        add_help: bool = True,
    ) -> None:
        super().__init__(
            prog,
            description=description,
            parents=parents,
            argument_default=argument_default,
            formatter_class=_Formatter,
            add_help=False,
        )
        if add_help:
            told = _("show this help and end")
            self.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=told)

    def add_argument_group(
        self,
        title: str | None = None,
        description: str | None = None,
        **given: Any,  # noqa: ANN401 (whatever argparse takes)
    ) -> "argparse._ArgumentGroup":
        """Add a group; the title of one that argparse makes is said in the language in use."""
        return super().add_argument_group(_(title) if title in _TITLES else title, description, **given)


def typed_language(words: Sequence[str]) -> str:
    """Return the language of `--language` before anything else is read; English where it is none of ours."""
    first = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    first.add_argument("--language", nargs="?", default="en")
    language = normal_language(first.parse_known_args(words)[0].language or "en")
    return language if language in LANGUAGES else "en"
