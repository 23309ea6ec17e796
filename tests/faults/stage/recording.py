"""Recording what a program does to its disk, with strace: as deeds that `disk` can do again."""

import re
from pathlib import Path

from tests.faults.stage.calls import play
from tests.faults.stage.disk import Deed

_RECORDED = "openat,pwrite64,write,writev,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2"
_LONGEST = 16_000_000  # bytes of one call that strace shows
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")
_BEGUN = re.compile(r"^(\d+) +(.*)<unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FILE = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})+)>")


def recorded(scene, folder, log, *words):
    """Play a scene, and return what it did to the folder, with what it said in between."""
    showing = ["-y", "-xx", "-s", str(_LONGEST), "-e", f"trace={_RECORDED}"]
    tracing = ["strace", "-f", "--seccomp-bpf", *showing, "-o", str(log)]
    code, _said, complaints = play(scene, folder, *words, strace=tracing)
    if code:
        raise RuntimeError(f"the scene {scene} does not even work untouched: {complaints[-2000:]}")
    return deeds_in(log.read_text("ascii", errors="replace"), str(folder))


def content_of(folder):
    """Return what lies in a folder and below, by path; without the index of the log, which is memory."""
    files = (path for path in Path(folder).rglob("*") if path.is_file() and not path.name.endswith("-shm"))
    return {str(path): path.read_bytes() for path in files}


def deeds_in(log, place):
    """Return the deeds in a log of strace that concern a place."""
    ends, deeds = {}, []
    for line in _whole_lines(log):
        call = _LINE.match(line)
        if call and int(call[4]) >= 0:
            deed = _deed(call[2], call[3], int(call[4]), ends)
            if deed and (deed.kind == "said" or (deed.path.startswith(place) and "-shm" not in deed.path)):
                deeds.append(deed)
    return deeds


def _whole_lines(log):
    """Yield the lines of a log, with those put together that another thread's came between."""
    begun = {}
    for line in log.splitlines():
        if start := _BEGUN.match(line):
            begun[start[1]] = f"{start[1]} {start[2]}"
        elif rest := _RESUMED.match(line):
            yield begun.pop(rest[1], rest[1]) + rest[2]
        else:
            yield line


def _deed(call, words, result, ends):
    """Return what a call did, or None; `ends` remembers where files that are written in order end."""
    opened_as = _FILE.match(words)
    path = _plain(opened_as[2]).decode(errors="replace") if opened_as else ""
    texts = [_plain(text) for text in _TEXT.findall(words)]
    if call in ("write", "writev"):
        return _written(path, opened_as, b"".join(texts)[:result], ends, by_write=call == "write")
    if call == "pwrite64":
        return Deed("write", path, int(words.rsplit(",", 1)[1]), texts[0][:result])
    if call in ("fsync", "fdatasync"):
        return Deed("sync", path)
    if call == "ftruncate":
        return Deed("cut", path, int(words.rsplit(",", 1)[1]))
    names = [text.decode(errors="replace") for text in texts]
    if call.startswith("unlink"):
        return Deed("remove", names[-1])
    if call.startswith("rename"):
        return Deed("rename", names[0], to=names[1])
    return _opened(names[-1], words, ends)


def _opened(path, words, ends):
    """Return what opening a file does to the disk: it may make it, or empty it."""
    ends[path] = 0
    if "O_TRUNC" in words:
        return Deed("cut", path, 0)
    return Deed("make", path) if "O_CREAT" in words else None


def _written(path, opened_as, content, ends, *, by_write):
    """Return a writing at the end of what was written last, or what was said to us."""
    if opened_as and opened_as[1] == "1" and not by_write:
        return Deed("said", content=content)
    at = ends.get(path, 0)
    ends[path] = at + len(content)
    return Deed("write", path, at, content)


def _plain(text):
    return bytes.fromhex(text.replace("\\x", ""))
