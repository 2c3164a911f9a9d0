"""Limits the memory and the number of processes of a program and everything it starts, with a control group.

A process with administrator rights creates the group in the system's own folder, in either version of control groups. Any
other process asks systemd for a group, which needs version 2 and a systemd session. If neither works, only the limits of
single processes apply.
"""

import contextlib
import os
import shutil
import subprocess
import time
from pathlib import Path

GROUPS = Path("/sys/fs/cgroup")
# Version 1 has a hierarchy for each kind of resource, with its folder, and the file and the value of its limit.
FIRST = (("memory", "memory.limit_in_bytes", "memory"), ("pids", "pids.max", "processes"))
SECOND = (("", "memory.max", "memory"), ("", "pids.max", "processes"))
PATIENCE_SECONDS = 5
SHELL = "bash"  # Debian's sh cannot use file descriptors above 9, and several groups have files open at once.
SESSION = ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS")


class Group:
    """The control groups of one program: one in version 2, two in version 1."""

    def __init__(self, name, limits, root=GROUPS):
        files = FIRST if (root / "memory").is_dir() else SECOND
        values = {"memory": limits.whole, "processes": limits.threads}
        self.folders = list(dict.fromkeys(root / kind / name for kind, _, _ in files))
        try:
            if files is SECOND:
                (root / "cgroup.subtree_control").write_text("+memory +pids")
            for folder in self.folders:
                folder.mkdir()
            for kind, file, value in files:
                (root / kind / name / file).write_text(str(values[value]))
            with contextlib.suppress(OSError):  # Not every kernel accounts for swap.
                if files is SECOND:
                    (self.folders[0] / "memory.swap.max").write_text("0")
            self._doors = [os.open(folder / "cgroup.procs", os.O_WRONLY) for folder in self.folders]
        except OSError:
            self._doors = []
            self.remove()
            raise

    @property
    def inherited(self):
        """Return the open files through which the program enters the group, whatever user runs it."""
        return tuple(self._doors)

    def line(self, command):
        """Return a command line that first enters the group and closes its files."""
        enter = "".join(f"echo 0 >&{door} || exit 1; exec {door}>&-; " for door in self._doors)
        return [SHELL, "-c", enter + 'exec "$@"', SHELL, *command]

    def close(self):
        """Close the files on this side, once the program has started."""
        while self._doors:
            os.close(self._doors.pop())

    def remove(self):
        """Remove the group once the last of its killed processes is gone."""
        self.close()
        end = time.monotonic() + PATIENCE_SECONDS
        for folder in self.folders:
            while folder.exists():
                with contextlib.suppress(OSError):
                    folder.rmdir()
                    break
                if time.monotonic() > end:
                    break
                time.sleep(0.05)


def how(limits, path, root=GROUPS):
    """Return "group" or "systemd", whichever works here, or an empty string."""
    with contextlib.suppress(OSError):
        if shutil.which(SHELL, path=path):
            Group(f"ormlab-try-{os.getpid()}", limits, root).remove()
            return "group"
    systemd = shutil.which("systemd-run", path=path)
    if systemd and (root / "cgroup.controllers").exists():
        line = [*scope(limits, systemd), "true"]
        done = subprocess.run(line, env=session(path), stdin=subprocess.DEVNULL, capture_output=True, timeout=30)
        return "systemd" if done.returncode == 0 else ""
    return ""


def scope(limits, systemd="systemd-run"):
    """Return the start of a command line that runs the rest in a limited scope of the user's systemd."""
    bounds = (f"MemoryMax={limits.whole}", "MemorySwapMax=0", f"TasksMax={limits.threads}")
    return [systemd, "--user", "--scope", "--quiet", "--collect", *(part for bound in bounds for part in ("-p", bound)), "--"]


def session(path):
    """Return the environment in which systemd-run finds the user's systemd."""
    return {"PATH": path, **{name: os.environ[name] for name in SESSION if name in os.environ}}
