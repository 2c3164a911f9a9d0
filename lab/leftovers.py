"""Temporary folders that the next run deletes if the one that made them was killed."""

import contextlib
import os
import shutil
import stat
import tempfile
import time
from pathlib import Path

from lab.lock import held

USED = ".used"  # Its lock is held for as long as the folder is in use.
START_SECONDS = 3600  # A younger folder without this file may belong to a run that is just starting.


@contextlib.contextmanager
def temporary(prefix):
    """Provide a temporary folder that other users may enter, and delete it at the end."""
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as name:
        place = Path(name)
        os.chmod(place, 0o755)
        with held(place / USED, wait=False):
            yield place


def delete(prefix):
    """Delete this user's temporary folders with this prefix that no process uses any longer."""
    for folder in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        with contextlib.suppress(OSError):
            if _is_ours(folder) and _is_unused(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder):
    about = folder.lstat()
    return stat.S_ISDIR(about.st_mode) and about.st_uid == getattr(os, "getuid", lambda: about.st_uid)()


def _is_unused(folder):
    if not (folder / USED).exists():
        return time.time() - folder.stat().st_mtime > START_SECONDS
    with held(folder / USED, wait=False) as free:
        return free
