"""Turn the tables of a form file into definitions; wrong shapes are noted, `soundness` judges meaning."""

from collections.abc import Mapping

from desktop_cs.errors import UserError
from desktop_cs.forms.definition import Column, Condition, Field, Form, Option, Section
from desktop_cs.forms.field_types import FIELD_TYPES
from desktop_cs.forms.table_reader import TableReader
from desktop_cs.i18n import _


def read_form(reader: TableReader) -> Form:
    """Return the form of a whole file, as far as it can be read."""
    form = Form(
        id=reader.text("id", needed=True),
        version=_version(reader),
        title=reader.words("title", needed=True),
        intro=reader.words("intro"),
        sections=tuple(
            _section(reader.inner(table, _named(_("section"), table, number)))
            for number, table in enumerate(reader.tables("section", needed=True), start=1)
        ),
    )
    reader.finish()
    return form


def _version(reader: TableReader) -> int:
    version = reader.whole_number("version", needed=True)
    if version is not None and version < 1:
        reader.note(_("“version” starts at 1"))
    return version or 0


def _named(kind: str, table: Mapping[str, object], number: int) -> str:
    """Return how a sentence calls a table: by its id, or by its place when it has none."""
    own_id = table.get("id")
    return f"{kind} “{own_id}”" if isinstance(own_id, str) and own_id else f"{kind} {number}"


def _section(reader: TableReader) -> Section:
    section = Section(
        id=reader.text("id", needed=True),
        title=reader.words("title", needed=True),
        help=reader.words("help"),
        fields=tuple(
            _field(reader.inner(table, _named(_("field"), table, number)))
            for number, table in enumerate(reader.tables("field", needed=True), start=1)
        ),
        folded_until=reader.text("folded_until"),
    )
    reader.finish()
    return section


def _field(reader: TableReader) -> Field:
    field = Field(
        id=reader.text("id", needed=True),
        type=reader.text("type", needed=True),
        label=reader.words("label", needed=True),
        help=reader.words("help"),
        required=reader.flag("required") or False,
        express=reader.flag("express") or False,
        private=reader.flag("private") or False,
        for_customer=reader.flag("for_customer") or False,
        retired=reader.flag("retired") or False,
        options=_options(reader),
        columns=_columns(reader),
        visible_when=_condition(reader),
        at_most=reader.whole_number("at_most"),
        at_least=reader.whole_number("at_least"),
        default=_default(reader),
        not_in_future=reader.flag("not_in_future") or False,
    )
    reader.finish()
    return field


def _options(reader: TableReader) -> tuple[Option, ...]:
    return tuple(
        _option(reader.inner(table, _named(_("option"), table, number)))
        for number, table in enumerate(reader.tables("option"), start=1)
    )


def _option(reader: TableReader) -> Option:
    option = Option(
        id=reader.text("id", needed=True),
        label=reader.words("label", needed=True),
        help=reader.words("help"),
        weighs_most=reader.flag("weighs_most") or False,
    )
    reader.finish()
    return option


def _columns(reader: TableReader) -> tuple[Column, ...]:
    return tuple(
        _column(reader.inner(table, _named(_("column"), table, number)))
        for number, table in enumerate(reader.tables("column"), start=1)
    )


def _column(reader: TableReader) -> Column:
    column = Column(
        id=reader.text("id", needed=True),
        type=reader.text("type", needed=True),
        label=reader.words("label", needed=True),
        required=reader.flag("required") or False,
        options=_options(reader),
    )
    reader.finish()
    return column


def _condition(reader: TableReader) -> Condition | None:
    table = reader.value("visible_when")
    if table is None:
        return None
    if not isinstance(table, dict):
        reader.note(_('“visible_when” needs a table, such as { field = "refused", is = "yes" }'))
        return None
    inner = reader.inner(table, "visible_when")
    one, several = inner.text("is"), inner.texts("is_one_of")
    condition = Condition(
        field=inner.text("field"),
        one_of=(one,) if one else several,
        filled=inner.flag("filled"),
        rule=inner.text("rule"),
    )
    inner.finish()
    tests = len({"is", "is_one_of", "filled"} & table.keys())
    if (tests, "field" in table, "rule" in table) not in {(1, True, False), (0, False, True)}:
        inner.note(_("write “field” with one of “is”, “is_one_of” and “filled”, or “rule” alone"))
    return condition


def _default(reader: TableReader) -> str:
    """Return the text that staff would have typed for the default."""
    value = reader.value("default")
    kind = reader.table.get("type")
    if value is None or not isinstance(kind, str) or kind not in FIELD_TYPES:
        return ""
    shape = Field("default", kind, {}, {})
    try:
        return "" if kind == "lines" else FIELD_TYPES[kind].from_value(shape, value)
    except UserError as error:
        reader.note(f"default: {error}")
        return ""
