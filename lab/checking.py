"""Runs notebooks from clean kernels and compares every output with the stored one.

Runs inside the notebooks' own Python, as `python -m lab.checking [--write] [--form] [--jobs N] NOTEBOOK...`.
"""

import argparse
import json
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

from lab import copies, form, outputs, stored
from lab.project import here

CELL_SECONDS = 180
EXPECTED = "raises-exception"
PRINTING = threading.Lock()


def run(project, path):
    """Execute a notebook in a copy of the notebooks' folder; return it with this run's outputs."""
    notebook = nbformat.read(path, as_version=4)
    with copies.copy_of(project, path.stem) as folder:
        client = NotebookClient(
            notebook,
            timeout=CELL_SECONDS,
            kernel_name="java",
            allow_errors=True,
            shutdown_kernel="immediate",
            resources={"metadata": {"path": str(folder / "notebooks")}},
        )
        client.execute()
    return notebook


def faults(stored_cells, run_cells):
    """Return (cell number, what is wrong, lines that show it) for each code cell that is not as stored."""
    found = []
    for number, (old, new) in enumerate(zip(stored_cells, run_cells, strict=True), 1):
        if old["cell_type"] != "code":
            continue
        trouble = fault(old, new)
        if trouble:
            found.append((number, *trouble))
    return found


def fault(old, new):
    """Return (what is wrong, lines) with one cell, or None."""
    expected = EXPECTED in old.get("metadata", {}).get("tags", [])
    failed = [output for output in new["outputs"] if output["output_type"] == "error"]
    if failed and not expected:
        return "failed", outputs.lines(failed)
    if expected and not failed:
        return f"is tagged {EXPECTED} but did not fail", []
    changed = outputs.difference(old.get("outputs", []), new["outputs"])
    return ("gave another output", changed) if changed else None


def broken(cell):
    """Tell whether a cell did what its tag does not allow; such outputs are never stored."""
    return (fault(cell, cell) or ("",))[0] != ""


def store(path, old, new):
    """Write this run's outputs into the notebook; an output that only differs in noise stays as it was."""
    for before, after in zip(old["cells"], new["cells"], strict=True):
        if before["cell_type"] == "code" and outputs.difference(before.get("outputs", []), after["outputs"]):
            before["outputs"] = after["outputs"]
    text = form.text(old)
    changed = text != path.read_text(encoding="utf-8")
    if changed:
        stored.write_whole(path, text)
    return changed


def check(project, path, options):
    """Check or store one notebook, print what was found, and return whether it passed."""
    began = time.monotonic()
    try:
        text = path.read_text(encoding="utf-8")
        old = json.loads(text)
        new = run(project, path)
        found, word = _compared(path, old, new, options)
        if options.form and text != form.text(old):
            found.append((0, "is not in its stored form; lab.py check --write mends it", []))
    except (CellTimeoutError, DeadKernelError) as error:
        found, word = [(0, f"was not run to its end: {str(error).strip().splitlines()[0]}", [])], ""
        old = {"cells": []}
    except (ValueError, KeyError) as error:
        found, word, old = [(0, f"cannot be read as a notebook: {error}", [])], "", {"cells": []}
    _tell(path, old, found, word or "passed", time.monotonic() - began)
    return not found


def _compared(path, old, new, options):
    if not options.write:
        return faults(old["cells"], new["cells"]), ""
    bad = [(number, old_cell, cell) for number, (old_cell, cell) in enumerate(zip(old["cells"], new["cells"]), 1)
           if cell["cell_type"] == "code" and broken(cell)]
    if bad:
        return [(number, *fault(cell, cell)) for number, _, cell in bad], ""
    return [], "stored" if store(path, old, new) else "unchanged"


def _tell(path, notebook, found, word, seconds):
    with PRINTING:
        if not found:
            print(f"{path.name}: {word} ({seconds:.0f} s)", flush=True)
        for number, what, shown in found:
            where = f", cell {number} ({_first_line(notebook, number)})" if number else ""
            print(f"{path.name}{where} {what}", flush=True)
            for line in shown:
                print("    " + line, flush=True)


def _first_line(notebook, number):
    source = "".join(notebook["cells"][number - 1]["source"]).strip().splitlines()
    return source[0] if source else "empty"


def main(words):
    """Check the notebooks, some at once; return 0 if all passed."""
    parser = argparse.ArgumentParser(prog="lab.py check")
    parser.add_argument("notebooks", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--form", action="store_true")
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
