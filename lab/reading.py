"""Lays the notebooks out for the reader, in a separate folder.

`notebooks/` is under version control and never changed, so that an update never causes a conflict. What readers open, run
and change is in `my_notebooks/`, which is not under version control. A notebook there is updated with its original until
the reader changes it; after that, it is never overwritten.

The reader's copies have no outputs, so that readers can answer a question before they see the result. `notebooks/` keeps
the outputs, for people who read on the web and for `lab.py check`.
"""

import hashlib
import json
import os
from pathlib import Path

from lab import form
from lab.stored import recall, remember

RECORD = ".laid_out.json"
NOT_NOTEBOOKS = {".env", ".DS_Store"}
DATABASES = (".sqlite", ".sqlite-wal", ".sqlite-shm", ".db", ".db-wal", ".db-shm")


def lay_out(project, say=print):
    """Update the reader's notebooks; return their folder.

    Running a notebook does not count as a change, because its outputs come back with the next run. Editing a cell does.
    """
    record = recall(project.own_notebooks / RECORD) or {}
    before = json.dumps(record, sort_keys=True)
    layer = _Layer(project.notebooks, project.own_notebooks, record)
    for name in _originals(project.notebooks):
        layer.bring(name)
    for name in sorted(set(record) - set(_originals(project.notebooks))):
        layer.retire(name)
    if json.dumps(record, sort_keys=True) != before:
        remember(project.own_notebooks / RECORD, record)
    for line in layer.said:
        say(line)
    return project.own_notebooks


def meaning(path):
    """Hash what a reader can change: a notebook's cells without their outputs, and the whole of any other file."""
    content = path.read_bytes()
    if path.suffix == ".ipynb":
        try:
            cells = json.loads(content)["cells"]
            content = json.dumps([[cell["cell_type"], "".join(cell["source"])] for cell in cells]).encode()
        except (ValueError, KeyError, TypeError):
            pass  # A damaged notebook is compared as it is, so it always counts as changed.
    return hashlib.sha256(content).hexdigest()


def without_outputs(path):
    """Return the bytes of a file as the reader first sees it; a notebook's outputs are removed."""
    content = path.read_bytes()
    if path.suffix == ".ipynb":
        try:
            notebook = json.loads(content)
            for cell in notebook["cells"]:
                cell.pop("outputs", None)
            content = form.text(notebook).encode()
        except (ValueError, KeyError, TypeError):
            pass  # A damaged notebook is copied as it is.
    return content


def _whole(path):
    return hashlib.sha256(without_outputs(path)).hexdigest()


def _originals(folder):
    """Return the files that belong to the workbook, relative to its folder; databases created by cells are not included."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not _made_by_cells(path.relative_to(folder))
    ]


def _made_by_cells(path):
    return (
        path.name in NOT_NOTEBOOKS
        or path.name.endswith(DATABASES)
        or any(part in (".ipynb_checkpoints", "playground") for part in path.parts)
    )


class _Layer:
    """Decides for one file at a time. For each file, the record contains the original from the last update."""

    def __init__(self, originals, own, record):
        self._originals, self._own, self._record = originals, own, record
        self.said = []

    def bring(self, name):
        original, mine = self._originals / name, self._own / name
        known = self._record.get(name)
        if not mine.exists():
            self._copy(original, mine)
        elif meaning(mine) == meaning(original):
            if known and known["whole"] != _whole(original):
                self._copy(original, mine)
        elif known and meaning(mine) == known["meaning"]:
            self._copy(original, mine)
            self.said.append(f"{self._shown(mine)}: updated; you had not changed it.")
        elif not known or known["meaning"] != meaning(original):
            self._note(name, original, self._offer(original, mine))
            return
        else:
            return  # The reader changed it, and its original is the one that it was copied or offered from.
        self._withdraw(name)
        self._note(name, original, None)

    def retire(self, name):
        """Handle a removed original: if its copy was not changed, it is removed, too."""
        mine, known = self._own / name, self._record.pop(name)
        if mine.exists() and meaning(mine) == known["meaning"]:
            mine.unlink()
        elif mine.exists():
            self.said.append(f"{self._shown(mine)}: no longer part of the workbook; you changed it, so it stays.")

    def _note(self, name, original, offered):
        self._record[name] = {"meaning": meaning(original), "whole": _whole(original)}
        if offered:
            self._record[name]["offered"] = offered.relative_to(self._own).as_posix()

    def _offer(self, original, mine):
        """Put the new original next to the reader's own notebook, but not over an earlier offer that was changed."""
        self._withdraw(mine.relative_to(self._own).as_posix())
        number, offer = 1, mine.with_name(f"{mine.stem}.new{mine.suffix}")
        while offer.exists():
            number += 1
            offer = mine.with_name(f"{mine.stem}.new-{number}{mine.suffix}")
        self._copy(original, offer)
        self.said += [
            f"{self._shown(mine)}: you changed it, so it stays as it is. The new one is next to it: {offer.name}.",
            f"  To take the new one, delete or rename {mine.name} and start again.",
        ]
        return offer

    def _withdraw(self, name):
        """Remove an earlier offer, unless the reader changed that, too."""
        known = self._record.get(name, {})
        offer = self._own / known["offered"] if "offered" in known else None
        if offer and offer.exists() and meaning(offer) == known["meaning"]:
            offer.unlink()

    def _shown(self, path):
        return f"{self._own.name}/{path.relative_to(self._own).as_posix()}"

    @staticmethod
    def _copy(source, target):
        """Replace a file in one step, so that a notebook is never half written."""
        target.parent.mkdir(parents=True, exist_ok=True)
        half = Path(f"{target}.{os.getpid()}.half")
        half.write_bytes(without_outputs(source))
        os.replace(half, target)
