"""Judges a run of a notebook: finds the cells whose outputs differ from the stored ones."""

from lab.outputs import difference, lines

EXPECTED = "raises-exception"


def faults(stored_cells, run_cells):
    """Return (cell number, what is wrong, lines that show it) for each code cell that differs."""
    found = []
    for number, (old, new) in enumerate(zip(stored_cells, run_cells, strict=True), 1):
        if old["cell_type"] != "code":
            continue
        trouble = fault(old, new)
        if trouble:
            found.append((number, *trouble))
    return found


def fault(old, new):
    """Return (what is wrong, lines) for one cell, or None."""
    failed = unmeant(old, new)
    if failed:
        return "failed", failed
    if _may_fail(old) and not _errors(new):
        return f"is tagged {EXPECTED} but did not fail", []
    changed = difference(old.get("outputs", []), new["outputs"])
    return ("gave another output", changed) if changed else None


def unmeant(old, new):
    """Return the lines of errors with which a cell ended unexpectedly; empty if there are none."""
    return [] if _may_fail(old) else lines(_errors(new))


def _may_fail(cell):
    return EXPECTED in cell.get("metadata", {}).get("tags", [])


def _errors(cell):
    return [output for output in cell["outputs"] if output["output_type"] == "error"]
