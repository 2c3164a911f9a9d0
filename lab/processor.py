"""How much processor time a process and everything it started have used."""

import os
import time
from pathlib import Path

PROC = Path("/proc")


def seconds(pid, proc=PROC):
    """Return the processor time in seconds, or None where the system has no /proc."""
    if not (proc / "self").exists():
        return None
    ticks, children = {}, {}
    for folder in proc.iterdir():
        told = _stat(folder) if folder.name.isdigit() else None
        if told:
            parent, used = told
            ticks[int(folder.name)] = used
            children.setdefault(parent, []).append(int(folder.name))
    total, left = 0, [pid]
    while left:
        one = left.pop()
        total += ticks.get(one, 0)
        left += children.get(one, [])
    return total / os.sysconf("SC_CLK_TCK")


def _stat(folder):
    """Return the parent of a process, and the ticks of the process and its children that have ended; None if it is gone."""
    try:
        # The name is in parentheses and may contain anything, even a parenthesis.
        fields = (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()
        return int(fields[1]), sum(int(field) for field in fields[11:15])
    except (OSError, ValueError, IndexError):
        return None


class Allowance:
    """Limits the processor time that a process may use from now on; the limit on the clock is three times that, because it may
    wait, or other processes may compute.

    Both allow a start-up time of some seconds in addition. If processor time is unknown, only the clock counts.
    """

    WAITING = 3

    def __init__(self, pid, limit, start=0):
        self._pid, self._limit, self._start = pid, limit, start
        self._began, self._used = time.monotonic(), seconds(pid)

    def is_over(self):
        """Return whether the process has used up its allowance."""
        passed = time.monotonic() - self._began - self._start
        if self._used is None or passed < self._limit:
            return self._used is None and passed > self._limit
        return passed > self.WAITING * self._limit or seconds(self._pid) - self._used > self._start + self._limit
