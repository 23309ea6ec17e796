"""The pages of an encrypted file and of its log, read without the engine: what really lies on the disk.

Source: SQLCipher 4, "Design": pages of 4096 bytes, AES-256-CBC; each ends with 16 bytes of start value and 64
of check sum, and the first page begins with 16 bytes of salt. SQLite, "File Format", 4.1: the log of pages.
"""

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE_BYTES, IV_BYTES, SUM_BYTES, SALT_BYTES = 4096, 16, 64, 16
LOG_HEAD_BYTES, FRAME_HEAD_BYTES = 32, 24


def plain_pages(path, key):
    """Return all that a file holds, in the open; a file that is no database is returned as it is."""
    content = path.read_bytes()
    if path.name.endswith("-wal"):
        step = FRAME_HEAD_BYTES + PAGE_BYTES
        starts = range(LOG_HEAD_BYTES + FRAME_HEAD_BYTES, len(content), step)
        return b"".join(_plain(content[at : at + PAGE_BYTES], key) for at in starts)
    if path.suffix == ".db":
        starts = range(0, len(content), PAGE_BYTES)
        return b"".join(_plain(content[at : at + PAGE_BYTES], key, first=at == 0) for at in starts)
    return content


def _plain(page, key, *, first=False):
    """Return a page in the open; the start of a first page in the log stays garbled, where no words stand."""
    end = len(page) - IV_BYTES - SUM_BYTES
    body = page[SALT_BYTES if first else 0 : end - end % 16]
    unlocked = Cipher(algorithms.AES(bytes.fromhex(key[:64])), modes.CBC(page[end : end + IV_BYTES]))
    return unlocked.decryptor().update(body)
