"""Runs notebooks in new kernels and compares every output with the stored one.

Runs inside the notebooks' own Python, as `python -m lab.checking [--write] [--form] [--again] [--stumble] [--jobs N]
NOTEBOOK...`.
"""

import argparse
import copy
import json
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

from lab import again, copies, form, stored
from lab.outputs import difference
from lab.project import here
from lab.verdict import faults

CELL_SECONDS = 180
PRINTING = threading.Lock()


def run(project, path, notebook, rounds=()):
    """Run a notebook in a copy of the notebooks' folder.

    Return it with this run's outputs, and what went wrong in the rounds in which its cells were run again.
    """
    fresh = nbformat.reads(form.text(notebook), as_version=4)
    for cell in fresh.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    with copies.copy_of(project, path.stem) as folder, open(folder / "kernel.log", "w+", encoding="utf-8") as log:
        client = NotebookClient(
            fresh,
            timeout=CELL_SECONDS,
            kernel_name="java",
            allow_errors=True,
            shutdown_kernel="immediate",
            resources={"metadata": {"path": str(folder / "notebooks")}},
        )
        try:
            with client.setup_kernel(stdout=log, stderr=log):
                client.execute(cleanup_kc=False)
                done = copy.deepcopy(fresh)
                return done, [trouble for harm in rounds for trouble in harm(client, done)]
        except (CellTimeoutError, DeadKernelError, RuntimeError) as error:
            raise NotRun(error, (folder / "kernel.log").read_text(encoding="utf-8", errors="replace")) from error


class NotRun(Exception):
    """A notebook was not run to the end; contains the last output of its kernel."""

    def __init__(self, error, log):
        super().__init__((str(error).strip() or type(error).__name__).splitlines()[0])
        self.tail = log.splitlines()[-10:]


def store(path, old, new):
    """Write this run's outputs into the notebook; an output that differs only in noise stays as it was."""
    for before, after in zip(old["cells"], new["cells"], strict=True):
        if before["cell_type"] == "code" and difference(before.get("outputs", []), after["outputs"]):
            before["outputs"] = after["outputs"]
    text = form.text(old)
    changed = text != path.read_text(encoding="utf-8")
    if changed:
        stored.write_whole(path, text)
    return changed


def check(project, path, options):
    """Check or store one notebook, print the result, and return whether it passed."""
    began = time.monotonic()
    old, word = {"cells": []}, "passed"
    try:
        text = path.read_text(encoding="utf-8")
        old = json.loads(text)
        new, harm = run(project, path, old, _rounds(options))
        found, word = _compared(path, old, new, options)
        found += harm
        if options.form and not options.write and text != form.text(old):
            found.append((0, "is not in its stored form; python3 lab.py check --write fixes it", []))
    except NotRun as error:
        found = [(0, f": not run to its end: {error}", error.tail)]
    except (OSError, ValueError, KeyError) as error:
        found = [(0, f": cannot be read as a notebook: {error!r}", [])]
    _tell(path, old, found, word, time.monotonic() - began)
    return not found


def _rounds(options):
    return ([again.once_more] if options.again or options.stumble else []) + ([again.stumble] if options.stumble else [])


def _compared(path, old, new, options):
    """Return (faults, the word that describes a notebook without faults)."""
    if not options.write:
        return faults(old["cells"], new["cells"]), "passed"
    wrong = faults(new["cells"], new["cells"])
    return wrong, "" if wrong else ("stored" if store(path, old, new) else "unchanged")


def _tell(path, notebook, found, word, seconds):
    with PRINTING:
        if not found:
            print(f"{path.name}: {word} ({seconds:.0f} s)", flush=True)
        for number, what, shown in found:
            where = f", cell {number} ({_first_line(notebook, number)})" if number else ""
            print(f"{path.name}{where}{'' if what.startswith(':') else ' '}{what}", flush=True)
            for line in shown:
                print("    " + line, flush=True)


def _first_line(notebook, number):
    source = "".join(notebook["cells"][number - 1]["source"]).strip().splitlines()
    return source[0] if source else "empty"


def main(words):
    """Check the notebooks, several at once; return 0 if all passed."""
    parser = argparse.ArgumentParser(prog="lab.py check")
    parser.add_argument("notebooks", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--form", action="store_true")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--stumble", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(words)
    began = time.monotonic()
    print(f"Running {len(options.notebooks)} notebook(s) from clean kernels, {options.jobs} at once …", flush=True)
    with ThreadPoolExecutor(max(1, options.jobs)) as pool:
        passed = list(pool.map(lambda path: check(here(), path, options), options.notebooks))
    print(
        f"{len(passed)} notebook{'' if len(passed) == 1 else 's'}: {sum(passed)} passed, "
        f"{len(passed) - sum(passed)} failed ({time.monotonic() - began:.0f} s)"
    )
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
