"""Sets up everything that the workbook needs; if it is already there, this takes almost no time."""

from dataclasses import dataclass
from pathlib import Path

from lab import archive, jars, java, kernel, loopback, mermaid, packages, pins
from lab.lock import held
from lab.project import require_writable


@dataclass(frozen=True)
class Ready:
    """What was found and created: the JDK, the notebooks' Python, the kernel's archive (which may not exist yet)."""

    java: java.Java
    python: Path
    archive: Path


def ensure(project, say=print):
    """Find Java, then set up the Python side, the jars and the kernelspec; only one lab.py at a time does this."""
    require_writable(project)
    loopback.require()
    pinned = pins.read_pins(project.environment)
    chosen, notes = java.find()
    for note in notes:
        say(note)
    with held(project.state / "lock", say=say):
        python = packages.find(project, pinned)
        jars_digest = jars.ensure(project, chosen)
        wanted = kernel.install(project, chosen, python, jars_digest)
        archive.remove_others(project, wanted)
    return Ready(chosen, python, wanted)


def ensure_library(project, say=print):
    """Find Java and build the jars, which is enough for grading; return the Java."""
    require_writable(project)
    chosen, notes = java.find()
    for note in notes:
        say(note)
    with held(project.state / "lock", say=say):
        jars.ensure(project, chosen)
    return chosen


def ensure_site(project, say=print):
    """Create what the web edition is built with; return the notebooks' Python and Mermaid's folder."""
    require_writable(project)
    pinned = pins.read_pins(project.environment)
    chosen, notes = java.find()
    for note in notes:
        say(note)
    with held(project.state / "lock", say=say):
        return packages.find(project, pinned), mermaid.ensure(project, chosen)
