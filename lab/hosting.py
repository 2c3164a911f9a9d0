"""Prepares the workbook for a Jupyter that lab.py does not start: a hub for a class, Binder, a development container.

    python3 -m lab.hosting JUPYTER_DATA_FOLDER [FLAG-OF-THE-JVM...]

It does not open anything. When it ends, everything that `lab.py` creates at its first start exists, including the start-up
archive; the notebooks are laid out, and the data folder contains the kernel named java.
"""

import sys
from pathlib import Path

from lab import archive, jars, kernel, reading, setup
from lab.problem import Problem
from lab.project import here


def prepare(project, data_folder, flags=(), say=print):
    """Create everything and write the kernelspec; return what was found and created."""
    ready = setup.ensure(project, say)
    making = archive.start_making(project, ready.python, ready.archive)
    if making is not None:
        say("Making the start-up archive …")
        making.wait()
    if not ready.archive.exists():
        raise Problem(
            f"There is no start-up archive for the kernel at {ready.archive}.",
            f"{archive.failure(ready.archive)} or making.log next to it says why. Remove the first and start again.",
        )
    argv = kernel.arguments(ready.java, kernel.jjava(ready.python), jars.paths(project), [*archive.use(ready.java, ready.archive), *flags])
    kernel.write_spec(Path(data_folder), kernel.spec(ready.java, argv))
    return ready


def main(words):
    """Prepare and lay the notebooks out; return the exit code."""
    if not words or words[0].startswith("-"):
        print("Name the Jupyter data folder that the kernel goes to: python3 -m lab.hosting FOLDER", file=sys.stderr)
        return 2
    try:
        prepare(here(), words[0], words[1:])
        reading.lay_out(here())
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
