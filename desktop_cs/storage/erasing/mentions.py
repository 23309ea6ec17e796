"""Somebody's name in words about somebody else: found by reading all of them, since no index has them all."""

from collections.abc import Callable, Collection, Iterable, Iterator
from uuid import UUID

from desktop_cs.customers.kept_words import Mention
from desktop_cs.storage.erasing.fates import FATES, OF_CASE, Fate
from desktop_cs.storage.erasing.names import NameTaker
from desktop_cs.storage.file.shop_file import ShopFile

Progress = Callable[[float], None]

_NO_WORDS = (Fate.KEPT, Fate.GOES, Fate.UNTIED, Fate.LISTED, Fate.CODE)
_READ_IN_SHOP = ("guide_edit", "prompt", "gesture")
_AROUND = 40  # letters shown on both sides of the name
_AT_ONCE = 2000  # rows between two words about how far it is


class Sought:
    """What is looked for.

    Args:
        names: The whole name, the phone number.
        parts: Parts of the name by which they may be called, and others too.
    """

    def __init__(self, names: Collection[str], parts: Collection[str]) -> None:
        self._sure = NameTaker(names, "")
        self._perhaps = NameTaker([*names, *parts], "")

    def in_texts(self, texts: Iterable[str]) -> tuple[str, bool] | None:
        """Return the words around the first hit, and whether it is sure; None where there is none."""
        perhaps = ""
        for text in filter(None, texts):
            if around := self._perhaps.around(text, _AROUND):
                if sure := self._sure.around(text, _AROUND):
                    return sure, True
                perhaps = perhaps or around
        return (perhaps, False) if perhaps else None


def mentions(
    file: ShopFile, sought: Sought, except_cases: Collection[UUID], progress: Progress | None = None
) -> list[Mention]:
    """Return where a name, or a phone number, stands in words about others; by case, then in the shop's own.

    Args:
        file: The opened records.
        sought: What is looked for; capitals and blanks do not count.
        except_cases: The person's own cases.
        progress: Is told the share that is done, 0 to 1; may raise to stop.
    """
    numbers = dict(file.rows("SELECT id, number FROM recovery_case"))
    found: list[Mention] = []
    for step, (table, key) in enumerate(OF_CASE.items()):
        for place, (case_id, texts) in enumerate(_read(file, table, key)):
            if progress is not None and place % _AT_ONCE == 0:
                progress(step / len(OF_CASE))
            if case_id and (said := sought.in_texts(texts)) and UUID(bytes=case_id) not in except_cases:
                found.append(Mention(UUID(bytes=case_id), numbers.get(case_id, 0), table, *said))
    for table in _READ_IN_SHOP:
        said_here = (sought.in_texts(texts) for _key, texts in _read(file, table, "id"))
        found += [Mention(None, 0, table, *said) for said in said_here if said]
    return sorted(found, key=lambda one: (one.number == 0, one.number))


def _read(file: ShopFile, table: str, key: str) -> Iterator[tuple[bytes, list[str]]]:
    """Yield the key and the texts of each row."""
    columns = [name for name, fate in FATES[table].items() if fate not in _NO_WORDS]
    listed = ", ".join(f'"{name}"' for name in (key, *columns))
    for row_key, *texts in file.rows(f"SELECT {listed} FROM {table}"):  # noqa: S608 (names of our own table)
        yield row_key, texts
