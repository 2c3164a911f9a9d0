"""Copies the notebooks' folder for one run, so that files written by cells stay there and runs do not affect each other."""

import os
import shutil
import stat
import tempfile
from contextlib import contextmanager

COPIED = ("notebooks", "exercises")
# The reader's answers and progress (exercises/src/main) are left out, so that a notebook is checked as beginners see it.
LEFT_OUT = shutil.ignore_patterns("target", "main", ".progress", ".ipynb_checkpoints", "*.sqlite*", "*.db", "*.db-*", ".env")


@contextmanager
def copy_of(project, purpose):
    """Provide a folder with copies of notebooks/ and exercises/ and all jars, for a with block; then remove it."""
    place = project.state / "runs"
    place.mkdir(parents=True, exist_ok=True)
    folder = type(place)(tempfile.mkdtemp(prefix=f"{purpose}-", dir=place))
    try:
        for name in COPIED:
            if (project.root / name).is_dir():
                shutil.copytree(project.root / name, folder / name, ignore=LEFT_OUT)
        (folder / "notebooks").mkdir(exist_ok=True)
        _give_jars(project, folder)
        yield folder
    finally:
        shutil.rmtree(folder, onerror=_unlock)


def _give_jars(project, folder):
    """Hard links take no space; a file system without them gets copies."""
    for given in (project.jars, project.chapter_jars):
        jars = folder / given.relative_to(project.root)
        jars.mkdir(parents=True)
        for jar in given.glob("*.jar"):
            try:
                os.link(jar, jars / jar.name)
            except OSError:
                shutil.copy2(jar, jars / jar.name)


def _unlock(remove, path, _):
    """Make folders writable again, because a notebook that demonstrates a read-only folder leaves one behind."""
    try:
        for locked in (os.path.dirname(path), path):
            os.chmod(locked, stat.S_IRWXU)
        remove(path)
    except OSError:
        pass
