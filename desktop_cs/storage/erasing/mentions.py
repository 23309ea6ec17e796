"""Somebody's name in words about somebody else: found by reading all of them, since no index has them all."""

from collections.abc import Callable, Collection, Iterator
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


def mentions(
    file: ShopFile, names: Collection[str], except_cases: Collection[UUID], progress: Progress | None = None
) -> list[Mention]:
    """Return where a name, or a phone number, stands in words about others; by case, then in the shop's own.

    Args:
        file: The opened records.
        names: What is looked for; capitals and blanks do not count.
        except_cases: The person's own cases.
        progress: Is told the share that is done, 0 to 1; may raise to stop.
    """
    taker = NameTaker(names, "")
    numbers = dict(file.rows("SELECT id, number FROM recovery_case"))
    found: list[Mention] = []
    for step, (table, key) in enumerate(OF_CASE.items()):
        for place, (case_id, excerpt) in enumerate(_read(file, table, key, taker)):
            if progress is not None and place % _AT_ONCE == 0:
                progress(step / len(OF_CASE))
            if excerpt and case_id and UUID(bytes=case_id) not in except_cases:
                found.append(Mention(UUID(bytes=case_id), numbers.get(case_id, 0), table, excerpt))
    for table in _READ_IN_SHOP:
        found += [
            Mention(None, 0, table, excerpt) for key, excerpt in _read(file, table, "id", taker) if excerpt
        ]
    return sorted(found, key=lambda one: (one.number == 0, one.number))


def _read(file: ShopFile, table: str, key: str, taker: NameTaker) -> Iterator[tuple[bytes, str]]:
    """Yield the key and the words around the name for each row; "" where the name is not in it."""
    columns = [name for name, fate in FATES[table].items() if fate not in _NO_WORDS]
    listed = ", ".join(f'"{name}"' for name in (key, *columns))
    for row_key, *texts in file.rows(f"SELECT {listed} FROM {table}"):  # noqa: S608 (names of our own table)
        yield (
            row_key,
            next((around for text in texts if text and (around := taker.around(text, _AROUND))), ""),
        )
