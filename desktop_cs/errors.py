"""The failures that this program raises on purpose."""


class DeskError(Exception):
    """Base of every error raised on purpose; its text is a sentence for the person at the screen."""


class UserError(DeskError):
    """Something the person can put right; shown as it is, at the field when `field` names one.

    Args:
        sentence: What is wrong and the way out, in the language of the person.
        field: Id of the question that it belongs to, or "".
    """

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class ShopError(DeskError):
    """The surroundings failed (disk, printer, locked or damaged file).

    The sentence says what was kept and what to do next; `details` is for support and never shown first.
    """

    def __init__(self, sentence: str, details: str = "") -> None:
        super().__init__(sentence)
        self.details = details


class LockedError(ShopError):
    """The records are locked: their owner's pass phrase, or the code of the recovery sheet, opens them."""


class DamagedError(ShopError):
    """The records are damaged, not whole or gone: a backup brings them back. Nothing was changed."""
