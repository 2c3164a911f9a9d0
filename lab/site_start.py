"""Starts the build of the web edition inside the notebooks' own Python, which has the Markdown parser."""

import os
import subprocess

from lab import setup
from lab.project import here

REPOSITORY = "ORMLAB_REPOSITORY"


def build(options):
    """Build the web edition in a folder; return the exit code: 0 if it was written."""
    project = here()
    python, mermaid = setup.ensure_site(project)
    line = [str(python), "-m", "lab.site.build", f"--folder={os.path.abspath(options.folder or project.root / 'site')}"]
    line += [f"--mermaid={mermaid}", f"--repository={options.repository or os.environ.get(REPOSITORY, '')}"]
    env = os.environ | {"PYTHONPATH": str(project.root), "PYTHONUTF8": "1"}
    return subprocess.call(line, cwd=project.root, env=env)
