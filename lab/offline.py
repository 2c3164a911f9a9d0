"""Runs a command where there is no network but this machine's own addresses, if the system lets a user do that."""

import os
import subprocess
import sys

from lab.confine import LOOPBACK

THEN = "; import os, sys; os.execvp(sys.argv[1], sys.argv[1:])"


def command(line):
    """Return the command that runs `line` without the network, or None where that cannot be done: not on Linux, say."""
    cut_off = [*_unshare(), sys.executable, "-c", LOOPBACK + THEN]
    return [*cut_off, *line] if _works([*cut_off, sys.executable, "-c", ""]) else None


def _unshare():
    # Only root makes a network namespace; who is not root becomes it in a user namespace first.
    mapped = [] if getattr(os, "geteuid", lambda: -1)() == 0 else ["--map-root-user"]
    return ["unshare", *mapped, "--net", "--"]


def _works(line):
    try:
        return subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=20).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
