"""Gives a learner a copy of the workbook, or updates it, then becomes the command that follows.

Runs as the learner. The copy is a clone of the bundle that prepare.py made, but uses the shared jars, kernel and start-up
archive. It never touches what the learner wrote: lab.py's own rules apply to notebooks, and answers are not under version
control.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent
BUNDLE = SHARED / ".lab" / "classroom" / "workbook.bundle"
FOLDER = "ormlab"
BUILT = ("lib/target", "workbook/target")


def copy(home, shared=SHARED, bundle=BUNDLE, say=print):
    """Clone or update the learner's copy, connect it to the shared jars, lay out its notebooks; return its folder."""
    own = Path(home) / FOLDER
    if not (own / ".git").exists():
        _git("clone", "--quiet", str(bundle), str(own))
    elif _git("-C", str(own), "pull", "--quiet", "--ff-only", str(bundle), check=False):
        say(f"{own} was changed and stays as it is: it could not be brought up to date.")
    for name in BUILT:
        _link(own / name, shared / name)
    state = shared / ".lab" / "jars.json"
    if state.is_file():
        (own / ".lab").mkdir(exist_ok=True)
        shutil.copyfile(state, own / ".lab" / "jars.json")  # Tells `lab.py watch` that the jars are up to date.
    sys.path.insert(0, str(shared))
    from lab import reading
    from lab.project import Project

    reading.lay_out(Project(own), say)
    return own


def _link(place, target):
    if place.is_symlink() and Path(os.readlink(place)) == target:
        return
    if place.is_symlink():
        place.unlink()
    elif place.exists():
        return  # The learner has built their own.
    place.symlink_to(target, target_is_directory=True)


def _git(*words, check=True):
    return subprocess.run(["git", *words], check=check, stdin=subprocess.DEVNULL).returncode


def main(command):
    """Make the copy in the home folder, then run the command there."""
    os.chdir(copy(os.environ["HOME"]))
    os.execvp(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
