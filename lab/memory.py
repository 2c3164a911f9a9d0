"""How much memory is left for another process, on this machine and in its control group, which a container or a hub may have
set.
"""

from pathlib import Path

MEGABYTE = 1 << 20
PLENTY = 1 << 20  # if the system does not say


def free_megabytes(proc=Path("/proc"), groups=Path("/sys/fs/cgroup")):
    """Return the free memory for a new process in megabytes: the minimum of what the machine and each group above this process
    allow.
    """
    return min(_machine(proc), *(_group(folder) for folder in _groups(proc, groups)), PLENTY)


def _machine(proc):
    try:
        lines = (proc / "meminfo").read_text().splitlines()
        return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, ValueError, StopIteration):
        return _asked()


def _asked():
    """Ask psutil, which JupyterLab depends on, if there is no /proc."""
    try:
        import psutil

        return psutil.virtual_memory().available // MEGABYTE
    except Exception:
        return PLENTY


def _groups(proc, groups):
    """Return the folders of this process's group and of those above it."""
    try:
        lines = (proc / "self" / "cgroup").read_text().splitlines()
    except OSError:
        return []
    name = next((line[3:] for line in lines if line.startswith("0::")), None)
    if name is None:
        return []
    own = groups / name.strip("/")
    return [own, *(folder for folder in own.parents if folder == groups or groups in folder.parents)]


def _group(folder):
    """Return a group's free memory. The file cache counts as free, because it is released when memory is needed."""
    try:
        limit = int((folder / "memory.max").read_text())
        used = int((folder / "memory.current").read_text())
        kept = dict(line.split() for line in (folder / "memory.stat").read_text().splitlines())
        return (limit - used + int(kept.get("inactive_file", 0))) // MEGABYTE
    except (OSError, ValueError):  # "max": no limit
        return PLENTY
