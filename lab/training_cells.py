"""Reads a script of cells: the cells of training.jsh, or of a measurement."""

import re


def read(path, mark="// ---"):
    """Return the cells, separated by lines that contain only the mark; anything before the first mark is a comment."""
    parts = re.split(rf"(?m)^{re.escape(mark)}\s*$", path.read_text(encoding="utf-8"))
    return [cell.strip() for cell in parts[1:]]
