"""Write a file whole or not at all."""

from contextlib import suppress
from pathlib import Path

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _


def write_whole(path: Path, content: bytes) -> None:
    """Write the content to a file; where that fails, what was there before is still there.

    Raises:
        ShopError: The folder cannot be written, or its disk is full.
    """
    partial = path.parent / f"{path.name}.partial"
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        _remove(partial)
        sentence = _("{file} could not be written. Is there such a folder, and room on the disk?")
        raise ShopError(sentence.format(file=path), details=str(error)) from error
    except KeyboardInterrupt:
        _remove(partial)
        raise


def _remove(partial: Path) -> None:
    with suppress(OSError):  # where a folder of its path is a file, there is nothing to remove either
        partial.unlink(missing_ok=True)
