"""What lab.py remembers between starts: small JSON files, written whole or not at all."""

import hashlib
import json
import os


def write_whole(path, text):
    """Replace a file in one step: a reader, or a kill at any moment, sees the old text or the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.{os.getpid()}.half")
    with open(half, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(half, path)


def remember(path, value):
    """Write a marker; only ever called after what it marks has succeeded."""
    write_whole(path, json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n")


def recall(path):
    """Return what a marker says, or None if there is none that can be read."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def forget(path):
    """Take a marker away before the thing that it marks is changed."""
    path.unlink(missing_ok=True)


def digest(files, base):
    """Hash names and contents of files: any change, addition or removal gives another value."""
    whole = hashlib.sha256()
    for file in sorted(files):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        whole.update(os.fsencode(file.relative_to(base).as_posix()) + f"\0{content}\n".encode())
    return whole.hexdigest()
