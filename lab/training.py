"""Makes the kernel's start-up archive: runs the real kernel through the cells of training.jsh and lets it exit.

Runs inside the notebooks' own Python, as `python -m lab.training ARCHIVE`, in the background.
"""

import os
import sys
from pathlib import Path

from lab import archive, cells, copies, stored, training_cells
from lab.lock import held
from lab.project import here

EXIT = "System.exit(0)"  # After a shutdown request, the JVM would stay for a minute because of its thread pools.
PATIENCE = 180


def make(project, wanted, spec):
    """Write the archive next to its final path, then move it there; return why it failed, or an empty string."""
    half = wanted.with_name(wanted.name + ".half")
    for left in wanted.parent.glob(half.name + "*"):
        left.unlink()
    spec = spec | {"argv": archive.recording(spec["argv"], half)}
    code = train(project, spec)
    if code != 0 or not half.exists():
        return f"The kernel ended with exit code {code} and wrote {'an' if half.exists() else 'no'} archive."
    os.replace(half, wanted)
    return ""


def train(project, spec):
    """Run the cells in a kernel with this command line; return the exit code of its JVM."""
    with copies.copy_of(project, "training") as folder:
        manager = cells.start(spec, folder / "notebooks")
        with cells.connected(manager) as execute:
            for cell in training_cells.read(project.root / "lab" / "training.jsh"):
                reply = execute(cell)
                print(reply["status"], cell.splitlines()[0], reply.get("evalue", ""), flush=True)
                if reply["status"] == "ended":
                    return manager.provisioner.process.returncode or 1
            execute(EXIT, PATIENCE)
            return manager.provisioner.process.wait(PATIENCE)


def main(wanted):
    """Make the archive unless another process is making it; leave a note if that fails."""
    if hasattr(os, "nice"):
        os.nice(15)
    project = here()
    with held(project.state / "archive.lock", wait=False) as got:
        if not got or wanted.exists():
            return 0
        spec = stored.recall(project.kernels / "kernels" / "java" / "kernel.json")
        why = make(project, wanted, spec)
        if why:
            print(why)
            stored.write_whole(archive.failure(wanted), why + "\n")
        return 1 if why else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
