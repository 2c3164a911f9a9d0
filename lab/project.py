"""Every path in the project that lab.py uses."""

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
        """lab.py's own folder, not under version control; you may delete it at any time."""
        return self.root / ".lab"

    @property
    def environment(self):
        """The only place with the pins of the Python packages."""
        return self.root / "environment.yml"

    @property
    def lock(self):
        """The version and the hashes of every Python package, generated from those pins."""
        return self.root / "lab" / "packages.lock"

    @property
    def venv(self):
        return self.root / ".venv"

    @property
    def notebooks(self):
        """The original notebooks, under version control."""
        return self.root / "notebooks"

    @property
    def own_notebooks(self):
        """The notebooks that readers open and change; next to the originals, so that `../lib` has the same meaning in both."""
        return self.root / "my_notebooks"

    @property
    def jars(self):
        """The jars that the first cell of a notebook puts on its class path."""
        return self.root / "lib" / "target" / "workbook"

    @property
    def chapter_jars(self):
        """The jars that single chapters add to their class path; the kernel starts without them."""
        return self.root / "workbook" / "target" / "chapters"

    @property
    def kernels(self):
        """The project's own Jupyter data folder; the user's is never written to."""
        return self.state / "jupyter"

    @property
    def archives(self):
        return self.state / "archives"


def here():
    """Return the project that contains this file, whatever the current folder is."""
    return Project(Path(__file__).resolve().parent.parent)


def require_writable(project):
    """Create lab.py's folder, or raise a Problem that says that it cannot be written."""
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
