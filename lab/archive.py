"""The kernel's start-up archive: its classes, loaded and verified once, and mapped into memory at each start.

It is optional: without it, or with one that does not match, the JVM silently starts as usual.
"""

import contextlib
import hashlib
import os
import re
import subprocess
from pathlib import Path

AOT_FROM = 25
SILENT = "-Xlog:disable"  # Otherwise the JVM reports a missing archive in the server's terminal.


def name_for(project, java, jars_digest, class_path):
    """Name the archive after everything it depends on: first the JDK's build, then the class path and its contents."""
    jdk = _short([java.vendor, java.build, java.home])
    content = _short([jars_digest, *map(str, class_path), class_path[0].stat().st_size, _script().read_text("utf-8")])
    ending = "aot" if java.feature >= AOT_FROM else "jsa"
    return project.archives / f"{_family(java)}-{jdk}-{content}.{ending}"


def _family(java):
    vendor = re.sub(r"[^A-Za-z0-9]+", "-", java.vendor).strip("-") or "java"
    return f"{vendor}-{java.feature}"


def _short(parts):
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:10]


def use(java, path):
    """Return the flags that start a kernel from the archive, if there is one that matches; the JVM's default is to start
    without.
    """
    flag = "-XX:AOTCache=" if java.feature >= AOT_FROM else "-XX:SharedArchiveFile="
    return [flag + str(path), SILENT]


def recording(argv, path):
    """Turn a kernel's command line into one that writes the archive when it exits, with the same JVM and class path."""
    turns = {"-XX:AOTCache=": "-XX:AOTCacheOutput=", "-XX:SharedArchiveFile=": "-XX:ArchiveClassesAtExit="}
    return [_turned(part, turns, path) for part in argv]


def _turned(part, turns, path):
    return next((new + str(path) for old, new in turns.items() if part.startswith(old)), part)


def failure(wanted):
    """Return the file that says why this archive could not be made; while it exists, lab.py does not try again."""
    return wanted.with_name(wanted.name + ".failed")


def start_making(project, python, wanted):
    """Start to make the archive in a separate process that outlives lab.py; return None if there is nothing to do."""
    if wanted.exists() or failure(wanted).exists():
        return None
    project.archives.mkdir(parents=True, exist_ok=True)
    with open(project.archives / "making.log", "w", encoding="utf-8") as log:
        return subprocess.Popen(
            [str(python), "-m", "lab.training", str(wanted)],
            cwd=project.root,
            env=os.environ | {"PYTHONPATH": str(project.root)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            **_apart(),
        )


def remove_others(project, wanted):
    """Remove the archives of earlier jars, and of earlier builds of the same JDK; those of other JDKs stay."""
    family, _, content = wanted.stem.rsplit("-", 2)
    for old in project.archives.glob("*-*-*"):
        outdated = f"-{content}." not in old.name or old.name.startswith(family + "-")
        if outdated and not old.name.startswith(wanted.name):
            with contextlib.suppress(OSError):  # Windows keeps files that a running kernel has open; a later start removes them.
                old.unlink()


def _apart():
    """Return options with which the maker survives when the terminal closes, and runs with low priority."""
    if os.name == "nt":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.BELOW_NORMAL_PRIORITY_CLASS}
    return {"start_new_session": True}


def _script():
    """Return the cells that the maker runs; other cells would need another archive."""
    return Path(__file__).with_name("training.jsh")
