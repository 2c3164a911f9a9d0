"""Judges a run of a notebook: which cells did not do what is stored."""

from lab.outputs import difference, lines

EXPECTED = "raises-exception"


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
        return "failed", lines(failed)
    if expected and not failed:
        return f"is tagged {EXPECTED} but did not fail", []
    changed = difference(old.get("outputs", []), new["outputs"])
    return ("gave another output", changed) if changed else None
