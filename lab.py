#!/usr/bin/env python3
"""python3 lab.py [open] | grade [exercise] | watch [exercise] | test-out CHAPTER | check [notebook...] | grade-all FOLDER | site | doctor

Sets up what is missing, then opens the workbook, grades your exercises (once, on each save, or to test a chapter out), checks the
notebooks, grades submissions, builds the web edition, or reports what it found.
This file is readable by old Pythons, so that they can say what is needed; the work is done in lab/.
"""

import os
import shutil
import subprocess
import sys

NEEDED = (3, 10)
NEWER = ["python3." + str(minor) for minor in range(14, NEEDED[1] - 1, -1)]


def newer_python():
    """Return the path of a Python that is new enough and can make a venv, or None."""
    for name in NEWER:
        path = shutil.which(name)
        if path and works(path):
            return path
    return None


def works(path):
    """Return whether this Python starts and has what lab.py needs."""
    try:
        return subprocess.call([path, "-c", "import venv, ensurepip"], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def start_with_newer():
    """Run this file again with a newer Python on this machine and say so, or say what to install."""
    found = "Python %d.%d at %s" % (sys.version_info[0], sys.version_info[1], sys.executable)
    path = newer_python()
    if path is None:
        print("This workbook needs Python 3.10 or newer; this is %s, and no newer one is on PATH." % found)
        print("Install one from https://www.python.org/downloads/ and type: python3.13 lab.py")
        return 2
    print("This is %s; lab.py continues with %s." % (found, path))
    sys.stdout.flush()
    return subprocess.call([path, os.path.abspath(__file__)] + sys.argv[1:])


if __name__ == "__main__":
    if sys.version_info < NEEDED:
        sys.exit(start_with_newer())
    from lab.command import main

    sys.exit(main(sys.argv[1:]))
