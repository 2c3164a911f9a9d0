"""Runs a command without any network except this machine's own addresses, if the system allows that."""

import os
import subprocess
import sys

from lab.confine import LOOPBACK

THEN = "; import os, sys; os.execvp(sys.argv[1], sys.argv[1:])"


def command(line):
    """Return the command that runs `line` without the network, or None if that is not possible, for example on other systems
    than Linux.
    """
    cut_off = [*_unshare(), sys.executable, "-c", LOOPBACK + THEN]
    return [*cut_off, *line] if _works([*cut_off, sys.executable, "-c", ""]) else None


def _unshare():
    # Only root can create a network namespace; other users first become root in a user namespace.
    mapped = [] if getattr(os, "geteuid", lambda: -1)() == 0 else ["--map-root-user"]
    return ["unshare", *mapped, "--net", "--"]


def _works(line):
    try:
        return subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=20).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
