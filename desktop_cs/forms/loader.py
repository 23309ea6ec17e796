"""Read forms/*.toml; report every mistake of a file at once, never repair one."""

import re
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path

from desktop_cs.errors import ShopError
from desktop_cs.forms.definition import Form
from desktop_cs.forms.form_tables import read_form
from desktop_cs.forms.soundness import unsound
from desktop_cs.forms.table_reader import TableReader
from desktop_cs.i18n import LANGUAGES, _


class FormFileError(ShopError):
    """Form files cannot be used; `problems` says why, one line each, beginning with the file's name."""

    def __init__(self, problems: list[str]) -> None:
        sentence = _("The forms cannot be used until this is put right:")
        super().__init__("\n".join([sentence, *problems]))
        self.problems = problems


def load_form(path: Path, languages: Collection[str] = LANGUAGES) -> Form:
    """Return the form in `path`.

    Args:
        path: A TOML file; a byte order mark at its start is no mistake.
        languages: Codes of the languages that no text may lack.

    Raises:
        FormFileError: With every mistake in the file.
    """
    form, problems = _read(path, languages)
    if form is None or problems:
        raise FormFileError([f"{path.name}: {problem}" for problem in problems])
    return form


def load_forms(folder: Path, languages: Collection[str] = LANGUAGES) -> dict[str, Form]:
    """Return every form in the folder by its id.

    Raises:
        FormFileError: With every mistake of every file, or because there is no form at all.
    """
    forms: dict[str, Form] = {}
    problems: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        form, found = _read(path, languages)
        problems += [f"{path.name}: {problem}" for problem in found]
        if form is not None:
            forms[form.id] = form
    if not forms and not problems:
        problems = [_("{folder}: there is no form here").format(folder=folder.name)]
    if problems:
        raise FormFileError(problems)
    return forms


def _read(path: Path, languages: Collection[str]) -> tuple[Form | None, list[str]]:
    """Return the form as far as it could be read (None without a table to read), and the file's mistakes."""
    table, mistake = _toml(path)
    if table is None:
        return None, [mistake]
    problems: list[str] = []
    reader = TableReader(table, "", languages, problems)
    form = read_form(reader)
    if form.id and form.id != path.stem:
        reader.note(_("its id “{id}” must be the name of its file").format(id=form.id))
    return form, problems + unsound(form)


def _toml(path: Path) -> tuple[Mapping[str, object] | None, str]:
    """Return the file's table, or None and why it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig")), ""
    except OSError as error:
        return None, _("cannot be opened ({reason})").format(reason=error.strerror)
    except UnicodeDecodeError:
        return None, _("is not saved as UTF-8 text")
    except (ValueError, RecursionError) as error:
        return None, _syntax_mistake(str(error))


def _syntax_mistake(reason: str) -> str:
    """Return the parser's complaint with the line first, where it names one."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", reason)
    if found is None:
        return _("is not valid TOML ({reason})").format(reason=reason)
    cause = reason[: found.start()].strip()
    return _("line {line}, column {column}: not valid TOML ({reason})").format(
        line=found[1], column=found[2], reason=cause
    )
