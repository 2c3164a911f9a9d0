"""Mermaid, which draws the diagrams of the web edition: a jar of Maven Central contains it, and pom.xml pins its version."""

import re

from lab.problem import Problem
from lab.process import run_step, utf8_environment
from lab.project import WINDOWS

PINNED = re.compile(r"<mermaid\.version>([^<]+)</mermaid\.version>")


def folder(project):
    """Return the folder of the pinned version, which contains its licence and `dist/mermaid.min.js`."""
    version = PINNED.search((project.root / "pom.xml").read_text(encoding="utf-8"))[1]
    return project.root / "target" / "site" / "META-INF" / "resources" / "webjars" / "mermaid" / version


def ensure(project, java):
    """Return the folder; Maven unpacks it if necessary."""
    found = folder(project)
    script = found / "dist" / "mermaid.min.js"
    if not script.is_file():
        wrapper = [project.root / "mvnw.cmd"] if WINDOWS else ["sh", project.root / "mvnw"]
        run_step(
            "Fetching Mermaid",
            [*wrapper, "-B", "-ntp", "-N", "-Psite", "initialize"],
            "This step needs the network once. Check the connection, then start again.",
            cwd=project.root,
            env=utf8_environment() | {"JAVA_HOME": java.home},
        )
    if not script.is_file():
        raise Problem(f"Maven did not unpack {script}.", f"Delete {project.root / 'target' / 'site'}, then start again.")
    return found
