"""Lets one lab.py at a time set up the project. The system releases the lock even if its holder is killed.

Programs that the holder runs (pip, Maven) inherit the lock. So if lab.py is killed while pip is still running, the next
lab.py waits for pip.
"""

import contextlib
import os
import time

_HELD = set()

if os.name == "nt":
    import msvcrt

    def _try(file):
        file.seek(1024)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try(file):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _taken(file):
    try:
        _try(file)
        return True
    except OSError:
        return False


@contextlib.contextmanager
def held(path, wait=True, say=print):
    """Hold the lock in a with block; yield whether it was acquired (always, if waiting is allowed)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a+", encoding="utf-8") as file:
        got = _taken(file)
        if not got and wait:
            say(f"Another lab.py (process {_holder(path)}) is setting up this folder; this one waits for it.")
            while not got:
                time.sleep(0.2)
                got = _taken(file)
        if got:
            file.truncate(0)
            file.write(str(os.getpid()))
            file.flush()
            _HELD.add(file.fileno())
        try:
            yield got
        finally:
            _HELD.discard(file.fileno())


def held_files():
    """Return the files that a program started now must inherit to keep the lock; Windows does not have this."""
    return () if os.name == "nt" else tuple(_HELD)


def _holder(path):
    try:
        return path.read_text(encoding="utf-8").strip() or "unknown"
    except OSError:
        return "unknown"
