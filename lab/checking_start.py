"""Starts the check inside the notebooks' own Python, where nbclient is, and without network access, which no cell may need."""

import os
import subprocess

from lab import kernel, offline
from lab.problem import Problem


def check(project, ready, names, options):
    """Check these notebooks; return the exit code: 0 if all passed."""
    flags = [flag for flag in ("write", "form", "again", "stumble") if getattr(options, flag)]
    line = [str(ready.python), "-m", "lab.checking", f"--jobs={options.jobs}", *(f"--{flag}" for flag in flags)]
    env = kernel.environment(project) | {"PYTHONPATH": str(project.root), "PYTHONUTF8": "1"}
    line += map(str, names)
    cut_off = offline.command(line)
    print("Without the network." if cut_off else "With the network: this system cannot run a program without it.", flush=True)
    return subprocess.call(cut_off or line, cwd=project.root, env=env)


def chosen(project, words):
    """Return the notebooks that the arguments name: a path, a file name, or the start of one ("02")."""
    every = sorted(project.notebooks.glob("*.ipynb"))
    if not words:
        if not every:
            raise Problem(f"There is no notebook in {project.notebooks}.", "Restore them with git restore notebooks.")
        return every
    return [path for word in words for path in _named(project, every, word)]


def _named(project, every, word):
    named = [path for path in every if path.name.startswith(os.path.basename(word))]
    if not named:
        raise Problem(
            f'No notebook in {project.notebooks} begins with "{os.path.basename(word)}".',
            "There are: " + (", ".join(path.stem for path in every) or "none") + ".",
        )
    return named
