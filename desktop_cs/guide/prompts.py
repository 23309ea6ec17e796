"""What staff keep forgetting to mention: which of the kept sentences fit a case."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from desktop_cs.guide.edits import Prompt

_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")
_LEAST_OF_A_WORD = 4  # letters; "dryer" then stands for "dryers" too, while "tv" is only itself
_LEAST_OF_A_SERIAL = 3  # signs; fewer begin half of all serial numbers


def fitting(
    prompts: Iterable[Prompt], step: str, failure_kind: str, products: Sequence[str], serial: str = ""
) -> tuple[Prompt, ...]:
    """Return the prompts in use that fit, as they were added.

    Args:
        prompts: All of the shop.
        step: The step that is being done.
        failure_kind: Of the case, or "" while it is not known; only prompts for every kind fit then.
        products: What the case names as product or device.
        serial: The serial number, or "".
    """
    return tuple(
        one
        for one in prompts
        if one.active
        and one.step == step
        and one.failure_kind in {"", failure_kind}
        and (not one.product.strip() or _is_of(one.product, products, serial))
    )


def _is_of(sought: str, products: Sequence[str], serial: str) -> bool:
    """Return whether words name one of the products, or begin the serial number."""
    beginning = "".join(_words(sought))
    is_serial = len(beginning) >= _LEAST_OF_A_SERIAL and "".join(_words(serial)).startswith(beginning)
    return is_serial or any(_names(sought, product) for product in products)


def _names(sought: str, product: str) -> bool:
    """Return whether the words stand in the product's name, side by side; Chinese has no blanks to mind."""
    wanted, there = _words(sought), _words(product)
    if _HAN.search(sought):
        return "".join(wanted) in "".join(there)
    return bool(wanted) and any(
        all(_is_word(one, other) for one, other in zip(wanted, there[start:], strict=False))
        for start in range(len(there) - len(wanted) + 1)
    )


def _is_word(wanted: str, word: str) -> bool:
    longer = len(wanted) >= _LEAST_OF_A_WORD and wanted.isalpha() and word.startswith(wanted)
    return wanted == word or longer


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
