"""Where things are: every path of the project that lab.py uses, in one place."""

import os
from dataclasses import dataclass
from pathlib import Path

from lab.problem import Problem

WINDOWS = os.name == "nt"


@dataclass(frozen=True)
class Project:
    """The project's folder and its contents."""

    root: Path

    @property
    def state(self):
        """lab.py's own folder, not in version control; may be deleted at any time."""
        return self.root / ".lab"

    @property
    def environment(self):
        """The one place of the Python side's pins."""
        return self.root / "environment.yml"

    @property
    def lock(self):
        """The version and the hashes of every Python package, made from those pins."""
        return self.root / "lab" / "packages.lock"

    @property
    def venv(self):
        return self.root / ".venv"

    @property
    def notebooks(self):
        """The notebooks as they came, under version control."""
        return self.root / "notebooks"

    @property
    def own_notebooks(self):
        """The notebooks that are read and changed: beside the others, so that `../lib` means the same from both."""
        return self.root / "my_notebooks"

    @property
    def jars(self):
        """What the first cell of a notebook puts on its class path."""
        return self.root / "lib" / "target" / "workbook"

    @property
    def chapter_jars(self):
        """The jars that single chapters put on their class path as well; the kernel starts without them."""
        return self.root / "workbook" / "target" / "chapters"

    @property
    def kernels(self):
        """A Jupyter data folder of the project's own: the user's is never written to."""
        return self.state / "jupyter"

    @property
    def archives(self):
        return self.state / "archives"


def here():
    """Return the project that this file belongs to, whatever the current folder is."""
    return Project(Path(__file__).resolve().parent.parent)


def require_writable(project):
    """Make lab.py's folder, or say in one sentence that nothing can be written here."""
    probe = project.state / "writable"
    try:
        project.state.mkdir(exist_ok=True)
        probe.write_text("yes")
        probe.unlink()
    except OSError as error:
        raise Problem(
            f"lab.py cannot write to {project.state}: {error.strerror}.",
            "Copy the project to a folder of your own, or make room on the disk, and start again.",
        ) from error
