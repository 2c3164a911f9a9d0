"""What lab.py remembers between starts: small JSON files, which are written completely or not at all."""

import hashlib
import json
import os


def write_whole(path, text):
    """Replace a file in one step, so that a reader sees either the old or the new text, even after a kill at any moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.{os.getpid()}.half")
    with open(half, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(half, path)


def remember(path, value):
    """Write a marker; call this only after the marked work has succeeded."""
    write_whole(path, json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n")


def recall(path):
    """Return a marker's content, or None if there is no readable one."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def forget(path):
    """Delete a marker before the marked thing is changed."""
    path.unlink(missing_ok=True)


def digest(files, base):
    """Hash names and contents of files: any change, addition or removal changes the value."""
    whole = hashlib.sha256()
    for file in sorted(files):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        whole.update(os.fsencode(file.relative_to(base).as_posix()) + f"\0{content}\n".encode())
    return whole.hexdigest()
