"""The folder that the web edition is written to. Only files from an earlier build are ever replaced or deleted."""

import contextlib
import json

from lab.problem import Problem
from lab.stored import recall

MARKER = "ormlab-site.json"


def require_ours(folder):
    """Refuse a folder that contains anything except an earlier web edition."""
    if folder.is_dir() and any(folder.iterdir()) and _written(folder) is None:
        raise Problem(
            f"{folder} is not empty, and it does not contain a web edition.",
            "Name an empty or a new folder: python3 lab.py site FOLDER",
        )
    if folder.exists() and not folder.is_dir():
        raise Problem(f"{folder} is a file, not a folder.", "Name an empty or a new folder: python3 lab.py site FOLDER")


def write(folder, files):
    """Write the files (path to bytes), and delete those of the earlier build that are no longer needed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        old = _written(folder) or []
        # Written before the files, so that after an interrupted build the next one still accepts the folder.
        (folder / MARKER).write_text(json.dumps(sorted({*old, *files}), indent=0) + "\n", encoding="utf-8")
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for name in set(old) - set(files):
            _delete(folder, name)
        (folder / MARKER).write_text(json.dumps(sorted(files), indent=0) + "\n", encoding="utf-8")
    except OSError as error:
        raise Problem(
            f"The web edition cannot be written to {error.filename or folder}: {error.strerror}.",
            "Make room on the disk, or name a folder that you may write to: python3 lab.py site FOLDER",
        ) from error


def _written(folder):
    known = recall(folder / MARKER)
    return known if isinstance(known, list) else None


def _delete(folder, name):
    """Delete a file, and folders that become empty."""
    path = folder / name
    if ".." in path.parts:
        return
    path.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        for parent in path.parents:
            if parent == folder:
                return
            parent.rmdir()
